import Domain
import FoundationEssentials

extension ProbeList {
    var post: String { "'\(seat.post)'" }

    // MARK: - Launches

    func addLaunches() {
        for (relation, slot) in inside {
            ask(.action(.reportLaunch), relation, "launch_step", step(home, place, slot))
            ask(.action(.receiveLaunch), relation, "launch", launch(home, place, slot))
        }
        ask(.action(.cascadeLaunch), whole, "cascade", "SELECT core.launch_cascade('\(stage.launched)')")
        askAbroad(.action(.reportLaunch), .foreignTenant, at: foreign, "launch_step") { step($0, foreign, .root) }
        askAbroad(.action(.receiveLaunch), .foreignTenant, at: foreign, "launch") { launch($0, foreign, .root) }
        askAbroad(.action(.cascadeLaunch), .foreignTenant, at: foreign, "cascade") { _ in
            "INSERT INTO core.job (id, kind, tenant_id, subject_id, cause, target) VALUES (gen_random_uuid(), 'launch.cascade', '\(foreign.tenant)', '\(stage.launched)', 'x', 'x')"
        }
    }

    func step(
        _ schema: String, _ place: MatrixStage.Place, _ slot: MatrixStage.Slot, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).launch_step (tenant_id, id, launch_id, unit_id, not_before, position, step, happened_on, recorded_by, recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), '\(place.launches[slot] ?? UUID())', '\(place.unit(slot))', '2023-01-02', 2, 'acknowledged', '2023-01-05', \(by ?? post), '\(day)')
        """
    }

    func launch(_ schema: String, _ place: MatrixStage.Place, _ slot: MatrixStage.Slot, day: String = "2023-06-20") -> String {
        """
        INSERT INTO \(schema).launch (tenant_id, id, campaign_id, unit_id, not_before, deadline, received_on, recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), '\(stage.launchedLater)', '\(place.unit(slot))', '2023-01-02', '2023-05-01', '2023-06-20', '\(day)')
        """
    }

    // MARK: - Items

    func addItems() {
        for (relation, slot) in inside {
            let given = seat.items[slot] ?? UUID()
            ask(.action(.reportProgress), relation, "progress", progress(home, place, slot, on: given))
            ask(
                .action(.reportProgress), relation, "a request for time",
                extended(home, place, slot, on: given, assigner: place.tenant, step: "asked"))
            ask(
                .action(.reportProgress), relation, "a dispute",
                disputed(home, place, slot, about: seat.fresh[slot] ?? UUID(), assigner: place.tenant, step: "raised"))
            ask(.action(.reportProgress), relation, "evidence", evidence(home, on: given))
            ask(.action(.assignItem), relation, "work_item", handOn(slot))
            ask(.action(.assignItem), relation, "change", "UPDATE \(home).work_item SET title = 'Khác' WHERE id = '\(given)'")
            ask(.action(.assignItem), relation, "occurrence", occurrence(home, place, slot, on: given, assigner: place.tenant))
            ask(.action(.assignItem), relation, "source", source(home, place, slot, on: given, assigner: place.tenant))
            ask(.action(.assignItem), relation, "correction", correction(home, place, slot, assigner: place.tenant))
        }
        if seat.role != .system { ask(.action(.reportProgress), .oneself, "progress", progress(home, place, seat.slot, on: seat.ownItem)) }
        for target in [foreign, stage.place(stage.closedSlug)] {
            askAbroad(.action(.reportProgress), .foreignTenant, at: target, "progress") { progress($0, target, .root, on: target.order) }
            askAbroad(.action(.reportProgress), .foreignTenant, at: target, "a request for time") {
                extended($0, target, .root, on: target.order, assigner: stage.office.tenant, step: "asked")
            }
            askAbroad(.action(.reportProgress), .foreignTenant, at: target, "a dispute") {
                disputed($0, target, .root, about: target.order, assigner: stage.office.tenant, step: "raised")
            }
            askAbroad(.action(.assignItem), .foreignTenant, at: target, "work_item") { order($0, target) }
            askAbroad(.action(.assignItem), .foreignTenant, at: target, "change") {
                "UPDATE \($0).work_item SET title = 'Khác' WHERE id = '\(target.order)'"
            }
            askAbroad(.action(.assignItem), .foreignTenant, at: target, "occurrence") {
                occurrence($0, target, .root, on: target.order, assigner: stage.office.tenant)
            }
            askAbroad(.action(.assignItem), .foreignTenant, at: target, "correction") {
                correction($0, target, .root, assigner: stage.office.tenant)
            }
        }
        askAbroad(.action(.reportProgress), .selfGiven, at: stage.office, "progress") {
            progress($0, stage.office, .root, on: stage.office.order)
        }
        askAbroad(.action(.assignItem), .selfGiven, at: stage.office, "work_item") { order($0, stage.office) }
    }

    func progress(
        _ schema: String, _ place: MatrixStage.Place, _ slot: MatrixStage.Slot, on item: UUID, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).progress (tenant_id, id, item_id, unit_id, kind, evidence_on, narrative, recorded_by, recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), '\(item)', '\(place.unit(slot))', 'reported', '2023-06-01', 'x', \(by ?? post), '\(day)')
        """
    }

    /// A file to a report on the item.
    func evidence(_ schema: String, on item: UUID, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO \(schema).evidence (tenant_id, id, item_id, unit_id, assigner_tenant_id, report_id, report_kind, evidence_on, file_name, media_type,
            byte_count, sha256, recorded_by, recorded_on)
        SELECT i.tenant_id, gen_random_uuid(), i.id, i.unit_id, i.assigner_tenant_id, p.id, p.kind, p.evidence_on, 'y.pdf', 'application/pdf', 1,
            sha256(convert_to(gen_random_uuid()::text, 'UTF8')), \(by ?? post), '\(day)'
        FROM \(schema).progress AS p JOIN \(schema).work_item AS i ON i.tenant_id = p.tenant_id AND i.id = p.item_id
        WHERE i.id = '\(item)'
        LIMIT 1
        """
    }

    /// A further deadline of a periodic item.
    func occurrence(
        _ schema: String, _ place: MatrixStage.Place, _ slot: MatrixStage.Slot, on item: UUID, assigner: UUID, by: String? = nil,
        day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).occurrence (tenant_id, item_id, due_on, unit_id, assigner_tenant_id, recorded_by, recorded_on)
        VALUES ('\(place.tenant)', '\(item)', '2023-06-28', '\(place.unit(slot))', '\(assigner)', \(by ?? post), '\(day)')
        """
    }

    /// A further paper of an item.
    func source(
        _ schema: String, _ place: MatrixStage.Place, _ slot: MatrixStage.Slot, on item: UUID, assigner: UUID, by: String? = nil,
        day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).item_source (tenant_id, item_id, directive_id, clause, unit_id, assigner_tenant_id, recorded_by, recorded_on)
        VALUES ('\(place.tenant)', '\(item)', '\(place.directive)', 'y', '\(place.unit(slot))', '\(assigner)', \(by ?? post), '\(day)')
        """
    }

    /// The record by which an item is cut anew.
    func correction(
        _ schema: String, _ place: MatrixStage.Place, _ slot: MatrixStage.Slot, assigner: UUID, by: String? = nil,
        day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).item_correction (tenant_id, id, unit_id, assigner_tenant_id, kind, decided_on, document_number, reason, recorded_by,
            recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), '\(place.unit(slot))', '\(assigner)', 'split', '2023-06-19', '1', 'x', \(by ?? post), '\(day)')
        """
    }

    /// A first request for more time, or the decision on one that waits.
    func extended(
        _ schema: String, _ place: MatrixStage.Place, _ slot: MatrixStage.Slot, on item: UUID, assigner: UUID, step: String,
        to newDue: String = "2023-07-01", isPostFacto: Bool = false, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).extension_step (tenant_id, id, item_id, unit_id, assigner_tenant_id, position, step, happened_on, previous_position,
            previous_step, previous_on, new_due_on, post_facto, document_number, reason, recorded_by, recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), '\(item)', '\(place.unit(slot))', '\(assigner)', \(step == "asked" ? 1 : 2), '\(step)', '2023-06-19',
            \(step == "asked" ? "NULL, NULL, NULL" : "1, 'asked', '2023-02-01'"), \(step == "refused" ? "NULL" : "'\(newDue)'"), \(isPostFacto), '1', 'x',
            \(by ?? post), '\(day)')
        """
    }

    /// A first dispute, or the answer to one that waits.
    func disputed(
        _ schema: String, _ place: MatrixStage.Place, _ slot: MatrixStage.Slot, about item: UUID, assigner: UUID, step: String,
        by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        let isFirst = step == "raised"
        return """
            INSERT INTO \(schema).dispute_step (tenant_id, id, item_id, unit_id, assigner_tenant_id, position, step, happened_on, previous_position,
                previous_step, previous_on, ground, document_number, document_issuer, reason, recorded_by, recorded_on)
            VALUES ('\(place.tenant)', gen_random_uuid(), '\(item)', '\(place.unit(slot))', '\(assigner)', \(isFirst ? 1 : 2), '\(step)', '2023-06-19',
                \(isFirst ? "NULL, NULL, NULL, 'noClearDate'" : "1, 'raised', '2023-02-01', NULL"), '1', 'x', 'x', \(by ?? post), '\(day)')
            """
    }

    /// At the root only to a person.
    func handOn(
        _ slot: MatrixStage.Slot, post: UUID? = nil, assigner: UUID? = nil, assignee: UUID? = nil, leader: UUID? = nil,
        unitLeader: UUID? = nil, directive: UUID? = nil, day: String = "2023-06-20"
    ) -> String {
        MatrixStage.insertItem(
            into: "\(home).work_item", tenant: place.tenant, unit: place.unit(slot), assigner: assigner ?? place.tenant,
            post: post ?? seat.post, assignee: assignee ?? (slot == .root ? place.spare : nil), parent: place.order,
            leader: leader, unitLeader: unitLeader, directive: directive, day: day)
    }

    func order(
        _ schema: String, _ target: MatrixStage.Place, unit: MatrixStage.Slot = .root, assigner: UUID? = nil, post: UUID? = nil,
        parent: UUID? = nil, day: String = "2023-06-20"
    ) -> String {
        MatrixStage.insertItem(
            into: "\(schema).work_item", tenant: target.tenant, unit: target.unit(unit), assigner: assigner ?? place.tenant,
            post: post ?? seat.post, parent: parent, day: day)
    }

    // MARK: - Rulings

    func addRulings() {
        for (relation, slot) in inside {
            ask(.action(.ruleItem), relation, "ruling", ruling(home, place, slot, on: seat.items[slot] ?? UUID(), assigner: place.tenant))
            for step in ["granted", "refused"] {
                ask(
                    .action(.ruleItem), relation, "time \(step)",
                    extended(home, place, slot, on: seat.waiting[slot] ?? UUID(), assigner: place.tenant, step: step, to: "2023-06-30"))
            }
            ask(
                .action(.ruleItem), relation, "a dispute rejected",
                disputed(home, place, slot, about: seat.waiting[slot] ?? UUID(), assigner: place.tenant, step: "rejected"))
        }
        if seat.role != .system {
            ask(.action(.ruleItem), .oneself, "ruling", ruling(home, place, seat.slot, on: seat.ownItem, assigner: place.tenant))
        }
        for target in [foreign, stage.place(stage.closedSlug)] {
            askAbroad(.action(.ruleItem), .foreignTenant, at: target, "ruling") {
                ruling($0, target, .root, on: target.order, assigner: stage.office.tenant)
            }
            askAbroad(.action(.ruleItem), .foreignTenant, at: target, "a dispute rejected") {
                disputed($0, target, .root, about: target.order, assigner: stage.office.tenant, step: "rejected")
            }
            askAbroad(.action(.ruleItem), .foreignTenant, at: target, "time granted") {
                extended($0, target, .root, on: target.order, assigner: stage.office.tenant, step: "granted")
            }
        }
        askAbroad(.action(.ruleItem), .selfGiven, at: stage.office, "ruling") {
            ruling($0, stage.office, .root, on: stage.office.order, assigner: stage.office.tenant)
        }
        askAbroad(.action(.ruleItem), .selfGiven, at: stage.office, "a dispute rejected") {
            disputed($0, stage.office, .root, about: stage.office.order, assigner: stage.office.tenant, step: "rejected")
        }
        askAbroad(.action(.ruleItem), .selfGiven, at: stage.office, "time granted") {
            extended($0, stage.office, .root, on: stage.office.order, assigner: stage.office.tenant, step: "granted")
        }
    }

    func ruling(
        _ schema: String, _ place: MatrixStage.Place, _ slot: MatrixStage.Slot, on item: UUID, assigner: UUID, by: String? = nil,
        day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, decided_on, document_number, reason, recorded_by, recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), '\(item)', '\(place.unit(slot))', '\(assigner)', 'cancelled', '2023-06-19', '1/QĐ', 'x', \(by ?? post), '\(day)')
        """
    }

    // MARK: - Directory

    func addDirectory() {
        for (relation, slot) in inside {
            ask(.action(.manageDirectory), relation, "give a post", givePost(to: place.spare, at: place.unit(slot), of: place.tenant))
            ask(
                .action(.manageDirectory), relation, "end a post",
                "UPDATE core.post SET valid_to = '2023-06-20' WHERE id = '\(place.sparePosts[slot] ?? UUID())'")
            if slot != .root {
                ask(.action(.manageDirectory), relation, "rename a unit", renameUnit(slot))
                if slot != .sibling { ask(.action(.manageDirectory), relation, "write a unit's name anew", renameAnew(place.unit(slot))) }
                ask(
                    .action(.manageDirectory), relation, "change a unit",
                    "UPDATE \(home).sub_unit SET closed_on = closed_on WHERE id = '\(place.unit(slot))'")
            }
        }
        if seat.role != .system {
            ask(.action(.manageDirectory), .oneself, "give oneself a post", givePost(to: seat.person, at: place.tenant, of: place.tenant))
            ask(.action(.manageDirectory), .oneself, "record one's own leaving", recordLeaving(of: seat.person, in: place.tenant))
        }
        ask(.action(.manageDirectory), whole, "add a person", addPerson(to: place.tenant))
        ask(.action(.manageDirectory), whole, "change a person", "UPDATE core.person SET kind = 'can_bo' WHERE id = '\(place.spare)'")
        ask(.action(.manageDirectory), whole, "record a leaving", recordLeaving(of: place.spare, in: place.tenant))
        ask(.action(.manageDirectory), whole, "open a unit", openUnit(home, of: place.tenant))
        ask(
            .action(.manageDirectory), whole, "open an account",
            "SELECT core.account_open(gen_random_uuid(), '\(place.spare)', '\(place.slug).\(UUID())', sha256('x'), interval '1 day')"
                .lowercased())
        askAbroad(.action(.manageDirectory), .foreignTenant, at: foreign, "give a post") { _ in
            givePost(to: foreign.spare, at: foreign.tenant, of: foreign.tenant)
        }
        askAbroad(.action(.manageDirectory), .foreignTenant, at: foreign, "end a post") { _ in
            "UPDATE core.post SET valid_to = '2023-06-20' WHERE person_id = '\(foreign.spare)'"
        }
        askAbroad(.action(.manageDirectory), .foreignTenant, at: foreign, "add a person") { _ in addPerson(to: foreign.tenant) }
        askAbroad(.action(.manageDirectory), .foreignTenant, at: foreign, "change a person") { _ in
            "UPDATE core.person SET kind = 'can_bo' WHERE id = '\(foreign.spare)'"
        }
        askAbroad(.action(.manageDirectory), .foreignTenant, at: foreign, "record a leaving") { _ in
            recordLeaving(of: foreign.spare, in: foreign.tenant)
        }
        askAbroad(.action(.manageDirectory), .foreignTenant, at: foreign, "open a unit") { openUnit($0, of: foreign.tenant) }
    }

    func givePost(to person: UUID, at unit: UUID, of tenant: UUID, role: Role = .unitCoordinator) -> String {
        """
        INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
        VALUES (gen_random_uuid(), '\(person)', '\(tenant)', '\(unit)', '\(role.rawValue)', 'x', 'direct_worker', '2023-06-20')
        """
    }

    func addPerson(to tenant: UUID) -> String {
        """
        INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from)
        VALUES (gen_random_uuid(), '\(tenant)', 'x', 'x', 'can_bo', '2023-06-01')
        """
    }

    func recordLeaving(of person: UUID, in tenant: UUID) -> String {
        """
        INSERT INTO core.person_move (id, tenant_id, person_id, kind, last_day, reason, items, account_shut, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(tenant)', '\(person)', 'left', '2023-06-20', 'x', 0, false, \(post), '2023-06-20')
        """
    }

    func renameUnit(_ slot: MatrixStage.Slot, day: String = "2023-06-20") -> String {
        """
        INSERT INTO \(home).sub_unit_version (tenant_id, unit_id, valid_from, parent_id, code, name, full_name, kind, legal_personality, recorded_on)
        VALUES ('\(place.tenant)', '\(place.unit(slot))', '2023-06-20', \(slot == .root ? "NULL" : "'\(place.unit(slot == .child ? .middle : .root))'"),
            'MX-\(UUID())', 'x', 'x', 'phong', false, '\(day)')
        """
    }

    func renameAnew(_ unit: UUID) -> String { "UPDATE \(home).sub_unit_version SET name = 'y' WHERE unit_id = '\(unit)'" }

    func openUnit(_ schema: String, of tenant: UUID, day: String = "2023-06-20") -> String {
        "INSERT INTO \(schema).sub_unit (tenant_id, id, opened_on, recorded_on) VALUES ('\(tenant)', gen_random_uuid(), '2023-06-20', '\(day)')"
    }

    // MARK: - The province

    func addProvince() {
        askProvince(.action(.importCampaign), .province, "keep a plan", plan(code: "MX-\(UUID())"))
        askProvince(
            .action(.importCampaign), .province, "change a plan", "UPDATE core.campaign SET name = 'x' WHERE id = '\(stage.unlaunched)'")
        askProvince(
            .action(.importCampaign), .province, "keep a content",
            "INSERT INTO core.campaign_content (campaign_id, code, title, position) VALUES ('\(stage.unlaunched)', 'x', 'x', 1)")
        askProvince(
            .action(.importCampaign), .province, "change a content",
            "UPDATE core.campaign_content SET title = 'y' WHERE campaign_id = '\(stage.unlaunched)' AND code = 'MY'")
        askProvince(
            .action(.importCampaign), .province, "drop a content",
            "DELETE FROM core.campaign_content WHERE campaign_id = '\(stage.unlaunched)' AND code = 'MY'")
        askProvince(
            .action(.importCampaign), .province, "keep a day of the calendar",
            "INSERT INTO core.calendar_day (day, working, name, source) VALUES ('2031-05-01', false, 'x', 'x')")
        askProvince(
            .action(.importCampaign), .province, "change a day of the calendar",
            "UPDATE core.calendar_day SET name = 'y' WHERE day = '2019-01-01'")
        askProvince(
            .action(.importCampaign), .province, "drop a day of the calendar", "DELETE FROM core.calendar_day WHERE day = '2019-01-01'")
        askProvince(.action(.launchCampaign), .province, "launch", launchCampaign())
        askProvince(.action(.keepReview), .province, "open a review", openReview())
        ask(.action(.answerReview), whole, "confirm", confirm(home, place))
        askAbroad(.action(.answerReview), .foreignTenant, at: foreign, "confirm") { confirm($0, foreign) }
        ask(.action(.enterDirective), whole, "directive", directive(of: place.tenant))
        ask(
            .action(.enterDirective), whole, "change",
            "UPDATE core.directive SET abstract = 'y' WHERE id = '\(place.directive)'")
        ask(.action(.enterDirective), whole, "file", file(of: place.bareDirective))
        askAbroad(.action(.enterDirective), .foreignTenant, at: foreign, "directive") { _ in directive(of: foreign.tenant) }
        askAbroad(.action(.enterDirective), .foreignTenant, at: foreign, "file") { _ in file(of: foreign.bareDirective) }
        if home != "province" {
            askProvince(.action(.enterDirective), .province, "directive", directive(of: stage.provincePlace.tenant))
            askProvince(.action(.enterDirective), .province, "file", file(of: stage.provincePlace.bareDirective))
            askProvince(
                .action(.enterDirective), .province, "change",
                "UPDATE core.directive SET abstract = 'y' WHERE id = '\(stage.provincePlace.directive)'")
        }
    }

    func openReview(by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.review (id, campaign_id, kind, held_on, settle_days, settle_until, opened_by, opened_on)
        VALUES (gen_random_uuid(), '\(stage.launched)', 'final', '2023-06-19', 5, '2023-06-19', \(by ?? post), '\(day)')
        """
    }

    func confirm(_ schema: String, _ place: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO \(schema).review_confirmation (tenant_id, review_id, recorded_by, recorded_on, settle_until, frozen)
        VALUES ('\(place.tenant)', '\(stage.review)', \(by ?? post), '\(day)', '2023-06-19', false)
        """
    }

    func launchCampaign(by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.campaign_launch (campaign_id, document_number, launched_on, signed_on, first_day, last_day, launch_deadline, first_tier, launched_by, recorded_on)
        VALUES ('\(stage.unlaunched)', '1/KH', '2023-06-01', '2023-01-01', '2023-01-02', '2023-12-31', '2023-05-01', '{department:,district:}', \(by ?? post), '\(day)')
        """
    }

    func directive(of tenant: UUID, by: String? = nil) -> String {
        """
        INSERT INTO core.directive (id, tenant_id, type, number, issued_on, issuer, abstract, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(tenant)', 'CV', '\(UUID())', '2023-01-01', 'x', 'x', \(by ?? post), '2023-06-20')
        """
    }

    func file(of directive: UUID, by: String? = nil) -> String {
        """
        INSERT INTO core.directive_file (directive_id, file_name, media_type, sha256, content, recorded_by)
        VALUES ('\(directive)', 'x.pdf', 'application/pdf', sha256('x'), 'x', \(by ?? post))
        """
    }

    func plan(code: String) -> String {
        """
        INSERT INTO core.campaign (id, code, name, signed_on, first_day, last_day, launch_deadline, first_tier, document, checksum, recorded_on)
        VALUES (gen_random_uuid(), '\(code)', 'x', '2023-01-01', '2023-01-02', '2023-12-31', '2023-05-01', '{department:,district:}', '{}', 'x', '2023-06-20')
        """
    }
}
