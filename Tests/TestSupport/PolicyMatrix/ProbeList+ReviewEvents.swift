import Domain
import FoundationEssentials

extension ProbeList {
    private static let tables = ["review_event", "review_event_plan", "review_event_paper", "review_event_outcome"]

    /// The event of a review: the province's known to every officer and kept by the Office; a unit's read and kept inside it.
    func addReviewEvents() {
        let province = stage.provincePlace
        for table in Self.tables {
            let (own, of) = (rows(table, of: place), rows(table, of: province))
            if home == province.slug { allow("\(table) of the province at home", own) } else { ask(.reading(.item), whole, table, own) }
            allow("\(table) of the province in a unit", of)
            askProvince(of: table, of)
            for target in [foreign, stage.place(stage.closedSlug)] where target.slug != home {
                refuse("\(table) of another unit", (.home, rows(table, of: target)), (.province, rows(table, of: target)))
            }
        }
        addReviewFiles()
        let deeds: [(String, (MatrixStage.Place) -> String)] = [
            ("plan the event of a review", { self.reviewEvent($0) }), ("plan what it is", { self.reviewEventPlan($0) }),
            ("name a paper of it", { self.reviewEventPaper($0) }), ("record that it was held", { self.reviewEventOutcome($0) }),
        ]
        for (what, statement) in deeds {
            if home == province.slug {
                refuse(what + " as a unit's", (.home, statement(province)))
            } else {
                ask(.action(.answerReview), whole, what, statement(place))
            }
            askProvince(.action(.keepReview), .province, what + " for the province", statement(province))
            if home != foreign.slug { refuse(what + " in another unit", (.home, statement(foreign)), (.province, statement(foreign))) }
        }
    }

    /// Files of papers: a unit's inside it; the province's by who looks over it, not by who is invited.
    private func addReviewFiles() {
        let province = stage.provincePlace
        if home == province.slug {
            allow("file of a paper of the province at home", reviewFiles(home, of: province))
            refuse("attach a paper of a review as a unit's", (.home, reviewFile(home, province)))
        } else {
            ask(.reading(.item), whole, "file of a paper of a review", reviewFiles(home, of: place))
            ask(.action(.answerReview), whole, "attach a paper of a review", reviewFile(home, place))
            refuse("file of a paper of the province in a unit", (.home, reviewFiles("core", of: province)))
        }
        let what = "file of a paper of the province"
        if seat.may(MatrixCell(seat.role, .action(.readProvince), .province, .open)) {
            allow(what, by: .province, reviewFiles("core", of: province))
        } else {
            refuse(what, (.province, reviewFiles("core", of: province)))
        }
        askProvince(.action(.keepReview), .province, "attach a paper of the province's review", reviewFile("core", province))
        for target in [foreign, stage.place(stage.closedSlug)] where target.slug != home {
            refuse(
                "file of another unit's review", (.home, reviewFiles(target.slug, of: target)), (.home, reviewFiles("core", of: target)),
                (.province, reviewFiles("core", of: target)))
            refuse(
                "attach a paper of another unit's review", (.home, reviewFile(target.slug, target)), (.province, reviewFile("core", target))
            )
        }
    }

    /// Read through the province's door; at home every officer knows it.
    private func askProvince(of table: String, _ statement: String) {
        let what = "\(table) of the province"
        if seat.may(MatrixCell(seat.role, .action(.readProvince), .province, .open)) {
            allow(what, by: .province, statement)
        } else {
            refuse(what, (.province, statement))
        }
    }

    /// What nobody may: in another's name, of another day.
    func guardReviewEvents(another: String, yesterday: String) {
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", post, yesterday)] {
            for (door, target) in [(MatrixProbe.Door.home, place), (.province, stage.provincePlace)] {
                refuse("the event of a review \(what)", (door, reviewEvent(target, by: by, day: day)))
                refuse("a plan of it \(what)", (door, reviewEventPlan(target, by: by, day: day)))
                refuse("a paper of it \(what)", (door, reviewEventPaper(target, by: by, day: day)))
                let schema = door == .home ? home : "core"
                refuse("a file of a paper \(what)", (door, reviewFile(schema, target, by: by, day: day)))
                refuse("what happened at it \(what)", (door, reviewEventOutcome(target, by: by, day: day)))
            }
        }
    }

    private func rows(_ table: String, of target: MatrixStage.Place) -> String {
        "SELECT FROM core.\(table) WHERE tenant_id = '\(target.tenant)'"
    }

    private func reviewFiles(_ schema: String, of target: MatrixStage.Place) -> String {
        "SELECT FROM \(schema).award_file WHERE tenant_id = '\(target.tenant)' AND review_paper_id IS NOT NULL"
    }

    func reviewFile(_ schema: String, _ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        file(schema, target, "review_paper_id", "'\(target.tenant)'", by, day)
    }

    func reviewEvent(_ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.review_event (id, tenant_id, campaign_id, kind, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(stage.launchedLater)', 'interim', \(by ?? post), '\(day)')
        """
    }

    func reviewEventPlan(_ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.review_event_plan (tenant_id, event_id, version, held_on, place, chair, agenda, guests, recorded_by, recorded_on)
        VALUES ('\(target.tenant)', '\(target.criticism)', 1, '2023-06-18', 'x', 'x', ARRAY['x'], ARRAY['x'], \(by ?? post), '\(day)')
        """
    }

    func reviewEventPaper(_ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.review_event_paper (tenant_id, id, event_id, what, recorded_by, recorded_on)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(target.criticism)', 'x', \(by ?? post), '\(day)')
        """
    }

    func reviewEventOutcome(_ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.review_event_outcome (tenant_id, event_id, held_on, present, absent, recorded_by, recorded_on)
        VALUES ('\(target.tenant)', '\(target.criticism)', '2023-06-18', 1, '{}', \(by ?? post), '\(day)')
        """
    }
}
