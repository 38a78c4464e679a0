public import Domain
public import Storage

/// The assigner gives an item to another lead, by a signed document. The new lead gets an item of its own with the same terms, papers and history,
/// and the deadlines that are left of a periodic one; it names the old one, which leaves the count and stays visible with all its dates. Who
/// co-ordinated goes on with the new lead. What a unit that has ended co-ordinated in passes on to its one heir alone, whose lead stays who it is.
public struct TransferItem: Sendable {
    public var item: WorkItem.ID
    /// Slug, code, id or full name of the unit that must do it from now on.
    public var lead: String
    /// Nil: the date that it had.
    public var dueOn: CivilDate?
    public var paper: PassingPaper

    public init(item: WorkItem.ID, lead: String, dueOn: CivilDate? = nil, paper: PassingPaper) {
        self.item = item
        self.lead = lead
        self.dueOn = dueOn
        self.paper = paper
    }

    /// What came of it.
    public struct Transfer: Sendable {
        public let ruling: Ruling.ID
        /// The new lead's item.
        public let item: WorkItem.ID
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `item-transferred` and the like, `item-accepted`, `item-exempted`,
    ///   `result-pending`, `lead-answers`, `own-work`, `judged-meanwhile`, `due-after-parent`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Transfer {
        guard let entry = try await LedgerEntry.find(item, in: tx) else { throw Problem.notFound }
        let old = entry.item
        let heir: Tenant.ID? = if old.role == .coordinate, old.isProvinces { try await Tenant.heir(of: old.tenant, in: tx) } else { nil }
        if let refusal = entry.standing.refusal(of: .transfer, role: heir == nil ? old.role : .lead) { throw refusal }
        if let heir { return try await passHelp(entry, to: heir, in: tx, ids: ids) }
        var check = InputCheck()
        var decision = try await paper.decision(.transferred, on: old, &check, in: tx)
        let units = try await LedgerReferences.whoCouldLead(old, in: tx)
        let place = place(UnitNames(units), old, &check)
        let inherits = try await inherits(old, place, in: tx)
        let due = due(old, from: inherits ? old.assignedOn : decision.decidedOn ?? old.assignedOn, &check)
        try check.finish()
        guard let place else { throw Problem.notFound }

        var terms = old.terms
        (terms.assignee, terms.unitLeader) = (nil, nil)
        if dueOn != nil { (terms.dueOn, terms.dueWords) = (due, "") }
        // What was carried over has no date without the paper that fixes it (A14b).
        if dueOn != nil, old.carried != nil { terms.dueDocument = decision.documentNumber }
        terms.coordinators.removeAll { $0 == place.fullName }
        let number = try await WorkItem.nextNumber(after: old.code, separator: Self.separator, in: tx)
        let day = decision.decidedOn ?? old.assignedOn
        var given = WorkItem.Assignment(
            id: ids.next(), tenant: place.tenant, unit: place.unit, code: "\(old.code)\(Self.separator)\(number)", parent: old.parent,
            terms: terms, assignedOn: inherits ? old.assignedOn : day, carried: old.carried)
        given.occurrences = Self.left(of: try await ItemOccurrence.all(of: old, in: tx), from: day, until: terms.dueOn, inherits: inherits)
        given.sources = try await ItemSource.all(of: old, in: tx).map {
            WorkItem.Assignment.Source(directive: $0.directive, clause: $0.clause)
        }
        let helping = try await WorkItem.coordinating(in: old, in: tx)
        let helpers = units.filter { helping.contains($0.unit) && $0 != place }
        try await WorkItem.assign([given] + given.coordinating(helpers, ids: ids), in: tx)
        decision.other = WorkItem.Lead(tenant: place.tenant, item: given.id)
        let id: Ruling.ID = ids.next()
        try await Ruling.append(decision, id: id, on: old, in: tx)
        try await Ruling.follow(decision, on: old, in: tx)
        return Transfer(ruling: id, item: given.id)
    }

    /// The heir helps the same lead in the place of the unit that has ended, which the lead's item then names no more (A73).
    private func passHelp(
        _ entry: LedgerEntry, to heir: Tenant.ID, in tx: borrowing TenantTransaction, ids: IDSource
    ) async throws -> Transfer {
        let old = entry.item
        guard let link = old.lead, let lead = try await LedgerEntry.find(link.item, in: tx)?.item else { throw Problem.notFound }
        var check = InputCheck()
        var decision = try await paper.decision(.transferred, on: old, &check, in: tx)
        let units = try await LedgerReferences.whoCouldLead(old, in: tx)
        let place = place(UnitNames(units), old, &check)
        if let place, place.tenant != heir {
            let name = units.first { $0.tenant == heir }?.fullName ?? ""
            check.fault("$.lead", "phần phối hợp của đơn vị đã kết thúc chỉ chuyển cho đơn vị kế thừa: \(name)")
        } else if let place, place.unit == lead.unit {
            check.fault("$.lead", "đơn vị kế thừa đang chủ trì nhiệm vụ này; hủy phần phối hợp")
        } else if let place, try await WorkItem.coordinating(in: lead, in: tx).contains(place.unit) {
            check.fault("$.lead", "đơn vị kế thừa đã phối hợp nhiệm vụ này; hủy phần phối hợp của đơn vị đã kết thúc")
        }
        if dueOn != nil { check.fault("$.dueOn", "phần phối hợp theo thời hạn của cơ quan chủ trì; bỏ trống") }
        try check.finish()
        guard let place else { throw Problem.notFound }
        try await ChangeItem.refuseEnded(lead.tenant, in: tx)

        var terms = lead.terms
        let ended = VietnameseText(entry.names.unitName).folded
        terms.coordinators.removeAll { VietnameseText($0).folded == ended || $0 == place.fullName }
        terms.coordinators.append(place.fullName)
        let ground = WorkItem.ChangeGround(
            reason: decision.reason, documentNumber: decision.documentNumber, documentIssuer: decision.documentIssuer,
            documentOn: decision.decidedOn)
        guard try await WorkItem.change(lead, to: terms, because: ground, in: tx) else { throw Problem.stale }
        (terms.assignee, terms.unitLeader) = (nil, nil)
        let number = try await WorkItem.nextNumber(after: old.code, separator: Self.separator, in: tx)
        let given = WorkItem.Assignment(
            id: ids.next(), tenant: place.tenant, unit: place.unit, code: "\(old.code)\(Self.separator)\(number)", lead: link, terms: terms,
            assignedOn: old.assignedOn)
        try await WorkItem.assign([given], in: tx)
        decision.other = WorkItem.Lead(tenant: place.tenant, item: given.id)
        let id: Ruling.ID = ids.next()
        try await Ruling.append(decision, id: id, on: old, in: tx)
        return Transfer(ruling: id, item: given.id)
    }

    /// Between the code of the old item and the number of the transfer: chuyển giao.
    private static let separator = "-CG"

    /// The deadlines of a periodic item that the new lead has to keep (A16): from the day of the transfer on, but those that were kept before their
    /// day. What has passed stays the old lead's; where the new one answers for it, what was never delivered passes on as well. None of a periodic item
    /// being left, it is due as a whole: it is no other kind of work than it was.
    private static func left(
        of deadlines: [ItemOccurrence], from day: CivilDate, until due: CivilDate?, inherits: Bool
    ) -> [CivilDate] {
        if deadlines.isEmpty { return [] }
        let open = deadlines.filter { $0.completedOn == nil && ($0.dueOn >= day || (inherits && !$0.isWaiting)) }
        let days = open.map(\.dueOn).filter { $0 <= due ?? .latest }
        return days.isEmpty ? [due].compactMap(\.self) : days
    }

    private func place(_ names: UnitNames, _ item: WorkItem, _ check: inout InputCheck) -> LedgerReferences.Unit? {
        do throws(UnitNames.Fault) {
            let place = try names.unit(lead)
            guard place.unit != item.unit else {
                check.fault("$.lead", "đang là cơ quan chủ trì; chọn cơ quan khác")
                return nil
            }
            guard item.tenant != place.tenant || place.unit.uuid != place.tenant.uuid else {
                check.fault("$.lead", "chọn phòng, ban, xã, phường, thị trấn của đơn vị")
                return nil
            }
            return place
        } catch {
            check.fault("$.lead", error.reason)
            return nil
        }
    }

    /// Whether the new lead answers for what was late already: it follows the old one, no new date is given, and the campaign has it so (A73). Then
    /// the item keeps both its days; else what has passed needs a new one.
    private func inherits(_ item: WorkItem, _ place: LedgerReferences.Unit?, in tx: borrowing TenantTransaction) async throws -> Bool {
        guard dueOn == nil, item.isProvinces, let place,
            try await Campaign.parameters(of: item.terms.campaign, in: tx)[.inheritLate] == 1
        else { return false }
        return try await Tenant.follows(place.tenant, item.tenant, in: tx)
    }

    private func due(_ item: WorkItem, from day: CivilDate, _ check: inout InputCheck) -> CivilDate? {
        guard let due = dueOn ?? item.terms.dueOn else { return nil }
        if due < day {
            check.fault(
                "$.dueOn",
                dueOn == nil
                    ? "thời hạn cũ (\(due.vietnamese)) đã qua khi chuyển; nhập thời hạn cho cơ quan chủ trì mới"
                    : "trước ngày chuyển (\(day.vietnamese)); nhập thời hạn từ ngày đó trở đi")
        }
        return due
    }
}

extension LedgerReferences {
    /// Who could lead in the place of who does: of what the province gave the units of the province, of what a unit gave inside itself its
    /// sub-units.
    static func whoCouldLead(_ item: WorkItem, in tx: borrowing TenantTransaction) async throws -> [Unit] {
        let today = try await tx.officer().today
        return item.isProvinces ? try await provinceUnits(on: today, in: tx) : try await units(on: today, in: tx)
    }
}
