import Domain
import FoundationEssentials

extension ProbeList {
    /// Files of signed papers: seen with what they prove, added by who may do that; and what nominees say of being named in public.
    func addAwardFiles() {
        addAwardFilesInSight()
        ask(.action(.keepCouncil), whole, "attach minutes", minutesFile(home, place))
        ask(.action(.keepOwnAward), whole, "attach a decision of its own", decisionFile(home, place))
        ask(.action(.proposeAward), whole, "attach a paper", paperFile(home, place))
        ask(.action(.proposeAward), whole, "attach what he signed", consentFile(home, place))
        ask(.action(.proposeAward), whole, "a consent", consent(home, place))
        ask(.action(.proposeAward), whole, "attach what he signed of his name", nameFile(home, place))
        // The same of what the unit gives itself.
        ask(.action(.proposeAward), whole, "attach a paper of its own", paperFile(home, place, of: place.ownDraftedDossier))
        ask(.action(.proposeAward), whole, "attach what he signed of its own", consentFile(home, place, of: place.ownDossier))
        ask(.action(.proposeAward), whole, "a consent of its own", consent(home, place, about: place.ownDossier))
        if seat.role != .system {
            // Of what one said oneself everybody, in nobody's stead.
            let own = consentFile(home, place, of: seat.ownItem)
            if place.isClosed || seat.bounds == .delegation {
                refuse("attach what one signed oneself in a closed unit, or in another's stead", (.home, own))
            } else {
                ask(.selfService, .oneself, "attach what one signed oneself", own)
            }
        }
        for (relation, slot) in inside {
            ask(.action(.registerInitiative), relation, "attach evidence", evidenceFile(home, place, of: place.unit(slot)))
        }
        for target in [foreign, stage.place(stage.closedSlug)] {
            askAbroad(.action(.proposeAward), .foreignTenant, at: target, "attach a paper") { paperFile($0, target) }
            askAbroad(.action(.proposeAward), .foreignTenant, at: target, "a consent") { consent($0, target) }
            askAbroad(.action(.proposeAward), .foreignTenant, at: target, "attach what he signed of his name") { nameFile($0, target) }
            askAbroad(.action(.proposeAward), .foreignTenant, at: target, "attach a paper of its own") {
                paperFile($0, target, of: target.ownDraftedDossier)
            }
            askAbroad(.action(.proposeAward), .foreignTenant, at: target, "attach what he signed of its own") {
                consentFile($0, target, of: target.ownDossier)
            }
            askAbroad(.action(.proposeAward), .foreignTenant, at: target, "a consent of its own") {
                consent($0, target, about: target.ownDossier)
            }
            askAbroad(.action(.keepCouncil), .foreignTenant, at: target, "attach minutes") { minutesFile($0, target) }
        }
        askProvince(.action(.appraiseAward), .province, "attach minutes of the province", minutesFile("core", stage.provincePlace))
        askProvince(.action(.appraiseAward), .province, "attach a decision of the province", decisionFile("core", stage.provincePlace))
        for (what, by, day) in [("in another's name", "'\(UUID())'", "2023-06-20"), ("of another day", post, "2023-06-19")] {
            for statement in [
                minutesFile(home, place, by: by, day: day), decisionFile(home, place, by: by, day: day),
                paperFile(home, place, by: by, day: day), consentFile(home, place, by: by, day: day),
                consent(home, place, by: by, day: day), nameFile(home, place, by: by, day: day),
                paperFile(home, place, of: place.ownDraftedDossier, by: by, day: day),
                consentFile(home, place, of: place.ownDossier, by: by, day: day),
                consentFile(home, place, of: seat.ownItem, by: by, day: day),
                consent(home, place, about: place.ownDossier, by: by, day: day),
                evidenceFile(home, place, of: place.tenant, by: by, day: day),
            ] { refuse("a file or consent \(what)", (.home, statement)) }
            for statement in [
                minutesFile("core", stage.provincePlace, by: by, day: day), decisionFile("core", stage.provincePlace, by: by, day: day),
            ] { refuse("a file of the province \(what)", (.province, statement)) }
        }
        refuse("a file of a unit's decision, in its place", (.province, decisionFile("core", foreign)))
        for (name, table) in [("chunk", "award_chunk"), ("file", "award_file"), ("consent", "publicity_consent")] {
            refuse(
                "a change of a \(name)", (.home, "UPDATE \(home).\(table) SET tenant_id = tenant_id"),
                (.home, "DELETE FROM \(home).\(table)")
            )
        }
    }

    private func addAwardFilesInSight() {
        let kinds: [(Reading, String)] = [
            (.council, "session_id"), (.item, "decision_id"), (.item, "document_id"), (.item, "consent_id"),
            (.item, "name_id"),
        ]
        for (reading, key) in kinds {
            ask(
                .reading(reading), whole, "file by \(key)",
                "SELECT FROM \(home).award_file WHERE tenant_id = '\(place.tenant)' AND \(key) IS NOT NULL")
        }
        ask(
            .reading(.item), whole, "award_chunk",
            """
            SELECT FROM \(home).award_chunk AS c
            WHERE c.file_id IN (SELECT f.id FROM \(home).award_file AS f WHERE f.tenant_id = '\(place.tenant)' AND f.document_id IS NOT NULL)
            """)
        ask(
            .reading(.item), whole, "publicity_consent",
            "SELECT FROM \(home).publicity_consent WHERE tenant_id = '\(place.tenant)' AND giver_id IS NULL")
        ask(
            .reading(.item), whole, "publicity_consent of its own",
            "SELECT FROM \(home).publicity_consent WHERE id = '\(place.ownDossier)'")
        if seat.role != .system {
            ask(.reading(.item), .oneself, "what one said oneself", "SELECT FROM \(home).publicity_consent WHERE id = '\(seat.ownItem)'")
        }
        for (relation, slot) in inside {
            ask(
                .reading(.item), relation, "evidence of an initiative",
                "SELECT FROM \(home).award_file WHERE initiative_id = '\(place.unit(slot))'")
        }
        for target in [foreign, stage.place(stage.closedSlug)] {
            for key in ["document_id", "consent_id", "initiative_id", "name_id"] {
                askAbroad(.reading(.item), .foreignTenant, at: target, "file by \(key)") {
                    "SELECT FROM \($0).award_file WHERE tenant_id = '\(target.tenant)' AND \(key) IS NOT NULL"
                }
            }
            askAbroad(.reading(.council), .foreignTenant, at: target, "file by session_id") {
                "SELECT FROM \($0).award_file WHERE tenant_id = '\(target.tenant)' AND session_id IS NOT NULL"
            }
            askAbroad(.reading(.item), .foreignTenant, at: target, "publicity_consent") {
                "SELECT FROM \($0).publicity_consent WHERE tenant_id = '\(target.tenant)'"
            }
        }
        let province = stage.provincePlace.tenant
        askProvince(
            .reading(.council), .province, "file by session_id",
            "SELECT FROM core.award_file WHERE tenant_id = '\(province)' AND session_id IS NOT NULL")
        askProvince(
            .action(.readProvince), .province, "file by decision_id",
            "SELECT FROM core.award_file WHERE tenant_id = '\(province)' AND decision_id IS NOT NULL")
        refuse(
            "a file of a unit's own decision",
            (.province, "SELECT FROM core.award_file WHERE tenant_id = '\(foreign.tenant)' AND decision_id IS NOT NULL"))
        refuse(
            "a file of a draft",
            (
                .province,
                """
                SELECT FROM core.award_file AS f
                WHERE f.tenant_id = '\(foreign.tenant)' AND f.id NOT IN (
                    SELECT y.id FROM core.award_file AS y JOIN core.dossier_document AS x ON x.tenant_id = y.tenant_id AND x.id = y.document_id)
                  AND f.document_id IS NOT NULL
                """
            ))
        refuse(
            "what another unit's own nominee said",
            (.province, "SELECT FROM core.publicity_consent WHERE tenant_id = '\(foreign.tenant)' AND giver_id IS NOT NULL"))
    }

    func file(_ schema: String, _ target: MatrixStage.Place, _ key: String, _ id: String, _ by: String?, _ day: String) -> String {
        """
        INSERT INTO \(schema).award_file (tenant_id, id, \(key), file_name, media_type, byte_count, sha256, recorded_by, recorded_on)
        SELECT '\(target.tenant)', gen_random_uuid(), \(id), 'y.pdf', 'application/pdf', 1, sha256(convert_to(gen_random_uuid()::text, 'UTF8')),
            \(by ?? post), '\(day)'
        """
    }

    private func minutesFile(_ schema: String, _ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        file(schema, target, "session_id", "'\(target.passingSession)'", by, day)
    }

    private func decisionFile(_ schema: String, _ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        file(schema, target, "decision_id", "'\(target.passingSession)'", by, day)
    }

    private func paperFile(
        _ schema: String, _ target: MatrixStage.Place, of dossier: UUID? = nil, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        file(schema, target, "document_id", "x.id", by, day)
            + """
             FROM \(schema).dossier_document AS x
            WHERE x.tenant_id = '\(target.tenant)' AND x.dossier_id = '\(dossier ?? target.draftedDossier)' LIMIT 1
            """
    }

    private func consentFile(
        _ schema: String, _ target: MatrixStage.Place, of consent: UUID? = nil, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        file(schema, target, "consent_id", "'\(consent ?? target.submittedDossier)'", by, day)
    }

    private func nameFile(_ schema: String, _ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        file(schema, target, "name_id", "'\(target.submittedDossier)'", by, day)
    }

    private func evidenceFile(
        _ schema: String, _ target: MatrixStage.Place, of initiative: UUID, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        file(schema, target, "initiative_id", "'\(initiative)'", by, day)
    }

    private func consent(
        _ schema: String, _ target: MatrixStage.Place, about dossier: UUID? = nil, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).publicity_consent (tenant_id, id, dossier_id, consents, given_on, manner, document_number, recorded_by, recorded_on, position)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(dossier ?? target.submittedDossier)', false, '2023-06-19', 'paper', 'x', \(by ?? post), '\(day)', 1)
        """
    }
}
