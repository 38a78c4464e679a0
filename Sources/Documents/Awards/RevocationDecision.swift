public import Domain

/// D20: quyết định hủy bỏ quyết định khen thưởng, thu hồi hiện vật và tiền thưởng, on one of the four grounds. Signed by who signed the award, of his own power.
public struct RevocationDecision: PaperSource, Hashable {
    public static let kind = PaperKind.revocationDecision

    public let frame: PaperFrame
    /// `Chủ tịch Ủy ban nhân dân tỉnh Cà Mau`.
    public let authority: String
    public let grounds: [Citation]
    /// By his post; the number of his tờ trình is recorded nowhere.
    public let proposer: String
    /// The decision that gave the award.
    public let decision: QuotedPaper
    public let awardee: Awardee
    public let ground: RevocationGround
    /// What it rests on: a finding, a judgment.
    public let evidence: QuotedPaper
    /// VND that were paid; 0: nothing has to come back.
    public let money: Int
    /// Last day to hand back; nil: no day is set.
    public let returnBy: CivilDate?
    /// To whom object and money go: `Sở Nội vụ`.
    public let returnTo: String
    public let executors: String

    public init(
        frame: PaperFrame, authority: String, grounds: [Citation], proposer: String, decision: QuotedPaper, awardee: Awardee,
        ground: RevocationGround, evidence: QuotedPaper, money: Int, returnBy: CivilDate?, returnTo: String,
        executors: String
    ) {
        self.frame = frame
        self.authority = authority
        self.grounds = grounds
        self.proposer = proposer
        self.decision = decision
        self.awardee = awardee
        self.ground = ground
        self.evidence = evidence
        self.money = money
        self.returnBy = returnBy
        self.returnTo = returnTo
        self.executors = executors
    }

    public var paper: OfficialPaper {
        let abstract = "Về việc hủy bỏ quyết định tặng \(awardee.formName), thu hồi hiện vật và tiền thưởng"
        var paper = frame.paper(.named("Quyết định", abstract: abstract), signed: frame.signer.ownPower)
        paper.authority = authority
        paper.grounds =
            grounds + [
                Citation("Căn cứ \(evidence.vietnamese)", isVerified: true),
                Citation("Theo đề nghị của \(proposer)", isVerified: true),
            ]
        paper.body = articles
        paper.fields = ["ten": awardee.name, "ly_do": ground.vietnamese, "quyet_dinh": decision.vietnamese, "tham_quyen": authority]
        return paper
    }

    private var articles: [PaperBlock] {
        let day = returnBy.map { " chậm nhất \($0.inText)" } ?? ""
        let returned = money > 0 ? "hiện vật khen thưởng và số tiền thưởng \(VietnameseNumber.text(money)) đồng" : "hiện vật khen thưởng"
        return [
            .centred("QUYẾT ĐỊNH:"),
            .article(
                1, heading: nil,
                text: """
                    Hủy bỏ việc tặng \(awardee.formName) cho \(awardee.subject.vietnamese) \(awardee.line) tại \(decision.vietnamese). \
                    Lý do: \(ground.vietnamese).
                    """),
            .article(2, heading: nil, text: "Thu hồi \(returned); \(awardee.name) nộp lại cho \(returnTo)\(day)."),
            .article(
                3, heading: nil,
                text: """
                    \(executors), Thủ trưởng các cơ quan, đơn vị có liên quan và \(awardee.subject.vietnamese) có tên tại Điều 1 chịu trách \
                    nhiệm thi hành Quyết định này, kể từ ngày ký
                    """),
        ]
    }
}
