import ArgumentParser
import Domain
import Operations

struct DisputeItemCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let configuration = CommandConfiguration(
        commandName: "dispute", abstract: "The unit disputes an item on taking note of it; one dispute at a time.",
        discussion: """
            Example: thidua item dispute 01890a5d-ac96-774b-bcce-b302099a8057 --ground notItsFunction --proposed-lead STC \
            --reason 'Thuộc chức năng của Sở Tài chính'
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Option(help: "What is wrong: notItsFunction, duplicate, noClearDate.")
    var ground: DisputeStep.Ground

    @Option(help: "Unit that should lead instead: slug, code, id or full name; needed where it is not the unit's function.")
    var proposedLead: String?

    @Option(help: "Code of the item of the unit's ledger that it doubles; needed there.")
    var duplicate: String?

    @Option(help: "Why.")
    var reason: String

    @Option(help: "Number and symbol of the paper.")
    var number = ""

    @Option(help: "Date of the paper; today when absent.")
    var date: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = DisputeItem(
            item: item, ground: ground, proposedLead: proposedLead, duplicateCode: duplicate, reason: reason, documentNumber: number,
            raisedOn: date)
        try await officer.printItem(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}

struct AnswerDisputeCommand: OfficerCommand {
    static let asks = Deed.action(.ruleItem)
    static let configuration = CommandConfiguration(
        commandName: "answer-dispute", abstract: "The assigner upholds a dispute by another lead, date or item, or rejects it.",
        discussion: """
            Example: thidua item answer-dispute 01890a5d-ac96-774b-bcce-b302099a8057 --remedy transferred --number 92/UBND-TH \
            --reason 'Đúng như kiến nghị' --province
            Without --remedy the dispute is rejected.
            """)

    @Argument(help: "Id of the item, from `thidua item disputes`.")
    var item: WorkItem.ID

    @Option(help: "How it is upheld: transferred, newDate, replaced; rejected when absent.")
    var remedy: DisputeStep.Remedy?

    @Option(help: "Of a transfer the new lead; the proposed one when absent.")
    var lead: String?

    @Option(help: "The new date, or the new lead's.")
    var dueOn: CivilDate?

    @Option(help: "Code or id of the item that stands in its place; the one that the unit named as doubled when absent.")
    var by: String?

    @OptionGroup var paper: PassingOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let act = AnswerDispute(
            item: item, answer: AnswerDispute.Answer(remedy, lead: lead, dueOn: dueOn, by: by), paper: paper.paper)
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            _ = try await act.perform(in: tx, ids: .system)
            return act.item
        }
    }
}

struct ListDisputesCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "disputes"
    static let configuration = CommandConfiguration(
        commandName: "disputes", abstract: "Disputes that wait for an answer, the first raised first, each with its clock.",
        discussion: "Example: thidua item disputes --province")

    @OptionGroup var ledger: LedgerOptions

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListWaitingDisputes { ListWaitingDisputes() }
}
