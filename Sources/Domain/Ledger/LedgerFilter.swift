/// Which items of the ledger are asked for. Every condition holds; an empty filter asks for all that the officer sees.
public struct LedgerFilter: Sendable, Hashable {
    public var tenant: Tenant.Slug?
    /// This sub-unit itself, not what is below it.
    public var unit: SubUnit.ID?
    public var assignee: Person.ID?
    public var kind: LedgerItem.Kind?
    /// This content of the plan and what is below it: III.2 with III.2.1.
    public var content: String?
    public var sector: String?
    public var directive: Directive.ID?
    public var unitLeader: Post.ID?
    public var provinceLeader: Post.ID?
    public var timeliness: Timeliness?
    public var figure: LedgerFigure?
    /// Those alone that are still to be done; false: those that are done or out of the count.
    public var isOpen: Bool?
    /// By its code.
    public var campaign: String?
    /// Only of units that have a row of their own in the campaign's table of units.
    public var inTable: Bool
    public var dueFrom: CivilDate?
    /// The last day asked for.
    public var dueTo: CivilDate?
    public var role: LedgerItem.Role?
    public var origin: Origin

    public init(
        tenant: Tenant.Slug? = nil, unit: SubUnit.ID? = nil, assignee: Person.ID? = nil, kind: LedgerItem.Kind? = nil,
        content: String? = nil,
        sector: String? = nil, directive: Directive.ID? = nil, unitLeader: Post.ID? = nil, provinceLeader: Post.ID? = nil,
        timeliness: Timeliness? = nil, figure: LedgerFigure? = nil, campaign: String? = nil,
        inTable: Bool = false, dueFrom: CivilDate? = nil,
        dueTo: CivilDate? = nil, role: LedgerItem.Role? = nil, origin: Origin = .any
    ) {
        self.tenant = tenant
        self.unit = unit
        self.assignee = assignee
        self.kind = kind
        self.content = content
        self.sector = sector
        self.directive = directive
        self.unitLeader = unitLeader
        self.provinceLeader = provinceLeader
        self.timeliness = timeliness
        self.figure = figure
        self.campaign = campaign
        self.inTable = inTable
        self.dueFrom = dueFrom
        self.dueTo = dueTo
        self.role = role
        self.origin = origin
    }

    /// Where an item comes from.
    public enum Origin: Sendable, Hashable {
        case any
        /// Given to the unit as a whole by the province: what the province judges the unit by (A01, A55).
        case province
        /// Given by the unit itself to its sub-units and people.
        case inside
        /// What a unit itself answers for: as a whole what the province gave it, a sub-unit what was given to it, without the parts that it gave
        /// to people of its own; a person who sees no more than that, what was given to him.
        case answeredFor
        /// Handed on from this item.
        case handedOn(from: WorkItem.ID)
    }
}

/// Which of the items a count is of, beside ``Timeliness``; exempted and cancelled ones are in none.
public enum LedgerFigure: String, Sendable, Hashable, CaseIterable {
    /// Those that count.
    case counted
    /// Taken note of, or done.
    case acknowledged
    /// Reported on since the first of the month.
    case reported
    case done
    /// Done, and strictly better than the target (A46).
    case above
    /// Whose due date was moved.
    case extended
}

/// By what items are counted.
public enum LedgerGrouping: String, Sendable, Hashable, CaseIterable {
    case tenant, unit, assignee, kind, content, sector, directive, unitLeader, provinceLeader, timeliness, campaign
    /// The month of the due date, `2023-06`.
    case dueMonth
    case role
    case parent
}
