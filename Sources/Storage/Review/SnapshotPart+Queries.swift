public import Domain
import Postgres

extension JudgedUnit {
    /// Whom a snapshot judged, as far as the acting officer sees it.
    public static func list(_ tier: JudgedTier, of snapshot: ReviewSnapshot, in tx: borrowing TenantTransaction) async throws
        -> [JudgedUnit]
    {
        let ofTier: SQL = tier == .firstTier ? "p.unit_id = p.tenant_id" : "p.unit_id <> p.tenant_id"
        return try await tx.rows(
            """
            SELECT p.tenant_id, t.slug, p.unit_id, p.code, p.name
            FROM \(identifier: tx.table("review_part")) AS p
                JOIN core.tenant AS t ON t.id = p.tenant_id
            WHERE \(fragment: SnapshotPart.of(snapshot, tx))
              AND \(fragment: ofTier)
            ORDER BY p.position
            """
        ) { row in
            try SnapshotPart.unit(&row)
        }
    }
}

extension SnapshotPart {
    /// The parts of a snapshot that the acting officer sees, one after the other in their order, in memory that does not grow with their number.
    ///
    /// - Parameter units: nil: all.
    public static func stream(
        of snapshot: ReviewSnapshot, units: [JudgedUnit]? = nil, in tx: borrowing TenantTransaction,
        each: (SnapshotPart, _ digest: [UInt8]) throws -> Void
    ) async throws {
        let wanted: SQL =
            units.map { "p.tenant_id = ANY (\(Array(Set($0.map(\.tenant))))) AND p.unit_id = ANY (\($0.map(\.unit)))" } ?? "true"
        try await tx.settleForScan()
        try await tx.stream(
            """
            SELECT p.tenant_id, t.slug, p.unit_id, p.code, p.name, p.position, p.ledger, p.verdict, p.checks, p.sha256
            FROM \(identifier: tx.table("review_part")) AS p
                JOIN core.tenant AS t ON t.id = p.tenant_id
            WHERE \(fragment: of(snapshot, tx))
              AND \(fragment: wanted)
            ORDER BY p.position
            """
        ) { row in
            let unit = try Self.unit(&row)
            let part = SnapshotPart(
                unit: unit, position: Int(try row.next(Int32.self)), ledger: try row.next(), verdict: try row.next(), checks: try row.next()
            )
            try each(part, try row.next())
        }
    }

    /// The verdicts alone, in their order.
    public static func verdicts(
        of snapshot: ReviewSnapshot, in tx: borrowing TenantTransaction
    ) async throws -> [(unit: SubUnit.ID, code: String, name: String, verdict: [UInt8])] {
        try await tx.rows(
            """
            SELECT p.unit_id, p.code, p.name, p.verdict
            FROM \(identifier: tx.table("review_part")) AS p
            WHERE \(fragment: of(snapshot, tx))
            ORDER BY p.position
            """
        ) { row in
            (unit: try row.next(), code: try row.next(), name: try row.next(), verdict: try row.next())
        }
    }

    /// The units whose verdict the version before had otherwise, with both.
    public static func changes(
        to snapshot: ReviewSnapshot, in tx: borrowing TenantTransaction
    ) async throws -> [(code: String, name: String, before: [UInt8]?, after: [UInt8]?)] {
        let before: SQL = "\(identifier: tx.table("review_part"))"
        return try await tx.rows(
            """
            SELECT coalesce(n.code, o.code), coalesce(n.name, o.name), o.verdict, n.verdict
            FROM (
                SELECT p.* FROM \(fragment: before) AS p
                WHERE \(fragment: of(snapshot, tx))
            ) AS n
                FULL JOIN (
                    SELECT p.* FROM \(fragment: before) AS p
                    WHERE \(fragment: tx.within("p.tenant_id"))
                      AND p.review_id = \(snapshot.review)
                      AND p.version = \(Int32(clamping: snapshot.version - 1))
                ) AS o ON o.tenant_id = n.tenant_id AND o.unit_id = n.unit_id
            WHERE n.verdict IS DISTINCT FROM o.verdict
            ORDER BY coalesce(n.position, o.position)
            """
        ) { row in
            (code: try row.next(), name: try row.next(), before: try row.next(), after: try row.next())
        }
    }

    /// Keeps parts in few statements: their bytes travel together and are cut apart there.
    ///
    /// - Parameter parts: each with its hash.
    public static func insert(
        _ parts: [(part: SnapshotPart, digest: [UInt8])], of review: HeldReview.ID, version: Int, in tx: borrowing TenantTransaction
    ) async throws {
        var rest = parts[...]
        while !rest.isEmpty {
            var load = Load()
            while let next = rest.first, load.bytes.isEmpty || load.bytes.count < Load.full {
                load.add(next.part, next.digest)
                rest = rest.dropFirst()
            }
            try await load.insert(of: review, version: version, in: tx)
        }
    }

    /// What one statement carries.
    private struct Load {
        static let full = 8 << 20
        var bytes: [UInt8] = []
        var parts: [SnapshotPart] = []
        var starts: [Int64] = []

        mutating func add(_ part: SnapshotPart, _ digest: [UInt8]) {
            parts.append(part)
            starts.append(Int64(bytes.count + 1))
            bytes += part.ledger
            bytes += part.verdict
            bytes += part.checks
            bytes += digest
        }

        func insert(of review: HeldReview.ID, version: Int, in tx: borrowing TenantTransaction) async throws {
            let lengths = (
                ledger: parts.map { Int32(clamping: $0.ledger.count) }, verdict: parts.map { Int32(clamping: $0.verdict.count) },
                checks: parts.map { Int32(clamping: $0.checks.count) }
            )
            try await tx.execute(
                """
                INSERT INTO \(identifier: tx.table("review_part"))
                    (tenant_id, review_id, version, unit_id, position, code, name, ledger, verdict, checks, sha256)
                SELECT p.tenant_id, \(review), \(Int32(clamping: version)), p.unit_id, p.position, p.code, p.name,
                    substring(b.bytes FROM p.start FOR p.ledger), substring(b.bytes FROM p.start + p.ledger FOR p.verdict),
                    substring(b.bytes FROM p.start + p.ledger + p.verdict FOR p.checks),
                    substring(b.bytes FROM p.start + p.ledger + p.verdict + p.checks FOR 32)
                FROM (SELECT \(bytes) AS bytes) AS b
                    CROSS JOIN unnest(\(parts.map(\.unit.tenant)), \(parts.map(\.unit.unit)), \(parts.map { Int32(clamping: $0.position) }),
                        \(parts.map(\.unit.code)), \(parts.map(\.unit.name)), \(starts.map { Int32(clamping: $0) }),
                        \(lengths.ledger), \(lengths.verdict), \(lengths.checks))
                        AS p (tenant_id, unit_id, position, code, name, start, ledger, verdict, checks)
                """)
        }
    }

    fileprivate static func of(_ snapshot: ReviewSnapshot, _ tx: borrowing TenantTransaction) -> SQL {
        """
        \(fragment: tx.within("p.tenant_id"))
          AND p.review_id = \(snapshot.review)
          AND p.version = \(Int32(clamping: snapshot.version))
        """
    }

    fileprivate static func unit(_ row: inout RowReader) throws -> JudgedUnit {
        let (tenant, slug, unit): (Tenant.ID, Tenant.Slug, SubUnit.ID) = (try row.next(), try row.next(), try row.next())
        return JudgedUnit(
            tenant: tenant, slug: slug, unit: unit, code: try row.next(), name: try row.next(), isFirstTier: unit.uuid == tenant.uuid,
            isMottoAccepted: nil)
    }
}
