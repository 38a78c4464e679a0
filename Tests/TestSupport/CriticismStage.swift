public import Domain
import Operations
import Postgres
import Storage

/// What tests of criticism, handling and petitions begin with: a campaign of their own and late items, written past every policy.
public struct CriticismStage: Sendable {
    public let province: Province
    public let code: String
    public let campaign: Campaign.ID
    public static let tenant = "district_101"

    /// - Parameter code: of the campaign, which no other test of the suite uses.
    public init(_ province: Province, campaign code: String) async throws {
        self.province = province
        self.code = code
        try await province.bring(Plans.shipped(code))
        campaign = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT id FROM core.campaign WHERE code = \(code)").only { row in try row.next() }
        }
    }

    /// An item of the campaign that nobody has done yet.
    ///
    /// - Parameter unit: code of the sub-unit that has it; nil: the unit as a whole.
    public func item(
        _ name: String, due: String, in tenant: String = CriticismStage.tenant, unit: String? = nil, of person: Person.ID? = nil
    ) async throws -> WorkItem.ID {
        let id: WorkItem.ID = IDSource.system.next()
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.work_item (tenant_id, id, unit_id, assignee_id, code, campaign_id, content_code, directive_id, source_clause, kind, role, title,
                sector, completion, original_due_on, due_on, assigner_tenant_id, assigner_post_id, assigned_on, recorded_on)
            VALUES ('\(province.tenant(tenant))', '\(id)', '\(province.unit(unit, in: tenant))', \(person.map { "'\($0)'" } ?? "NULL"), '\(code)-\(name)',
                '\(campaign)', 'I', gen_random_uuid(), 'Điều 1', 'task', 'lead', 'Báo cáo \(name)', 'NV', 'ketQua', '\(due)', '\(due)',
                '\(province.tenant("dept_vpub"))', '\(province.post(of: .officeMonitor))', '2023-01-10', '2023-01-10');
            SET session_replication_role = origin;
            """)
        return id
    }

    /// Moves the day of business: the suite is serialized.
    public func move(to day: String) async throws {
        try await province.asSuperuser("UPDATE core.installation SET business_date = '\(day)'")
    }

    /// Proposed and put to the Chairman already, past the guards.
    ///
    /// - Parameter proposer: the post that proposed it.
    public func put(_ item: WorkItem.ID, proposedBy proposer: Post.ID) async throws -> KeptCriticism.ID {
        let id: KeptCriticism.ID = IDSource.system.next()
        let tenant = province.tenant(Self.tenant)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.criticism (id, tenant_id, unit_id, campaign_id, kind, items, words, proposed_by, proposed_on, facts, explain_by)
            SELECT '\(id)', '\(tenant)', '\(tenant)', '\(campaign)', 'criticism', ARRAY[i.id], 'Hoàn thành ngay', '\(proposer)', '2023-06-01',
                jsonb_build_array(jsonb_build_object('item', i.id, 'code', i.code, 'title', i.title, 'dueOn', i.due_on, 'lateDays', 31)), '2023-06-08'
            FROM core.work_item AS i WHERE i.id = '\(item)';
            INSERT INTO core.criticism_step (id, criticism_id, tenant_id, position, step, recorded_by, recorded_on, before, state, explain_by, not_before)
            VALUES (gen_random_uuid(), '\(id)', '\(tenant)', 1, 'put', '\(proposer)', '2023-06-19', 'proposed', 'put', '2023-06-08', '2023-06-01');
            SET session_replication_role = origin;
            """)
        return id
    }
}
