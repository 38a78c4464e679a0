public import Domain
import Postgres

extension HeldRound {
    /// The round of a review. Every officer may know it.
    public static func find(of review: HeldReview.ID, in tx: borrowing TenantTransaction) async throws -> HeldRound? {
        try await tx.first(
            """
            SELECT r.id, r.review_id, r.opens_on, r.cut_off, r.locked_on, r.guidance_number, r.guidance_on, r.snapshot_version
            FROM core.nomination_round AS r
            WHERE r.review_id = \(review)
            """
        ) { row in
            let (id, review): (ID, HeldReview.ID) = (try row.next(), try row.next())
            let round = NominationRound(opensOn: try row.next(), cutOff: try row.next(), lockedOn: try row.next())
            return HeldRound(
                id: id, review: review, round: round, guidanceNumber: try row.next(), guidanceOn: try row.next(),
                snapshotVersion: Int(try row.next(Int32.self)))
        }
    }

    /// Opens it as the acting officer of Home Affairs; the database finds the frozen figures on which it rests.
    public static func open(
        _ id: ID, of review: HeldReview.ID, opensOn: CivilDate, cutOff: CivilDate, guidanceNumber: String, guidanceOn: CivilDate,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.nomination_round (id, review_id, opens_on, cut_off, guidance_number, guidance_on, opened_by, opened_on)
            VALUES (\(id), \(review), \(opensOn), \(cutOff), \(guidanceNumber), \(guidanceOn), core.actor_post(), core.today())
            """)
    }

    /// Locks its list today: nothing more is submitted, and withdrawing frees no slot any longer (A04). Answers whether there was one.
    public static func lock(_ review: HeldReview.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute("UPDATE core.nomination_round SET locked_on = core.today() WHERE review_id = \(review)") == 1
    }
}

extension NominationSlot {
    /// The slots of a review as far as they are in sight, withdrawn ones too: a unit's own, or all.
    public static func all(of review: HeldReview.ID, in tx: borrowing TenantTransaction) async throws -> [NominationSlot] {
        try await tx.rows(
            """
            SELECT s.dossier_id, s.person_id, s.unit_id, s.freed_on
            FROM core.nomination_slot AS s
            WHERE s.review_id = \(review)
              AND \(fragment: tx.within("s.tenant_id"))
            ORDER BY s.unit_id, s.slot, s.dossier_id
            """
        ) { row in
            NominationSlot(dossier: try row.next(), person: try row.next(), unit: try row.next(), withdrawnOn: try row.next())
        }
    }
}

extension UnitVerdict.Verdict {
    /// What a unit was judged in the last frozen figures of a review, as far as it is in sight; nil: it was not.
    public static func frozen(
        of unit: SubUnit.ID, _ tenant: Tenant.ID, review: HeldReview.ID, in tx: borrowing TenantTransaction
    ) async throws -> UnitVerdict.Verdict? {
        let raw = try await tx.first(
            """
            SELECT convert_from(p.verdict, 'UTF8')::jsonb ->> 'verdict'
            FROM \(identifier: tx.table("review_part")) AS p
            WHERE \(fragment: tx.within("p.tenant_id"))
              AND p.tenant_id = \(tenant)
              AND p.review_id = \(review)
              AND p.unit_id = \(unit)
            ORDER BY p.version DESC
            LIMIT 1
            """
        ) { row in try row.next(String.self) }
        return raw.flatMap(UnitVerdict.Verdict.init(rawValue:))
    }
}
