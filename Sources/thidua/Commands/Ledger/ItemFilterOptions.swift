import ArgumentParser
import Domain
import Operations

/// Which items a list or a count is of; every condition holds.
struct ItemFilterOptions: ParsableArguments {
    @Option(help: "Only of the sub-unit of this code or id, not of those below it.")
    var unit: String?

    @Option(help: "Only of this person, by id.")
    var assignee: Person.ID?

    @Option(help: "Only of this kind: task, target.")
    var kind: LedgerItem.Kind?

    @Option(help: "Only of this content of the plan and what is below it: III.2 with III.2.1.")
    var content: String?

    @Option(help: "Only of the sector of this code.")
    var sector: String?

    @Option(help: "Only ordered by this paper, by id.")
    var directive: Directive.ID?

    @Option(help: "Only under this leader of the unit, by id of the post.")
    var unitLeader: Post.ID?

    @Option(help: "Only under this leader of the province, by id of the post.")
    var provinceLeader: Post.ID?

    @Option(help: "Only these: noDueDate, inTime, dueSoon, overdue, completedEarly, completedOnTime, completedLate, completedUndated.")
    var timeliness: Timeliness?

    @Option(help: "Only those that a figure counts: counted, acknowledged, reported, done, above, extended.")
    var figure: LedgerFigure?

    @Option(help: "Only counted by the campaign of this code.")
    var campaign: String?

    @Option(help: "Only due on this day or later.")
    var dueFrom: CivilDate?

    @Option(help: "Only due on this day or earlier.")
    var dueTo: CivilDate?

    @Option(help: "Only where the unit is lead, or coordinate.")
    var role: LedgerItem.Role?

    @Option(help: "Only given to the unit by the province, or given inside the unit.")
    var origin: Origin?

    @Option(help: "Only handed on from this item, by id.")
    var parent: WorkItem.ID?

    enum Origin: String, ExpressibleByArgument, CaseIterable {
        case province, inside
    }

    func validate() throws {
        if origin != nil, parent != nil { throw ValidationError("chỉ dùng một trong hai: --origin hoặc --parent") }
        if let dueFrom, let dueTo, dueTo < dueFrom {
            throw ValidationError("--due-to: trước --due-from (\(dueFrom.vietnamese)); đổi lại hai ngày")
        }
    }

    /// - Parameter day: on which the code of the sub-unit is looked up; today when nil.
    func filter(on day: CivilDate?, in tx: borrowing TenantTransaction) async throws -> LedgerFilter {
        var place: SubUnit.ID?
        if let unit { place = try await SubUnitReference(unit).resolve(on: day, naming: "--unit", in: tx).id }
        return LedgerFilter(
            unit: place, assignee: assignee, kind: kind, content: content, sector: sector, directive: directive, unitLeader: unitLeader,
            provinceLeader: provinceLeader, timeliness: timeliness, figure: figure, campaign: campaign, dueFrom: dueFrom, dueTo: dueTo,
            role: role,
            origin: from)
    }

    private var from: LedgerFilter.Origin {
        if let parent { return .handedOn(from: parent) }
        return switch origin {
        case .province: .province
        case .inside: .inside
        case nil: .any
        }
    }
}
