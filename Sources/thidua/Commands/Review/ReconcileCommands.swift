import ArgumentParser
import Domain
import Operations

struct OpenReviewCommand: OfficerCommand {
    static let asks = Deed.action(.keepReview)
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "The Office opens the reconciliation, on the day of the review or later.",
        discussion: "Example: thidua review open --campaign KH-77-2023 --review interim")

    @OptionGroup var named: NamedReview
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let (campaign, review) = (named.campaign, named.review)
        let entry = try officer.provinceEntry()
        let answer = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await OpenReview(campaign: campaign, review: review).perform(in: tx, ids: .system)
            return try await ShowReview(campaign: campaign, review: review).perform(in: tx)
        }
        ReviewOutput.print(answer, as: officer.output)
    }
}

struct ListReviewDisputesCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "review-disputes"
    static let example = "--campaign KH-77-2023 --review interim"
    static let configuration = CommandConfiguration(
        commandName: "disputes", abstract: "Disputed lines, in the order in which they came.",
        discussion: "Example: thidua review disputes --campaign KH-77-2023 --review interim --province --output csv")

    @OptionGroup var named: NamedReview
    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListDisputes {
        ListDisputes(campaign: named.campaign, review: named.review)
    }
}

struct ConfirmReviewCommand: OfficerCommand {
    static let asks = Deed.action(.answerReview)
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "The unit says that its ledger is right.",
        discussion: "Example: thidua review confirm --campaign KH-77-2023 --review interim")

    @OptionGroup var named: NamedReview

    @Option(help: "A remark.")
    var note = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ConfirmReview(campaign: named.campaign, review: named.review, note: note)
        let entry = try officer.tenantEntry()
        let answer = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
            return try await ShowReview(campaign: act.campaign, review: act.review).perform(in: tx)
        }
        ReviewOutput.print(answer, as: officer.output)
    }
}

struct DisputeReviewCommand: OfficerCommand {
    static let asks = Deed.action(.answerReview)
    static let configuration = CommandConfiguration(
        commandName: "dispute", abstract: "The unit disputes one line of its ledger, by a paper.",
        discussion: """
            Example: thidua review dispute 01890a5d-ac96-774b-bcce-b302099a8057 --campaign KH-77-2023 --review interim \
            --wrong 'Ngày hoàn thành là 28/6/2023' --number 45/BC-UBND --date 2023-06-28
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @OptionGroup var named: NamedReview

    @Option(help: "What is wrong with it.")
    var wrong: String

    @Option(help: "Number and symbol of the paper that shows so.")
    var number: String

    @Option(help: "Date of that paper.")
    var date: CivilDate

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = DisputeReviewItem(
            campaign: named.campaign, review: named.review, item: item, wrong: wrong, documentNumber: number, documentOn: date)
        let entry = try officer.tenantEntry()
        let dispute = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowDispute(try await act.perform(in: tx, ids: .system)).perform(in: tx)
        }
        ReviewOutput.print(dispute, as: officer.output)
    }
}

struct AnswerReviewCommand: OfficerCommand {
    static let asks = Deed.action(.keepReview)
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "The Office answers a disputed line, once.",
        discussion: """
            Example: thidua review answer 01890a5d-ac96-774b-bcce-b302099a8057 --outcome upheld \
            --words 'Đã ghi nhận lại ngày hoàn thành' --number 90/VP-TH
            Where the unit is right, mend the ledger by the acts that it knows: a ruling, an extension, an exemption; a mistaken acceptance is
            taken back with `thidua item rule … --kind revoked`, and the unit reports its result anew.
            """)

    @Argument(help: "Id of the dispute, from `thidua review show`.")
    var dispute: ReviewDispute.ID

    @Option(help: "upheld: the unit is right; rejected: it is not.")
    var outcome: ReviewDispute.Answer.Outcome

    @Option(help: "Why, or what was mended.")
    var words: String

    @Option(help: "Number and symbol of the answering paper.")
    var number = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AnswerReviewDispute(dispute, outcome, words: words, documentNumber: number)
        let entry = try officer.provinceEntry()
        let answered = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
            return try await ShowDispute(act.dispute).perform(in: tx)
        }
        ReviewOutput.print(answered, as: officer.output)
    }
}

struct ShowReviewCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "review-units"
    static let example = "--campaign KH-77-2023 --review interim"
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Who has answered, what is open, how long there is, which versions are frozen.",
        discussion: "Example: thidua review show --campaign KH-77-2023 --review interim")

    @OptionGroup var named: NamedReview
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() async throws -> Entry { try await officer.seat.widestEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ShowReview {
        ShowReview(campaign: named.campaign, review: named.review)
    }

    /// With everything that stands beside the units' answers.
    func run() async throws {
        let there = try await entry()
        let answer = try await officer.read(there) { (tx: borrowing TenantTransaction) in try await listing(in: tx).perform(in: tx) }
        ReviewOutput.print(answer, as: officer.output)
    }
}
