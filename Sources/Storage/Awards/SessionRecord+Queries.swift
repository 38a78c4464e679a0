public import Domain
import Postgres

extension CouncilSession {
    /// Sessions of a council as far as they are in sight, the latest opened first.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(
        of council: Tenant.ID, after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [Head] {
        let next: SQL = last.map { "s.id < \($0)" } ?? "true"
        return try await tx.rows(
            """
            SELECT s.id, s.held_on, s.place, s.minutes, (
                    SELECT count(*)
                    FROM \(identifier: tx.table("session_dossier")) AS d
                    WHERE \(fragment: tx.within("d.tenant_id")) AND d.tenant_id = s.tenant_id AND d.session_id = s.id
                ), s.cancelled_on IS NOT NULL
            FROM \(identifier: tx.table("council_session")) AS s
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.tenant_id = \(council)
              AND \(fragment: next)
            ORDER BY s.id DESC
            LIMIT \(Int32(clamping: limit))
            """
        ) { row in
            let (id, heldOn, place): (ID, CivilDate, String) = (try row.next(), try row.next(), try row.next())
            let minutes: Int32? = try row.next()
            let dossiers = Int(try row.next(Int64.self))
            return Head(
                id: id, heldOn: heldOn, place: place, minutes: minutes.map(Int.init), dossiers: dossiers, isCancelled: try row.next())
        }
    }
}

extension SessionRecord {
    /// A session in sight with its names, its votes as far as they are anybody's to know, and what was counted.
    public static func find(_ id: CouncilSession.ID, in tx: borrowing TenantTransaction) async throws -> SessionRecord? {
        guard let session = try await CouncilSession.find(id, in: tx) else { return nil }
        let kind: Council.Kind =
            try await tx.first(
                "SELECT core.province_tenant() = \(session.tenant)", { row in try row.next(Bool.self) }) == true ? .provincial : .unit
        let details = try await tx.rows(
            """
            SELECT d.quorum_part, d.quorum_of, d.share_part, d.share_of, d.base, d.chair_must_agree, d.absent_may_write, d.tie, d.recused_leave_base,
                d.source, EXISTS (SELECT FROM core.council_rule AS r WHERE r.source = d.source AND r.verified), v.persons, v.choices,
                c.source, \(fragment: NamedDossier.columns), x.in_sight
            FROM \(identifier: tx.table("session_dossier")) AS d
                LEFT JOIN LATERAL (
                    SELECT y.tenant_id, y.id, y.subject, y.state, y.unit_id, y.person_id, y.giver_id, true AS in_sight
                    FROM \(identifier: tx.table("award_dossier")) AS y
                    WHERE \(fragment: tx.within("y.tenant_id")) AND y.tenant_id = d.dossier_tenant_id AND y.id = d.dossier_id
                    UNION ALL
                    SELECT z.tenant_id, z.id, z.subject, z.state, z.unit_id, z.person_id, z.giver_id, false
                    FROM core.sat_nominees(\(id)) AS z
                    WHERE z.tenant_id = d.dossier_tenant_id AND z.id = d.dossier_id
                    ORDER BY in_sight DESC
                    LIMIT 1
                ) AS x ON true
                \(fragment: NamedDossier.joins(tx))
                LEFT JOIN LATERAL (
                    SELECT array_agg(y.person_id ORDER BY y.person_id) AS persons, array_agg(coalesce(y.choice, '') ORDER BY y.person_id) AS choices
                    FROM \(identifier: tx.table("vote_turnout")) AS y
                    WHERE \(fragment: tx.within("y.tenant_id")) AND y.tenant_id = d.tenant_id AND y.session_id = d.session_id
                      AND y.dossier_id = d.dossier_id
                ) AS v ON true
                LEFT JOIN \(identifier: tx.table("vote_count")) AS c
                    ON \(fragment: tx.within("c.tenant_id")) AND c.tenant_id = d.tenant_id AND c.session_id = d.session_id
                        AND c.dossier_id = d.dossier_id
            WHERE \(fragment: tx.within("d.tenant_id"))
              AND d.session_id = \(id)
            ORDER BY d.position
            """, { row in try Detail(&row) })
        let attendees = try await tx.rows(
            """
            SELECT m.person_id, coalesce(n.full_name, ''), m.duty, m.presence = 'room'
            FROM \(identifier: tx.table("session_member")) AS m
                LEFT JOIN core.person AS n ON n.id = m.person_id
            WHERE \(fragment: tx.within("m.tenant_id"))
              AND m.session_id = \(id)
            ORDER BY array_position(ARRAY['chair', 'deputyChair', 'secretary', 'member'], m.duty), n.sort_key, m.person_id
            """
        ) { row in Attendee(person: try row.next(), name: try row.next(), duty: try row.next(), isPresent: try row.next()) }
        // What is counted stays counted, whatever of that day is recorded later; a hold that runs today is shown.
        let counted = session.entries.filter { $0.tally != nil }.map(\.dossier)
        let uncounted = session.entries.filter { $0.tally == nil }.map(\.dossier)
        let held = try await CouncilSession.held(among: uncounted, on: session.heldOn, in: tx)
            .union(CouncilSession.held(among: counted, on: nil, in: tx))
        let listed = zip(session.entries, details).map { entry, detail in
            Listed(
                entry: entry, dossier: detail.dossier, rule: detail.rule(kind, entry.method, on: session.heldOn), votes: detail.votes,
                source: detail.source, isHeld: held.contains(entry.dossier), isInSight: detail.isInSight)
        }
        return SessionRecord(session: session, attendees: attendees, listed: listed)
    }

    /// What stands beside an entry of the list.
    private struct Detail {
        let quorum: VoteShare
        let share: VoteShare
        let base: CouncilRule.Base
        let chairMustAgree: Bool
        let absentMayWrite: Bool
        let tie: CouncilRule.Tie
        let recusedLeaveBase: Bool
        let citation: Citation
        let votes: [Vote]
        let source: CouncilTally.Source?
        let dossier: NamedDossier?
        let isInSight: Bool

        init(_ row: inout RowReader) throws {
            let parts = try (0..<4).map { _ in Int(try row.next(Int32.self)) }
            // The database holds them within the same bounds.
            quorum = VoteShare(parts[0], of: parts[1]) ?? .whole
            share = VoteShare(parts[2], of: parts[3]) ?? .whole
            base = try row.next()
            chairMustAgree = try row.next()
            absentMayWrite = try row.next()
            tie = try row.next()
            recusedLeaveBase = try row.next()
            citation = Citation(try row.next(), isVerified: try row.next())
            let (persons, choices): ([Person.ID]?, [String]?) = (try row.next(), try row.next())
            votes = zip(persons ?? [], choices ?? []).map { Vote(member: $0, choice: CouncilTally.Choice(rawValue: $1)) }
            source = try row.next()
            dossier = try NamedDossier.read(&row)
            isInSight = try row.next(Bool?.self) ?? false
        }

        func rule(_ council: Council.Kind, _ method: CouncilRule.Method, on day: CivilDate) -> CouncilRule {
            CouncilRule(
                council: council, form: nil, subject: dossier?.subject, method: method, quorum: quorum, share: share, base: base,
                chairMustAgree: chairMustAgree, absentMayWrite: absentMayWrite, tie: tie, recusedLeaveBase: recusedLeaveBase,
                validity: ValidityPeriod(from: day, through: day), citation: citation)
        }
    }
}
