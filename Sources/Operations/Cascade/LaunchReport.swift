import Domain
import Storage

/// What all reports of a unit on its launch have in common: found, still the version that was read, by the rules, then appended.
struct LaunchReport {
    let launch: LaunchReference
    /// The version that the officer saw; nil takes whatever is there.
    let version: Int?
    let happenedOn: CivilDate
    let note: String
    /// The paper by which the day of a launch is corrected.
    var correctionDocument = ""
    /// What it is recorded from, where another signed it.
    var paper: PaperAct.ID?
    /// What it is approved from.
    var draft: Draft.ID?

    /// Appends the act; the same again changes nothing.
    ///
    /// - Parameter faults: what is wrong with the input, found once the launch is known.
    func append(
        _ act: LaunchAct, in tx: borrowing TenantTransaction, ids: IDSource, faults: (Launch) async throws -> [FieldFault] = { _ in [] }
    ) async throws -> Launch {
        let found = try await launch.find(in: tx)
        var wrong = try await faults(found)
        let note = VietnameseText(note).string
        if note.count > Self.longestNote { wrong.append(FieldFault("$.note", "dài quá \(Self.longestNote) ký tự")) }
        guard wrong.isEmpty else { throw Problem.invalid(wrong) }
        if let version, version != found.version {
            throw Problem(.stale, "changed-meanwhile", "Người khác vừa cập nhật nội dung này. Tải lại rồi thực hiện lại.")
        }
        let officer = try await tx.officer()
        guard let position = try found.position(of: act, on: happenedOn, note: note, today: officer.today) else {
            // Nothing would be written, which the row policies refuse to who may not; a paper was asked of who records it.
            guard tx.tenant == officer.home, officer.mayWrite, paper != nil || officer.may(.reportLaunch) else {
                throw Problem.notAllowed
            }
            return found
        }
        guard
            try await found.insert(
                act, id: ids.next(), position: position, on: happenedOn, note: note, by: correctionDocument, from: paper, draft: draft,
                in: tx)
        else {
            throw Problem.notFound
        }
        return try await LaunchReference.id(found.id).find(in: tx)
    }

    private static let longestNote = 2_000
}
