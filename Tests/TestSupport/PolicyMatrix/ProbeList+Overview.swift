import Domain
import FoundationEssentials

extension ProbeList {
    /// What the worker counted of the units: read as far as a post reaches, written by nobody.
    func addOverview() {
        askProvince(.reading(.catalogue), .province, "from how many units on they are counted", "SELECT FROM core.unit_table_rule")
        for (relation, slot) in inside {
            ask(.reading(.item), relation, "unit_day", "SELECT FROM core.unit_day WHERE unit_id = '\(place.unit(slot))'")
        }
        ask(.reading(.item), whole, "unit_day_check", "SELECT FROM core.unit_day_check WHERE tenant_id = '\(place.tenant)'")
        for target in [foreign, stage.place(stage.closedSlug)] {
            for table in ["unit_day", "unit_day_check"] {
                askAbroad(.reading(.item), .foreignTenant, at: target, table) { _ in
                    "SELECT FROM core.\(table) WHERE tenant_id = '\(target.tenant)'"
                }
            }
        }
        guard seat.role != .system else { return }
        refuse("write what the worker counts", (.home, written))
        refuse("note what its comparison finds", (.home, "SELECT core.unit_day_checked('\(stage.unlaunched)', '2023-06-19', 1, 1)"))
    }

    /// The owner for the worker: it writes of the tenant that it entered, and of no other.
    func addCounters() {
        for (isOwn, target) in [(true, place), (false, foreign)] {
            owner(isOwn, "counts the units of \(target.slug) for a job", countedDay(of: target))
            owner(isOwn, "notes a comparison of \(target.slug) for a job", comparison(of: target))
            for table in ["unit_day", "unit_day_check"] {
                owner(isOwn, "reads \(table) of \(target.slug) for a job", "SELECT FROM core.\(table) WHERE tenant_id = '\(target.tenant)'")
            }
        }
    }

    private var written: String {
        "SELECT core.unit_day_write('\(stage.unlaunched)', '2023-06-18', jsonb_build_array(jsonb_build_object('unit', core.actor_home(), \(figures))))"
    }

    private var figures: String {
        ["items", "acknowledged", "reported", "early", "onTime", "late", "overdue", "dueSoon", "above", "extended"]
            .map { "'\($0)', 0" }.joined(separator: ", ")
    }

    func countedDay(of target: MatrixStage.Place) -> String {
        """
        INSERT INTO core.unit_day (campaign_id, day, tenant_id, unit_id, items, acknowledged, reported, early, on_time, late, overdue, due_soon, above,
            extended, counted_on)
        VALUES ('\(stage.unlaunched)', '2023-06-17', '\(target.tenant)', gen_random_uuid(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '2023-06-20')
        """
    }

    func comparison(of target: MatrixStage.Place) -> String {
        """
        INSERT INTO core.unit_day_check (campaign_id, tenant_id, day, compared, differing)
        VALUES ('\(stage.unlaunched)', '\(target.tenant)', '2023-06-18', 0, 0) ON CONFLICT (campaign_id, tenant_id) DO UPDATE SET day = excluded.day
        """
    }
}
