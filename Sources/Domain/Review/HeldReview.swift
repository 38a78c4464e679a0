/// A review (sơ kết, tổng kết) that the Office has opened: until the settle days end evidence dated by its day is entered, and each unit
/// confirms its ledger or disputes it line by line (A61).
public struct HeldReview: Sendable, Hashable {
    public typealias ID = EntityID<HeldReview>

    public let id: ID
    public let campaign: Campaign.ID
    /// Code of the campaign.
    public let code: String
    public let kind: Campaign.Review
    /// Facts dated later do not count.
    public let heldOn: CivilDate
    /// Working days, of the plan.
    public let settleDays: Int
    /// The last day on which a unit may confirm or dispute: as many working days after ``heldOn``, or after the opening where that came later.
    public let settleUntil: CivilDate
    public let openedOn: CivilDate

    public init(
        id: ID, campaign: Campaign.ID, code: String, kind: Campaign.Review, heldOn: CivilDate, settleDays: Int, settleUntil: CivilDate,
        openedOn: CivilDate
    ) {
        self.id = id
        self.campaign = campaign
        self.code = code
        self.kind = kind
        self.heldOn = heldOn
        self.settleDays = settleDays
        self.settleUntil = settleUntil
        self.openedOn = openedOn
    }

    public func isSettling(on day: CivilDate) -> Bool { day <= settleUntil }

    /// `còn 3 ngày làm việc, đến hết 07/07/2023`.
    public func clock(on day: CivilDate, _ calendar: WorkingCalendar) -> String {
        guard isSettling(on: day) else { return "đã hết thời gian đối chiếu (\(settleUntil.vietnamese))" }
        let left = calendar.count(after: day, through: settleUntil)
        return left == 0
            ? "hôm nay là ngày đối chiếu cuối cùng" : "còn \(left) ngày làm việc, đến hết \(settleUntil.vietnamese)"
    }
}

/// What a unit of the first tier has said about its ledger.
public struct ReviewUnit: Sendable, Hashable {
    public enum Answer: String, Sendable, Hashable, CaseIterable {
        /// Has said nothing; may still.
        case silent
        /// Said nothing in the settle days: that counts as agreed.
        case agreedBySilence
        case confirmed
        case disputed

        public var vietnamese: String {
            switch self {
            case .silent: "chưa có ý kiến"
            case .agreedBySilence: "đồng ý (không có ý kiến trong thời gian đối chiếu)"
            case .confirmed: "đã xác nhận số liệu"
            case .disputed: "có kiến nghị"
            }
        }
    }

    public let slug: Tenant.Slug
    public let code: String
    public let name: String
    public let confirmedOn: CivilDate?
    public let disputes: Int
    /// Of these, how many the Office has not answered.
    public let openDisputes: Int

    public init(slug: Tenant.Slug, code: String, name: String, confirmedOn: CivilDate?, disputes: Int, openDisputes: Int) {
        self.slug = slug
        self.code = code
        self.name = name
        self.confirmedOn = confirmedOn
        self.disputes = disputes
        self.openDisputes = openDisputes
    }

    public func answer(in review: HeldReview, on day: CivilDate) -> Answer {
        if disputes > 0 { return .disputed }
        if confirmedOn != nil { return .confirmed }
        return review.isSettling(on: day) ? .silent : .agreedBySilence
    }
}
