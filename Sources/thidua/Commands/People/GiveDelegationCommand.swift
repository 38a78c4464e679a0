import ArgumentParser
import Domain
import Operations

struct GiveDelegationCommand: OfficerCommand {
    static let asks = Deed.action(.giveDelegation)
    static let configuration = CommandConfiguration(
        commandName: "give", abstract: "Lets a colleague act in the stead of one's own post, or as the head of one of the unit's posts.",
        discussion: """
            Example: thidua delegation give --to 01890a5d-ac96-774b-bcce-b302099a8057 --form kt --scope item.rule,item.assign \
            --until 2023-07-15 --reason 'Thủ trưởng đi công tác'
            """)

    @Option(help: "Id of the post in whose stead; one's own when absent.")
    var post: Post.ID?

    @Option(help: "Id of the delegate's own post, from `thidua post list`.")
    var to: Post.ID

    @Option(help: "kt: the deputy for his head; tl: by order; tuq: by a written mandate.")
    var form: Delegation.Form

    @Option(help: "What is lent, with commas: item.rule,item.assign.")
    var scope: String

    @Option(help: "First day; today when absent.")
    var from: CivilDate?

    @Option(help: "Last day.")
    var until: CivilDate

    @Option(help: "Why.")
    var reason: String

    @Option(help: "Number of the paper; needed for tuq.")
    var documentNumber: String?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let actions = try scope.split(separator: ",").map { word in
            let name = word.filter { !$0.isWhitespace }
            guard let action = Action(rawValue: name) else {
                throw Problem.invalid(
                    "--scope",
                    "“\(name)” không có; chọn trong: \(Action.allCases.filter(\.isLendable).map(\.rawValue).joined(separator: ", "))")
            }
            return action
        }
        let giving = GiveDelegation(
            post: post, delegatePost: to, form: form, scope: actions, validFrom: from, validTo: until, reason: reason,
            documentNumber: documentNumber ?? "")
        let entry = try officer.tenantEntry()
        let delegation = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let id = try await giving.perform(in: tx, ids: .system)
            return try await ShowDelegation(id).perform(in: tx)
        }
        DelegationOutput.print(delegation, as: officer.output)
    }
}
