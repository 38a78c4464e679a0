import Domain
import FoundationEssentials

extension ProbeList {
    func addMottos() {
        for (relation, slot) in inside {
            ask(.action(.assessMotto), relation, "assessment", motto(home, place, slot, step: "assessed", body: "unit"))
            if slot != .root {
                ask(.action(.decideMotto), relation, "motto", motto(home, place, slot, step: "decided", body: "unitCouncil"))
            }
        }
        // Of the unit as a whole the province's bodies speak, and none of them of its own.
        if seat.role != .system {
            ask(.action(.decideMotto), whole, "motto of the unit", motto(home, place, .root, step: "decided", body: "unitCouncil"))
        }
        let own = Policy.of(seat.role).provinceRole == .homeAffairs ? "homeAffairs" : "office"
        askProvince(.action(.commentMotto), whole, "a comment on oneself", motto("core", place, .root, step: "commented", body: own))
        askProvince(
            .action(.decideMotto), whole, "a decision on oneself", motto("core", place, .root, step: "decided", body: "provinceCouncil"))
        for target in [foreign, stage.place(stage.closedSlug)] {
            askAbroad(.action(.assessMotto), .foreignTenant, at: target, "assessment") {
                motto($0, target, .root, step: "assessed", body: "unit")
            }
            askAbroad(.action(.commentMotto), .foreignTenant, at: target, "comment") {
                motto($0, target, .root, step: "commented", body: own)
            }
            askAbroad(.action(.decideMotto), .foreignTenant, at: target, "decision") {
                motto($0, target, .root, step: "decided", body: "provinceCouncil")
            }
        }
    }

    /// What nobody may: another's name, another day, another body's word, another tier.
    func guardMottos(another: String, yesterday: String) {
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", "'\(seat.post)'", yesterday)] {
            refuse("an assessment \(what)", (.home, motto(home, place, .middle, step: "assessed", body: "unit", by: by, day: day)))
            refuse(
                "a council's decision \(what)",
                (.home, motto(home, place, .sibling, step: "decided", body: "unitCouncil", by: by, day: day)))
            for body in ["office", "homeAffairs"] {
                refuse("a comment \(what)", (.province, motto("core", foreign, .root, step: "commented", body: body, by: by, day: day)))
            }
            refuse(
                "a motto \(what)", (.province, motto("core", foreign, .root, step: "decided", body: "provinceCouncil", by: by, day: day)))
        }
        if Policy.of(seat.role).provinceRole != .office {
            refuse("the Office's comment", (.province, motto("core", foreign, .root, step: "commented", body: "office")))
        }
        if Policy.of(seat.role).provinceRole != .homeAffairs {
            refuse("Home Affairs' comment", (.province, motto("core", foreign, .root, step: "commented", body: "homeAffairs")))
        }
        refuse("a comment on a sub-unit", (.province, motto("core", foreign, .middle, step: "commented", body: "office")))
        refuse(
            "the province's decision on a sub-unit", (.province, motto("core", foreign, .middle, step: "decided", body: "provinceCouncil")))
        refuse("a decision in the unit's place", (.province, motto("core", foreign, .middle, step: "decided", body: "unitCouncil")))
        refuse("an assessment in the unit's place", (.province, motto("core", foreign, .root, step: "assessed", body: "unit")))
    }

    /// The next step after the assessment that the stage holds of every unit.
    func motto(
        _ schema: String, _ target: MatrixStage.Place, _ slot: MatrixStage.Slot, step: String, body: String, by: String? = nil,
        day: String = "2023-06-20"
    ) -> String {
        let isAssessed = step == "assessed"
        let codes = """
            ARRAY(
                SELECT m.value ->> 'code'
                FROM core.campaign AS c
                    CROSS JOIN LATERAL jsonb_array_elements(c.document #> '{motto,parts}') WITH ORDINALITY AS m (value, place)
                WHERE c.id = '\(stage.launched)' ORDER BY m.place)
            """
        return """
            INSERT INTO \(schema).motto_step (tenant_id, id, campaign_id, review, unit_id, position, step, body, happened_on, parts, grades, accepted,
                document_number, words, recorded_by, recorded_on)
            VALUES ('\(target.tenant)', gen_random_uuid(), '\(stage.launched)', 'final', '\(target.unit(slot))', 2, '\(step)', '\(body)', '2023-06-10',
                \(isAssessed ? codes : "'{}'"), \(isAssessed ? "array_fill('met'::text, ARRAY[cardinality(\(codes))])" : "'{}'"),
                \(step == "decided" ? "true" : "NULL"), '1', 'x', \(by ?? post), '\(day)')
            """
    }
}
