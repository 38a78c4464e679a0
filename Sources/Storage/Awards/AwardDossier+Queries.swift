public import Domain
import Postgres

extension AwardDossier {
    /// Drafts a dossier of the acting officer's unit.
    ///
    /// - Parameter review: nil on the ad-hoc track.
    public static func draft(
        _ id: ID, of nominee: Nominee, by tenant: Tenant.ID, in campaign: Campaign.ID, review: HeldReview.ID?, achievement: String,
        in tx: borrowing TenantTransaction
    ) async throws {
        let track: AwardTrack = review == nil ? .provincialAdHoc : .provincialReview
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("award_dossier"))
                (tenant_id, id, track, campaign_id, review_id, form, subject, unit_id, person_id, achievement, recorded_by, recorded_on)
            VALUES (\(tenant), \(id), \(track), \(campaign), \(review), \(AwardForm.provincialCertificate), \(nominee.subject), \(nominee.unit),
                \(nominee.person), \(achievement), core.actor_post(), core.today())
            """)
    }

    /// Adds a paper to a dossier that the unit has in its hands.
    public static func add(
        _ kind: DossierPaper.Kind, number: String, on day: CivilDate, isConfirmed: Bool, id: EntityID<DossierPaper>, to dossier: ID,
        of tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("dossier_document"))
                (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on)
            VALUES (\(tenant), \(id), \(dossier), \(kind), \(number), \(day), \(isConfirmed), core.actor_post(), core.today())
            """)
    }

    /// The papers of a dossier, and whether one of each kind is confirmed by the proposing level.
    public static func papers(
        of dossier: ID, _ tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws -> [DossierPaper.Kind: Bool] {
        let rows = try await tx.rows(
            """
            SELECT x.kind, bool_or(x.confirmed)
            FROM \(identifier: tx.table("dossier_document")) AS x
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.tenant_id = \(tenant)
              AND x.dossier_id = \(dossier)
            GROUP BY x.kind
            """
        ) { row in (try row.next(DossierPaper.Kind.self), try row.next(Bool.self)) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
}

extension DossierRecord {
    public static func find(_ id: AwardDossier.ID, in tx: borrowing TenantTransaction) async throws -> DossierRecord? {
        try await tx.first("\(fragment: columns(tx)) AND d.id = \(id)", read)
    }

    /// Dossiers in sight, in the order in which they were drafted; of one review or of all.
    public static func list(
        of review: HeldReview.ID? = nil, after: AwardDossier.ID? = nil, limit: Int? = nil, in tx: borrowing TenantTransaction
    ) async throws -> [DossierRecord] {
        let ofReview: SQL = review.map { "d.review_id = \($0)" } ?? "true"
        let next: SQL = after.map { "d.id > \($0)" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx))
              AND \(fragment: ofReview)
              AND \(fragment: next)
            ORDER BY d.id
            LIMIT \(limit.map { Int32(clamping: $0) })
            """, read)
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT d.id, d.campaign_id, d.track, v.kind, d.form, d.unit_id, d.person_id, d.tenant_id, t.slug, t.full_name, d.achievement, d.state, d.held_in,
            d.supplements, EXISTS (
                SELECT
                FROM \(identifier: tx.table("dossier_step")) AS s
                WHERE \(fragment: tx.within("s.tenant_id")) AND s.tenant_id = d.tenant_id AND s.dossier_id = d.id AND s.step = 'present'
            ), d.steps, d.submitted_on, d.late, d.regime_code, d.regime_on
        FROM \(identifier: tx.table("award_dossier")) AS d
            JOIN core.tenant_on(core.today()) AS t ON t.id = d.tenant_id
            LEFT JOIN core.review AS v ON v.id = d.review_id
        WHERE \(fragment: tx.within("d.tenant_id"))
        """
    }

    private static func read(_ row: inout RowReader) throws -> DossierRecord {
        let (id, campaign, track): (AwardDossier.ID, Campaign.ID, AwardTrack) = (try row.next(), try row.next(), try row.next())
        let (review, form): (Campaign.Review?, AwardForm) = (try row.next(), try row.next())
        let (unit, person): (SubUnit.ID, Person.ID?) = (try row.next(), try row.next())
        let nominee: Nominee = person.map { .individual($0, of: unit) } ?? .collective(unit)
        let (proposer, slug, name): (Tenant.ID, Tenant.Slug, String) = (try row.next(), try row.next(), try row.next())
        let achievement: String = try row.next()
        let (state, heldIn): (AwardDossier.State, AwardDossier.State?) = (try row.next(), try row.next())
        let supplements = Int(try row.next(Int32.self))
        let isPresented: Bool = try row.next()
        let standing = DossierStanding(track, state: state, heldIn: heldIn, supplementsAsked: supplements, isPresented: isPresented)
        let steps = Int(try row.next(Int32.self))
        return DossierRecord(
            dossier: AwardDossier(
                id: id, campaign: campaign, track: track, review: review, form: form, nominee: nominee, proposer: proposer),
            proposerSlug: slug, proposerName: name, achievement: achievement, standing: standing, steps: steps, submittedOn: try row.next(),
            isLate: try row.next(), regime: try row.next(), completeOn: try row.next())
    }
}
