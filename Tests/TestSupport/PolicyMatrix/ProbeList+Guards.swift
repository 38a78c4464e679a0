import Domain
import FoundationEssentials

extension ProbeList {
    /// What no role may: act in another's name or for another day, on what is not the post's, in another form than the office's own.
    func addGuards() {
        let another = "'\(place.sparePosts[.root] ?? UUID())'", yesterday = "2023-06-19"
        let slot: MatrixStage.Slot = seat.slot == .root ? .middle : .child
        let item = seat.items[slot] ?? UUID()
        refuse("a step in another's name", (.home, step(home, place, slot, by: another)))
        refuse("a step of another day", (.home, step(home, place, slot, day: yesterday)))
        refuse("a launch of another day", (.home, launch(home, place, slot, day: yesterday)))
        refuse("a report in another's name", (.home, progress(home, place, slot, on: item, by: another)))
        refuse("a report of another day", (.home, progress(home, place, slot, on: item, day: yesterday)))
        refuse("a ruling in another's name", (.home, ruling(home, place, slot, on: item, assigner: place.tenant, by: another)))
        refuse("a ruling of another day", (.home, ruling(home, place, slot, on: item, assigner: place.tenant, day: yesterday)))
        refuse("a file in another's name", (.home, evidence(home, on: item, by: another)))
        refuse("a file of another day", (.home, evidence(home, on: item, day: yesterday)))
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", post, yesterday)] {
            refuse("a deadline \(what)", (.home, occurrence(home, place, slot, on: item, assigner: place.tenant, by: by, day: day)))
            refuse("a source \(what)", (.home, source(home, place, slot, on: item, assigner: place.tenant, by: by, day: day)))
            refuse("a correction \(what)", (.home, correction(home, place, slot, assigner: place.tenant, by: by, day: day)))
        }
        let waiting = seat.waiting[slot] ?? UUID()
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", post, yesterday)] {
            refuse(
                "a request for time \(what)",
                (.home, extended(home, place, slot, on: item, assigner: place.tenant, step: "asked", by: by, day: day)))
            refuse(
                "time granted \(what)",
                (
                    .home,
                    extended(home, place, slot, on: waiting, assigner: place.tenant, step: "granted", to: "2023-06-30", by: by, day: day)
                ))
        }
        if seat.role != .unitHead || seat.bounds != nil {
            refuse(
                "time granted after the fact",
                (
                    .home,
                    extended(home, place, slot, on: waiting, assigner: place.tenant, step: "granted", to: "2023-06-30", isPostFacto: true)
                ))
        }
        refuse("an item in another's name", (.home, handOn(slot, post: place.sparePosts[.root])))
        refuse("an item of another day", (.home, handOn(slot, day: yesterday)))
        refuse("an item as from another tenant", (.home, handOn(slot, assigner: foreign.tenant)))
        refuse(
            "a paper in another's name", (.home, directive(of: place.tenant, by: another)),
            (.province, directive(of: stage.provincePlace.tenant, by: another)))
        refuse(
            "a file in another's name", (.home, file(of: place.bareDirective, by: another)),
            (.province, file(of: stage.provincePlace.bareDirective, by: another)))
        let away = "UPDATE core.directive SET tenant_id = '\(foreign.tenant)' WHERE id ="
        refuse(
            "a paper given away", (.home, "\(away) '\(place.directive)'"), (.province, "\(away) '\(stage.provincePlace.directive)'"))
        refuse("a unit of another day", (.home, openUnit(home, of: place.tenant, day: yesterday)))
        refuse("the root under another name", (.home, renameUnit(.root)))
        refuse("a name of another day", (.home, renameUnit(slot, day: yesterday)))
        refuse("the root's name anew", (.home, renameAnew(place.tenant)))
        refuse("a name of another day anew", (.home, renameAnew(place.unit(.sibling))))
        refuse("the tenant's own root", (.home, "UPDATE \(home).sub_unit SET closed_on = closed_on WHERE id = '\(place.tenant)'"))
        refuse("a role of the operator's gift", (.home, givePost(to: place.spare, at: place.tenant, of: place.tenant, role: .auditor)))
        refuse("a post for another tenant's person", (.home, givePost(to: foreign.spare, at: place.tenant, of: place.tenant)))
        refuse("another's sessions", (.home, "SELECT id FROM core.credential WHERE account_id <> core.actor_account()"))
        refuse("another's repeated requests", (.home, "SELECT FROM core.idempotency WHERE account_id <> core.actor_account()"))
        guardProvince(another: another, yesterday: yesterday)
        guardOrders(another: another, yesterday: yesterday)
        if seat.role == .subUnitHead, seat.slot == .middle {
            // Also where he who gave it for the whole tenant sits in this very sub-unit.
            for others in stage.seats where others.place.slug == home && others.role == .unitHead && others.bounds == nil {
                let given = others.items[.child] ?? UUID()
                refuse(
                    "a change of what another post gave at the \(others.slot.rawValue)",
                    (.home, "UPDATE \(home).work_item SET title = 'x' WHERE id = '\(others.items[.middle] ?? UUID())'"),
                    (.home, "UPDATE \(home).work_item SET title = 'x' WHERE id = '\(given)'"))
                refuse(
                    "a ruling on what another post gave at the \(others.slot.rawValue)",
                    (.home, ruling(home, place, .child, on: given, assigner: place.tenant)))
            }
        }
        if seat.role != .auditor {
            let secret = "SELECT FROM core.audit_entry WHERE login = 'matrix'"
            refuse("what the auditor alone reads of the audit", (.home, secret), (.province, secret))
        }
        if seat.role != .system {
            refuse("what jobs were delivered", (.home, "SELECT FROM \(home).inbox"))
            refuse(
                "a delivery", (.home, "INSERT INTO \(home).inbox (tenant_id, cause, target) VALUES ('\(place.tenant)', 'x', 'x')"))
            refuse("an item without an order at the root", (.home, order(home, place, assigner: place.tenant)))
            refuse("a change of the order", (.home, "UPDATE \(home).work_item SET title = 'x' WHERE id = '\(place.order)'"))
        }
    }

    private func guardProvince(another: String, yesterday: String) {
        refuse("a launch in another's name", (.province, launchCampaign(by: another)))
        refuse("a province's launch of another day", (.province, launchCampaign(day: yesterday)))
        guardMottos(another: another, yesterday: yesterday)
        guardReviews(another: another, yesterday: yesterday)
        guardMonths(another: another, yesterday: yesterday)
        guardAwards(another: another, yesterday: yesterday)
        guardHeld(another: another, yesterday: yesterday)
        guardInitiatives(another: another, yesterday: yesterday)
        guardDifficulties(another: another, yesterday: yesterday)
        guardOversight(another: another, yesterday: yesterday)
        guardGoodModels(another: another, yesterday: yesterday)
        guardReviewEvents(another: another, yesterday: yesterday)
        guardCoverage(another: another, yesterday: yesterday)
        refuse("a review in another's name", (.province, openReview(by: another)))
        refuse("a review of another day", (.province, openReview(day: yesterday)))
        refuse("a confirmation in another's name", (.home, confirm(home, place, by: another)))
        refuse("a confirmation of another day", (.home, confirm(home, place, day: yesterday)))
        refuse("a confirmation in the unit's place", (.province, confirm("core", foreign)))
    }

    /// The Office's orders, and what the leaders rule on.
    private func guardOrders(another: String, yesterday: String) {
        let office = stage.office.tenant
        refuse("an order to a sub-unit", (.province, order("core", foreign, unit: .middle)))
        refuse(
            "an order as from another tenant",
            (
                .province,
                order("core", foreign, assigner: stage.place("dept_snv").tenant == place.tenant ? office : stage.place("dept_snv").tenant)
            ))
        refuse("an order in another's name", (.province, order("core", foreign, post: place.sparePosts[.root])))
        refuse("an order of another day", (.province, order("core", foreign, day: yesterday)))
        refuse("an order as part of another", (.province, order("core", foreign, parent: foreign.order)))
        refuse(
            "a change of what the unit gave itself",
            (.province, "UPDATE core.work_item SET title = 'x' WHERE id = '\(stage.foreignInside)'"))
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", "'\(seat.post)'", yesterday)] {
            refuse(
                "an order's ruling \(what)",
                (.province, ruling("core", foreign, .root, on: foreign.order, assigner: office, by: by, day: day)))
            refuse(
                "a leader's ruling \(what)",
                (.province, ruling("core", stage.office, .root, on: stage.office.order, assigner: office, by: by, day: day)))
        }
        for isPostFacto in [false, true] where !(isPostFacto && seat.role == .chairman) && !(!isPostFacto && seat.place.slug == "dept_vpub")
        {
            refuse(
                isPostFacto ? "an order's time after the fact" : "an order's time before its day",
                (
                    .province,
                    extended("core", foreign, .root, on: foreign.order, assigner: office, step: "granted", isPostFacto: isPostFacto)
                ))
        }
        refuse("evidence of what the unit gave itself", (.province, "SELECT FROM core.evidence WHERE item_id = '\(stage.foreignInside)'"))
        refuse("a file in the unit's place", (.province, evidence("core", on: foreign.order)))
        refuse(
            "a request for time in the unit's place",
            (.province, extended("core", foreign, .root, on: foreign.order, assigner: office, step: "asked")))
        refuse(
            "a ruling on what the unit gave itself",
            (.province, ruling("core", foreign, .middle, on: stage.foreignInside, assigner: foreign.tenant)))
        refuse("a ruling where another leads", (.province, ruling("core", stage.office, .root, on: stage.ledByAnother, assigner: office)))
        if seat.role == .officeMonitor || seat.role == .officeChief {
            let inside = seat.items[.middle] ?? UUID()
            refuse(
                "a change of what is given inside the Office, from outside",
                (.province, "UPDATE core.work_item SET title = 'x' WHERE id = '\(inside)'"))
            refuse(
                "the Office's ruling on itself", (.province, ruling("core", stage.office, .root, on: stage.office.order, assigner: office)))
        }
        if Policy.of(seat.role).provinceRole == .leadership {
            let inside = stage.seats.first { $0.place.slug == "dept_vpub" }?.items[.middle] ?? UUID()
            refuse(
                "a leader's ruling where the Office only helps",
                (.province, ruling("core", stage.office, .root, on: stage.coordinating, assigner: office)))
            refuse("a leader's ruling inside the Office", (.province, ruling("core", stage.office, .middle, on: inside, assigner: office)))
        }
    }
}
