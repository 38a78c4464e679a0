import ArgumentParser
import Domain
import Operations

/// What an item asks for, as it is given or drafted.
struct AssignmentOptions: ParsableArguments {
    @Option(help: "Unit that must do it: slug, code, id or full name.")
    var lead: String

    @Option(help: "Unit asked to co-ordinate, named likewise or with others (Các sở, ban, ngành tỉnh); may be repeated.")
    var coordinator: [String] = []

    @Option(help: "Code of the item; made from the number of the paper when absent.")
    var code: String?

    @Option(help: "What is to be done, or the name of the target.")
    var title: String

    @OptionGroup var goal: GoalOptions

    @Option(help: "Code of the campaign that counts it; none when absent.")
    var campaign: String?

    @Option(help: "Content of the plan that it serves, such as III.2.1.")
    var content: String?

    @Option(help: "Id of the paper that orders it.")
    var directive: Directive.ID?

    @Option(help: "Where in the paper.")
    var sourceClause = ""

    @Option(help: "Code or name of the sector (lĩnh vực).")
    var sector: String

    @Option(help: "What is to be handed in.")
    var product = ""

    @Option(help: "To whom it is submitted (cấp trình).")
    var submitTo = ""

    @Option(help: "What counts as the result; trinh where there is somebody to submit to, else ketQua.")
    var completion: WorkItem.Completion?

    @Option(help: "Id of the post of the unit's leader in charge.")
    var unitLeader: Post.ID?

    @Option(help: "Id of the post of the province's leader in charge.")
    var provinceLeader: Post.ID?

    @Option(help: "Id of the person who must do it.")
    var assignee: Person.ID?

    @Option(help: "Deadline in the words of the paper, such as 'trước ngày 30/6/2023'.")
    var dueWords = ""

    @Option(help: "Last day in time; read from the words when absent.")
    var dueOn: CivilDate?

    @Option(help: "Day of the assignment; the date of the paper when absent, else today.")
    var assignedOn: CivilDate?

    @OptionGroup var periodic: OccurrenceOptions

    @OptionGroup var backlog: BacklogOptions

    var item: AssignItem {
        let goal = goal.goal
        var item = AssignItem(
            lead: lead, coordinators: coordinator, code: code, kind: goal == nil ? .task : .target, title: title, goal: goal,
            campaign: campaign, content: content, directive: directive, sourceClause: sourceClause, sector: sector, product: product,
            submitTo: submitTo, completion: completion, unitLeader: unitLeader, provinceLeader: provinceLeader, assignee: assignee,
            dueWords: dueWords, dueOn: dueOn, assignedOn: assignedOn)
        item.occurrences = periodic.occurrence
        item.recurrence = periodic.recurrence
        item.carried = backlog.carried
        item.dueDocument = backlog.dueDocument ?? ""
        return item
    }
}
