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
                refuse("what happened at it \(what)", (door, reviewEventOutcome(target, by: by, day: day)))
            }
        }
    }

    private func rows(_ table: String, of target: MatrixStage.Place) -> String {
        "SELECT FROM core.\(table) WHERE tenant_id = '\(target.tenant)'"
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
