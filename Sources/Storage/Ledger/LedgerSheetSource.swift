public import Domain
import Postgres

/// What a ledger in a spreadsheet is compared with, and what it calls by names that items have only by key.
public enum LedgerSheetSource {
    /// The papers of these numbers that the acting officer may name.
    public static func directives(numbered numbers: [String], in tx: borrowing TenantTransaction) async throws -> [Directive] {
        if numbers.isEmpty { return [] }
        return try await tx.rows(
            "\(fragment: Directive.readable(in: tx)) AND d.number = ANY (\(numbers)) ORDER BY d.issued_on, d.id", Directive.read)
    }

    /// The papers of these keys that the acting officer may read.
    public static func directives(_ ids: [Directive.ID], in tx: borrowing TenantTransaction) async throws -> [Directive] {
        if ids.isEmpty { return [] }
        return try await tx.rows("\(fragment: Directive.readable(in: tx)) AND d.id = ANY (\(ids))", Directive.read)
    }

    /// Items in sight that have one of these codes.
    public static func items(coded codes: [String], in tx: borrowing TenantTransaction) async throws -> [WorkItem] {
        if codes.isEmpty { return [] }
        return try await items("i.code = ANY (\(codes))", in: tx)
    }

    /// Items in sight that came from a row of one of these papers' tables.
    public static func items(from directives: [Directive.ID], in tx: borrowing TenantTransaction) async throws -> [WorkItem] {
        if directives.isEmpty { return [] }
        return try await items("i.directive_id = ANY (\(directives)) AND i.source_row IS NOT NULL", in: tx)
    }

    private static func items(_ condition: SQL, in tx: borrowing TenantTransaction) async throws -> [WorkItem] {
        try await tx.rows(
            """
            SELECT \(fragment: WorkItem.columns)
            FROM \(identifier: tx.table("work_item")) AS i
            WHERE \(fragment: tx.within("i.tenant_id"))
              AND i.role = 'lead'
              AND \(fragment: condition)
            """
        ) { row in
            try WorkItem(row: &row)
        }
    }

    /// The deadlines of those of these items that are periodic, ascending.
    public static func deadlines(of items: [WorkItem], in tx: borrowing TenantTransaction) async throws -> [WorkItem.ID: [CivilDate]] {
        if items.isEmpty { return [:] }
        let rows = try await tx.rows(
            """
            SELECT x.item_id, x.due_on
            FROM \(identifier: tx.table("occurrence")) AS x
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.tenant_id = ANY (\(Array(Set(items.map(\.tenant)))))
              AND x.item_id = ANY (\(items.map(\.id)))
            ORDER BY x.item_id, x.due_on
            """
        ) { row in
            (item: try row.next(WorkItem.ID.self), day: try row.next(CivilDate.self))
        }
        return rows.reduce(into: [:]) { found, row in found[row.item, default: []].append(row.day) }
    }

    /// A further paper of an item, and where in it.
    public struct Further: Sendable, Hashable {
        public let number: String
        public let issuedOn: CivilDate
        public let clause: String

        public init(number: String, issuedOn: CivilDate, clause: String) {
            self.number = number
            self.issuedOn = issuedOn
            self.clause = clause
        }
    }

    /// The further papers of these items, as far as the acting officer may read them, in the order in which they were named.
    public static func further(of items: [WorkItem], in tx: borrowing TenantTransaction) async throws -> [WorkItem.ID: [Further]] {
        if items.isEmpty { return [:] }
        let rows = try await tx.rows(
            """
            SELECT x.item_id, d.number, d.issued_on, x.clause
            FROM \(identifier: tx.table("item_source")) AS x
                JOIN core.directive AS d ON d.id = x.directive_id
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.tenant_id = ANY (\(Array(Set(items.map(\.tenant)))))
              AND x.item_id = ANY (\(items.map(\.id)))
            ORDER BY x.item_id, x.recorded_at, x.directive_id, x.clause
            """
        ) { row in
            (
                item: try row.next(WorkItem.ID.self),
                further: Further(number: try row.next(), issuedOn: try row.next(), clause: try row.next())
            )
        }
        return rows.reduce(into: [:]) { found, row in found[row.item, default: []].append(row.further) }
    }

    /// What leaders in charge are called, by post: of the province, and of units as far as the acting officer knows them.
    public static func leaders(_ posts: [Post.ID], in tx: borrowing TenantTransaction) async throws -> [Post.ID: LeaderName] {
        if posts.isEmpty { return [:] }
        let rows = try await tx.rows(
            """
            SELECT a.id, coalesce(core.leader_title(a.id), \(fragment: LedgerReferences.unitLeaderTitle)), p.title, n.full_name
            FROM unnest(\(posts)) AS a (id)
                LEFT JOIN core.post AS p ON p.id = a.id
                LEFT JOIN core.person AS n ON n.id = p.person_id
            """
        ) { row in
            (
                post: try row.next(Post.ID.self), shown: try row.next(String?.self), title: try row.next(String?.self),
                fullName: try row.next(String?.self)
            )
        }
        return Dictionary(
            rows.compactMap { row in
                row.shown.map { (row.post, LeaderName(shown: $0, title: row.title ?? $0, fullName: row.fullName)) }
            }, uniquingKeysWith: { first, _ in first })
    }
}
