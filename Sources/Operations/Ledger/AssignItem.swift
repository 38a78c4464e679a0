public import Domain
public import Storage

/// Gives one item: by the Office to a unit of the province, or by a unit to one of its sub-units. Units asked to co-ordinate get an item of
/// their own in the same transaction, which names the lead's.
public struct AssignItem: Sendable {
    /// Slug, code, id or full name of the unit that must do it.
    public var lead: String
    /// The same of the units asked to co-ordinate, or those that papers name together: Các sở, ban, ngành tỉnh.
    public var coordinators: [String]
    /// Made from the directive's number when nil.
    public var code: String?
    public var kind: LedgerItem.Kind
    public var title: String
    public var goal: WorkItem.Goal?
    /// Code of the campaign that counts it; nil: none (A11).
    public var campaign: String?
    public var content: String?
    public var directive: Directive.ID?
    public var sourceClause: String
    /// Code or name of the lĩnh vực.
    public var sector: String
    public var product: String
    public var submitTo: String
    /// Nil: a submission where there is somebody to submit to, else the thing itself (A24).
    public var completion: WorkItem.Completion?
    public var unitLeader: Post.ID?
    public var provinceLeader: Post.ID?
    public var assignee: Person.ID?
    public var dueWords: String
    /// Read from the words when nil (A22).
    public var dueOn: CivilDate?
    /// The date of the directive when nil, else today.
    public var assignedOn: CivilDate?
    /// The deadlines of a periodic item (A16), one by one and by their rhythm.
    public var occurrences: [CivilDate] = []
    public var recurrence: Recurrence?
    /// Further papers that order it, each with the place in it (A14).
    public var sources: [Source] = []
    /// What it was in earlier years (A14b).
    public var carried: CarriedOver?
    /// The paper that fixes its date for this campaign.
    public var dueDocument: String = ""

    public struct Source: Sendable, Hashable {
        public var directive: Directive.ID
        public var clause: String

        public init(directive: Directive.ID, clause: String) {
            self.directive = directive
            self.clause = clause
        }
    }

    public init(
        lead: String, coordinators: [String] = [], code: String? = nil, kind: LedgerItem.Kind, title: String, goal: WorkItem.Goal? = nil,
        campaign: String? = nil, content: String? = nil, directive: Directive.ID? = nil, sourceClause: String = "", sector: String,
        product: String = "", submitTo: String = "", completion: WorkItem.Completion? = nil, unitLeader: Post.ID? = nil,
        provinceLeader: Post.ID? = nil, assignee: Person.ID? = nil, dueWords: String = "", dueOn: CivilDate? = nil,
        assignedOn: CivilDate? = nil
    ) {
        self.lead = lead
        self.coordinators = coordinators
        self.code = code
        self.kind = kind
        self.title = title
        self.goal = goal
        self.campaign = campaign
        self.content = content
        self.directive = directive
        self.sourceClause = sourceClause
        self.sector = sector
        self.product = product
        self.submitTo = submitTo
        self.completion = completion
        self.unitLeader = unitLeader
        self.provinceLeader = provinceLeader
        self.assignee = assignee
        self.dueWords = dueWords
        self.dueOn = dueOn
        self.assignedOn = assignedOn
    }

    /// - Throws: ``Problem`` `invalid-input` with every field at fault; `code-taken`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> WorkItem.ID {
        // Before anything is said of what is named.
        guard try await tx.officer().may(.assignItem) else { throw Problem.notAllowed }
        let background = try await ItemBackground.load(directive: directive, campaign: campaign, in: tx)
        let (form, unitFaults) = form(UnitNames(background.references))
        var check = ItemCheck(background)
        let (terms, assignedOn) = check.terms(of: form)
        if unitFaults.isEmpty { check.units(of: form) }
        var faults = unitFaults + check.faults
        if let unit = form.leads.first {
            faults += try await ItemPeople(terms).faults(at: unit, background.references, in: tx)
        }
        let days = ItemSupplements.days(occurrences, recurrence, of: terms, assignedOn: assignedOn, &faults)
        let sources = try await ItemSupplements.sources(sources, besides: terms, in: tx, &faults)
        let code = code.map { VietnameseText($0).string }
        if let code, code.isEmpty || code.count > 64 { faults.append(ItemFault(.code, "mã có từ 1 đến 64 ký tự")) }
        guard faults.isEmpty, let unit = form.leads.first else {
            throw Problem.invalid(faults.map { FieldFault($0.field.path, $0.reason) })
        }

        let made: String
        if let code {
            made = code
        } else {
            made = try await ItemCodes(background.directive, year: background.year, in: tx).first
        }
        var item = WorkItem.Assignment(
            id: ids.next(), tenant: unit.tenant, unit: unit.unit, code: made, terms: terms, assignedOn: assignedOn, carried: form.carried)
        item.occurrences = days
        item.sources = sources.map { WorkItem.Assignment.Source(directive: $0.directive, clause: $0.clause) }
        try await WorkItem.assign([item] + item.coordinating(form.coordinators, ids: ids), in: tx)
        return item.id
    }

    private func form(_ names: UnitNames) -> (ItemForm, [ItemFault]) {
        var faults: [ItemFault] = []
        func unit(_ name: String, _ field: ItemField) -> LedgerReferences.Unit? {
            do throws(UnitNames.Fault) {
                return try names.unit(name)
            } catch {
                faults.append(ItemFault(field, error.reason))
                return nil
            }
        }
        let leads = [unit(lead, .lead)].compactMap(\.self)
        var others: [LedgerReferences.Unit] = []
        var words: [String] = []
        for name in coordinators {
            do throws(UnitNames.Fault) {
                let named = try names.named(name, besides: leads)
                // Nothing at all is no unit either.
                if named.words.isEmpty { _ = try names.unit(name) }
                others += named.units.filter { !others.contains($0) }
                words += named.words.filter { !words.contains($0) }
            } catch {
                faults.append(ItemFault(.coordinators, error.reason))
            }
        }
        let form = ItemForm(
            leads: leads, coordinators: others, coordinatorWords: words, kind: kind, goal: goal, title: title,
            content: content, sourceClause: sourceClause, sector: sector, product: product, submitTo: submitTo, completion: completion,
            unitLeader: unitLeader, provinceLeader: provinceLeader, assignee: assignee, dueWords: dueWords, dueOn: dueOn,
            assignedOn: assignedOn, carried: carried, dueDocument: dueDocument)
        return (form, faults)
    }
}
