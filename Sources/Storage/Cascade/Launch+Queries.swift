public import Domain
import Postgres

extension Launch {
    /// A launch with all its steps.
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Launch? {
        try await find(where: "l.id = \(id)", in: tx)
    }

    /// The launch of a campaign at the unit of a code; at the tenant itself where no code is given.
    public static func find(campaign: String, unitCode: String?, in tx: borrowing TenantTransaction) async throws -> Launch? {
        let unit: SQL =
            if let unitCode {
                """
                (SELECT v.unit_id
                 FROM \(identifier: tx.table("sub_unit_version")) AS v
                 WHERE \(fragment: tx.within("v.tenant_id")) AND v.code = \(unitCode)
                 ORDER BY v.valid_from DESC
                 LIMIT 1)
                """
            } else {
                "l.tenant_id"
            }
        return try await find(
            where: "l.campaign_id = (SELECT c.id FROM core.campaign AS c WHERE c.code = \(campaign)) AND l.unit_id = \(fragment: unit)",
            in: tx)
    }

    /// One statement for the launch and its steps; a launch without steps comes with one row of NULLs.
    private static func find(where condition: SQL, in tx: borrowing TenantTransaction) async throws -> Launch? {
        let rows = try await tx.rows(
            """
            SELECT l.id, l.campaign_id, l.unit_id, u.code, u.full_name, l.not_before, l.deadline, l.received_on, l.recorded_on, k.opened_on,
                s.id, s.position, s.step, s.happened_on, s.document_number, \(fragment: tx.planText(ofLaunch: "s")), s.form,
                s.combined_with, s.attendance, \(fragment: tx.note(ofLaunch: "s")), s.recorded_by, s.recorded_on, s.prepared_by, s.correction_document,
                \(fragment: Signature.columns(as: "w")),
                \(fragment: PaperAct.Mark.columns(of: "s.paper_id", as: "a"))
            FROM \(identifier: tx.table("launch")) AS l
                CROSS JOIN LATERAL (
                    SELECT v.code, v.full_name
                    FROM \(identifier: tx.table("sub_unit_version")) AS v
                    WHERE v.tenant_id = l.tenant_id
                      AND v.unit_id = l.unit_id
                    ORDER BY v.valid_from <= (SELECT core.today()) DESC, abs(v.valid_from - (SELECT core.today()))
                    LIMIT 1
                ) AS u
                LEFT JOIN \(identifier: tx.table("sub_unit")) AS k ON k.tenant_id = l.tenant_id AND k.id = l.unit_id
                LEFT JOIN \(identifier: tx.table("launch_step")) AS s ON s.tenant_id = l.tenant_id AND s.launch_id = l.id
                \(fragment: Signature.source(of: "s.delegation_id", as: "w"))
                \(fragment: PaperAct.Mark.source(of: "s.paper_id", as: "a"))
            WHERE \(fragment: tx.within("l.tenant_id"))
              AND \(fragment: condition)
            ORDER BY s.position
            """
        ) { row in
            (launch: try Head(&row), step: try LaunchStep.read(&row))
        }
        guard let head = rows.first?.launch else { return nil }
        return Launch(
            id: head.id, campaign: head.campaign, unit: head.unit, unitCode: head.unitCode, unitName: head.unitName,
            notBefore: head.notBefore,
            deadline: head.deadline, receivedOn: head.receivedOn, recordedOn: head.recordedOn, openedOn: head.openedOn,
            steps: rows.compactMap(\.step))
    }

    private struct Head {
        let id: Launch.ID
        let campaign: Campaign.ID
        let unit: SubUnit.ID
        let unitCode, unitName: String
        let notBefore, deadline, receivedOn, recordedOn: CivilDate
        let openedOn: CivilDate?

        init(_ row: inout RowReader) throws {
            id = try row.next()
            campaign = try row.next()
            unit = try row.next()
            unitCode = try row.next()
            unitName = try row.next()
            notBefore = try row.next()
            deadline = try row.next()
            receivedOn = try row.next()
            recordedOn = try row.next()
            openedOn = try row.next()
        }
    }

    /// Adds a step at its place. Another at the same place, recorded a moment before, makes it fail as stale.
    ///
    /// - Returns: False where the launch is not there.
    public func insert(
        _ act: LaunchAct, id: LaunchStep.ID, position: Int, on day: CivilDate, note: String, by correctionDocument: String = "",
        from paper: PaperAct.ID? = nil, draft: Draft.ID? = nil, in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        let columns = LaunchActColumns(act)
        return try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("launch_step"))
                (tenant_id, id, launch_id, unit_id, not_before, position, step, happened_on, document_number, document_text,
                 form, combined_with, attendance, note, correction_document, paper_id, draft_id, recorded_by, recorded_on)
            SELECT l.tenant_id, \(id), l.id, l.unit_id, l.not_before, \(Int32(position)), \(act.kind), \(day), \(columns.documentNumber),
                \(columns.documentText), \(columns.form), \(columns.combinedWith), \(columns.attendance), \(note),
                \(correctionDocument), \(paper)::uuid, \(draft)::uuid,
                (SELECT core.actor_post()), (SELECT core.today())
            FROM \(identifier: tx.table("launch")) AS l
            WHERE \(fragment: tx.within("l.tenant_id"))
              AND l.id = \(self.id)
            """) == 1
    }
}
