public import Domain
import Postgres

extension OperatorTransaction {
    /// Opens a tenant: its role, schema, tables and root unit; in the place of its id, where one is ready (``freePlaces(_:)``). False where
    /// a tenant of that slug stands already; nothing changes then.
    public func open(_ tenant: Tenant.Opening) async throws -> Bool {
        try await asMigrator(
            """
            SELECT core.tenant_open(
                \(tenant.id), \(tenant.slug), \(tenant.kind), \(tenant.scope), \(tenant.parent), \(Int32(tenant.position)), \(tenant.openedOn),
                \(tenant.code), \(tenant.name), \(tenant.fullName), \(tenant.unitKind), \(tenant.legalPersonality))
            """
        ).only { row in try row.next() }
    }

    /// Closes a tenant after its last day: readable for ever, no longer written.
    ///
    /// - Throws: ``Problem/notFound`` when no open tenant has that slug; `closed-already` where it is closed.
    public func close(_ slug: Tenant.Slug, lastDay: CivilDate) async throws {
        let closed = try await asOwner("SELECT core.tenant_close(\(slug), \(lastDay))").first { row in try row.next(Bool?.self) ?? false }
        if closed == true { return }
        let before = try await asOwner("SELECT t.closed_on FROM core.tenant AS t WHERE t.slug = \(slug) AND t.closed_on IS NOT NULL")
            .first { row in try row.next(CivilDate.self) }
        if let before {
            throw Problem(
                .conflict, "closed-already",
                "\(slug) đã đóng sau ngày \(before.vietnamese). Nếu ngày đó bị ghi nhầm, mở lại bằng `thidua tenant reopen \(slug)` rồi đóng theo ngày đúng."
            )
        }
        throw Problem(
            .notFound, "no-open-tenant", "Không có đơn vị nào đang hoạt động tên là \(slug). Xem danh sách bằng `thidua tenant list`.")
    }

    /// Takes back a closing that was recorded by mistake, or with a wrong last day.
    ///
    /// - Throws: `no-closed-tenant` when no closed tenant has that slug.
    public func reopen(_ slug: Tenant.Slug) async throws {
        let reopened = try await asOwner("SELECT core.tenant_reopen(\(slug))").first { row in try row.next(Bool?.self) ?? false }
        guard reopened == true else {
            throw Problem(
                .notFound, "no-closed-tenant",
                "Không có đơn vị nào đã kết thúc hoạt động tên là \(slug). Xem danh sách bằng `thidua tenant list`.")
        }
    }

    /// Records that a tenant follows another from a day on, by a document; once more where it was recorded wrongly. A unit that was split has several.
    ///
    /// - Throws: ``Problem/notFound`` when one of them was never opened.
    public func succeed(_ predecessor: Tenant.Slug, by successor: Tenant.Slug, from day: CivilDate, document: String) async throws {
        let recorded = try await asOwner(
            """
            INSERT INTO core.tenant_succession (predecessor_id, successor_id, effective_on, document)
            SELECT p.id, s.id, \(day), \(document)
            FROM core.tenant AS p
                CROSS JOIN core.tenant AS s
            WHERE p.slug = \(predecessor)
              AND s.slug = \(successor)
            ON CONFLICT (predecessor_id, successor_id) DO UPDATE SET effective_on = excluded.effective_on, document = excluded.document
            RETURNING true
            """
        ).first { row in try row.next(Bool.self) }
        guard recorded == true else {
            throw Problem(
                .notFound, "no-such-tenants",
                "Không có đơn vị tên là \(predecessor) hoặc \(successor). Xem danh sách bằng `thidua tenant list`.")
        }
    }

    /// How many items the province gave a tenant that it leads, or co-ordinates in, and nothing ended yet: who gave them still rules on them when
    /// it is closed.
    public func openItems(of slug: Tenant.Slug, as role: LedgerItem.Role = .lead) async throws -> Int {
        let count = try await asOwner(
            """
            SELECT count(*)
            FROM core.work_item AS i
                JOIN core.tenant AS t ON t.id = i.tenant_id
            WHERE t.slug = \(slug)
              AND i.unit_id = i.tenant_id
              AND i.parent_id IS NULL
              AND i.role = \(role)
              AND NOT EXISTS (
                    SELECT
                    FROM core.ruling AS r
                    WHERE r.tenant_id = i.tenant_id
                      AND r.item_id = i.id
                      AND r.voided_by IS NULL
                      AND r.kind IN ('accepted', 'leadAccepted', 'exempted', 'replaced', 'cancelled', 'transferred'))
            """
        ).only { row in try row.next(Int64.self) }
        return Int(count)
    }

    /// All that were ever opened, in customary order, with code and names as in force on a day.
    public func tenants(on day: CivilDate) async throws -> [Tenant] {
        try await asOwner(
            """
            SELECT id, slug, kind, scope, parent_id, position, opened_on, closed_on, code, name, full_name
            FROM core.tenant_on(\(day))
            ORDER BY kind = 'province' DESC, position, slug
            """
        ).decode { row in
            Tenant(
                id: try row.next(), slug: try row.next(), kind: try row.next(), scope: try row.next(), parent: try row.next(),
                position: Int(try row.next(Int32.self)), openedOn: try row.next(), closedOn: try row.next(), code: try row.next(),
                name: try row.next(), fullName: try row.next())
        }
    }

    /// Gives a tenant and its root unit another code, other names or another kind of unit (huyện → thị xã) from a day on.
    ///
    /// - Throws: a ``Problem`` of code `changed-already` when there is a change of that day.
    public func rename(
        _ tenant: Tenant.ID, from day: CivilDate, code: String, name: String, fullName: String, unitKind: SubUnit.Kind
    ) async throws {
        try await asOwner(
            """
            INSERT INTO core.tenant_name (tenant_id, valid_from, code, name, full_name)
            VALUES (\(tenant), \(day), \(code), \(name), \(fullName))
            """,
            """
            INSERT INTO core.sub_unit_version (tenant_id, unit_id, valid_from, parent_id, code, name, full_name, kind, legal_personality, position,
                recorded_on)
            SELECT v.tenant_id, v.unit_id, \(day), NULL, \(code), \(name), \(fullName), \(unitKind), v.legal_personality, v.position, core.today()
            FROM core.sub_unit_version AS v
            WHERE v.tenant_id = \(tenant)
              AND v.unit_id = \(tenant)
              AND v.valid_from < \(day)
            ORDER BY v.valid_from DESC
            LIMIT 1
            """)
    }
}
