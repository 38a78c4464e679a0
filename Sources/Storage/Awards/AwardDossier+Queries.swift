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

    /// Drafts a dossier for what a unit gives by its own authority; under which rules and in which form, the database finds.
    ///
    /// - Parameters:
    ///   - round: nil on the ad-hoc track.
    ///   - giver: of a deed; a round has its own.
    public static func draftOwn(
        _ id: ID, of nominee: Nominee, by tenant: Tenant.ID, in campaign: Campaign.ID, round: OwnRound.ID?, giver: SubUnit.ID,
        achievement: String, in tx: borrowing TenantTransaction
    ) async throws {
        let track: AwardTrack = round == nil ? .ownAdHoc : .ownReview
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("award_dossier"))
                (tenant_id, id, track, campaign_id, round_id, giver_id, form, subject, unit_id, person_id, achievement, recorded_by, recorded_on)
            VALUES (\(tenant), \(id), \(track), \(campaign), \(round), \(giver), \(AwardForm.provincialCertificate), \(nominee.subject), \(nominee.unit),
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
