import Domain
import FoundationEssentials

extension ProbeList {
    /// What is one's own, and what an item may name: an id of somebody else's row is refused like one that does not exist.
    func addNamedRows() {
        guard seat.role != .system else { return }
        ask(.selfService, .oneself, "own sessions", "SELECT id FROM core.credential WHERE account_id = core.actor_account()")
        ask(.selfService, .oneself, "own repeated requests", "SELECT FROM core.idempotency WHERE route = 'matrix'")
        ask(.selfService, .oneself, "keep a request", keepRequest("core.actor_account()"))
        refuse("keep another's request", (.home, keepRequest("'\(place.spare)'")))

        guard home != foreign.slug else { return }
        let slot: MatrixStage.Slot = seat.slot == .root ? .middle : .child
        let item = seat.items[slot] ?? UUID()
        let leader = foreign.sparePosts[.root] ?? UUID()
        refuse("an item for another tenant's person", (.home, handOn(slot, assignee: foreign.spare)))
        refuse("an item under another tenant's leader", (.home, handOn(slot, unitLeader: leader)))
        refuse("an item under another tenant's post as the province's leader", (.home, handOn(slot, leader: leader)))
        refuse("an item by another tenant's paper", (.home, handOn(slot, directive: foreign.directive)))
        for (column, id) in [
            ("assignee_id", foreign.spare), ("unit_leader_id", leader), ("province_leader_id", leader), ("directive_id", foreign.directive),
        ] {
            refuse(
                "a change to another tenant's \(column)", (.home, "UPDATE \(home).work_item SET \(column) = '\(id)' WHERE id = '\(item)'"))
        }
        // The same with what is one's own stands: what refuses is whose it is.
        guard seat.may(MatrixCell(seat.role, .action(.assignItem), .subUnit, place.isClosed ? .closed : .open)) else { return }
        allow("an item for one's own person", handOn(slot, assignee: place.spare))
        allow("an item under one's own leader", handOn(slot, unitLeader: place.sparePosts[.root]))
        let chairman = stage.seats.first { $0.role == .chairman }?.post
        allow("an item under the Chairman", handOn(slot, leader: chairman))
        allow("an item by one's own paper", handOn(slot, directive: place.directive))
        for (column, id) in [
            ("assignee_id", place.spare), ("unit_leader_id", place.sparePosts[.root]), ("province_leader_id", chairman),
            ("directive_id", place.directive),
        ] {
            let own = MatrixStage.quoted(id)
            allow("a change to one's own \(column)", "UPDATE \(home).work_item SET \(column) = \(own) WHERE id = '\(item)'")
        }
    }

    /// What bears one's own unit and name in another tenant's tables, by whoever took that tenant's role: the tenant is asked as well.
    func addMirrors() {
        guard let id = stage.mirrors[seat.post] else { return }
        let there = stage.closedSlug
        for table in ["work_item", "launch", "draft", "item_correction", "initiative", "publicity_consent"] {
            refuse("a mirrored \(table)", (.taken(there), "SELECT FROM \(there).\(table) WHERE id = '\(id)'"))
        }
        for table in ["work_item_change", "progress", "ruling", "extension_step", "evidence", "dispute_step", "occurrence", "item_source"] {
            refuse("a mirrored \(table)", (.taken(there), "SELECT FROM \(there).\(table) WHERE item_id = '\(id)'"))
        }
        refuse("a mirrored launch_step", (.taken(there), "SELECT FROM \(there).launch_step WHERE launch_id = '\(id)'"))
        refuse("a mirrored draft's words", (.taken(there), "UPDATE \(there).draft SET narrative = 'y' WHERE id = '\(id)'"))
    }

    private func keepRequest(_ account: String) -> String {
        """
        INSERT INTO core.idempotency (account_id, route, key, request_hash, status, resource)
        VALUES (\(account), 'matrix', '\(UUID())', sha256('x'), 200, 'x')
        """
    }

    /// Every table that officers read, without anybody acting.
    func addUnseated() {
        guard seat.role == .unitHead, seat.slot == .middle, seat.bounds == nil, !place.isClosed else { return }
        let wide = ProvinceRole.allCases.map(\.rawValue)
        for table in stage.tables {
            for role in wide + [home] { refuse("\(table) as \(role) without an actor", (.unseated(role), "SELECT FROM core.\(table)")) }
        }
        for table in stage.tenantTables {
            refuse("the tenant's own \(table) without an actor", (.unseated(home), "SELECT FROM \(home).\(table)"))
        }
    }
}
