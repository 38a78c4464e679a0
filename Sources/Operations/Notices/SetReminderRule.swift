public import Domain
public import Storage

/// The Office says from when on people are reminded on other days, by a paper. The rule before it ends the day before; what was told stays told.
public struct SetReminderRule: Sendable {
    public var code: String
    /// From so many days after the due date on; negative: before it. Of a period to open after its first day, and never before it.
    public var days: Int
    /// And up to so many; nil: for as long as it is open.
    public var untilDays: Int?
    /// The reason, as the person reads it.
    public var words: String
    /// The paper that says so.
    public var source: String
    /// First day; nil: today.
    public var from: CivilDate?

    public init(_ code: String, days: Int, untilDays: Int? = nil, words: String, source: String, from: CivilDate? = nil) {
        self.code = code
        self.days = days
        self.untilDays = untilDays
        self.words = words
        self.source = source
        self.from = from
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found` for a code that is none, `not-allowed`, `rule-there`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> ReminderRule {
        let officer = try await tx.officer()
        guard officer.may(.importCampaign), officer.place == nil else { throw Problem.notAllowed }
        guard let known = try await ReminderRule.all(in: tx).first(where: { $0.code == code }) else { throw Problem.notFound }
        var check = InputCheck()
        let words = check.line(words, "$.words", atMost: 200)
        let source = check.line(source, "$.source", atMost: 500)
        let from = from ?? officer.today
        if !(known.about.earliest...366).contains(days) { check.fault("$.days", known.about.refusedDays) }
        if let untilDays, untilDays < days || untilDays > 366 {
            check.fault("$.untilDays", "không được trước ngày bắt đầu nhắc, không quá \(known.about.words(ofDay: 366))")
        }
        if from < officer.today { check.fault("$.from", "không được trước ngày hôm nay (\(officer.today.vietnamese))") }
        try check.finish()
        let rule = ReminderRule(
            code: code, about: known.about, told: known.told, days: days, untilDays: untilDays, words: words, source: source,
            validFrom: from, validTo: nil)
        try await rule.keep(in: tx)
        return rule
    }
}

extension ReminderRule.About {
    fileprivate var refusedDays: String {
        switch self {
        case .period: "kỳ chưa bắt đầu thì chưa nhắc mở; ghi 0 để nhắc từ ngày đầu kỳ, hoặc từ 1 đến 366 ngày sau ngày đầu kỳ"
        default: "phải từ 60 ngày trước hạn đến 366 ngày sau hạn"
        }
    }
}
