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
        for table in ["work_item", "launch", "draft", "item_correction"] {
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

    /// The routines of the database run as the owner: what they may see and write past what the acting officer may is this, and no more.
    func addOwner() {
        guard seat.role == .unitHead, seat.slot == .middle, seat.bounds == nil, home != foreign.slug else { return }
        let canWrite = !place.isClosed
        for table in ["sub_unit", "sub_unit_version"] {
            owner(true, "reads \(table)", "SELECT FROM core.\(table) WHERE tenant_id = '\(place.tenant)'")
            refuseOwner("reads another's \(table)", "SELECT FROM core.\(table) WHERE tenant_id = '\(foreign.tenant)'")
            refuseOwner("changes \(table)", "UPDATE core.\(table) SET tenant_id = tenant_id WHERE tenant_id = '\(place.tenant)'")
            refuseOwner("drops \(table)", "DELETE FROM core.\(table) WHERE tenant_id = '\(place.tenant)'")
        }
        owner(true, "reads the tenant's own units", "SELECT FROM \(home).sub_unit_version")
        refuseOwner("reads another tenant's own units", "SELECT FROM \(foreign.slug).sub_unit_version")
        refuseOwner("opens a unit", openUnit("core", of: place.tenant))
        let ofItems = [("work_item", "id"), ("ruling", "item_id"), ("extension_step", "item_id"), ("progress", "item_id")]
        for (table, column) in ofItems {
            owner(true, "counts \(table)", "SELECT FROM core.\(table) WHERE \(column) = '\(place.order)'")
            refuseOwner("counts another's \(table)", "SELECT FROM core.\(table) WHERE \(column) = '\(foreign.order)'")
        }
        let read = [
            "item_correction", "occurrence", "dispute_step", "motto_step", "review_part", "review_confirmation", "review_dispute",
            "review_answer", "award_dossier", "dossier_document", "dossier_regime", "nomination_quota", "nomination_slot",
            "council_session", "session_member", "session_dossier", "vote_turnout", "ballot_choice", "vote_count", "council_member",
            "award_decision", "award",
            "register_entry",
        ]
        for table in read {
            owner(true, "reads \(table)", "SELECT FROM core.\(table) WHERE tenant_id = '\(place.tenant)'")
            refuseOwner("reads another's \(table)", "SELECT FROM core.\(table) WHERE tenant_id = '\(foreign.tenant)'")
        }
        for (isOwn, target) in [(canWrite, place), (false, foreign)] { owner(isOwn, "links an item of \(target.slug)", link(of: target)) }
        owner(true, "counts chunks", "SELECT FROM core.evidence_chunk WHERE tenant_id = '\(place.tenant)'")
        refuseOwner("counts another's chunks", "SELECT FROM core.evidence_chunk WHERE tenant_id = '\(foreign.tenant)'")
        let date = "UPDATE core.work_item SET change_reason = 'x' WHERE id"
        owner(canWrite, "moves a date", "\(date) = '\(place.order)'")
        refuseOwner("moves another's date", "\(date) = '\(foreign.order)'")
        for (isOwn, target) in [(canWrite, place), (false, foreign)] {
            owner(isOwn, "holds a report of \(target.slug)", "SELECT FROM core.progress WHERE item_id = '\(target.order)' FOR UPDATE")
            owner(isOwn, "traces a change of \(target.slug)", trace(of: target))
        }
        for table in ["launch", "launch_step", "work_item_change", "inbox", "item_draft"] {
            refuseOwner("reads \(table)", "SELECT FROM core.\(table)")
        }
        for table in ["launch", "launch_step", "work_item", "work_item_change", "progress", "ruling", "inbox", "sub_unit", "item_draft"] {
            refuseOwner("reads the tenant's own \(table)", "SELECT FROM \(home).\(table)")
        }
        for schema in ["core", home] { refuseOwner("drafts an item in \(schema)", itemDraft(schema, place, seat.slot)) }
        refuseOwner("drops the tenant's own unit versions", "DELETE FROM \(home).sub_unit_version")
        refuseOwner("writes the audit itself", auditEntry("insert"))
        owner(true, "records a reading", auditEntry("read"))
        for table in ["audit_entry", "audit_epoch"] { owner(true, "reads \(table)", "SELECT FROM core.\(table)") }
    }

    private func link(of target: MatrixStage.Place) -> String {
        """
        INSERT INTO core.ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, decided_on, document_number,
            other_tenant_id, other_item_id, recorded_by, recorded_on)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(target.order)', '\(target.tenant)', '\(stage.office.tenant)', 'succeeded', '2023-06-19', '1',
            '\(target.tenant)', '\(target.fresh)', '\(seat.post)', '2023-06-20')
        """
    }

    private func trace(of target: MatrixStage.Place) -> String {
        """
        INSERT INTO core.work_item_change (tenant_id, item_id, version, before, reason, changed_by, recorded_on)
        VALUES ('\(target.tenant)', '\(target.order)', 98, '{}', 'x', '\(seat.post)', '2023-06-20')
        """
    }

    private func auditEntry(_ action: String) -> String {
        """
        INSERT INTO core.audit_entry (xid, at, action, relation, row_key, subject, subject_id, actor_kind, login, reason)
        VALUES (pg_current_xact_id(), now(), '\(action)', 'work_item', '{}', 'work_item', 'x', 'officer', 'x', 'x')
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

    private func refuseOwner(_ what: String, _ statement: String) { owner(false, what, statement) }
}
