/// Đợt đề nghị khen thưởng: from its opening to the day on which its list is locked.
public struct NominationRound: Sendable, Hashable {
    public let opensOn: CivilDate
    /// Last day in time. A dossier that comes later is marked and received only by a decision.
    public let cutOff: CivilDate
    /// When the list was locked; nil while it is open.
    public let lockedOn: CivilDate?

    public init(opensOn: CivilDate, cutOff: CivilDate, lockedOn: CivilDate?) {
        self.opensOn = opensOn
        self.cutOff = cutOff
        self.lockedOn = lockedOn
    }

    /// Whether a dossier submitted on that day is late.
    public func isLate(_ submittedOn: CivilDate) -> Bool { submittedOn > cutOff }

    /// Nil: a dossier may be submitted on that day.
    public func refusalOfSubmitting(on day: CivilDate) -> AwardRefusal? {
        if day < opensOn { return .roundNotOpen(from: opensOn) }
        if let lockedOn, day > lockedOn { return .roundLocked(lockedOn) }
        return nil
    }

    /// Nil: it may be received.
    ///
    /// - Parameter decision: that a late one is received all the same; empty: none.
    public func refusalOfReceiving(submittedOn: CivilDate, decision: String) -> AwardRefusal? {
        isLate(submittedOn) && decision.allSatisfy(\.isWhitespace) ? .lateWithoutDecision(cutOff: cutOff) : nil
    }

    /// `đang mở, nhận hồ sơ đến hết ngày 30/06/2023`.
    public func words(on day: CivilDate) -> String {
        if let lockedOn { return "đã chốt danh sách ngày \(lockedOn.vietnamese)" }
        if day < opensOn { return "mở từ ngày \(opensOn.vietnamese)" }
        return isLate(day)
            ? "đã hết hạn nhận hồ sơ ngày \(cutOff.vietnamese); hồ sơ trình sau ngày đó là nộp muộn, chỉ nhận theo quyết định"
            : "đang mở, nhận hồ sơ đến hết ngày \(cutOff.vietnamese)"
    }
}
