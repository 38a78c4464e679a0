public import Domain
public import Storage

/// Who keeps a review's event records, once, that it was held: on which day, how many were there, who of the invited was not.
public struct HoldReviewEvent: Sendable {
    public var event: ReviewEvent.ID
    public var heldOn: CivilDate
    public var present: Int
    /// As they stand among the guests.
    public var absent: [String]
    /// May be empty.
    public var words: String

    public init(_ event: ReviewEvent.ID, heldOn: CivilDate, present: Int, absent: [String] = [], words: String = "") {
        self.event = event
        self.heldOn = heldOn
        self.present = present
        self.absent = absent
        self.words = words
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `review-event-held`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> ReviewEvent.ID {
        let tenant = try await ReviewEvent.kept(in: tx)
        let found = try await ReviewEvent.owned(event, in: tx)
        let today = try await tx.officer().today
        var check = InputCheck()
        let absent = absent.map { VietnameseText($0).string }
        let words = VietnameseText.composed(words)
        if heldOn > today { check.fault("$.heldOn", "không được sau ngày hôm nay (\(today.vietnamese))") }
        // What is recorded stays; another day than planned is a slip, or the plan has to say it first.
        if let planned = found.plan?.heldOn, heldOn <= today, heldOn != planned {
            check.fault(
                "$.heldOn", "kế hoạch ghi ngày \(planned.vietnamese); nếu tổ chức ngày khác, sửa kế hoạch theo ngày đó rồi ghi kết quả")
        }
        if !(1...100_000).contains(present) { check.fault("$.present", "ghi số đại biểu dự, từ 1 đến 100.000") }
        if !Set(absent).isSubset(of: found.plan?.guests ?? []) {
            check.fault("$.absent", "chỉ ghi thành phần có trong danh sách mời")
        }
        if words.count > 4_000 { check.fault("$.words", "dài quá 4.000 ký tự; rút gọn lại") }
        try check.finish()
        try await ReviewEvent.hold(
            ReviewEvent.Outcome(heldOn: heldOn, present: present, absent: absent, words: words), of: event, tenant, in: tx)
        return event
    }
}
