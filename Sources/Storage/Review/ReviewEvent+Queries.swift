public import Domain
public import Postgres

extension ReviewEvent.Paper.Made: PostgresEncodable, PostgresDecodable {}

extension ReviewEvent {
    /// Those in sight where one stands, the latest planned first: of a unit its own and the province's; for the province its own.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction) async throws -> [ReviewEvent] {
        let next: SQL = last.map { "e.id < \($0)" } ?? "true"
        return try await all(
            """
            \(fragment: columns(tx))
              AND \(fragment: next)
            ORDER BY e.id DESC
            LIMIT \(Int32(clamping: limit))
            """, in: tx)
    }

    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> ReviewEvent? {
        try await all("\(fragment: columns(tx)) AND e.id = \(id)", in: tx).first
    }

    /// Names it for whom it is planned, by whom he is; its first version must follow in the same transaction.
    public static func record(
        _ id: ID, of tenant: Tenant.ID, _ campaign: Campaign.ID, _ kind: Campaign.Review, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.review_event (id, tenant_id, campaign_id, kind, recorded_by, recorded_on)
            VALUES (\(id), \(tenant), \(campaign), \(kind), core.actor_post(), core.today())
            """)
    }

    /// Adds a version behind the last that was read: who is second of two is refused by its number.
    public static func plan(
        _ plan: Plan, _ version: Int, reason: String, of event: ID, _ tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.review_event_plan (tenant_id, event_id, version, held_on, starts_at, place, chair, agenda, guests, reason, recorded_by,
                recorded_on)
            VALUES (\(tenant), \(event), \(Int32(clamping: version)), \(plan.heldOn), \(plan.startsAt), \(plan.place), \(plan.chair), \(plan.agenda),
                \(plan.guests), \(reason), core.actor_post(), core.today())
            """)
    }

    /// Adds a paper.
    ///
    /// - Parameter replaces: in whose place it comes, and why.
    public static func add(
        _ id: Paper.ID, what: String, number: String, signedOn: CivilDate?, made: Paper.Made?, replaces: (paper: Paper.ID, reason: String)?,
        to event: ID, _ tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.review_event_paper (tenant_id, id, event_id, what, number, signed_on, made, replaces_id, reason, recorded_by, recorded_on)
            VALUES (\(tenant), \(id), \(event), \(what), \(number), \(signedOn), \(made), \(replaces?.paper), \(replaces?.reason ?? ""),
                core.actor_post(), core.today())
            """)
    }

    /// Records what happened.
    public static func hold(
        _ outcome: Outcome, of event: ID, _ tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.review_event_outcome (tenant_id, event_id, held_on, present, absent, words, recorded_by, recorded_on)
            VALUES (\(tenant), \(event), \(outcome.heldOn), \(Int32(clamping: outcome.present)), \(outcome.absent), \(outcome.words),
                core.actor_post(), core.today())
            """)
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        let place: SQL = tx.tenant.map { "e.tenant_id IN (\($0), core.province_tenant())" } ?? "e.tenant_id = core.province_tenant()"
        return """
            SELECT e.id, t.slug, t.full_name, c.code, c.name, e.kind, e.tenant_id = core.province_tenant()
            FROM core.review_event AS e
                JOIN core.tenant_on(core.today()) AS t ON t.id = e.tenant_id
                JOIN core.campaign AS c ON c.id = e.campaign_id
            WHERE \(fragment: place)
            """
    }

    private static func all(_ selected: SQL, in tx: borrowing TenantTransaction) async throws -> [ReviewEvent] {
        let found = try await tx.rows(selected) { row in
            ReviewEvent(
                id: try row.next(), slug: try row.next(), unitName: try row.next(), campaign: try row.next(), campaignName: try row.next(),
                kind: try row.next(), isOfTheProvince: try row.next(), versions: [], papers: [], outcome: nil)
        }
        let ids = found.map(\.id)
        let versions = Dictionary(grouping: try await versions(of: ids, in: tx), by: { $0.event })
        let papers = Dictionary(grouping: try await papers(of: ids, in: tx), by: { $0.event })
        let outcomes = Dictionary(try await outcomes(of: ids, in: tx).map { ($0.event, $0.outcome) }) { first, _ in first }
        return found.map { event in
            ReviewEvent(
                id: event.id, slug: event.slug, unitName: event.unitName, campaign: event.campaign, campaignName: event.campaignName,
                kind: event.kind, isOfTheProvince: event.isOfTheProvince, versions: (versions[event.id] ?? []).map { $0.version },
                papers: (papers[event.id] ?? []).map { $0.paper }, outcome: outcomes[event.id])
        }
    }

    private static func versions(of events: [ID], in tx: borrowing TenantTransaction) async throws -> [(event: ID, version: Version)] {
        try await tx.rows(
            """
            SELECT p.event_id, p.version, p.held_on, p.starts_at, p.place, p.chair, p.agenda, p.guests, p.reason, p.recorded_on
            FROM core.review_event_plan AS p
            WHERE p.event_id = ANY (\(events))
            ORDER BY p.event_id, p.version DESC
            """
        ) { row in
            let (event, number) = (try row.next(ID.self), Int(try row.next(Int32.self)))
            let plan = Plan(
                heldOn: try row.next(), startsAt: try row.next(), place: try row.next(), chair: try row.next(), agenda: try row.next(),
                guests: try row.next())
            return (event, Version(number: number, plan: plan, reason: try row.next(), recordedOn: try row.next()))
        }
    }

    private static func papers(of events: [ID], in tx: borrowing TenantTransaction) async throws -> [(event: ID, paper: Paper)] {
        try await tx.rows(
            """
            SELECT p.event_id, p.id, p.what, p.number, p.signed_on, p.made, p.replaces_id, p.reason, r.id IS NOT NULL
            FROM core.review_event_paper AS p
                LEFT JOIN core.review_event_paper AS r ON r.tenant_id = p.tenant_id AND r.replaces_id = p.id
            WHERE p.event_id = ANY (\(events))
            ORDER BY p.id
            """
        ) { row in
            let event: ID = try row.next()
            return (
                event,
                Paper(
                    id: try row.next(), what: try row.next(), number: try row.next(), signedOn: try row.next(), made: try row.next(),
                    replaces: try row.next(), reason: try row.next(), isReplaced: try row.next())
            )
        }
    }

    private static func outcomes(of events: [ID], in tx: borrowing TenantTransaction) async throws -> [(event: ID, outcome: Outcome)] {
        try await tx.rows(
            """
            SELECT o.event_id, o.held_on, o.present, o.absent, o.words
            FROM core.review_event_outcome AS o
            WHERE o.event_id = ANY (\(events))
            """
        ) { row in
            let event: ID = try row.next()
            return (
                event,
                Outcome(
                    heldOn: try row.next(), present: Int(try row.next(Int32.self)), absent: try row.next(), words: try row.next())
            )
        }
    }
}
