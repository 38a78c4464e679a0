extension CouncilRule {
    /// Counts a vote: one pure function, so that the screen, the minutes and the checker say the same (golden case 8).
    ///
    /// - Throws: ``AwardRefusal/miscounted(_:)`` where the numbers contradict each other.
    public func result(of tally: CouncilTally) throws(AwardRefusal) -> CouncilResult {
        let faults = tally.faults(by: self)
        if !faults.isEmpty { throw .miscounted(faults) }

        let voters = tally.attending - (recusedLeaveBase ? tally.recusedAttending : 0)
        let members = tally.members - (recusedLeaveBase ? tally.recused : 0)
        // A meeting needs people in the room; without one, those who answer are it.
        let participating = method == .written ? tally.written : voters
        let base = self.base == .allMembers ? members : voters + tally.written
        let (yes, no) = (tally.votes.yes, tally.votes.no)

        var reasons: [CouncilResult.Reason] = []
        let isQuorate = quorum.isReached(by: participating, of: members)
        if !isQuorate { reasons.append(.quorum) }
        let isReached = share.isReached(by: yes, of: base)
        if !isReached { reasons.append(.share) }
        if isReached, tie == .chair, share.isOneHalf, yes == no, tally.chair != .yes { reasons.append(.tie) }
        if chairMustAgree, tally.chair != .yes { reasons.append(.chair) }
        let outcome: CouncilResult.Outcome = isQuorate ? (reasons.isEmpty ? .passed : .notPassed) : .withoutQuorum
        return CouncilResult(
            outcome: outcome, reasons: reasons, yes: yes, base: base, participating: participating,
            vietnamese: words(tally, outcome, reasons, yes: yes, base: base, participating: participating, members: members))
    }

    private func words(
        _ tally: CouncilTally, _ outcome: CouncilResult.Outcome, _ reasons: [CouncilResult.Reason], yes: Int, base: Int,
        participating: Int, members: Int
    ) -> String {
        var parts = [
            "\(method == .written ? "Có ý kiến" : "Tham dự") \(QuotedShare(participating, of: members).text), cần ít nhất \(quorum.vietnamese) tổng số thành viên",
            "Đồng ý \(QuotedShare(yes, of: base).text), cần ít nhất \(share.vietnamese) \(self.base.vietnamese)",
        ]
        if method != .written, tally.written > 0 {
            parts.append("Trong đó có \(tally.written) ý kiến bằng văn bản của thành viên vắng mặt")
        }
        if tally.recused > 0 {
            parts.append(
                "\(tally.recused) thành viên không tham gia biểu quyết, \(recusedLeaveBase ? "không tính" : "vẫn tính") vào tổng số")
        }
        if chairMustAgree {
            parts.append("Ý kiến của người chủ trì: \(tally.chair?.vietnamese ?? "chưa ghi"); quy định đòi hỏi người chủ trì đồng ý")
        }
        let why = reasons.isEmpty ? "" : " (\(reasons.map(\.vietnamese).joined(separator: "; ")))"
        parts.append("Kết quả: \(outcome.vietnamese)\(why)")
        return parts.joined(separator: ". ") + ". Căn cứ: \(citation.vietnamese)."
    }
}
