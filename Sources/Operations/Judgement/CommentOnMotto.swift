public import Domain
public import Storage

/// The Office or Home Affairs comments on what a first-tier unit said of itself (A53), and puts the papers that criticised it before the
/// council (A54).
public struct CommentOnMotto: Sendable {
    public var gathering: GatherLedger
    public var words: String
    /// Number and symbol of the paper that criticised the unit in the period; empty where there is none.
    public var criticism: String
    /// Date of the paper. Nil: today.
    public var commentedOn: CivilDate?

    public init(
        campaign: String, review: Campaign.Review, unit: String? = nil, words: String, criticism: String = "", commentedOn: CivilDate? = nil
    ) {
        gathering = GatherLedger(campaign: campaign, review: review, unit: unit)
        self.words = words
        self.criticism = criticism
        self.commentedOn = commentedOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `no-motto`, `motto-decided`, `motto-not-assessed`,
    ///   `motto-not-commented`, `own-motto`, `changed-meanwhile`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        let policy = Policy.of(officer.role)
        guard policy.actions.contains(.commentMotto), let body = Self.body(policy.provinceRole) else { throw Problem.notAllowed }
        let place = try await MottoPlace.open(gathering, in: tx)
        if place.unit.tenant == officer.home { throw Problem.ownMotto }
        if let refusal = place.standing.refusal(of: .commented) { throw refusal }
        var check = InputCheck()
        let words = check.passage(words, "$.words")
        let criticism = VietnameseText(criticism).string
        if criticism.count > 200 { check.fault("$.criticism", "dài quá 200 ký tự; chỉ ghi số, ký hiệu, ngày văn bản") }
        let day = place.day(commentedOn, today: officer.today, &check)
        try check.finish()
        try await place.append(
            MottoStep.Statement(kind: .commented, body: body, happenedOn: day, criticism: criticism, words: words), ids: ids, in: tx)
    }

    private static func body(_ role: ProvinceRole?) -> MottoStep.Body? {
        switch role {
        case .office: .office
        case .homeAffairs: .homeAffairs
        default: nil
        }
    }
}

extension Problem {
    /// A66.
    static let ownMotto = Problem(
        .refused, "own-motto",
        "Không cho ý kiến, kết luận về đơn vị của chính mình. Việc này do người của đơn vị khác trong Hội đồng, cơ quan còn lại thực hiện.")
}
