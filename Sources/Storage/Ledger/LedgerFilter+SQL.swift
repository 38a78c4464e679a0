import Domain
import Postgres

extension LedgerFilter {
    /// The conditions on items `i`; on their timeliness and figures only after ``LedgerFacts/joins(in:)``.
    func conditions(_ facts: LedgerFacts, in tx: borrowing TenantTransaction) -> SQL {
        var parts: [SQL] = []
        if let tenant { parts.append("i.tenant_id = (SELECT t.id FROM core.tenant AS t WHERE t.slug = \(tenant))") }
        if let unit { parts.append("i.unit_id = \(unit)") }
        if let assignee { parts.append("i.assignee_id = \(assignee)") }
        if let kind { parts.append("i.kind = \(kind)") }
        if let content { parts.append("(i.content_code = \(content) OR i.content_code ^@ \(content + "."))") }
        if let sector { parts.append("i.sector = \(sector)") }
        if let directive { parts.append("i.directive_id = \(directive)") }
        if let unitLeader { parts.append("i.unit_leader_id = \(unitLeader)") }
        if let provinceLeader { parts.append("i.province_leader_id = \(provinceLeader)") }
        if let campaign { parts.append("i.campaign_id = (SELECT c.id FROM core.campaign AS c WHERE c.code = \(campaign))") }
        if inTable, let campaign {
            let units = UnitTable.Row.unitsAndEnded(
                of: "(SELECT c.id FROM core.campaign AS c WHERE c.code = \(campaign))", on: facts.day, tx)
            parts.append("i.unit_id IN (SELECT p.unit_id FROM (\(fragment: units)) AS p)")
        }
        if let dueFrom { parts.append("i.due_on >= \(dueFrom)") }
        if let dueTo { parts.append("i.due_on <= \(dueTo)") }
        if let role { parts.append("i.role = \(role)") }
        if let timeliness { parts.append("(closed.kind IS NULL AND \(fragment: LedgerFacts.timeliness) = \(timeliness))") }
        if let figure { parts.append("(closed.kind IS NULL AND \(fragment: facts.condition(figure, of: campaign, in: tx)))") }
        if let isOpen {
            let open: SQL = "(closed.kind IS NULL AND d.completed_on IS NULL)"
            parts.append(isOpen ? open : "NOT \(fragment: open)")
        }
        switch origin {
        case .any: break
        case .province: parts.append("(i.unit_id = i.tenant_id AND i.parent_id IS NULL)")
        case .inside: parts.append("NOT (i.unit_id = i.tenant_id AND i.parent_id IS NULL)")
        // Who sees what is given to himself alone answers for all of it: of the wholes that it is part of he sees none.
        case .answeredFor: parts.append("((SELECT core.actor_alone()) IS NOT NULL OR \(fragment: Self.answeredFor(in: tx)))")
        case .handedOn(let parent): parts.append("i.parent_id = \(parent)")
        }
        return parts.isEmpty ? "true" : SQL.joined(parts, separator: "\n    AND ")
    }

    /// That its unit itself answers for an item `i`: as a whole for what the province gave it (A55), a sub-unit for what was given to it, but not
    /// once more for the parts that it gave to people of its own. The whole is looked for by its key, and for parts of sub-units alone.
    static func answeredFor(in tx: borrowing TenantTransaction) -> SQL {
        """
        (i.parent_id IS NULL
            OR (i.unit_id <> i.tenant_id
                AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("work_item")) AS whole
                    WHERE \(fragment: tx.within("whole.tenant_id"))
                      AND whole.tenant_id = i.tenant_id
                      AND whole.id = i.parent_id
                      AND whole.unit_id = i.unit_id)))
        """
    }

    var asksForTimeliness: Bool { timeliness != nil || figure != nil || isOpen != nil }

    /// Whether one index leads to the items, whoever asks.
    var namesFewItems: Bool {
        if case .handedOn = origin { return true }
        return unit != nil || assignee != nil
    }
}

extension LedgerGrouping {
    /// What items `i` are grouped by.
    var key: SQL {
        switch self {
        case .tenant: "i.tenant_id::text"
        case .unit: "i.unit_id::text"
        case .assignee: "i.assignee_id::text"
        case .kind: "i.kind"
        case .content: "i.content_code"
        case .sector: "i.sector"
        case .directive: "i.directive_id::text"
        case .unitLeader: "i.unit_leader_id::text"
        case .provinceLeader: "i.province_leader_id::text"
        case .timeliness: "CASE WHEN closed.kind IS NULL THEN \(fragment: LedgerFacts.timeliness) END"
        case .campaign: "i.campaign_id::text"
        case .dueMonth: "to_char(i.due_on, 'YYYY-MM')"
        case .role: "i.role"
        case .parent: "i.parent_id::text"
        }
    }

    /// The key of a group `g` as a filter takes it.
    var shownKey: SQL {
        switch self {
        case .tenant: "(SELECT t.slug FROM core.tenant AS t WHERE t.id = g.key::uuid)"
        case .campaign: "(SELECT c.code FROM core.campaign AS c WHERE c.id = g.key::uuid)"
        default: "g.key"
        }
    }

    /// How the officer reads the key of a group `g`; NULL where the key is read as it is, or the officer may not know.
    ///
    /// - Parameter campaign: whose items alone are counted; nil: of whatever campaign.
    func label(of campaign: String?, _ facts: LedgerFacts, _ tx: borrowing TenantTransaction) -> SQL {
        switch self {
        case .tenant:
            "(SELECT n.full_name FROM core.tenant_name AS n WHERE n.tenant_id = g.key::uuid AND n.valid_from <= \(fragment: facts.day) ORDER BY n.valid_from DESC LIMIT 1)"
        case .unit:
            """
            (SELECT v.full_name FROM \(identifier: tx.table("sub_unit_version")) AS v
             WHERE \(fragment: tx.within("v.tenant_id")) AND v.unit_id = g.key::uuid AND v.valid_from <= \(fragment: facts.day)
             ORDER BY v.valid_from DESC LIMIT 1)
            """
        case .assignee: "(SELECT n.full_name FROM core.person AS n WHERE n.id = g.key::uuid)"
        case .content: Self.contentTitle(of: campaign)
        case .sector: "(SELECT s.name FROM core.sector AS s WHERE s.code = g.key)"
        case .directive: "(SELECT d.number FROM core.directive AS d WHERE d.id = g.key::uuid)"
        case .unitLeader: "(SELECT \(fragment: LedgerReferences.unitLeaderTitle) FROM core.post AS p WHERE p.id = g.key::uuid)"
        case .provinceLeader: "core.leader_title(g.key::uuid)"
        case .campaign: "(SELECT c.name FROM core.campaign AS c WHERE c.id = g.key::uuid)"
        case .parent:
            """
            (SELECT w.code || ' ' || w.title FROM \(identifier: tx.table("work_item")) AS w
             WHERE \(fragment: tx.within("w.tenant_id")) AND w.id = g.key::uuid)
            """
        case .kind, .timeliness, .dueMonth, .role: "NULL::text"
        }
    }

    /// Plans number their contents alike: without a campaign a code has a title where all of them say the same by it.
    private static func contentTitle(of campaign: String?) -> SQL {
        guard let campaign else {
            return
                "(SELECT CASE WHEN count(DISTINCT c.title) = 1 THEN min(c.title) END FROM core.campaign_content AS c WHERE c.code = g.key)"
        }
        return """
            (SELECT c.title FROM core.campaign_content AS c JOIN core.campaign AS m ON m.id = c.campaign_id
             WHERE m.code = \(campaign) AND c.code = g.key)
            """
    }
}
