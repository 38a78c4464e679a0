public import Domain
public import Storage

/// The one sheet of a member over all dossiers of a session: “đồng ý tất cả, trừ …”. In secret: what is chosen is told to nobody, is not answered,
/// logged or kept with a key of the request.
public struct CastBallots: Sendable {
    public typealias Choice = (dossier: AwardDossier.ID, choice: CouncilTally.Choice)

    public var session: CouncilSession.ID
    public var choices: [Choice]
    /// On every dossier of the member's sheet that is not among ``choices``; nil: on those he does not vote now.
    public var otherwise: CouncilTally.Choice?

    public init(_ session: CouncilSession.ID, choices: [Choice], otherwise: CouncilTally.Choice? = nil) {
        self.session = session
        self.choices = choices
        self.otherwise = otherwise
    }

    /// - Throws: `invalid-input`, `not-found`, `session-closed`, `session-cancelled`, `voted-already`, `vote-not-yours`, `vote-recused`, `vote-method`, `vote-absent`,
    ///   `dossier-integrity-hold`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let shown = try await ShowSession(session).unchecked(in: tx)
        try shown.record.refuseCancelled()
        guard Set(choices.map(\.dossier)).count == choices.count else {
            throw Problem.invalid("$.choices", "có hồ sơ ghi hai lần; mỗi hồ sơ một lựa chọn")
        }
        var sheet = choices
        if let otherwise {
            let said = Set(choices.map(\.dossier))
            sheet += shown.sheet.map(\.entry.dossier).filter { !said.contains($0) }.map { ($0, otherwise) }
        }
        if sheet.isEmpty, !shown.sheet.isEmpty {
            throw Problem.invalid("$.choices", "chưa chọn ý kiến về hồ sơ nào; chọn từng hồ sơ, hoặc chọn chung cho các hồ sơ còn lại")
        }
        try shown.record.refuseHeld(among: choices.map(\.dossier))
        if sheet.isEmpty { throw try await refusal(of: shown.record, in: tx) }
        try await CouncilSession.cast(sheet, in: session, in: tx)
    }

    /// Why there is nothing on the member's sheet.
    private func refusal(of record: SessionRecord, in tx: borrowing TenantTransaction) async throws -> Problem {
        if record.isClosed { return Problem(.refused, "session-closed", "Phiên họp đã kết thúc. Tải lại để xem kết quả.") }
        let officer = try await tx.officer()
        guard let member = record.attendees.first(where: { $0.person == officer.person }), officer.delegation == nil else {
            return Problem(.notAllowed, "vote-not-yours", "Chỉ thành viên Hội đồng vào ngày họp được biểu quyết.")
        }
        if record.listed.contains(where: { listed in listed.votes.contains { $0.member == member.person } }) {
            return Problem(.conflict, "voted-already", "Thành viên này đã biểu quyết; mỗi người một phiếu cho mỗi hồ sơ.")
        }
        return Problem.invalid("$.choices", "không có hồ sơ nào bỏ phiếu kín mà thành viên này được biểu quyết")
    }
}
