import Documents
public import Domain
public import Storage

/// D3: the annex in which a paper, or the plan of a campaign, gives its tasks and targets; in a unit as far as they are the unit's.
public struct MakeAssignmentAnnex: Sendable {
    public enum Source: Sendable, Hashable {
        case directive(Directive.ID)
        /// By its code.
        case campaign(String)
    }

    public var source: Source

    public init(_ source: Source) {
        self.source = source
    }

    /// - Throws: `not-found`, `nothing-assigned`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let (annex, tenant) = try await annex(in: tx)
        return try await MadePaper(annex, of: tenant, in: tx)
    }

    /// The same rows as a workbook.
    ///
    /// - Throws: as ``perform(in:)``; ``Problem/unavailable``.
    public func workbook(in tx: borrowing TenantTransaction) async throws -> [UInt8] {
        try await annex(in: tx).annex.workbook(createdOn: try await tx.officer().today)
    }

    /// The annex, and whose form it has.
    func annex(in tx: borrowing TenantTransaction) async throws -> (annex: AssignmentAnnex, tenant: Tenant.ID?) {
        let (quoted, day, filter) = try await matter(in: tx)
        let assignments = try await assignments(filter, in: tx)
        guard !assignments.isEmpty else {
            throw Problem(
                .refused, "nothing-assigned",
                "Chưa có nhiệm vụ, chỉ tiêu nào được giao theo văn bản này nên chưa lập phụ lục. Giao nhiệm vụ, chỉ tiêu rồi lập.")
        }
        let body = if let tenant = tx.tenant { try await PaperBody.find(tenant, in: tx) } else { try await PaperBody.ofTheProvince(in: tx) }
        let frame = body.frame(nil, PaperDate(body.place, signedOn: day), to: [], archive: nil)
        return (AssignmentAnnex(frame: frame, attachedTo: quoted, assignments: assignments), body.tenant.id)
    }

    private func matter(in tx: borrowing TenantTransaction) async throws -> (QuotedPaper, CivilDate, LedgerFilter) {
        // What the paper itself gave, not what units made of it inside: the province's its units, a unit's own its sub-units.
        switch source {
        case .directive(let id):
            let directive = try await ShowDirective(id: id).perform(in: tx)
            let paper = directive.paper
            let origin: LedgerFilter.Origin = directive.tenant == tx.tenant ? .inside : .province
            let quoted = QuotedPaper(paper.type, paper.number, signedOn: paper.issuedOn, issuer: paper.issuer)
            return (quoted, paper.issuedOn, LedgerFilter(directive: id, origin: origin))
        case .campaign(let code):
            let paper = try await ShowCampaign(code: code).perform(in: tx).plan.paper
            let quoted = QuotedPaper(paper.type, paper.reference, signedOn: paper.date, issuer: paper.issuer)
            return (quoted, paper.date, LedgerFilter(campaign: code, origin: .province))
        }
    }

    /// What leads, with who co-ordinates: as the item names them, and as they were given their own. Of a paper the rows as it numbers them, the units
    /// of one in customary order; of a plan by due date, each with the paper that orders it.
    private func assignments(_ filter: LedgerFilter, in tx: borrowing TenantTransaction) async throws -> [AssignmentAnnex.Assignment] {
        var leading: [LedgerEntry] = []
        var helping: [WorkItem.ID: [(unit: SubUnit.ID, name: String)]] = [:]
        var listing = ListItems(filter: filter, limit: 500)
        repeat {
            let page = try await listing.perform(in: tx)
            for entry in page.entries {
                if let lead = entry.item.lead {
                    // Another co-ordinates in its place.
                    if entry.standing.closed == .transferred { continue }
                    helping[lead.item, default: []].append((entry.item.unit, entry.names.unitName))
                } else {
                    leading.append(entry)
                }
            }
            listing.after = page.next
        } while listing.after != nil
        // Nil: the annex is one paper's own.
        let papers: [Directive.ID: String]?
        if case .directive = source {
            leading = try await asThePaper(leading, in: tx)
            papers = nil
        } else {
            papers = try await names(of: Set(leading.compactMap(\.item.terms.directive)), in: tx)
        }
        let units = UnitNames(try await LedgerReferences.units(on: try await tx.officer().today, in: tx))
        return leading.map { entry in
            let item = entry.item
            let terms = item.terms
            var coordinators = terms.coordinators
            // Whom its words name already, by himself or together with others, stands once.
            let named = Set(coordinators.flatMap { (try? units.list($0)) ?? [] }.map(\.unit))
            for part in helping[item.id] ?? [] where !named.contains(part.unit) && !coordinators.contains(part.name) {
                coordinators.append(part.name)
            }
            let isOfPaper = papers == nil
            let paper = terms.directive.flatMap { papers?[$0] }
            let place = [paper, isOfPaper ? item.clauseBesidesRow : terms.sourceClause].compactMap { $0?.nonEmpty }
            return AssignmentAnnex.Assignment(
                row: isOfPaper ? item.rowOfPaper?.text : nil, code: item.code,
                title: terms.title + (terms.goal.map { ": \($0.vietnamese)" } ?? ""), lead: entry.names.unitName,
                coordinators: coordinators, product: terms.product, submitTo: terms.submitTo,
                due: terms.dueOn?.vietnamese ?? (terms.dueWords.isEmpty ? "chưa có thời hạn" : terms.dueWords),
                source: place.joined(separator: ", "))
        }
    }

    /// What the paper numbers comes first, in its order; of one row the units in customary order, the parts of a unit too.
    private func asThePaper(_ entries: [LedgerEntry], in tx: borrowing TenantTransaction) async throws -> [LedgerEntry] {
        struct Place: Comparable {
            let row: SourceRow?
            let clause: String
            let unit: Int
            let part: Int
            /// As they came.
            let offset: Int

            static func < (one: Place, other: Place) -> Bool {
                switch (one.row, other.row) {
                case (let row?, let another?) where row != another: return row < another
                case (nil, .some): return false
                case (.some, nil): return true
                case (nil, nil): return one.offset < other.offset
                default: return (one.clause, one.unit, one.part, one.offset) < (other.clause, other.unit, other.part, other.offset)
                }
            }
        }
        var units: [Tenant.Slug: Int] = [:]
        for (offset, tenant) in try await Tenant.list(includingClosed: true, in: tx).enumerated() { units[tenant.slug] = offset }
        var parts: [SubUnit.ID: Int] = [:]
        if tx.tenant != nil {
            let below = try await SubUnit.list(SubUnit.Selection(includingClosed: true), limit: 1_000, in: tx)
            for (offset, unit) in below.enumerated() { parts[unit.id] = offset }
        }
        let placed = entries.enumerated().map { offset, entry in
            let place = Place(
                row: entry.item.rowOfPaper, clause: entry.item.clauseBesidesRow, unit: units[entry.names.tenant] ?? .max,
                part: parts[entry.item.unit] ?? .max, offset: offset)
            return (place: place, entry: entry)
        }
        return placed.sorted { $0.place < $1.place }.map(\.entry)
    }

    /// `Quyết định 503/QĐ-UBND`, of papers that the officer may read.
    private func names(of directives: Set<Directive.ID>, in tx: borrowing TenantTransaction) async throws -> [Directive.ID: String] {
        var names: [Directive.ID: String] = [:]
        for id in directives {
            guard let paper = try await Directive.find(id, in: tx)?.paper else { continue }
            names[id] = "\(paper.type) \(paper.number)"
        }
        return names
    }
}
