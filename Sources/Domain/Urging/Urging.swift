/// A letter by which the Office urged a unit about what is overdue (công văn đôn đốc), recorded after it was signed.
public struct Urging: Sendable, Hashable {
    public typealias ID = EntityID<Urging>

    /// What a letter speaks of: an item, and the due date that it has passed. With another date it is another cause.
    public struct Cause: Sendable, Hashable {
        public let item: WorkItem.ID
        public let dueOn: CivilDate

        public init(item: WorkItem.ID, dueOn: CivilDate) {
            self.item = item
            self.dueOn = dueOn
        }
    }

    public let id: ID
    /// The unit that was urged.
    public let tenant: Tenant.ID
    /// Number and symbol, as the clerk gave them.
    public let number: String
    public let signedOn: CivilDate
    public let causes: [Cause]
    /// Whether it speaks of a cause that was urged before, and was said to.
    public let isAgain: Bool

    public init(id: ID, tenant: Tenant.ID, number: String, signedOn: CivilDate, causes: [Cause], isAgain: Bool) {
        self.id = id
        self.tenant = tenant
        self.number = number
        self.signedOn = signedOn
        self.causes = causes
        self.isAgain = isAgain
    }

    /// `Công văn số 12/VP-TH ngày 20/06/2023`.
    public var vietnamese: String { "Công văn số \(number) ngày \(signedOn.vietnamese)" }
}

/// An item that the province gave to a unit as a whole and that is overdue, with what a letter says of it.
public struct OverdueItem: Sendable, Hashable {
    public let id: WorkItem.ID
    public let code: String
    public let title: String
    /// The paper that orders it: `Quyết định 503/QĐ-UBND ngày 20/03/2023`; empty where none is known.
    public let source: String
    /// Who gave it.
    public let giver: String
    /// The date that passed: its own; of a periodic item before that the first deadline for which nothing was delivered.
    public let dueOn: CivilDate
    /// Of a periodic item the first deadline (kỳ hạn) that passed with nothing delivered; nil: only its own date passed.
    public let occurrence: CivilDate?
    /// `31/12/2023`, or `31/12/2023 (kỳ hạn 15/06/2023)`.
    public let due: String
    /// Since the first date that passed.
    public let days: Int
    /// The letters about it and this due date, the first one first.
    public let urgings: [Urging]

    public init(
        id: WorkItem.ID, code: String, title: String, source: String, giver: String, dueOn: CivilDate, days: Int, urgings: [Urging],
        occurrence: CivilDate? = nil, due: String? = nil
    ) {
        self.id = id
        self.code = code
        self.title = title
        self.source = source
        self.giver = giver
        self.dueOn = dueOn
        self.occurrence = occurrence
        self.due = due ?? dueOn.vietnamese
        self.days = days
        self.urgings = urgings
    }

    public var cause: Urging.Cause { Urging.Cause(item: id, dueOn: dueOn) }

    /// `đã đôn đốc: Công văn số 12/VP-TH ngày 20/06/2023`; empty of the first time.
    public var urgedWords: String {
        urgings.isEmpty ? "" : "đã đôn đốc: " + urgings.map(\.vietnamese).joined(separator: "; ")
    }
}

/// A unit of the first tier with what is overdue there.
public struct OverdueUnit: Sendable, Hashable {
    public let tenant: Tenant.ID
    public let slug: Tenant.Slug
    public let code: String
    public let name: String
    /// By due date.
    public let items: [OverdueItem]

    public init(tenant: Tenant.ID, slug: Tenant.Slug, code: String, name: String, items: [OverdueItem]) {
        self.tenant = tenant
        self.slug = slug
        self.code = code
        self.name = name
        self.items = items
    }

    /// One of its items with the unit itself: a line of the list.
    public struct Line: Sendable, Hashable {
        public let unit: OverdueUnit
        public let item: OverdueItem
    }

    public var lines: [Line] { items.map { Line(unit: self, item: $0) } }

    /// What no letter has spoken of.
    public var fresh: [OverdueItem] { items.filter(\.urgings.isEmpty) }

    /// What a letter now speaks of: what none has spoken of, or again all of it.
    public func spoken(again isAgain: Bool) -> [OverdueItem] { isAgain ? items : fresh }

    /// The letter that was signed last, of those about these items.
    public var last: Urging? {
        items.flatMap(\.urgings).max { ($0.signedOn, $0.id.description) < ($1.signedOn, $1.id.description) }
    }
}
