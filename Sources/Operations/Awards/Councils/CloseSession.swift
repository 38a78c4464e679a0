public import Domain
public import Storage

/// Counts, seals and closes a session of the council that the officer keeps. Nothing of it changes afterwards. Whoever is held by then is
/// left out of the count: another session votes on him once the hold is over. So is a dossier on which nobody has voted.
public struct CloseSession: Sendable {
    public var session: CouncilSession.ID
    /// What who chaired said openly, on dossiers with a secret vote; needed where the rule asks that he agrees.
    public var declared: [(dossier: AwardDossier.ID, choice: CouncilTally.Choice)]
    /// What was counted by hand, ballots or raised hands, of the members who have no vote of their own on record.
    public var papers: [(dossier: AwardDossier.ID, count: PaperCount)]
    /// Although votes are missing of who should vote: they count as of no opinion, by which a dossier is refused for good; where all are missing,
    /// nothing is decided.
    public var isIncomplete: Bool

    public init(
        _ session: CouncilSession.ID, declared: [(dossier: AwardDossier.ID, choice: CouncilTally.Choice)] = [],
        papers: [(dossier: AwardDossier.ID, count: PaperCount)] = [], isIncomplete: Bool = false
    ) {
        self.session = session
        self.declared = declared
        self.papers = papers
        self.isIncomplete = isIncomplete
    }

    /// - Throws: `invalid-input`, `not-found`, `not-allowed`, `session-closed`, `session-cancelled`, `session-votes-missing` with every dossier and
    ///   who has not voted on it, `session-miscounted`, `session-counted-twice`, `session-writings-by-name`, `vote-absent`, `dossier-integrity-hold`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        _ = try await Council.kept(in: tx)
        let record = try await ShowSession(session).unchecked(in: tx).record
        try record.refuseCancelled()
        var check = InputCheck()
        let listed = Set(record.listed.map(\.entry.dossier))
        for (path, named) in [("$.declared", declared.map(\.dossier)), ("$.papers", papers.map(\.dossier))] {
            if !listed.isSuperset(of: named) { check.fault(path, "có hồ sơ không nằm trong danh sách của phiên họp") }
            if Set(named).count != named.count { check.fault(path, "có hồ sơ ghi hai lần; mỗi hồ sơ một lần") }
        }
        for (_, count) in papers {
            if ![count.yes, count.no, count.written].allSatisfy((0...10_000).contains) {
                check.fault("$.papers", "số phiếu phải từ 0 đến 10.000")
            }
        }
        try check.finish()
        try record.refuseHeld(among: papers.map(\.dossier))
        if !isIncomplete, !record.isClosed { try refuseWhatIsMissing(record) }
        _ = try await CouncilSession.close(session, declared: declared, papers: papers, in: tx)
    }

    private func refuseWhatIsMissing(_ record: SessionRecord) throws(Problem) {
        // Of the absent nobody is missing.
        let counted = Dictionary(papers.map { ($0.dossier, $0.count.yes + $0.count.no - $0.count.written) }, uniquingKeysWith: +)
        let faults = record.listed.compactMap { listed -> FieldFault? in
            let missing = record.missing(on: listed)
            let byHand = counted[listed.entry.dossier]
            if missing.count <= byHand ?? 0 { return nil }
            let names = missing.map(\.name).joined(separator: ", ")
            let words =
                byHand.map { "mới đếm \(max($0, 0)) trong \(missing.count) thành viên dự họp chưa biểu quyết: \(names)" }
                ?? "chưa biểu quyết: \(names)"
            return FieldFault("$.incomplete", "\(listed.dossier?.nominee ?? ""): \(words)")
        }
        guard !faults.isEmpty else { return }
        throw Problem(
            .refused, "session-votes-missing",
            "Còn \(faults.count) hồ sơ thiếu biểu quyết của thành viên dự họp. Ghi đủ biểu quyết rồi kết thúc; nếu vẫn kết thúc, xác nhận kết thúc khi còn thiếu: người chưa biểu quyết tính là không có ý kiến, hồ sơ không được thông qua không xét lại trong kỳ này.",
            fields: faults)
    }
}
