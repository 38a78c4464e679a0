public import Domain
public import Postgres

/// What a unit did, as the columns of `launch_step` hold it.
struct LaunchActColumns {
    var documentNumber: String?
    var documentText: String?
    var form: LaunchForm.Kind?
    var combinedWith: String?
    var attendance: Int32?

    init(_ act: LaunchAct) {
        switch act {
        case .acknowledged:
            break
        case .planned(let number, let text):
            documentNumber = number
            documentText = text
        case .launched(let form, let attendance):
            self.form = form.kind
            combinedWith = form.conference
            self.attendance = Int32(clamping: attendance)
        }
    }
}

extension LaunchForm {
    /// Reads the two columns; the constraint `combined_names_the_conference` keeps them together.
    init?(_ kind: Kind?, combinedWith conference: String?) {
        switch kind {
        case .ownConference: self = .ownConference
        case .combined: self = .combined(with: conference ?? "")
        case .other: self = .other
        case nil: return nil
        }
    }
}

extension LaunchStep {
    /// From `id` to the paper; nil where an outer join found no step.
    static func read(_ row: inout RowReader) throws -> LaunchStep? {
        guard let id = try row.next(ID?.self) else { return nil }
        let position = Int(try row.next(Int32.self))
        let kind = try row.next(Kind.self)
        let happenedOn = try row.next(CivilDate.self)
        let number = try row.next(String?.self)
        let text = try row.next(String?.self)
        let form = LaunchForm(try row.next(LaunchForm.Kind?.self), combinedWith: try row.next(String?.self))
        let attendance = try row.next(Int32?.self).map(Int.init)
        let act: LaunchAct =
            switch kind {
            case .acknowledged: .acknowledged
            case .planned: .planned(documentNumber: number ?? "", text: text ?? "")
            case .launched: .launched(form ?? .other, attendance: attendance ?? 0)
            }
        let (note, recordedBy, recordedOn): (String, Post.ID, CivilDate) = (try row.next(), try row.next(), try row.next())
        let preparedBy = try row.next(Post.ID?.self)
        let correctionDocument = try row.next(String?.self) ?? ""
        return LaunchStep(
            id: id, position: position, act: act, happenedOn: happenedOn, note: note, recordedBy: recordedBy, recordedOn: recordedOn,
            signature: try Signature.next(&row), paper: try PaperAct.Mark.next(&row), preparedBy: preparedBy,
            correctionDocument: correctionDocument)
    }
}

extension LaunchState: PostgresEncodable, PostgresDecodable {}
extension LaunchStep.Kind: PostgresEncodable, PostgresDecodable {}
extension LaunchForm.Kind: PostgresEncodable, PostgresDecodable {}
