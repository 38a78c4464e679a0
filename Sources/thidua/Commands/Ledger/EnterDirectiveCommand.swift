import ArgumentParser
import Domain
import Operations

struct EnterDirectiveCommand: OfficerCommand {
    static let asks = Deed.action(.enterDirective)
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Enters a paper that orders work.",
        discussion: """
            Example: thidua directive add --province --type 'Quyết định' --number 503/QĐ-UBND --date 2023-03-20 \
            --issuer 'Ủy ban nhân dân tỉnh' --abstract 'Giao nhiệm vụ trọng tâm năm 2023'
            With --province into the province's papers, which every officer reads; else into the unit's own.
            """)

    @Option(help: "Kind of the paper: Quyết định, Chỉ thị, Kế hoạch, …")
    var type: String

    @Option(help: "Number and symbol.")
    var number: String

    @Option(help: "Date on the paper, 2023-03-20 or 20/3/2023.")
    var date: CivilDate

    @Option(help: "Who issued it.")
    var issuer: String

    @Option(help: "Abstract (trích yếu).")
    var abstract: String

    @Option(help: "Code of the campaign that it belongs to.")
    var campaign: String?

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let paper = Directive.Paper(type: type, number: number, issuedOn: date, issuer: issuer, abstract: abstract)
        let entering = EnterDirective(paper: paper, campaign: campaign)
        let entry = try ledger.entry()
        let directive = try await ledger.officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowDirective(id: try await entering.perform(in: tx, ids: .system)).perform(in: tx)
        }
        DirectiveOutput.print(directive, as: ledger.officer.output)
    }
}
