import Domain
import FoundationEssentials

extension ProbeList {
    func addReadings() {
        for (relation, slot) in inside { readInside(relation, slot) }
        readItem(.oneself, seat.ownItem, home)
        ask(
            .reading(.directory), .oneself, "own post",
            "SELECT FROM core.post WHERE id = '\(seat.role == .system ? place.sparePosts[.root]! : seat.post)'")
        readWhole(at: home)
        for target in [foreign, stage.place(stage.closedSlug)] where target.slug != home { readAbroad(target) }
        let selfGiven = stage.office.order
        for table in [
            "work_item WHERE id =", "progress WHERE item_id =", "ruling WHERE item_id =", "extension_step WHERE item_id =",
            "dispute_step WHERE item_id =", "occurrence WHERE item_id =", "item_source WHERE item_id =", "item_correction WHERE id =",
        ] {
            askAbroad(.reading(.item), .selfGiven, at: stage.office, table) { "SELECT FROM \($0).\(table) '\(selfGiven)'" }
        }
        askAbroad(.reading(.evidence), .selfGiven, at: stage.office, "evidence") {
            "SELECT FROM \($0).evidence WHERE item_id = '\(selfGiven)'"
        }
        askProvince(.reading(.catalogue), .province, "campaign", "SELECT FROM core.campaign WHERE id = '\(stage.launched)'")
        for table in Self.catalogue { askProvince(.reading(.catalogue), .province, table, "SELECT FROM core.\(table)") }
        askProvince(.reading(.catalogue), .foreignTenant, "tenant", "SELECT FROM core.tenant WHERE id = '\(foreign.tenant)'")
        if home != "province" {
            let paper = stage.provincePlace.directive
            askProvince(.reading(.directive), .province, "directive", "SELECT FROM core.directive WHERE id = '\(paper)'")
            askProvince(.reading(.directive), .province, "file", "SELECT FROM core.directive_file WHERE directive_id = '\(paper)'")
        }
    }

    /// What any officer may know.
    private static let catalogue = [
        "tenant", "tenant_name", "tenant_succession", "role", "campaign", "campaign_version", "campaign_content", "campaign_launch",
        "sector",
        "calendar_day", "review",
    ]

    private func readInside(_ relation: Relation, _ slot: MatrixStage.Slot) {
        let unit = place.unit(slot)
        ask(.reading(.directory), relation, "sub_unit", "SELECT FROM \(home).sub_unit WHERE id = '\(unit)'")
        ask(.reading(.directory), relation, "sub_unit_version", "SELECT FROM \(home).sub_unit_version WHERE unit_id = '\(unit)'")
        ask(.reading(.directory), relation, "post", "SELECT FROM core.post WHERE id = '\(place.sparePosts[slot] ?? UUID())'")
        let launch = place.launches[slot] ?? UUID()
        ask(.reading(.motto), relation, "motto", "SELECT FROM \(home).motto_step WHERE unit_id = '\(unit)'")
        ask(.reading(.launch), relation, "launch", "SELECT FROM \(home).launch WHERE id = '\(launch)'")
        ask(.reading(.launch), relation, "launch_step", "SELECT FROM \(home).launch_step WHERE launch_id = '\(launch)'")
        readItem(relation, seat.items[slot] ?? UUID(), home)
        ask(.reading(.draft), relation, "draft", "SELECT FROM \(home).draft WHERE item_id = '\(seat.items[slot] ?? UUID())'")
        ask(
            .reading(.item), relation, "extension_step",
            "SELECT FROM \(home).extension_step WHERE item_id = '\(seat.waiting[slot] ?? UUID())'")
        // What was cut anew is told with the unit's items; the stage's corrections bear their ids.
        ask(
            .reading(.item), relation, "item_correction",
            "SELECT FROM \(home).item_correction WHERE id = '\(seat.items[slot] ?? UUID())'")
        ask(
            .reading(.item), relation, "dispute_step",
            "SELECT FROM \(home).dispute_step WHERE item_id = '\(seat.waiting[slot] ?? UUID())'")
    }

    private func readItem(_ relation: Relation, _ id: UUID, _ schema: String) {
        // The worker is nobody: no item is given to him.
        guard !(seat.role == .system && relation == .oneself) else { return }
        ask(.reading(.item), relation, "work_item", "SELECT FROM \(schema).work_item WHERE id = '\(id)'")
        for table in ["work_item_change", "progress", "ruling", "occurrence", "item_source"] {
            ask(.reading(.item), relation, table, "SELECT FROM \(schema).\(table) WHERE item_id = '\(id)'")
        }
        ask(.reading(.evidence), relation, "evidence", "SELECT FROM \(schema).evidence WHERE item_id = '\(id)'")
        ask(.reading(.evidence), relation, "evidence_chunk", Self.chunks(schema, of: id))
    }

    /// Asked for by the item in the place, not by the file: what cannot be joined is not seen either.
    private static func chunks(_ schema: String, of item: UUID) -> String {
        """
        SELECT FROM \(schema).evidence_chunk AS c
        WHERE c.evidence_id IN (SELECT e.id FROM \(schema).evidence AS e WHERE e.item_id = '\(item)')
        """
    }

    private func readWhole(at schema: String) {
        ask(.reading(.directive), whole, "directive", "SELECT FROM core.directive WHERE id = '\(place.directive)'")
        ask(.reading(.directive), whole, "file", "SELECT FROM core.directive_file WHERE directive_id = '\(place.directive)'")
        ask(.reading(.directory), whole, "person", "SELECT FROM core.person WHERE id = '\(place.spare)'")
        ask(.reading(.directory), whole, "person_before", "SELECT FROM core.person_before WHERE person_id = '\(place.spare)'")
        ask(.reading(.directory), whole, "delegation", "SELECT FROM core.delegation WHERE giver_id = '\(place.spare)'")
        ask(.reading(.directory), whole, "draft_rule", "SELECT FROM core.draft_rule WHERE tenant_id = '\(place.tenant)'")
        ask(.reading(.move), whole, "person_move", "SELECT FROM core.person_move WHERE person_id = '\(place.spare)'")
        ask(.reading(.move), whole, "person_release", "SELECT FROM core.person_release WHERE person_id = '\(place.spare)'")
        ask(.reading(.paper), whole, "paper", "SELECT FROM core.paper_act WHERE id = '\(place.paper)'")
        ask(.reading(.paper), whole, "scan", "SELECT FROM core.paper_act_file WHERE paper_id = '\(place.paper)'")
        ask(.action(.readAudit), whole, "audit", "SELECT FROM core.audit_entry WHERE tenant_id = '\(place.tenant)'")
    }

    private func readAbroad(_ target: MatrixStage.Place) {
        let id = target.slug == foreign.slug ? stage.foreignInside : target.order
        askAbroad(.reading(.item), .foreignTenant, at: target, "work_item") { "SELECT FROM \($0).work_item WHERE id = '\(id)'" }
        askAbroad(.action(.readProvince), .foreignTenant, at: target, "work_item") {
            "SELECT FROM \($0).work_item WHERE id = '\(target.order)'"
        }
        for table in ["work_item_change", "progress", "ruling", "extension_step", "dispute_step", "occurrence", "item_source"] {
            askAbroad(.reading(.item), .foreignTenant, at: target, table) { "SELECT FROM \($0).\(table) WHERE item_id = '\(target.order)'" }
        }
        askAbroad(.reading(.item), .foreignTenant, at: target, "item_correction") {
            "SELECT FROM \($0).item_correction WHERE id = '\(target.order)'"
        }
        askAbroad(.reading(.evidence), .foreignTenant, at: target, "evidence") {
            "SELECT FROM \($0).evidence WHERE item_id = '\(target.order)'"
        }
        askAbroad(.reading(.evidence), .foreignTenant, at: target, "evidence_chunk") { Self.chunks($0, of: target.order) }
        askAbroad(.action(.readAudit), .foreignTenant, at: target, "audit") { _ in
            "SELECT FROM core.audit_entry WHERE tenant_id = '\(target.tenant)'"
        }
        askAbroad(.reading(.draft), .foreignTenant, at: target, "draft") { "SELECT FROM \($0).draft WHERE item_id = '\(target.order)'" }
        let launch = target.launches[.middle] ?? UUID()
        askAbroad(.reading(.launch), .foreignTenant, at: target, "launch") { "SELECT FROM \($0).launch WHERE id = '\(launch)'" }
        askAbroad(.reading(.launch), .foreignTenant, at: target, "launch_step") {
            "SELECT FROM \($0).launch_step WHERE launch_id = '\(launch)'"
        }
        askAbroad(.reading(.directory), .foreignTenant, at: target, "sub_unit") {
            "SELECT FROM \($0).sub_unit WHERE id = '\(target.unit(.middle))'"
        }
        askAbroad(.reading(.directory), .foreignTenant, at: target, "sub_unit_version") {
            "SELECT FROM \($0).sub_unit_version WHERE unit_id = '\(target.unit(.middle))'"
        }
        for (table, column, id) in [
            ("person", "id", target.spare), ("person_before", "person_id", target.spare), ("post", "person_id", target.spare),
            ("delegation", "giver_id", target.spare), ("draft_rule", "tenant_id", target.tenant),
        ] {
            askAbroad(.reading(.directory), .foreignTenant, at: target, table) { _ in "SELECT FROM core.\(table) WHERE \(column) = '\(id)'"
            }
        }
        for table in ["person_move", "person_release"] {
            askAbroad(.reading(.move), .foreignTenant, at: target, table) { _ in
                "SELECT FROM core.\(table) WHERE person_id = '\(target.spare)'"
            }
        }
        askAbroad(.reading(.directive), .foreignTenant, at: target, "directive") { _ in
            "SELECT FROM core.directive WHERE id = '\(target.directive)'"
        }
        askAbroad(.reading(.directive), .foreignTenant, at: target, "file") { _ in
            "SELECT FROM core.directive_file WHERE directive_id = '\(target.directive)'"
        }
        askAbroad(.reading(.paper), .foreignTenant, at: target, "paper") { _ in
            "SELECT FROM core.paper_act WHERE id = '\(target.paper)'"
        }
        askAbroad(.reading(.paper), .foreignTenant, at: target, "scan") { _ in
            "SELECT FROM core.paper_act_file WHERE paper_id = '\(target.paper)'"
        }
        askAbroad(.reading(.motto), .foreignTenant, at: target, "motto") {
            "SELECT FROM \($0).motto_step WHERE unit_id = '\(target.tenant)'"
        }
    }
}
