import Domain
import FoundationEssentials

extension ProbeList {
    /// Items before they are given: within the reach of who may give them, and out of sight of everybody else, the Office among them.
    func addItemDrafts() {
        for (relation, slot) in inside {
            ask(.action(.assignItem), relation, "a draft of an item", itemDraft(home, place, slot))
            ask(.action(.assignItem), relation, "a draft of an item seen", seen(home, place.unit(slot)))
        }
        guard seat.role != .system else { return }
        // In its own part of the tenant, as the Office works: province-wide.
        let drafted = itemDraft("core", place, seat.slot)
        if Policy.of(seat.role).provinceRole == .office {
            askParents(.action(.assignItem), .own, "a draft of an item by the parents", drafted)
        } else {
            refuse("a draft of an item by the parents", (.home, drafted), (.province, drafted), (.taken("office"), drafted))
        }
        askParents(.action(.assignItem), .own, "a draft of an item seen by the parents", seen("core", place.unit(seat.slot)))
        let others = "SELECT FROM core.item_draft WHERE unit_id <> '\(place.unit(seat.slot))'"
        refuse("others' drafts of items", (.province, others), (.taken("office"), others), (.home, others))
        let another = "'\(place.sparePosts[.root] ?? UUID())'"
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", "'\(seat.post)'", "2023-06-19")] {
            refuse(
                "a draft of an item \(what)", (.home, itemDraft(home, place, seat.slot, by: by, day: day)),
                (.province, itemDraft("core", place, seat.slot, by: by, day: day)),
                (.taken("office"), itemDraft("core", place, seat.slot, by: by, day: day)))
        }
        guard home != foreign.slug, seat.looksAbroad else { return }
        refuse(
            "another tenant's drafts of items", (.taken(foreign.slug), "SELECT FROM \(foreign.slug).item_draft"),
            (.place(foreign.slug), "SELECT FROM core.item_draft WHERE tenant_id = '\(foreign.tenant)'"),
            (.province, "SELECT FROM core.item_draft WHERE tenant_id = '\(foreign.tenant)'"))
        refuse(
            "a draft of an item in another tenant", (.taken(foreign.slug), itemDraft(foreign.slug, foreign, .root)),
            (.province, itemDraft("core", foreign, .root)), (.taken("office"), itemDraft("core", foreign, .root)),
            (.place(foreign.slug), itemDraft("core", foreign, .root)))
    }

    private func seen(_ schema: String, _ unit: UUID) -> String { "SELECT FROM \(schema).item_draft WHERE unit_id = '\(unit)'" }

    func itemDraft(
        _ schema: String, _ place: MatrixStage.Place, _ slot: MatrixStage.Slot, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).item_draft (tenant_id, id, version, unit_id, state, entered, recorded_by, recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), 1, '\(place.unit(slot))', 'draft', '{}', \(by ?? "'\(seat.post)'"), '\(day)')
        """
    }
}
