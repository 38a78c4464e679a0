import Domain
import Foundation
import Postgres
import Storage
import TestSupport

/// Puts stories into the database as rows, set-wise, past every door: thousands of ledgers in a few statements.
struct StoryRows {
    let tenant: Tenant.ID
    let schema: String
    let campaign: String
    let directive: UUID
    /// Who is said to have done it all.
    let post: UUID
    /// Each sub-unit with what it has to do.
    let ledgers: [(unit: UUID, code: String, stories: [RandomStory])]

    private var all: [(unit: UUID, story: RandomStory)] { ledgers.flatMap { ledger in ledger.stories.map { (ledger.unit, $0) } } }

    func insert(in province: Province) async throws {
        try await province.withConnection(as: "postgres") { connection in
            // Set by set past triggers and keys, which would look at each row by itself: what they would find is written here too.
            _ = try await connection.query("SET session_replication_role = replica")
            for statement in statements { _ = try await connection.query(statement) }
            // Nothing analyses in the background here, and a plan without numbers looks up row by row.
            for statement in analyses { _ = try await connection.query(statement) }
        }
    }

    private var statements: [SQL] { [units, unitVersions, items, changes, deadlines, reports, acts] }

    private var analyses: [SQL] {
        let tables: [StaticString] = ["sub_unit", "sub_unit_version", "work_item", "work_item_change", "occurrence", "progress", "ruling"]
        return tables.map { "ANALYZE \(fragment: table($0))" }
    }

    private func table(_ name: StaticString) -> SQL {
        "\(identifier: Identifier(schema: SchemaName(validating: schema)!, name))"
    }

    private var units: SQL {
        """
        INSERT INTO \(fragment: table("sub_unit")) (tenant_id, id, opened_on, recorded_on)
        SELECT \(tenant.uuid), u.id, '2020-01-01', '2023-01-01' FROM unnest(\(ledgers.map { $0.unit })) AS u (id)
        """
    }

    private var unitVersions: SQL {
        """
        INSERT INTO \(fragment: table("sub_unit_version"))
            (tenant_id, unit_id, valid_from, parent_id, code, name, full_name, kind, legal_personality, recorded_on)
        SELECT \(tenant.uuid), u.id, '2020-01-01', \(tenant.uuid), u.code, u.code, 'Đơn vị ' || u.code, 'xa', true, '2023-01-01'
        FROM unnest(\(ledgers.map { $0.unit }), \(ledgers.map { $0.code })) AS u (id, code)
        """
    }

    private var items: SQL {
        let all = all
        let stories = all.map { $0.story }
        return """
            INSERT INTO \(fragment: table("work_item"))
                (tenant_id, id, unit_id, campaign_id, content_code, code, kind, role, lead_tenant_id, lead_item_id, title, directive_id, source_clause,
                 sector, completion, original_due_on, due_on, direction, target, measure_unit, baseline, measured_at_year_end, assigner_tenant_id,
                 assigner_post_id, assigned_on, version, recorded_on)
            SELECT \(tenant.uuid), s.id, s.unit_id, CASE WHEN s.counted THEN c.id END, CASE WHEN s.counted THEN 'III.3' END, s.code,
                CASE WHEN s.direction IS NULL THEN 'task' ELSE 'target' END, CASE WHEN s.lead THEN 'lead' ELSE 'coordinate' END,
                CASE WHEN NOT s.lead THEN \(tenant.uuid) END, CASE WHEN NOT s.lead THEN s.id END, 'Việc ' || s.code, \(directive), 'Danh mục', 'NV',
                'ketQua', s.original_due_on, s.due_on, s.direction, s.target, CASE WHEN s.direction IS NOT NULL THEN '%' END, s.baseline, s.at_year_end,
                \(tenant.uuid), \(post), s.assigned_on, s.version, '2024-12-31'
            FROM unnest(\(all.map { $0.unit }), \(stories.map(\.id)), \(stories.map(\.code)), \(stories.map(\.isInCampaign)),
                    \(stories.map(\.isLead)), \(stories.map(\.assignedOn)), \(stories.map(\.originalDueOn)), \(stories.map(\.dueOn)),
                    \(stories.map { $0.measure?.direction.rawValue }), \(stories.map { $0.measure?.target.description })::numeric[],
                    \(stories.map { $0.measure?.baseline?.description })::numeric[], \(stories.map { $0.measure?.isMeasuredAtYearEnd ?? false }),
                    \(stories.map { Int32($0.moves.count + 1) }))
                AS s (unit_id, id, code, counted, lead, assigned_on, original_due_on, due_on, direction, target, baseline, at_year_end, version)
                JOIN core.campaign AS c ON c.code = \(campaign)
            -- The items of several units lie mixed, as they come in life.
            ORDER BY s.id
            """
    }

    private var changes: SQL {
        let all = all.flatMap { pair in pair.story.moves.enumerated().map { (pair.story.id, Int32($0.offset + 1), $0.element) } }
        return """
            INSERT INTO \(fragment: table("work_item_change")) (tenant_id, item_id, version, before, reason, changed_by, recorded_on)
            SELECT \(tenant.uuid), s.item_id, s.version, jsonb_build_object('due_on', s.due_before), 'Gia hạn', \(post), s.recorded_on
            FROM unnest(\(all.map { $0.0 }), \(all.map { $0.1 }), \(all.map { $0.2.dueBefore }), \(all.map { $0.2.recordedOn }))
                AS s (item_id, version, due_before, recorded_on)
            """
    }

    private var deadlines: SQL {
        let all = all.flatMap { pair in pair.story.deadlines.map { (pair.unit, pair.story, $0) } }
        return """
            INSERT INTO \(fragment: table("occurrence"))
                (tenant_id, item_id, due_on, unit_id, assigner_tenant_id, not_before, item_recorded_on, item_role, recorded_by, recorded_on)
            SELECT \(tenant.uuid), s.item_id, s.due_on, s.unit_id, \(tenant.uuid), s.assigned_on, '2024-12-31', 'lead', \(post), s.assigned_on
            FROM unnest(\(all.map { $0.0 }), \(all.map { $0.1.id }), \(all.map { $0.1.assignedOn }), \(all.map { $0.2 }))
                AS s (unit_id, item_id, assigned_on, due_on)
            """
    }

    private var reports: SQL {
        // Recorded in the order of their evidence, each a second after the other.
        let all = all.flatMap { pair in
            pair.story.inOrder.enumerated().map { (pair.unit, pair.story.id, Int32($0.offset), $0.element) }
        }
        let reports = all.map { $0.3 }
        return """
            INSERT INTO \(fragment: table("progress"))
                (tenant_id, id, item_id, unit_id, kind, evidence_on, milestone_percent, actual, actual_status, narrative, occurrence_due_on, recorded_by,
                 recorded_on, recorded_at)
            SELECT \(tenant.uuid), s.id, s.item_id, s.unit_id, CASE WHEN s.result THEN 'result' ELSE 'reported' END, s.evidence_on, s.milestone, s.actual,
                CASE WHEN s.actual IS NOT NULL THEN 'chinh_thuc' END, 'Báo cáo', s.occurrence, \(post), s.recorded_on,
                '2024-12-31T00:00:00Z'::timestamptz + s.n * interval '1 second'
            FROM unnest(\(all.map { $0.0 }), \(all.map { $0.1 }), \(all.map { $0.2 }), \(reports.map(\.id)), \(reports.map(\.isResult)),
                    \(reports.map(\.evidenceOn)), \(reports.map { $0.milestone.map(Int32.init) }), \(reports.map { $0.actual?.description })::numeric[],
                    \(reports.map(\.recordedOn)), \(reports.map(\.occurrence)))
                AS s (unit_id, item_id, n, id, result, evidence_on, milestone, actual, recorded_on, occurrence)
            """
    }

    private var acts: SQL {
        let all = all.flatMap { pair in pair.story.acts.map { (pair.unit, pair.story.id, $0) } }
        let acts = all.map { $0.2 }
        return """
            INSERT INTO \(fragment: table("ruling"))
                (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, report_id, report_kind, evidence_on, fault, decided_on, document_number,
                 reason, recorded_by, recorded_on)
            SELECT \(tenant.uuid), core.new_id(), s.item_id, s.unit_id, \(tenant.uuid), s.kind, s.report_id, s.report_kind, s.evidence_on, s.fault,
                s.decided_on, '1/QĐ', 'Lý do', \(post), s.decided_on
            FROM unnest(\(all.map { $0.0 }), \(all.map { $0.1 }), \(acts.map(\.kind)), \(acts.map { $0.report?.id }),
                    \(acts.map { $0.report.map { $0.isResult ? "result" : "reported" } }), \(acts.map { $0.report?.evidenceOn }),
                    \(acts.map(\.fault)), \(acts.map(\.decidedOn)))
                AS s (unit_id, item_id, kind, report_id, report_kind, evidence_on, fault, decided_on)
            """
    }
}
