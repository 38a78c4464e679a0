/// An item with how it stands and what its units and its campaign are called: one row of a list.
public struct LedgerEntry: Sendable, Hashable {
    public let item: WorkItem
    public let standing: WorkItem.Standing
    public var names: Names

    public init(item: WorkItem, standing: WorkItem.Standing, names: Names) {
        self.item = item
        self.standing = standing
        self.names = names
    }

    public struct Names: Sendable, Hashable {
        public let tenant: Tenant.Slug
        /// Full name of the unit of the province.
        public let tenantName: String
        /// Full name of the sub-unit that must do it.
        public let unitName: String
        /// Code of the campaign that counts the item.
        public let campaign: String?
        /// Who in the unit must do it, with his title; nil where nobody is named, or the officer may not know.
        public let assignee: String?
        /// Full name of the sub-unit that handed it on; nil where the unit as a whole did, and as long as it was not asked for.
        public var giver: String?

        public init(
            tenant: Tenant.Slug, tenantName: String, unitName: String, campaign: String?, assignee: String? = nil, giver: String? = nil
        ) {
            self.tenant = tenant
            self.tenantName = tenantName
            self.unitName = unitName
            self.campaign = campaign
            self.assignee = assignee
            self.giver = giver
        }
    }

    /// Where a page ended: by due date, then in the order in which items were made.
    public struct Position: Sendable, Hashable {
        /// Nil: among the items without a due date, which come last.
        public let dueOn: CivilDate?
        public let id: WorkItem.ID

        public init(dueOn: CivilDate?, id: WorkItem.ID) {
            self.dueOn = dueOn
            self.id = id
        }
    }

    public var position: Position { Position(dueOn: item.terms.dueOn, id: item.id) }

    /// The deadline (kỳ hạn) for which a periodic item is late or due soon, where that is another day than its own (A16); else nil.
    public var occurrence: CivilDate? {
        guard standing.closed == nil, let day = standing.occurrence, day != item.terms.dueOn else { return nil }
        return switch standing.timeliness {
        case .overdue, .dueSoon, .completedLate: day
        default: nil
        }
    }

    /// `31/12/2023`, of a periodic item that is late or due soon before `31/12/2023 (kỳ hạn 15/06/2023)`; nil: it has no date.
    public var due: String? { item.terms.dueOn.map { ItemOccurrence.due($0, for: occurrence) } }
}

/// One item with everything that was said of it.
public struct WorkItemDetail: Sendable, Hashable {
    public let entry: LedgerEntry
    /// In the order of their evidence.
    public let reports: [ProgressReport]
    /// In the order in which they were recorded.
    public let rulings: [Ruling]
    public let changes: [Change]
    /// The files that reports rest on, as far as the officer reads them (A59).
    public let evidence: [Evidence]
    /// In the order in which they were asked.
    public let extensions: [ItemExtension]
    /// In the order in which they were raised.
    public let disputes: [ItemDispute]
    /// By which working days are counted.
    public let calendar: WorkingCalendar
    /// How many the campaign expects at most; beyond it the council sees each (A27). Nil where no campaign counts the item.
    public let maximumExtensions: Int?
    /// Of the campaign that counts it.
    public let clocks: WorkItem.Clocks
    /// The day at whose end this is told.
    public let day: CivilDate
    /// What was handed on from it, as far as the officer sees it.
    public let children: [LedgerEntry]
    /// Title of the province's leader in charge.
    public let provinceLeaderTitle: String?
    public let unitLeaderTitle: String?
    /// Of a periodic item, by date.
    public let occurrences: [ItemOccurrence]
    /// The papers that order it besides the first one (A14).
    public let sources: [ItemSource]
    /// By which it was cut anew, or was replaced.
    public let correction: ItemCorrection?
    /// The draft that it was given from, for who gave it; nil where there was none or the officer may not know.
    public let origin: ItemDraft.Origin?
    /// Of the posts that did its steps, as far as the officer may know them.
    public let titles: [Post.ID: String]
    /// Whether it is the officer's seat that rules on it: which posts he holds, and which one gave it.
    public let isRuledHere: Bool
    /// Whether its unit has ended and one other came of it: what it co-ordinates in passes on to that one (A73).
    public let hasHeir: Bool
    /// The day of the final review that judges it: while no date is fixed for it, frozen figures take it for due then (A26). Nil: none judges it.
    public let finalReviewOn: CivilDate?

    public init(
        entry: LedgerEntry, reports: [ProgressReport], rulings: [Ruling], changes: [Change], evidence: [Evidence],
        extensions: [ItemExtension], disputes: [ItemDispute], calendar: WorkingCalendar, maximumExtensions: Int?, day: CivilDate,
        children: [LedgerEntry], provinceLeaderTitle: String?, unitLeaderTitle: String?, occurrences: [ItemOccurrence] = [],
        sources: [ItemSource] = [], correction: ItemCorrection? = nil, origin: ItemDraft.Origin? = nil,
        titles: [Post.ID: String] = [:], clocks: WorkItem.Clocks = WorkItem.Clocks(), isRuledHere: Bool = true, hasHeir: Bool = false,
        finalReviewOn: CivilDate? = nil
    ) {
        self.entry = entry
        self.reports = reports
        self.rulings = rulings
        self.changes = changes
        self.evidence = evidence
        self.extensions = extensions
        self.disputes = disputes
        self.calendar = calendar
        self.maximumExtensions = maximumExtensions
        self.day = day
        self.children = children
        self.provinceLeaderTitle = provinceLeaderTitle
        self.unitLeaderTitle = unitLeaderTitle
        self.occurrences = occurrences
        self.sources = sources
        self.correction = correction
        self.origin = origin
        self.titles = titles
        self.clocks = clocks
        self.isRuledHere = isRuledHere
        self.hasHeir = hasHeir
        self.finalReviewOn = finalReviewOn
    }

    /// Years that the working calendar does not know and the terms of the item reach into: its due date, the one that is asked for, and the
    /// days by which it is taken note of and a dispute is answered.
    public var warnings: [CalendarGap] {
        guard entry.standing.closed == nil, entry.standing.completedOn == nil else { return [] }
        let asked = extensions.undecided?.request?.newDueOn
        let (item, dispute) = (entry.item, disputes.open)
        let note = entry.standing.acknowledgedOn == nil ? item.acknowledgeBy(clocks, calendar) : nil
        let found =
            calendar.gaps(at: [item.terms.dueOn, asked]) + calendar.gaps(at: [note], since: max(item.assignedOn, item.recordedOn))
            + calendar.gaps(at: [dispute?.answerBy(calendar)], since: dispute?.raised.recordedOn)
        return Set(found).sorted { $0.year < $1.year }
    }

    /// What the assigner changed, as it stood before.
    public struct Change: Sendable, Hashable {
        /// The version that was replaced.
        public let version: Int
        public let title: String
        public let dueOn: CivilDate?
        public let dueWords: String
        public let reason: String
        public let changedBy: Post.ID
        public let recordedOn: CivilDate
        /// The paper that orders it; empty and nil where none is named.
        public let documentNumber: String
        public let documentIssuer: String
        public let documentOn: CivilDate?
        /// When it was written down, in milliseconds since 1970.
        public let milliseconds: UInt64

        public init(
            version: Int, title: String, dueOn: CivilDate?, dueWords: String, reason: String, changedBy: Post.ID, recordedOn: CivilDate,
            documentNumber: String = "", documentIssuer: String = "", documentOn: CivilDate? = nil, milliseconds: UInt64
        ) {
            self.version = version
            self.title = title
            self.dueOn = dueOn
            self.dueWords = dueWords
            self.reason = reason
            self.changedBy = changedBy
            self.recordedOn = recordedOn
            self.documentNumber = documentNumber
            self.documentIssuer = documentIssuer
            self.documentOn = documentOn
            self.milliseconds = milliseconds
        }
    }
}
