public import Domain
import Postgres

extension CouncilMember {
    /// Seats a member in a council that the acting officer keeps.
    public func seat(
        id: EntityID<CouncilMember>, in tenant: Tenant.ID, documentNumber: String, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.council_member (id, tenant_id, person_id, duty, valid_from, valid_to, document_number, recorded_by, recorded_on)
            VALUES (\(id), \(tenant), \(person), \(duty), \(validity.from), \(validity.through), \(documentNumber), core.actor_post(), core.today())
            """)
    }

    /// Who sits or sat in a council, by term.
    public static func all(of tenant: Tenant.ID, in tx: borrowing TenantTransaction) async throws -> [CouncilMember] {
        try await tx.rows(
            """
            SELECT m.person_id, m.duty, m.valid_from, m.valid_to
            FROM core.council_member AS m
            WHERE m.tenant_id = \(tenant)
            ORDER BY m.valid_from, m.person_id
            """
        ) { row in
            CouncilMember(
                person: try row.next(), duty: try row.next(), validity: ValidityPeriod(from: try row.next(), through: try row.next()))
        }
    }
}

extension CouncilSession {
    /// Opens a session of the council that the acting officer keeps, with its members of that day, who of them is in the room, and its list.
    public static func open(
        _ id: ID, on day: CivilDate, at place: String, present: [Person.ID], list: [AwardDossier.ID], in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute("SELECT core.open_session(\(id), \(day), \(place), \(present), \(list))")
    }

    /// Those for whose nominee no award is considered on a day, or today, as far as the acting officer keeps the council or sits in it.
    ///
    /// - Parameter day: nil: today alone is asked, of what was counted already.
    public static func held(
        among dossiers: [AwardDossier.ID], on day: CivilDate?, in tx: borrowing TenantTransaction
    ) async throws -> Set<AwardDossier.ID> {
        Set(
            try await tx.rows("SELECT h.id FROM core.held_dossiers(\(dossiers), \(day)) AS h (id)") { row in
                try row.next(AwardDossier.ID.self)
            })
    }

    /// The sheet of the acting person: his secret vote on each dossier.
    public static func cast(
        _ sheet: [(dossier: AwardDossier.ID, choice: CouncilTally.Choice)], in session: ID, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute("SELECT core.cast_ballots(\(session), \(sheet.map(\.dossier)), \(sheet.map(\.choice.rawValue)))")
    }

    /// How members voted openly, recorded by who keeps the council.
    public static func record(
        _ votes: [(member: Person.ID, choice: CouncilTally.Choice)], on dossier: AwardDossier.ID, in session: ID,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute("SELECT core.record_votes(\(session), \(dossier), \(votes.map(\.member)), \(votes.map(\.choice.rawValue)))")
    }

    /// Counts, seals and closes; answers the number of the minutes.
    ///
    /// - Parameters:
    ///   - declared: what who chaired said openly, on dossiers with a secret vote.
    ///   - papers: what was counted by hand, of the members who have no vote of their own on record.
    public static func close(
        _ session: ID, declared: [(dossier: AwardDossier.ID, choice: CouncilTally.Choice)] = [],
        papers: [(dossier: AwardDossier.ID, count: PaperCount)] = [], in tx: borrowing TenantTransaction
    ) async throws -> Int {
        let counted = JSONValue.object(JSONObject(papers.map { ($0.dossier.description, $0.count.json) })).text()
        let number = try await tx.first(
            "SELECT core.close_session(\(session), \(declared.map(\.dossier)), \(declared.map(\.choice.rawValue)), \(JSONText(counted)))"
        ) { row in try row.next(Int32.self) }
        guard let number else { throw Problem.unexpected }
        return Int(number)
    }

    /// Puts an open session right: its day, its place, who of its members is in the room.
    public static func correct(
        _ session: ID, on day: CivilDate, at place: String, present: [Person.ID], in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute("SELECT core.correct_session(\(session), \(day), \(place), \(present))")
    }

    /// Cancels an open session: what was voted in secret is dropped unread, nothing is counted.
    public static func cancel(_ session: ID, for reason: String, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute("SELECT core.cancel_session(\(session), \(reason))")
    }

    /// A session in sight, with what was counted.
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> CouncilSession? {
        let entries = try await tx.rows(
            """
            SELECT d.dossier_id, d.method, d.recused, (
                    SELECT count(*)
                    FROM \(identifier: tx.table("vote_turnout")) AS v
                    WHERE \(fragment: tx.within("v.tenant_id")) AND v.tenant_id = d.tenant_id AND v.session_id = d.session_id
                      AND v.dossier_id = d.dossier_id
                ), c.members, c.attending, c.yes, c.no, c.blank, c.written, c.recused, c.recused_attending,
                c.chair_choice, c.outcome
            FROM \(identifier: tx.table("session_dossier")) AS d
                LEFT JOIN \(identifier: tx.table("vote_count")) AS c
                    ON \(fragment: tx.within("c.tenant_id")) AND c.tenant_id = d.tenant_id AND c.session_id = d.session_id
                        AND c.dossier_id = d.dossier_id
            WHERE \(fragment: tx.within("d.tenant_id"))
              AND d.session_id = \(id)
            ORDER BY d.position
            """, entry)
        return try await tx.first(
            """
            SELECT s.tenant_id, s.held_on, s.place, s.minutes, s.cancelled_on, s.cancel_reason
            FROM \(identifier: tx.table("council_session")) AS s
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.id = \(id)
            """
        ) { row in
            let (tenant, heldOn, place): (Tenant.ID, CivilDate, String) = (try row.next(), try row.next(), try row.next())
            let minutes: Int32? = try row.next()
            let (cancelledOn, reason): (CivilDate?, String?) = (try row.next(), try row.next())
            return CouncilSession(
                id: id, tenant: tenant, heldOn: heldOn, place: place, minutes: minutes.map(Int.init), entries: entries,
                cancellation: cancelledOn.map { Cancellation(on: $0, for: reason ?? "") })
        }
    }

    private static func entry(_ row: inout RowReader) throws -> Entry {
        let (dossier, method, recused): (AwardDossier.ID, CouncilRule.Method, [Person.ID]) = (
            try row.next(), try row.next(), try row.next()
        )
        let voters = Int(try row.next(Int64.self))
        let numbers = try (0..<8).map { _ in try row.next(Int32?.self).map(Int.init) }.compactMap(\.self)
        let (chair, outcome): (CouncilTally.Choice?, CouncilResult.Outcome?) = (try row.next(), try row.next())
        let tally =
            numbers.count == 8
            ? CouncilTally(
                members: numbers[0], attending: numbers[1], votes: .init(yes: numbers[2], no: numbers[3], blank: numbers[4]),
                written: numbers[5], recused: numbers[6], recusedAttending: numbers[7], chair: chair)
            : nil
        return Entry(dossier: dossier, method: method, recused: recused, voters: voters, tally: tally, outcome: outcome)
    }
}
