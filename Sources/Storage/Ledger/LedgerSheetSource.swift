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
    public static func items(coded codes: [String], in tx: borrowing TenantTransaction) async throws -> [Known] {
        if codes.isEmpty { return [] }
        return try await known("i.code = ANY (\(codes))", in: tx)
    }

    /// Items in sight that came from a row of one of these papers' tables.
    public static func items(from directives: [Directive.ID], in tx: borrowing TenantTransaction) async throws -> [Known] {
        if directives.isEmpty { return [] }
        return try await known("i.directive_id = ANY (\(directives)) AND i.source_row IS NOT NULL", in: tx)
    }

    private static func known(_ condition: SQL, in tx: borrowing TenantTransaction) async throws -> [Known] {
        try await tx.rows(
            """
            SELECT i.code, i.directive_id, i.source_row, i.tenant_id, i.unit_id, i.title, i.original_due_on
            FROM \(identifier: tx.table("work_item")) AS i
            WHERE \(fragment: tx.within("i.tenant_id"))
              AND i.role = 'lead'
              AND \(fragment: condition)
            """
        ) { row in
            Known(
                code: try row.next(), directive: try row.next(), sourceRow: try row.next(), tenant: try row.next(), unit: try row.next(),
                title: try row.next(), originalDueOn: try row.next())
        }
    }

    /// An item that stands in the ledger already.
    public struct Known: Sendable, Hashable {
        public let code: String
        public let directive: Directive.ID?
        public let sourceRow: String?
        public let tenant: Tenant.ID
        public let unit: SubUnit.ID
        public let title: String
        public let originalDueOn: CivilDate?
    }

    /// Titles of leaders in charge, by post: of the province, and of units as far as the acting officer knows them.
    public static func titles(of posts: [Post.ID], in tx: borrowing TenantTransaction) async throws -> [Post.ID: String] {
        if posts.isEmpty { return [:] }
        let rows = try await tx.rows(
            """
            SELECT a.id, coalesce(core.leader_title(a.id), (SELECT p.title FROM core.post AS p WHERE p.id = a.id))
            FROM unnest(\(posts)) AS a (id)
            """
        ) { row in
            (post: try row.next(Post.ID.self), title: try row.next(String?.self))
        }
        return Dictionary(rows.compactMap { row in row.title.map { (row.post, $0) } }, uniquingKeysWith: { first, _ in first })
    }
}
