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

    /// What leads in customary order of due dates, with who co-ordinates: as the item names them, and as they were given their own.
    private func assignments(_ filter: LedgerFilter, in tx: borrowing TenantTransaction) async throws -> [AssignmentAnnex.Assignment] {
        var leading: [LedgerEntry] = []
        var helping: [WorkItem.ID: [String]] = [:]
        var listing = ListItems(filter: filter, limit: 500)
        repeat {
            let page = try await listing.perform(in: tx)
            for entry in page.entries {
                if let lead = entry.item.lead {
                    helping[lead.item, default: []].append(entry.names.unitName)
                } else {
                    leading.append(entry)
                }
            }
            listing.after = page.next
        } while listing.after != nil
        return leading.map { entry in
            let terms = entry.item.terms
            var coordinators = terms.coordinators
            for name in helping[entry.item.id] ?? [] where !coordinators.contains(name) { coordinators.append(name) }
            return AssignmentAnnex.Assignment(
                code: entry.item.code, title: terms.title + (terms.goal.map { ": \($0.vietnamese)" } ?? ""), lead: entry.names.unitName,
                coordinators: coordinators, product: terms.product, submitTo: terms.submitTo,
                due: terms.dueOn?.vietnamese ?? (terms.dueWords.isEmpty ? "chưa có thời hạn" : terms.dueWords))
        }
    }
}
