import Domain
import FoundationEssentials

extension ProbeList {
    private static let followed = [
        "award_amendment", "revocation_proposal", "reward_recovery", "certificate_copy", "dossier_opinion", "presentation",
        "presentation_awardee",
    ]

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
        addOwnHeld()
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
        for column in ["giver_id", "unit_id"] {
            let own = "SELECT FROM core.petition WHERE \(column) = '\(place.unit(seat.slot))' AND \(column) <> tenant_id"
            switch Policy.of(seat.role).reach {
            case .subtree: allow("petitions of the own part by \(column)", own)
            case .own: refuse("petitions of the part in which he sits by \(column)", (.home, own))
            case .tenant: break
            }
        }
        let filing = """
            INSERT INTO core.petition (id, tenant_id, unit_id, campaign_id, giver_id, kind, words, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(place.tenant)', '\(place.unit(seat.slot))', '\(stage.unlaunched)', '\(place.tenant)', 'petition', 'x', \(post),
                '2023-06-20')
            """
        if Policy.of(seat.role).reach == .subtree, Policy.of(seat.role).actions.contains(.proposeAward), !place.isClosed {
            allow("a petition of the own part on what the unit gives", filing)
        } else {
            refuse("a petition of the part in which he sits", (.home, filing))
        }
    }

    /// What is said about awards of its own, where it is answered, and who answers in a closed unit's stead.
    private func addOwnHeld() {
        ask(
            .reading(.criticism), whole, "petitions on what it gives",
            "SELECT FROM core.petition WHERE giver_id = '\(place.tenant)' AND unit_id IS NULL")
        refuse(
            "a petition on what a unit gives itself",
            (.province, "SELECT FROM core.petition WHERE tenant_id = '\(foreign.tenant)' AND giver_id IS NOT NULL"))
        for (what, statement) in answers(place) {
            ask(.action(.keepOwnAward), whole, what, statement)
            refuse("\(what) in a role that was taken", (.taken("home_affairs"), statement))
        }
        for target in [foreign, stage.place(stage.closedSlug)] {
            for (what, statement) in answers(target).dropLast(target.isClosed ? 2 : 0) {
                askAbroad(.action(.keepOwnAward), .foreignTenant, at: target, what) { _ in statement }
            }
        }
        refuse("an event of its own completed later", (.home, completed(place, on: "2023-06-21")))
        // Of all rows: what a unit gave, and answered already, it does not touch.
        if seat.bare == .homeAffairs, seat.hasEveryAction {
            for (table, words) in [("petition", "outcome = 'upheld'"), ("dossier_opinion", "agrees = true")] {
                allow(
                    "answer of \(table) what the province gives, and nothing beside it", by: .province,
                    "UPDATE core.\(table) SET answered_on = '2023-06-20', answer = 'x', answer_number = 'x', \(words)")
            }
        }
        addInStead()
    }

    /// The closed unit has an heir: who keeps its awards answers, and neither Home Affairs nor another unit.
    private func addInStead() {
        guard seat.bare == nil, !place.isClosed else { return }
        let closed = stage.place(stage.closedSlug)
        let statements =
            ["petition", "dossier_opinion"].map { table in
                (
                    "\(table) on what a closed unit gave",
                    "SELECT FROM core.\(table) WHERE tenant_id = '\(closed.tenant)' AND giver_id IS NOT NULL"
                )
            } + answers(closed).suffix(2).map { ("\($0.0), in a closed unit's stead", $0.1) }
        for (what, statement) in statements {
            if place.slug == foreign.slug {
                ask(.action(.keepOwnAward), whole, what, statement)
            } else {
                refuse(what, (.home, statement), (.province, statement))
            }
        }
    }

    /// The last two are those that another answers when the unit is closed.
    private func answers(_ target: MatrixStage.Place) -> [(String, String)] {
        [
            ("complete an event of its own", completed(target, on: "2023-06-20")),
            (
                "answer an opinion of its own",
                """
                UPDATE core.dossier_opinion SET answered_on = '2023-06-20', answer = 'x', answer_number = 'x', agrees = true
                WHERE dossier_id = '\(target.ownRevokedDossier)'
                """
            ),
            (
                "answer a petition of its own",
                """
                UPDATE core.petition SET answered_on = '2023-06-20', outcome = 'upheld', answer = 'x', answer_number = 'x'
                WHERE id = '\(target.ownPetition)'
                """
            ),
        ]
    }

    private func completed(_ target: MatrixStage.Place, on day: String) -> String {
        "UPDATE core.presentation SET completed_on = '\(day)' WHERE id = '\(target.ownPresentation)'"
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
            (
                .keepOwnAward, "ask an opinion of its own",
                """
                INSERT INTO core.dossier_opinion (id, tenant_id, dossier_id, body, question, document_number, due_on, recorded_by, recorded_on)
                VALUES (gen_random_uuid(), '\(target.tenant)', '\(target.ownDossier)', 'x', 'x', 'x', '2023-06-30', \(by), '\(day)')
                """
            ),
            (.keepOwnAward, "plan an event of its own", plannedPresentation(by: by, day: day, in: target)),
            (
                .keepOwnAward, "put an award of its own into an order",
                """
                INSERT INTO core.presentation_awardee (presentation_id, position, tenant_id, dossier_id, receiver, presenter, recorded_by, recorded_on)
                VALUES ('\(target.ownPresentation)', 1, '\(target.tenant)', '\(target.ownIssuedDossier)', 'x', 'x', \(by), '\(day)')
                """
            ),
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
