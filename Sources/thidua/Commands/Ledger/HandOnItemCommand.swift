import ArgumentParser
import Domain
import Operations

struct HandOnItemCommand: OfficerCommand {
    static let asks = Deed.action(.assignItem)
    static let configuration = CommandConfiguration(
        commandName: "hand-on", abstract: "Hands part of an item on to a sub-unit or a person, due no later than the whole.",
        discussion: """
            Example: thidua item hand-on 01890a5d-ac96-774b-bcce-b302099a8057 --unit PNV --title 'Soạn dự thảo quy chế' --due-on 2023-05-31
            What is not named is that of the whole.
            """)

    @Argument(help: "Id of the item, from `thidua item list`.")
    var item: WorkItem.ID

    @Option(help: "Sub-unit that must do the part: code, id or full name.")
    var unit: String

    @Option(help: "Id of the person who must do it.")
    var assignee: Person.ID?

    @Option(help: "What is to be done, or the name of the target.")
    var title: String?

    @OptionGroup var goal: GoalOptions

    @Flag(help: "The part is a task, though the whole is a target.")
    var asTask = false

    @Option(help: "What is to be handed in.")
    var product: String?

    @Option(help: "What counts as the result.")
    var completion: WorkItem.Completion?

    @Option(help: "Id of the post of the unit's leader in charge.")
    var unitLeader: Post.ID?

    @Option(help: "Deadline in words, such as 'trước ngày 30/6/2023'.")
    var dueWords = ""

    @Option(help: "Last day in time; read from the words when absent.")
    var dueOn: CivilDate?

    @Option(help: "Day of the assignment; today when absent.")
    var assignedOn: CivilDate?

    @Option(help: "Code of the part; made from that of the whole when absent.")
    var code: String?

    @OptionGroup var officer: OfficerOptions

    func validate() throws {
        if asTask, goal.goal != nil { throw ValidationError("chỉ dùng một trong hai: --as-task hoặc --target") }
    }

    func run() async throws {
        let act = HandOnItem(
            parent: item, unit: unit, assignee: assignee, title: title, goal: goal.goal, asTask: asTask, product: product,
            completion: completion, unitLeader: unitLeader, dueWords: dueWords, dueOn: dueOn, assignedOn: assignedOn, code: code)
        try await officer.printItem(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}
