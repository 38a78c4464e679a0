import Domain
import Storage

/// Codes of new items: what the directive is called, and a running number: `QĐ503-2023-012`. Without a directive `NV-2023-001`.
struct ItemCodes {
    private let prefix: String
    private var next: Int

    /// Nobody else takes numbers of the same directive until the transaction ends.
    init(_ directive: Directive?, year: Int, in tx: borrowing TenantTransaction) async throws {
        prefix = directive?.paper.itemPrefix ?? "NV-\(year)"
        next = try await WorkItem.nextNumber(after: prefix, separator: "-", in: tx)
    }

    var first: String { code(next) }

    mutating func take() -> String {
        defer { next += 1 }
        return code(next)
    }

    private func code(_ number: Int) -> String {
        let digits = String(number)
        return "\(prefix)-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits)"
    }
}

extension WorkItem.Assignment {
    /// The items of those who help with this one. They do not answer for it, so it names neither person nor leader of theirs (A12).
    func coordinating(_ units: [LedgerReferences.Unit], ids: IDSource) -> [WorkItem.Assignment] {
        units.map { unit in
            var helping = terms
            helping.assignee = nil
            helping.unitLeader = nil
            return WorkItem.Assignment(
                id: ids.next(), tenant: unit.tenant, unit: unit.unit, code: unit.tenant == tenant ? "\(code)/\(unit.code)" : code,
                lead: WorkItem.Lead(tenant: tenant, item: id), terms: helping, assignedOn: assignedOn, sourceRow: sourceRow)
        }
    }
}
