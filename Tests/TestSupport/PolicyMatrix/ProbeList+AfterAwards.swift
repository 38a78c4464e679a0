import Domain
import FoundationEssentials

extension ProbeList {
    /// What follows a decision on an award: by Home Affairs, and by who signs.
    func afterAwards(_ by: String, _ day: String) -> [ProvinceDeed] {
        let target = foreign
        return [
            ProvinceDeed("propose a revocation", [.homeAffairs], .nameAndDay, revocationProposal(target.issuedDossier, by: by, day: day)),
            ProvinceDeed(
                "decline a revocation", [.leadership], .nameAndDay,
                """
                UPDATE core.revocation_proposal SET declined_on = '\(day)', declined_reason = 'x', declined_by = \(by)
                WHERE dossier_id = '\(target.signedDossier)'
                """),
            ProvinceDeed(
                "keep hold of a proposal", [.leadership], .none,
                "SELECT FROM core.revocation_proposal WHERE dossier_id = '\(target.signedDossier)' FOR UPDATE"),
            ProvinceDeed("correct a decision", [.homeAffairs], .nameAndDay, amendment("correct", target.issuedDossier, by: by, day: day)),
            ProvinceDeed("replace a decision", [.leadership], .nameAndDay, amendment("replace", target.issuedDossier, by: by, day: day)),
            ProvinceDeed("revoke a decision", [.leadership], .nameAndDay, amendment("revoke", target.signedDossier, by: by, day: day)),
            ProvinceDeed("recover money", [.homeAffairs], .nameAndDay, recovery("payment", target.revokedDossier, by: by, day: day)),
            ProvinceDeed("waive money", [.leadership], .nameAndDay, recovery("waiver", target.revokedDossier, by: by, day: day)),
            ProvinceDeed("plan a presentation", [.homeAffairs], .nameAndDay, plannedPresentation(by: by, day: day)),
            ProvinceDeed("complete a presentation", [.homeAffairs], .none, completedPresentation(on: "2023-06-20")),
            ProvinceDeed(
                "keep hold of a presentation", [.homeAffairs], .none,
                "SELECT FROM core.presentation WHERE id = '\(stage.presentation)' FOR UPDATE"),
            ProvinceDeed("present an award", [.homeAffairs], .nameAndDay, presented(target.issuedDossier, by: by, day: day)),
            ProvinceDeed("give a certificate anew", [.homeAffairs], .nameAndDay, certificateCopy(target.issuedDossier, by: by, day: day)),
            // No correction of the stage's figures turned a verdict round.
            ProvinceDeed(
                "rule on a verdict", [.homeAffairs], .nameAndDay, stands: false, flipRuling(target.issuedDossier, by: by, day: day)),
        ]
    }

    /// What nobody may: about a dossier that he does not see, in a unit's name, of another day.
    func guardAfterAwards() {
        for (what, statement) in [
            ("proposal", revocationProposal(foreign.draftedDossier)), ("correction", amendment("correct", foreign.draftedDossier)),
            ("replacement", amendment("replace", foreign.draftedDossier)), ("payment", recovery("payment", foreign.draftedDossier)),
            ("waiver", recovery("waiver", foreign.draftedDossier)), ("place in an order", presented(foreign.draftedDossier)),
            ("certificate", certificateCopy(foreign.draftedDossier)), ("ruling", flipRuling(foreign.draftedDossier)),
        ] {
            refuse("a \(what) about a draft", (.province, statement))
        }
        // Without facts, which its constraint says where the policies let it through: before its number is asked for.
        for kind in ["correct", "replace"] {
            refuse(
                "a paper in a unit's name: \(kind)",
                (.province, amendment(kind, foreign.issuedDossier, in: foreign.tenant, facts: " ")))
        }
        refuse(
            "a presentation in a unit's name",
            (.province, plannedPresentation(by: post, day: "2023-06-20", in: foreign)))
        refuse("a presentation completed later", (.province, completedPresentation(on: "2023-06-21")))
    }

    private func revocationProposal(_ dossier: UUID, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.revocation_proposal (id, tenant_id, dossier_id, ground, facts, document_number, document_on, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(foreign.tenant)', '\(dossier)', 'forgedPapers', 'x', 'x', '2023-06-19', \(by ?? post), '\(day)')
        """
    }

    private func amendment(
        _ kind: String, _ dossier: UUID, in tenant: UUID? = nil, facts: String = "x", by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO core.award_amendment (id, tenant_id, dossier_tenant_id, dossier_id, kind, number, signed_on, signer, facts, wrong, right_is, printed_name,
            recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(tenant ?? stage.provincePlace.tenant)', '\(foreign.tenant)', '\(dossier)', '\(kind)', 'mx-\(kind)', '2023-06-19', 'x',
            '\(facts)', 'x', 'x', 'x', \(by ?? post), '\(day)')
        """
    }

    private func recovery(_ kind: String, _ dossier: UUID, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.reward_recovery (id, tenant_id, dossier_id, kind, amount, happened_on, document_number, reason, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(foreign.tenant)', '\(dossier)', '\(kind)', 1, '2023-06-19', 'x', 'x', \(by ?? post), '\(day)')
        """
    }

    /// - Parameter unit: whose event it is, of what it gives itself; nil: the province's.
    func plannedPresentation(by: String, day: String, in unit: MatrixStage.Place? = nil) -> String {
        let tenant = unit.map { "'\($0.tenant)'" } ?? "NULL"
        return """
            INSERT INTO core.presentation (id, tenant_id, giver_id, name, place, held_on, chair, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), \(tenant), \(tenant), 'x', 'x', '2023-06-19', 'x', \(by), '\(day)')
            """
    }

    private func completedPresentation(on day: String) -> String {
        "UPDATE core.presentation SET completed_on = '\(day)' WHERE id = '\(stage.presentation)'"
    }

    private func presented(_ dossier: UUID, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.presentation_awardee (presentation_id, position, tenant_id, dossier_id, receiver, presenter, recorded_by, recorded_on)
        VALUES ('\(stage.presentation)', 1, '\(foreign.tenant)', '\(dossier)', 'x', 'x', \(by ?? post), '\(day)')
        """
    }

    private func certificateCopy(_ dossier: UUID, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.certificate_copy (id, tenant_id, dossier_id, kind, reason, request_number, request_on, issued_on, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(foreign.tenant)', '\(dossier)', 'lost', 'x', 'x', '2023-06-19', '2023-06-19', \(by ?? post), '\(day)')
        """
    }

    private func flipRuling(_ dossier: UUID, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.flip_ruling (id, tenant_id, dossier_id, ruling, reason, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(foreign.tenant)', '\(dossier)', 'stands', 'x', \(by ?? post), '\(day)')
        """
    }
}
