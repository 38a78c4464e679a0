import Domain
import FoundationEssentials

extension ProbeList {
    private static let followed = ["award_amendment", "revocation_proposal", "reward_recovery", "certificate_copy"]

    /// What follows a decision that a unit took by its own authority: by who keeps its awards, and by who signs there.
    func addOwnAftermath() {
        for table in Self.followed {
            ask(.reading(.item), whole, "\(table) of its own", "SELECT FROM core.\(table) WHERE giver_id = '\(place.tenant)'")
            refuse(
                "\(table) of what the province gave",
                (.home, "SELECT FROM core.\(table) WHERE giver_id IS NULL AND \(Self.proposer(table)) = '\(place.tenant)'"))
            refuse(
                "\(table) of what a unit gave itself",
                (.province, "SELECT FROM core.\(table) WHERE tenant_id = '\(foreign.tenant)' AND giver_id IS NOT NULL"))
        }
        addOfThePart()
        for (deed, what, statement) in ownDeeds(place, by: post, day: "2023-06-20") { ask(.action(deed), whole, what, statement) }
        for target in [foreign, stage.place(stage.closedSlug)] {
            for (deed, what, statement) in ownDeeds(target, by: post, day: "2023-06-20") {
                askAbroad(.action(deed), .foreignTenant, at: target, what) { _ in statement }
            }
        }
        for (what, by, day) in [("in another's name", "'\(UUID())'", "2023-06-20"), ("of another day", post, "2023-06-19")] {
            for (_, deed, statement) in ownDeeds(place, by: by, day: day) { refuse("\(deed) \(what)", (.home, statement)) }
        }
        // Who may it in his unit may not in a role of the province that he took.
        for (_, what, statement) in ownDeeds(place, by: post, day: "2023-06-20") {
            refuse("\(what) in a role that was taken", (.taken("home_affairs"), statement), (.taken("leadership"), statement))
        }
    }

    /// What a commune or sub-unit gave itself: read by whose post reaches it, and not by who sees of it himself alone.
    private func addOfThePart() {
        guard seat.bounds == nil, !seat.hasEveryAction, seat.role != .system, seat.bare == nil, seat.slot != .root else { return }
        for table in Self.followed {
            let own = "SELECT FROM core.\(table) WHERE giver_id = '\(place.unit(seat.slot))' AND giver_id <> tenant_id"
            switch Policy.of(seat.role).reach {
            case .subtree: allow("\(table) of the own part", own)
            case .own: refuse("\(table) of the part in which he sits", (.home, own))
            case .tenant: break
            }
        }
    }

    private static func proposer(_ table: String) -> String { table == "award_amendment" ? "dossier_tenant_id" : "tenant_id" }

    private func ownDeeds(_ target: MatrixStage.Place, by: String, day: String) -> [(Action, String, String)] {
        [
            (.keepOwnAward, "propose a revocation of its own", proposal(target, by, day)),
            (
                .giveAward, "decline a revocation of its own",
                """
                UPDATE core.revocation_proposal SET declined_on = '\(day)', declined_reason = 'x', declined_by = \(by)
                WHERE dossier_id = '\(target.ownSignedDossier)'
                """
            ),
            (.keepOwnAward, "correct a decision of its own", paper("correct", target, target.ownIssuedDossier, by, day)),
            (.giveAward, "replace a decision of its own", paper("replace", target, target.ownIssuedDossier, by, day)),
            (.giveAward, "revoke a decision of its own", paper("revoke", target, target.ownSignedDossier, by, day)),
            (.keepOwnAward, "recover money of its own", money("payment", target, by, day)),
            (.giveAward, "waive money of its own", money("waiver", target, by, day)),
            (
                .keepOwnAward, "give a certificate of its own anew",
                """
                INSERT INTO core.certificate_copy (id, tenant_id, dossier_id, kind, reason, request_number, request_on, issued_on, recorded_by, recorded_on)
                VALUES (gen_random_uuid(), '\(target.tenant)', '\(target.ownIssuedDossier)', 'lost', 'x', 'x', '2023-06-19', '2023-06-19', \(by), '\(day)')
                """
            ),
        ]
    }

    private func proposal(_ target: MatrixStage.Place, _ by: String, _ day: String) -> String {
        """
        INSERT INTO core.revocation_proposal (id, tenant_id, dossier_id, ground, facts, document_number, document_on, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(target.ownIssuedDossier)', 'forgedPapers', 'x', 'x', '2023-06-19', \(by), '\(day)')
        """
    }

    private func paper(_ kind: String, _ target: MatrixStage.Place, _ dossier: UUID, _ by: String, _ day: String) -> String {
        """
        INSERT INTO core.award_amendment (id, tenant_id, dossier_tenant_id, dossier_id, kind, number, signed_on, signer, facts, wrong, right_is, printed_name,
            recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(target.tenant)', '\(dossier)', '\(kind)', 'own-\(kind)', '2023-06-19', 'x', 'x', 'x', 'x', 'x', \(by),
            '\(day)')
        """
    }

    private func money(_ kind: String, _ target: MatrixStage.Place, _ by: String, _ day: String) -> String {
        """
        INSERT INTO core.reward_recovery (id, tenant_id, dossier_id, kind, amount, happened_on, document_number, reason, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(target.ownRevokedDossier)', '\(kind)', 1, '2023-06-19', 'x', 'x', \(by), '\(day)')
        """
    }
}
