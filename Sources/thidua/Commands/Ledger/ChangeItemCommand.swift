import ArgumentParser
import Domain
import Operations

struct ChangeItemCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "The assigner changes what an item asks for; what stood before is kept.",
        discussion: """
            Example: thidua item change 01890a5d-ac96-774b-bcce-b302099a8057 --version 1 --due-on 2023-07-31 \
            --reason 'Theo chỉ đạo của Chủ tịch UBND tỉnh' --document-number 1520/UBND-TH --document-on 2023-06-15 --province
            What is not named stays as it is. The version is refused when somebody else changed the item in the meantime.
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Option(help: "Version that the change starts from, from `thidua item show`.")
    var version: Int

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var paper: Paper

    @Option(help: "What is to be done, or the name of the target.")
    var title: String?

    @OptionGroup var goal: GoalChangeOptions

    @Option(help: "Content of the plan that it serves.")
    var content: String?

    @Option(help: "Where in the paper.")
    var sourceClause: String?

    @Option(help: "Code or name of the sector (lĩnh vực).")
    var sector: String?

    @Option(help: "What is to be handed in.")
    var product: String?

    @Option(help: "To whom it is submitted (cấp trình).")
    var submitTo: String?

    @Option(help: "What counts as the result.")
    var completion: WorkItem.Completion?

    @OptionGroup var people: People

    @Option(help: "Deadline in the words of the paper.")
    var dueWords: String?

    @Option(help: "Last day in time; read from the words when absent.")
    var dueOn: CivilDate?

    @Option(help: "Number of the paper that fixes the date; empty takes it off.")
    var dueDocument: String?

    @OptionGroup var ledger: LedgerOptions

    /// The paper that orders the change.
    struct Paper: ParsableArguments {
        @Option(help: "Number of the paper that orders the change.")
        var documentNumber = ""

        @Option(help: "Who issued that paper; the assigner when absent.")
        var documentIssuer = ""

        @Option(help: "Date of that paper; today when absent.")
        var documentOn: CivilDate?
    }

    /// Who is in charge; each may be taken off the item.
    struct People: ParsableArguments {
        @Option(help: "Id of the post of the unit's leader in charge.")
        var unitLeader: Post.ID?

        @Flag(help: "No leader of the unit is in charge.")
        var noUnitLeader = false

        @Option(help: "Id of the post of the province's leader in charge.")
        var provinceLeader: Post.ID?

        @Flag(help: "No leader of the province is in charge.")
        var noProvinceLeader = false

        @Option(help: "Id of the person who must do it.")
        var assignee: Person.ID?

        @Flag(help: "No person of the unit must do it.")
        var noAssignee = false

        func validate() throws {
            let pairs = [
                ("unit-leader", unitLeader != nil && noUnitLeader), ("province-leader", provinceLeader != nil && noProvinceLeader),
                ("assignee", assignee != nil && noAssignee),
            ]
            for (name, isBoth) in pairs where isBoth { throw ValidationError("chỉ dùng một trong hai: --\(name) hoặc --no-\(name)") }
        }
    }

    func run() async throws {
        let act = change
        try await ledger.officer.printItem(in: try ledger.entry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
            return act.id
        }
    }

    private var change: ChangeItem {
        var change = ChangeItem(id: item, version: version, changes: changes, reason: reason)
        change.documentNumber = paper.documentNumber
        change.documentIssuer = paper.documentIssuer
        change.documentOn = paper.documentOn
        return change
    }

    private var changes: ChangeItem.Changes {
        var changes = ChangeItem.Changes()
        changes.title = title
        changes.goal = goal.goal
        changes.content = content
        changes.sourceClause = sourceClause
        changes.sector = sector
        changes.product = product
        changes.submitTo = submitTo
        changes.completion = completion
        changes.unitLeader = people.noUnitLeader ? .some(nil) : people.unitLeader.map(Optional.some)
        changes.provinceLeader = people.noProvinceLeader ? .some(nil) : people.provinceLeader.map(Optional.some)
        changes.assignee = people.noAssignee ? .some(nil) : people.assignee.map(Optional.some)
        changes.dueWords = dueWords
        changes.dueOn = dueOn
        changes.dueDocument = dueDocument
        return changes
    }
}
