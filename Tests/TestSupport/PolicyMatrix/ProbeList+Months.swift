import Domain
import FoundationEssentials

extension ProbeList {
    /// The month: what units say about it, who approves that, what the Office opens and closes.
    func addMonths() {
        ask(
            .reading(.item), whole, "the unit's row of a closed month",
            "SELECT FROM \(home).month_row WHERE period_id = '\(stage.closedMonth)'")
        for (relation, slot) in inside {
            let unit = place.unit(slot)
            ask(
                .reading(.item), relation, "a return",
                "SELECT FROM \(home).unit_return WHERE unit_id = '\(unit)' AND period_id = '\(stage.draftedMonth)'")
            ask(.action(.reportProgress), relation, "draft a return", draftReturn(home, place.tenant, unit))
            ask(.action(.reportProgress), relation, "write a return anew", writeReturn(home, unit))
            ask(.action(.approveReturn), relation, "approve a return", approveReturn(home, unit))
        }
        for target in [foreign, stage.place(stage.closedSlug)] {
            askAbroad(.reading(.item), .foreignTenant, at: target, "what it approved") {
                "SELECT FROM \($0).unit_return WHERE tenant_id = '\(target.tenant)' AND period_id = '\(stage.closedMonth)'"
            }
            askAbroad(.reading(.item), .foreignTenant, at: target, "its row of a closed month") {
                "SELECT FROM \($0).month_row WHERE tenant_id = '\(target.tenant)'"
            }
            askAbroad(.action(.reportProgress), .foreignTenant, at: target, "draft a return") {
                draftReturn($0, target.tenant, target.tenant)
            }
            askAbroad(.action(.approveReturn), .foreignTenant, at: target, "approve a return") { approveReturn($0, target.tenant) }
        }
        askProvince(
            .reading(.catalogue), .province, "that a month was closed",
            "SELECT FROM core.month_close WHERE period_id = '\(stage.closedMonth)'")
        askProvince(
            .action(.readProvince), .province, "what the province was told with a closed month",
            "SELECT FROM core.month_annex WHERE period_id = '\(stage.closedMonth)'")
        askProvince(
            .reading(.catalogue), .province, "that a month was opened", "SELECT FROM core.report_period WHERE id = '\(stage.closedMonth)'")
        askProvince(.reading(.catalogue), .province, "how long months are", "SELECT FROM core.period_rule")
        askProvince(.action(.keepReview), .province, "open a month", openMonth())
        askProvince(.action(.keepReview), .province, "close a month", closeMonth())
    }

    /// What nobody may: another's name, another day, a draft of another unit, figures of his own.
    func guardMonths(another: String, yesterday: String) {
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", post, yesterday)] {
            refuse("a return \(what)", (.home, draftReturn(home, place.tenant, place.tenant, by: by, day: day)))
            refuse("a return written anew \(what)", (.home, writeReturn(home, place.tenant, by: by, day: day)))
            refuse("an approval \(what)", (.home, approveReturn(home, place.tenant, by: by, day: day)))
            refuse("a month opened \(what)", (.province, openMonth(by: by, day: day)))
        }
        refuse("a month closed in another's name", (.province, closeMonth(by: another)))
        refuse(
            "another unit's draft",
            (.province, "SELECT FROM core.unit_return WHERE tenant_id = '\(foreign.tenant)' AND period_id = '\(stage.draftedMonth)'"))
        refuse(
            "what another unit's sub-unit told it",
            (
                .province,
                "SELECT FROM core.unit_return WHERE tenant_id = '\(foreign.tenant)' AND unit_id = '\(foreign.unit(.child))' AND approved_on IS NOT NULL"
            ))
        refuse("a return approved at once", (.home, draftReturn(home, place.tenant, place.tenant, isApproved: true)))
        refuse(
            "an approved return changed", (.home, "UPDATE \(home).unit_return SET results = 'y' WHERE period_id = '\(stage.closedMonth)'"))
        refuse(
            "a row of a closed month", (.province, closedRow()), (.home, closedRow().replacing("core.month_row", with: "\(home).month_row"))
        )
        refuse("what was told with a closed month, written", (.province, monthAnnex()))
        refuse("what was told with a closed month, read at home", (.home, "SELECT FROM core.month_annex"))
    }

    private func draftReturn(
        _ schema: String, _ tenant: UUID, _ unit: UUID, by: String? = nil, day: String = "2023-06-20", isApproved: Bool = false
    ) -> String {
        let approval = isApproved ? (by ?? post, "'\(day)'") : ("NULL", "NULL")
        return """
            INSERT INTO \(schema).unit_return (tenant_id, period_id, unit_id, nothing, results, difficulties, explanation, drafted_by, recorded_on, approved_by,
                approved_on, to_on, sub_unit_due_on, due_on, is_closed, waiting, warnings)
            VALUES ('\(tenant)', '\(stage.closableMonth)', '\(unit)', false, 'x', 'x', 'x', \(by ?? post), '\(day)', \(approval.0), \(approval.1),
                '2023-06-20', '2023-06-20', '2023-06-20', false, 0, '{}')
            """
    }

    private func writeReturn(_ schema: String, _ unit: UUID, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        UPDATE \(schema).unit_return SET results = 'y', drafted_by = \(by ?? post), recorded_on = '\(day)'
        WHERE period_id = '\(stage.draftedMonth)' AND unit_id = '\(unit)'
        """
    }

    private func approveReturn(_ schema: String, _ unit: UUID, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        UPDATE \(schema).unit_return SET approved_by = \(by ?? post), approved_on = '\(day)'
        WHERE period_id = '\(stage.draftedMonth)' AND unit_id = '\(unit)'
        """
    }

    func openMonth(by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.report_period (id, campaign_id, month, opened_by, opened_on)
        VALUES (gen_random_uuid(), '\(stage.unlaunched)', '2023-05-01', \(by ?? post), '\(day)')
        """
    }

    func closeMonth(by: String? = nil) -> String {
        """
        INSERT INTO core.month_close (period_id, version, closed_by, head, sha256, closes_on, to_on, silent_units, earlier_open, later_closed,
            closed_on, closed_at, written_in)
        VALUES ('\(stage.closableMonth)', 1, \(by ?? post), 'x', sha256('x'), '2023-06-20', '2023-06-20', 0, 0, 0, '2023-06-20', now(), pg_current_xact_id())
        """
    }

    func periodRule(by: String, day: String) -> String {
        """
        INSERT INTO core.period_rule (valid_from, first_day, sub_unit_days, unit_days, close_days, citation, days_citation, recorded_by, recorded_on)
        VALUES ('2023-07-01', 1, 1, 2, 4, 'x', 'x', \(by), '\(day)')
        """
    }

    /// As the guard of a close writes it, of a month that is nowhere.
    func monthRow(of target: MatrixStage.Place) -> String {
        """
        INSERT INTO core.month_row (tenant_id, period_id, version, position, code, body, sha256)
        VALUES ('\(target.tenant)', gen_random_uuid(), 1, 1, 'x', '{}', sha256('{}'))
        """
    }

    /// What was told with it, likewise.
    func monthAnnex() -> String {
        "INSERT INTO core.month_annex (period_id, version, body) VALUES (gen_random_uuid(), 1, '{}')"
    }

    private func closedRow() -> String {
        """
        INSERT INTO core.month_row (tenant_id, period_id, version, position, code, body, sha256)
        VALUES ('\(place.tenant)', '\(stage.closedMonth)', 1, 9, 'x', '{}', sha256('{}'))
        """
    }
}
