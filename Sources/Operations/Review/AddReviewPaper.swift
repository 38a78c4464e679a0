public import Domain
public import Storage

/// Who keeps a review's event names a paper of it; a wrong one is replaced by another, for a reason, and stays. Minutes and reports come after it was
/// held.
public struct AddReviewPaper: Sendable {
    public var event: ReviewEvent.ID
    public var what: String
    /// With its day, once it is signed.
    public var number: String
    public var signedOn: CivilDate?
    /// Where the product makes it.
    public var made: ReviewEvent.Paper.Made?
    /// In whose place it comes.
    public var replaces: ReviewEvent.Paper.ID?
    public var reason: String

    public init(
        _ event: ReviewEvent.ID, what: String, number: String = "", signedOn: CivilDate? = nil, made: ReviewEvent.Paper.Made? = nil,
        replaces: ReviewEvent.Paper.ID? = nil, reason: String = ""
    ) {
        self.event = event
        self.what = what
        self.number = number
        self.signedOn = signedOn
        self.made = made
        self.replaces = replaces
        self.reason = reason
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `paper-replaced`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ReviewEvent.ID {
        let tenant = try await ReviewEvent.kept(in: tx)
        _ = try await ReviewEvent.owned(event, in: tx)
        let today = try await tx.officer().today
        var check = InputCheck()
        let what = check.line(what, "$.what", atMost: 500)
        let number = VietnameseText(number).string
        let reason = VietnameseText(reason).string
        if number.count > 100 { check.fault("$.number", "dài quá 100 ký tự; rút gọn lại") }
        if number.isEmpty != (signedOn == nil) { check.fault("$.signedOn", "ghi cả số, ký hiệu và ngày của văn bản, hoặc không ghi") }
        if let signedOn, signedOn > today { check.fault("$.signedOn", "không được sau ngày hôm nay (\(today.vietnamese))") }
        if reason.count > 500 { check.fault("$.reason", "dài quá 500 ký tự; rút gọn lại") }
        if (replaces == nil) != reason.isEmpty {
            check.fault("$.reason", "thay tài liệu thì ghi lý do; không thay tài liệu nào thì bỏ trống")
        }
        try check.finish()
        try await ReviewEvent.add(
            ids.next(), what: what, number: number, signedOn: signedOn, made: made, replaces: replaces.map { ($0, reason) }, to: event,
            tenant, in: tx)
        return event
    }
}
