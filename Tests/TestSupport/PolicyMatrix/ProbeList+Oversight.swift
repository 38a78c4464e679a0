import Domain
import FoundationEssentials

extension ProbeList {
    /// Inspections, members who follow units, what has to be put right: who reads them, who orders, reports and closes.
    func addOversight() {
        for (relation, slot) in inside {
            let id = place.unit(slot)
            ask(.reading(.item), relation, "remedy", "SELECT FROM core.remedy WHERE id = '\(id)'")
            ask(.reading(.item), relation, "remedy_step", "SELECT FROM core.remedy_step WHERE remedy_id = '\(id)'")
            ask(.action(.reportProgress), relation, "report a remedy", remedyStep(place, id, "report"))
            if slot == .middle {
                let files = "SELECT FROM \(home).award_file WHERE remedy_step_id = '\(place.draftedDossier)'"
                ask(.reading(.item), relation, "file of what was put right", files)
                ask(.action(.reportProgress), relation, "show what was put right", remedyFile(home, place))
                ask(.reading(.item), relation, "follow_note", "SELECT FROM core.follow_note WHERE id = '\(place.tenant)'")
            }
        }
        for table in ["inspection_visit", "finding", "following"] {
            ask(.reading(.item), whole, table, "SELECT FROM core.\(table) WHERE id = '\(place.tenant)'")
        }
        ask(.reading(.criticism), whole, "a remedy with criticism", "SELECT FROM core.remedy WHERE id = '\(place.putCriticism)'")
        // No item of the stage is of a campaign, so what the unit did is no cause there: who may, is asked by OversightRouteTests.
        if !seat.may(MatrixCell(seat.role, .action(.answerReview), whole, place.isClosed ? .closed : .open)) {
            refuse("order a remedy with what the unit did", (.home, remedy(place, "handling")))
        }
        ask(.action(.answerReview), whole, "withdraw what the unit ordered", remedyStep(place, place.late, "withdraw", position: 1))
        ask(.action(.keepCouncil), whole, "assign a member a unit", following(place))
        ask(.action(.keepCouncil), whole, "end what a member was assigned", endFollowing(place))
        for target in [foreign, stage.place(stage.closedSlug)] {
            for table in ["inspection_visit", "finding", "remedy", "remedy_step"] {
                askAbroad(.reading(.item), .foreignTenant, at: target, table) { _ in
                    "SELECT FROM core.\(table) WHERE tenant_id = '\(target.tenant)'"
                }
            }
            askAbroad(.reading(.item), .foreignTenant, at: target, "file of what was put right") {
                "SELECT FROM \($0).award_file WHERE remedy_step_id = '\(target.draftedDossier)'"
            }
            askAbroad(.action(.reportProgress), .foreignTenant, at: target, "show what was put right") { remedyFile($0, target) }
            askAbroad(.action(.reportProgress), .foreignTenant, at: target, "report a remedy") { _ in
                remedyStep(target, target.tenant, "report")
            }
        }
        let kept: [(String, (MatrixStage.Place) -> String)] = [
            ("record an inspection", { self.visit($0) }), ("record a finding", { self.finding($0) }),
            ("order a remedy with a finding", { self.remedy($0, "finding") }),
            ("order a remedy with a letter about what is overdue", { self.remedy($0, "urging") }),
        ]
        let closed = stage.place(stage.closedSlug)
        for (what, statement) in kept {
            askProvince(.action(.keepReview), .province, what, statement(foreign))
            refuse("\(what) of a closed unit", (.province, statement(closed)))
        }
        askProvince(.action(.keepReview), .province, "withdraw a remedy", remedyStep(foreign, foreign.tenant, "withdraw"))
        // Of what a unit that has ended leaves: closed or withdrawn, and not sent back.
        askProvince(.action(.keepReview), .province, "withdraw a remedy of a closed unit", remedyStep(closed, closed.tenant, "withdraw"))
        askProvince(
            .action(.keepReview), .province, "close a remedy of a closed unit",
            remedyStep(closed, closed.draftedDossier, "close", position: 2))
        askProvince(
            .action(.appraiseAward), .province, "withdraw what came with criticism in a closed unit",
            remedyStep(closed, closed.criticism, "withdraw", position: 1))
        askProvince(
            .action(.decideAward), .province, "withdraw what came with criticism of a closed unit",
            remedyStep(closed, closed.putCriticism, "withdraw", position: 1))
        addFollowed()
    }

    /// What he follows who sits in a council, as himself.
    private func addFollowed() {
        guard seat.sitsInCouncil else { return }
        let (council, tenant, unit) = stage.followed(by: seat)
        let target = seat.role == .councilMember ? foreign : place
        let door: MatrixProbe.Door = seat.role == .councilMember ? .province : .home
        let deeds = [
            ("a note of one's own", note(of: council, for: seat.post)),
            ("order a remedy with one's own finding", remedy(target, "note", cause: seat.post, unit: unit)),
            ("withdraw what one ordered", remedyStep(target, seat.post, "withdraw", position: 1)),
        ]
        for (what, statement) in deeds {
            if place.isClosed { refuse(what, (door, statement)) } else { allow(what, by: door, statement) }
        }
        refuse("a report of what one ordered", (door, remedyStep(target, seat.post, "report", position: 1)))
        refuse("a note for a member who follows another unit", (door, note(of: council, for: tenant)))
    }

    /// What nobody may: in another's name, of another day, in another body's place.
    func guardOversight(another: String, yesterday: String) {
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", post, yesterday)] {
            refuse("a report of a remedy \(what)", (.home, remedyStep(place, seat.unit, "report", by: by, day: day)))
            refuse("a file of what was put right \(what)", (.home, remedyFile(home, place, by: by, day: day)))
            refuse("a remedy of the unit \(what)", (.home, remedy(place, "handling", by: by, day: day)))
            refuse("a following \(what)", (.home, following(place, by: by, day: day)))
            refuse("the Office's remedy \(what)", (.province, remedy(foreign, "finding", by: by, day: day)))
            if seat.sitsInCouncil {
                let (council, _, _) = stage.followed(by: seat)
                refuse("a note \(what)", (.home, note(of: council, for: seat.post, by: by, day: day)))
                refuse("a note \(what) for the province", (.province, note(of: council, for: seat.post, by: by, day: day)))
            }
        }
        // The member of these is none of the seats.
        refuse(
            "another member's note", (.home, note(of: place.tenant, for: place.tenant)),
            (.province, note(of: place.tenant, for: place.tenant)))
        refuse("the Office's remedy at home", (.home, remedy(place, "finding")))
        refuse("the Office's remedy with a letter at home", (.home, remedy(place, "urging")))
        refuse("the Office's withdrawal at home", (.home, remedyStep(place, place.tenant, "withdraw")))
        refuse("a report in the unit's place", (.province, remedyStep(foreign, foreign.tenant, "report")))
        let closed = stage.place(stage.closedSlug)
        refuse("a remedy of a closed unit with criticism", (.province, remedy(closed, "criticism")))
        for (id, position) in [(closed.criticism, 1), (closed.putCriticism, 1), (closed.draftedDossier, 2)] {
            refuse("a return to a closed unit", (.province, remedyStep(closed, id, "return", position: position)))
        }
        for id in [foreign.criticism, foreign.putCriticism] {
            refuse("a report of what came with criticism", (.province, remedyStep(foreign, id, "report", position: 1)))
        }
        refuse("a plan of another body", (.province, inspection(foreign, of: foreign.tenant)))
        refuse("a plan read at home", (.home, "SELECT FROM core.inspection"))
        refuse(
            "another tenant's person who follows",
            (.home, following(place, person: home == foreign.slug ? stage.office.spare : foreign.spare)))
    }

    func inspection(_ target: MatrixStage.Place, of body: UUID? = nil, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.inspection (id, tenant_id, campaign_id, title, content, leader, from_on, to_on, units, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(body ?? place.tenant)', '\(stage.unlaunched)', 'x', 'x', 'x', '2023-06-01', '2023-06-30',
            ARRAY['\(target.tenant)']::uuid[], \(by ?? post), '\(day)')
        """
    }

    func visit(_ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.inspection_visit (id, inspection_id, tenant_id, held_on, minutes_number, minutes_on, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.criticism)', '\(target.tenant)', '2023-06-19', 'x', '2023-06-19', \(by ?? post), '\(day)')
        """
    }

    func finding(_ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.finding (id, tenant_id, visit_id, words, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(target.tenant)', 'x', \(by ?? post), '\(day)')
        """
    }

    func following(
        _ council: MatrixStage.Place, followed: UUID? = nil, person: UUID? = nil, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO core.following (id, tenant_id, person_id, followed_id, campaign_id, valid_from, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(council.tenant)', '\(person ?? stage.councillor(of: council))', '\(followed ?? council.unit(.middle))',
            '\(stage.unlaunched)', '2023-06-20', \(by ?? post), '\(day)')
        """
    }

    func endFollowing(_ council: MatrixStage.Place) -> String {
        "UPDATE core.following SET valid_to = '2023-06-30' WHERE id = '\(council.tenant)'"
    }

    func note(of council: UUID, for following: UUID, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.follow_note (id, tenant_id, following_id, kind, words, happened_on, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(council)', '\(following)', 'urging', 'x', '2023-06-19', \(by ?? post), '\(day)')
        """
    }

    func remedy(
        _ target: MatrixStage.Place, _ origin: String, cause: UUID? = nil, unit: UUID? = nil, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO core.remedy (id, tenant_id, unit_id, origin, origin_id, words, due_on, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(unit ?? target.tenant)', '\(origin)', '\(cause ?? target.tenant)', 'x', '2023-06-30', \(by ?? post),
            '\(day)')
        """
    }

    func remedyFile(_ schema: String, _ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO \(schema).award_file (tenant_id, id, remedy_step_id, file_name, media_type, byte_count, sha256, recorded_by, recorded_on)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(target.draftedDossier)', 'y.pdf', 'application/pdf', 1,
            sha256(convert_to(gen_random_uuid()::text, 'UTF8')), \(by ?? post), '\(day)')
        """
    }

    func remedyStep(
        _ target: MatrixStage.Place, _ id: UUID, _ step: String, position: Int = 3, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO core.remedy_step (id, remedy_id, tenant_id, position, step, words, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(id)', '\(target.tenant)', \(position), '\(step)', 'x', \(by ?? post), '\(day)')
        """
    }
}
