public import Domain
public import Storage

/// Hands part of an item on to a sub-unit or a person of the same unit. The part has its own doer, date and acceptance (A55); it is due no
/// later than what it is a part of (A56).
public struct HandOnItem: Sendable {
    public var parent: WorkItem.ID
    /// Code, id or full name of the sub-unit.
    public var unit: String
    public var assignee: Person.ID?
    /// The parent's when nil.
    public var title: String?
    /// The parent's when nil; a task cannot be part of what is only measured the other way round, so both kinds are open.
    public var goal: WorkItem.Goal?
    /// A task even where the parent is a target.
    public var asTask: Bool
    public var product: String?
    public var completion: WorkItem.Completion?
    public var unitLeader: Post.ID?
    public var dueWords: String
    /// Read from the words when nil, and the parent's when there are none either.
    public var dueOn: CivilDate?
    public var assignedOn: CivilDate?
    public var code: String?

    public init(
        parent: WorkItem.ID, unit: String, assignee: Person.ID? = nil, title: String? = nil, goal: WorkItem.Goal? = nil,
        asTask: Bool = false,
        product: String? = nil, completion: WorkItem.Completion? = nil, unitLeader: Post.ID? = nil, dueWords: String = "",
        dueOn: CivilDate? = nil, assignedOn: CivilDate? = nil, code: String? = nil
    ) {
        self.parent = parent
        self.unit = unit
        self.assignee = assignee
        self.title = title
        self.goal = goal
        self.asTask = asTask
        self.product = product
        self.completion = completion
        self.unitLeader = unitLeader
        self.dueWords = dueWords
        self.dueOn = dueOn
        self.assignedOn = assignedOn
        self.code = code
    }

    /// - Throws: `invalid-input` with every field at fault, a later date than the parent's among them, and the unit that has it already;
    ///   `not-found` where the parent is out of sight; `item-cancelled`, `item-accepted`, `code-taken`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> WorkItem.ID {
        guard let whole = try await LedgerEntry.find(parent, in: tx) else { throw Problem.notFound }
        if let refusal = whole.standing.refusal(of: .handOn, role: whole.item.role) { throw refusal }
        let references = try await LedgerReferences.load(campaign: whole.item.terms.campaign, in: tx)
        var check = InputCheck()
        let place = place(UnitNames(references.units), &check)
        let assignedOn = assignedOn ?? references.today
        if assignedOn > references.today {
            check.fault("$.assignedOn", "sau ngày hôm nay (\(references.today.vietnamese)); nhập ngày đã giao")
        }
        if assignedOn < whole.item.assignedOn {
            check.fault(
                "$.assignedOn", "trước ngày \(whole.item.assignedOn.vietnamese) đơn vị được giao việc này; nhập ngày từ đó trở đi")
        }
        let terms = terms(whole.item, assignedOn: assignedOn, references.spans, &check)
        if let place {
            for fault in try await ItemPeople(terms).faults(at: place, references, in: tx) { check.fault(fault.field.path, fault.reason) }
            if SubUnit.ID(place.tenant.uuid) == place.unit || whole.item.unit == place.unit, assignee == nil {
                // Who gives nothing at all is told that.
                let officer = try await tx.officer()
                guard officer.mayWrite, officer.may(.assignItem) else { throw Problem.notAllowed }
                check.fault("$.unit", "giao cho phòng, ban, xã, phường, thị trấn hoặc cho một người cụ thể")
            }
        }
        let given = code.map { check.line($0, "$.code", atMost: 64) }
        try check.finish()
        guard let place else { throw Problem.notFound }

        let made: String
        if let given {
            made = given
        } else {
            made = try await "\(whole.item.code).\(WorkItem.nextNumber(after: whole.item.code, separator: ".", in: tx))"
        }
        let part = WorkItem.Assignment(
            id: ids.next(), tenant: whole.item.tenant, unit: place.unit, code: made, parent: parent, terms: terms, assignedOn: assignedOn)
        try await WorkItem.assign([part], in: tx)
        return part.id
    }

    private func place(_ names: UnitNames, _ check: inout InputCheck) -> LedgerReferences.Unit? {
        do throws(UnitNames.Fault) {
            return try names.unit(unit)
        } catch {
            check.fault("$.unit", error.reason)
            return nil
        }
    }

    private func terms(
        _ whole: WorkItem, assignedOn: CivilDate, _ spans: DueSpan.Rule, _ check: inout InputCheck
    ) -> WorkItem.Terms {
        var terms = whole.terms
        terms.assignee = assignee
        terms.unitLeader = unitLeader
        terms.coordinators = []
        terms.dueDocument = nil
        if let title { terms.title = check.openLine(title, "$.title", atMost: 4_000) }
        if let product { terms.product = VietnameseText(product).string }
        if let completion { terms.completion = completion }
        terms.goal = asTask ? nil : goal ?? whole.terms.goal
        if let goal = terms.goal, goal.direction.isReduction, goal.baseline == nil {
            check.fault("$.goal.baseline", "nhập giá trị gốc để tính mức giảm")
        }
        due(whole, assignedOn: assignedOn, spans, &terms, &check)
        if let due = terms.dueOn {
            if let latest = whole.terms.dueOn, due > latest {
                check.fault("$.dueOn", "sau thời hạn \(latest.vietnamese) của nhiệm vụ được giao; nhập ngày sớm hơn hoặc bằng")
            }
            if due < assignedOn { check.fault("$.dueOn", "trước ngày giao \(assignedOn.vietnamese); nhập thời hạn từ ngày giao trở đi") }
        }
        return terms
    }

    private func due(
        _ whole: WorkItem, assignedOn: CivilDate, _ spans: DueSpan.Rule, _ terms: inout WorkItem.Terms, _ check: inout InputCheck
    ) {
        let words = VietnameseText(dueWords)
        let year = whole.terms.dueOn?.year ?? whole.assignedOn.year
        let span = DueSpan(dueWords)?.lastDay(after: assignedOn, spans)
        if let dueOn {
            (terms.dueOn, terms.dueWords) = (dueOn, words.string)
            let read = span ?? (try? DueWords(dueWords, year: year)).flatMap { $0.dueOn ?? whole.terms.dueOn }
            if !words.isEmpty, let day = read, day != dueOn {
                check.fault("$.dueOn", "khác thời hạn ghi bằng chữ (\(day.vietnamese)); sửa ngày hoặc bỏ trống một trong hai")
            }
        } else if let span {
            (terms.dueOn, terms.dueWords) = (span, words.string)
        } else if !words.isEmpty {
            do throws(DueWordsFault) {
                let read = try DueWords(dueWords, year: year)
                (terms.dueOn, terms.dueWords) = (read.dueOn ?? whole.terms.dueOn, read.original)
            } catch {
                check.fault("$.dueWords", error.description)
            }
        }
    }
}
