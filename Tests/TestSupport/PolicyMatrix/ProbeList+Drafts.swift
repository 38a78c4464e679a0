import Domain
import FoundationEssentials

extension ProbeList {
    /// What is prepared for others to approve: written below the unit's own level, moved by whoever has it before him, and the unit's rule
    /// kept by who keeps its directory. In whose sight a draft is, ``addReadings()`` asks.
    func addDrafts() {
        ask(.action(.manageDirectory), whole, "change the rule of drafts", changeRule())
        ask(.action(.manageDirectory), whole, "keep a rule of drafts", keepRule())
        refuse("a rule of drafts kept in another's name", (.home, keepRule(by: another)))
        refuse("a rule of drafts kept of another day", (.home, keepRule(day: yesterday)))
        refuse("the rule of drafts in another's name", (.home, changeRule(by: another)))
        refuse("the rule of drafts of another day", (.home, changeRule(day: yesterday)))
        guard seat.role != .system, seat.bare == nil else { return }
        let level = Draft.Level(seat.role)
        ask(.reading(.draft), .oneself, "own draft", "SELECT FROM \(home).draft WHERE id = '\(seat.ownDraft)'")
        ask(.action(.reportProgress), .oneself, "redraft", redraft(seat.ownDraft))
        refuse("another's draft", (.home, redraft(seat.drafts[seat.slot] ?? UUID())))
        if let level, level < .unit {
            for (relation, slot) in inside {
                ask(.action(.reportProgress), relation, "draft", draft(on: seat.items[slot] ?? UUID(), slot))
            }
            ask(.action(.reportProgress), .oneself, "draft", draft(on: seat.ownItem, seat.slot))
            ask(.action(.reportProgress), .oneself, "pass on one's own draft", pass(seat.ownDraft, "forwarded"))
            refuse("a draft in another's name", (.home, draft(on: seat.ownItem, seat.slot, by: another)))
            refuse("a draft of another day", (.home, draft(on: seat.ownItem, seat.slot, day: yesterday)))
            refuse("a step of a draft in another's name", (.home, pass(seat.ownDraft, "forwarded", by: another)))
            refuse("a step of a draft of another day", (.home, pass(seat.ownDraft, "forwarded", day: yesterday)))
            refuse("what lies with the unit", (.home, pass(seat.drafts[seat.slot] ?? UUID(), "returned")))
        } else {
            refuse("a draft by who has nobody above him", (.home, draft(on: seat.ownItem, seat.slot)))
            for (relation, slot) in inside where level == .unit {
                ask(.action(.reportProgress), relation, "return a draft", pass(seat.drafts[slot] ?? UUID(), "returned"))
            }
            if level == nil { refuse("what lies with the unit", (.home, pass(seat.drafts[seat.slot] ?? UUID(), "returned"))) }
        }
    }

    private var another: String { "'\(place.sparePosts[.root] ?? UUID())'" }
    private var yesterday: String { "2023-06-19" }

    private func changeRule(by: String? = nil, day: String = "2023-06-20") -> String {
        """
        UPDATE core.draft_rule SET approval = 'unit', version = version + 1, recorded_by = \(by ?? post), recorded_on = '\(day)'
        WHERE tenant_id = '\(place.tenant)'
        """
    }

    /// The stage has one already, which is changed then in one's own name and today.
    private func keepRule(by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.draft_rule (tenant_id, approval, recorded_by, recorded_on) VALUES ('\(place.tenant)', 'none', \(by ?? post), '\(day)')
        ON CONFLICT (tenant_id) DO UPDATE SET approval = 'unit', version = draft_rule.version + 1, recorded_by = \(post), recorded_on = '2023-06-20'
        """
    }

    func draft(on item: UUID, _ slot: MatrixStage.Slot, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO \(home).draft (tenant_id, id, kind, item_id, unit_id, happened_on, narrative, origin, level, reached, drafted_by, recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), 'reported', '\(item)', '\(place.unit(slot))', '2023-06-01', 'x', 0, 0, 0, \(by ?? post), '\(day)')
        """
    }

    private func redraft(_ draft: UUID) -> String {
        "UPDATE \(home).draft SET narrative = 'y' WHERE id = '\(draft)'"
    }

    private func pass(_ draft: UUID, _ step: String, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO \(home).draft_step (tenant_id, id, draft_id, position, step, level, remark, recorded_by, recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), '\(draft)', 1, '\(step)', 0, 'x', \(by ?? post), '\(day)')
        """
    }
}
