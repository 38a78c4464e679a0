public import Domain
import Postgres

/// What an item may name, as the acting officer knows it on the business date.
public struct LedgerReferences: Sendable {
    public let today: CivilDate
    public let units: [Unit]
    /// Units of the province that have ended: nothing is given to them any more.
    public let ended: [Ended]
    public let sectors: [Choice<String>]
    /// Of the campaign asked for; those that take items.
    public let contents: [Choice<String>]
    /// The Chairman and the Vice-Chairmen.
    public let provinceLeaders: [ProvinceLeader]
    /// By what deadlines in days are counted, as the campaign asked for has it.
    public let spans: DueSpan.Rule

    /// Whom items can be given to: the units of the province, or the sub-units of one.
    public struct Unit: Sendable, Hashable {
        public let tenant: Tenant.ID
        public let unit: SubUnit.ID
        /// What a sub-unit stands under; nil for a unit of the province.
        public let parent: SubUnit.ID?
        /// Nil for a sub-unit.
        public let slug: Tenant.Slug?
        public let kind: String
        /// What a unit of the province is to a campaign; nil for a sub-unit.
        public let scope: Tenant.Scope?
        public let code: String
        public let name: String
        public let fullName: String
    }

    public struct Ended: Sendable, Hashable {
        /// Slug, code and full name.
        public let names: [String]
        public let lastDay: CivilDate

        public init(names: [String], lastDay: CivilDate) {
            self.names = names
            self.lastDay = lastDay
        }
    }

    public struct Choice<Key: Sendable & Hashable>: Sendable, Hashable {
        public let key: Key
        public let name: String
    }

    public struct ProvinceLeader: Sendable, Hashable {
        public let post: Post.ID
        public let name: LeaderName
    }
}

extension LedgerReferences {
    /// - Parameter campaign: whose contents are wanted.
    public static func load(campaign: Campaign.ID?, in tx: borrowing TenantTransaction) async throws -> LedgerReferences {
        let today = try await tx.officer().today
        let sectors = try await tx.rows("SELECT s.code, s.name FROM core.sector AS s ORDER BY s.position, s.code") { row in
            Choice<String>(key: try row.next(), name: try row.next())
        }
        let contents = try await tx.rows(
            "SELECT c.code, c.title FROM core.campaign_content AS c WHERE c.campaign_id = \(campaign) ORDER BY c.position"
        ) { row in
            Choice<String>(key: try row.next(), name: try row.next())
        }
        let leaders = try await provinceLeaders(on: today, in: tx)
        let rollsOver = try await Campaign.parameters(of: campaign, in: tx)[.rollover] == 1
        return LedgerReferences(
            today: today, units: try await units(on: today, in: tx), ended: try await ended(by: today, in: tx), sectors: sectors,
            contents: contents, provinceLeaders: leaders,
            spans: DueSpan.Rule(calendar: WorkingCalendar(try await CalendarDay.all(in: tx)), rollsOver: rollsOver))
    }

    private static func ended(by today: CivilDate, in tx: borrowing TenantTransaction) async throws -> [Ended] {
        guard tx.tenant == nil else { return [] }
        return try await tx.rows(
            """
            SELECT t.slug, t.code, t.full_name, t.closed_on
            FROM core.tenant_on(\(today)) AS t
            WHERE t.closed_on < \(today)
            """
        ) { row in
            Ended(names: [try row.next(), try row.next(), try row.next()], lastDay: try row.next())
        }
    }

    /// Whom items can be given to on a day: the units of the province, or the sub-units of the tenant entered, itself first.
    public static func units(on today: CivilDate, in tx: borrowing TenantTransaction) async throws -> [Unit] {
        guard tx.tenant != nil else { return try await provinceUnits(on: today, in: tx) }
        return try await tx.rows(
            """
            SELECT u.tenant_id, u.id, v.parent_id, NULL::text, v.kind, NULL::text, v.code, v.name, v.full_name
            FROM \(identifier: tx.table("sub_unit")) AS u
                CROSS JOIN LATERAL (
                    SELECT w.parent_id, w.kind, w.code, w.name, w.full_name, w.position
                    FROM \(identifier: tx.table("sub_unit_version")) AS w
                    WHERE \(fragment: tx.within("w.tenant_id"))
                      AND w.tenant_id = u.tenant_id
                      AND w.unit_id = u.id
                      AND w.valid_from <= \(today)
                    ORDER BY w.valid_from DESC
                    LIMIT 1
                ) AS v
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND u.opened_on <= \(today)
              AND (u.closed_on IS NULL OR u.closed_on >= \(today))
            ORDER BY u.id <> u.tenant_id, v.position, v.code COLLATE "C"
            """, read)
    }

    /// The units of the province on a day, as every officer knows them.
    public static func provinceUnits(on today: CivilDate, in tx: borrowing TenantTransaction) async throws -> [Unit] {
        try await tx.rows(
            """
            SELECT t.id, t.id, NULL::uuid, t.slug, t.kind, t.scope, t.code, t.name, t.full_name
            FROM core.tenant_on(\(today)) AS t
            WHERE t.kind <> 'province'
              AND t.opened_on <= \(today)
              AND (t.closed_on IS NULL OR t.closed_on >= \(today))
            ORDER BY t.position, t.slug
            """, read)
    }

    private static func read(_ row: inout RowReader) throws -> Unit {
        Unit(
            tenant: try row.next(), unit: try row.next(), parent: try row.next(), slug: try row.next(), kind: try row.next(),
            scope: try row.next(), code: try row.next(), name: try row.next(), fullName: try row.next())
    }

    /// The names of those who bear a title alone are for who may read them; the others everybody is told.
    private static func provinceLeaders(on today: CivilDate, in tx: borrowing TenantTransaction) async throws -> [ProvinceLeader] {
        try await tx.rows(
            """
            SELECT l.id, l.title, l.bare_title,
                coalesce(
                    (SELECT n.full_name FROM core.post AS p JOIN core.person AS n ON n.id = p.person_id WHERE p.id = l.id),
                    nullif(substr(l.title, length(l.bare_title) + 2), ''))
            FROM core.leaders_on(\(today)) AS l
            """
        ) { row in
            ProvinceLeader(
                post: try row.next(), name: LeaderName(shown: try row.next(), title: try row.next(), fullName: try row.next()))
        }
    }

    /// Who leads the units of the province, as far as the acting officer may know.
    public static func unitLeaders(on today: CivilDate, in tx: borrowing TenantTransaction) async throws -> [UnitLeader] {
        try await tx.rows(
            """
            SELECT p.id, p.tenant_id, \(fragment: unitLeaderTitle), p.title, (SELECT n.full_name FROM core.person AS n WHERE n.id = p.person_id)
            FROM core.post AS p
            WHERE p.leader_rank <> 'direct_worker'
              AND p.valid_from <= \(today)
              AND (p.valid_to IS NULL OR p.valid_to >= \(today))
            ORDER BY p.tenant_id, p.title COLLATE "vi-x-icu", p.id
            """
        ) { row in
            UnitLeader(
                post: try row.next(), tenant: try row.next(),
                name: LeaderName(shown: try row.next(), title: try row.next(), fullName: try row.next()))
        }
    }

    /// The title of a post `p` that leads a unit; with the name where another leader of the unit bears the same title at that time. Where the
    /// officer may not know the name, the title alone.
    static let unitLeaderTitle: SQL = """
        p.title || CASE
            WHEN p.leader_rank <> 'direct_worker' AND EXISTS (
                SELECT
                FROM core.post AS o
                WHERE o.tenant_id = p.tenant_id
                  AND o.leader_rank <> 'direct_worker'
                  AND o.person_id <> p.person_id
                  AND lower(o.title) = lower(p.title)
                  AND daterange(o.valid_from, o.valid_to + 1) && daterange(p.valid_from, p.valid_to + 1))
            THEN coalesce(' ' || (SELECT n.full_name FROM core.person AS n WHERE n.id = p.person_id), '')
            ELSE '' END
        """

    public struct UnitLeader: Sendable, Hashable {
        public let post: Post.ID
        public let tenant: Tenant.ID
        public let name: LeaderName
    }

    /// Whether the post is one of this unit of the province, held on the business date. Posts that are out of sight are not.
    public func isPost(_ post: Post.ID, of tenant: Tenant.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first(
            """
            SELECT p.id
            FROM core.post AS p
            WHERE p.id = \(post)
              AND p.tenant_id = \(tenant)
              AND p.valid_from <= \(today)
              AND (p.valid_to IS NULL OR p.valid_to >= \(today))
            """
        ) { row in
            try row.next(Post.ID.self)
        } != nil
    }

    /// Whether the person holds a post at this sub-unit on the business date.
    public func holdsPost(_ person: Person.ID, at unit: SubUnit.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first(
            """
            SELECT p.id
            FROM core.post AS p
            WHERE p.person_id = \(person)
              AND p.unit_id = \(unit)
              AND p.valid_from <= \(today)
              AND (p.valid_to IS NULL OR p.valid_to >= \(today))
            LIMIT 1
            """
        ) { row in
            try row.next(Post.ID.self)
        } != nil
    }
}
