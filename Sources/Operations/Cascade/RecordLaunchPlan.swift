public import Domain
public import Storage

/// A unit records its own plan for the campaign: number, date, text.
public struct RecordLaunchPlan: Sendable {
    public var launch: LaunchReference
    /// The version that the officer saw; nil takes whatever is there.
    public var version: Int?
    /// Day of signature.
    public var happenedOn: CivilDate
    public var documentNumber: String
    /// Abstract or whole text, in several lines.
    public var text: String
    public var note: String
    /// The signed paper that it is recorded from; nil where the unit itself reports.
    public var paper: PaperAct.ID?

    public init(_ launch: LaunchReference, version: Int?, happenedOn: CivilDate, documentNumber: String, text: String, note: String = "") {
        self.launch = launch
        self.version = version
        self.happenedOn = happenedOn
        self.documentNumber = documentNumber
        self.text = text
        self.note = note
    }

    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Launch {
        let number = VietnameseText(documentNumber).string
        let text = VietnameseText.composed(text)
        var faults: [FieldFault] = []
        if number.isEmpty { faults.append(FieldFault("$.documentNumber", "nhập số, ký hiệu kế hoạch của đơn vị, ví dụ 12/KH-UBND")) }
        if number.count > 100 { faults.append(FieldFault("$.documentNumber", "dài quá 100 ký tự")) }
        if VietnameseText(text).isEmpty { faults.append(FieldFault("$.text", "nhập trích yếu hoặc nội dung kế hoạch")) }
        if text.count > 50_000 { faults.append(FieldFault("$.text", "dài quá 50.000 ký tự")) }
        if let paper { _ = try await ShowPaper(paper).perform(for: .reportLaunch, in: tx) }
        let report = LaunchReport(launch: launch, version: version, happenedOn: happenedOn, note: note, paper: paper)
        return try await report.append(.planned(documentNumber: number, text: text), in: tx, ids: ids) { [faults] _ in faults }
    }
}
