import Domain
import FoundationEssentials

extension ProbeList {
    /// The reconciliation of a review and its frozen figures: what a unit says of its ledger, what the Office answers, freezes and keeps.
    func addReviews() {
        ask(.reading(.item), whole, "a disputed line", "SELECT FROM \(home).review_dispute WHERE id = '\(place.reviewDispute)'")
        ask(.reading(.item), whole, "its answer", "SELECT FROM \(home).review_answer WHERE dispute_id = '\(place.answeredDispute)'")
        ask(.reading(.item), whole, "a confirmation", "SELECT FROM \(home).review_confirmation WHERE review_id = '\(stage.settledReview)'")
        for (relation, slot) in inside {
            ask(.reading(.item), relation, "what it was judged on", "SELECT FROM \(home).review_part WHERE unit_id = '\(place.unit(slot))'")
        }
        ask(.action(.answerReview), whole, "dispute a line", disputeLine(home, place))
        for target in [foreign, stage.place(stage.closedSlug)] {
            askAbroad(.reading(.item), .foreignTenant, at: target, "a disputed line") {
                "SELECT FROM \($0).review_dispute WHERE id = '\(target.reviewDispute)'"
            }
            askAbroad(.reading(.item), .foreignTenant, at: target, "its answer") {
                "SELECT FROM \($0).review_answer WHERE dispute_id = '\(target.answeredDispute)'"
            }
            askAbroad(.reading(.item), .foreignTenant, at: target, "a confirmation") {
                "SELECT FROM \($0).review_confirmation WHERE tenant_id = '\(target.tenant)'"
            }
            askAbroad(.reading(.item), .foreignTenant, at: target, "what it was judged on") {
                "SELECT FROM \($0).review_part WHERE tenant_id = '\(target.tenant)'"
            }
            askAbroad(.action(.answerReview), .foreignTenant, at: target, "dispute a line") { disputeLine($0, target) }
        }
        askProvince(
            .reading(.catalogue), .province, "that it was frozen",
            "SELECT FROM core.review_snapshot WHERE review_id = '\(stage.frozenReview)'")
        askProvince(.action(.keepReview), .province, "answer a dispute", answer())
        askProvince(.action(.keepReview), .province, "answer a dispute of a closed unit", answer(to: stage.place(stage.closedSlug)))
        askProvince(.action(.keepReview), .province, "freeze", freeze())
        askProvince(.action(.keepReview), .province, "freeze a unit's part", "\(freeze()); \(part())")
    }

    /// What nobody may: another's name, another day, in the unit's place. That a part comes with its snapshot is held by its key (`SnapshotTests`).
    func guardReviews(another: String, yesterday: String) {
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", post, yesterday)] {
            refuse("a disputed line \(what)", (.home, disputeLine(home, place, by: by, day: day)))
            refuse("an answer \(what)", (.province, answer(by: by, day: day)))
        }
        refuse("a disputed line in the unit's place", (.province, disputeLine("core", foreign)))
        refuse("a snapshot in another's name", (.province, freeze(by: another)))
        refuse("a part of what was frozen before", (.province, part(of: stage.frozenReview)))
    }

    func disputeLine(_ schema: String, _ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO \(schema).review_dispute (tenant_id, id, review_id, item_id, unit_id, wrong, document_number, document_on, recorded_by, recorded_on,
            settle_until, frozen, judged)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(stage.reviewOfLines)', '\(target.judged)', '\(target.tenant)', 'x', '1', '2023-06-19', \(by ?? post),
            '\(day)', '2023-06-19', false, false)
        """
    }

    /// Of a dispute of another unit, to which nothing was answered.
    func answer(to target: MatrixStage.Place? = nil, by: String? = nil, day: String = "2023-06-20") -> String {
        let target = target ?? foreign
        return """
            INSERT INTO core.review_answer (tenant_id, dispute_id, outcome, words, recorded_by, recorded_on)
            VALUES ('\(target.tenant)', '\(target.reviewDispute)', 'upheld', 'x', \(by ?? post), '\(day)')
            """
    }

    func freeze(by: String? = nil) -> String {
        """
        INSERT INTO core.review_snapshot (review_id, version, head, sha256, frozen_by, settle_until, silent_units, open_disputes, open_results, frozen_on,
            frozen_at, written_in)
        VALUES ('\(stage.settledReview)', 1, '{}', sha256('x'), \(by ?? post), '2023-05-01', 0, 0, 0, '2023-06-20', now(), pg_current_xact_id())
        """
    }

    func part(of review: UUID? = nil) -> String {
        """
        INSERT INTO core.review_part (tenant_id, review_id, version, unit_id, position, code, name, ledger, verdict, checks, sha256)
        VALUES ('\(foreign.tenant)', '\(review ?? stage.settledReview)', 1, '\(foreign.unit(.sibling))', 9, 'x', 'x', '{}', '{}', '[]',
            sha256('{}'::bytea || '\\x0a'::bytea || '{}'::bytea || '\\x0a'::bytea || '[]'::bytea))
        """
    }
}
