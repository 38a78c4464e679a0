import Postgres
import TestSupport
import Testing

/// A unique key or a foreign key answers a question: "is that there?" An officer may ask it of what he sees, and of nothing else. The catalogue
/// says which keys he can reach by what he may write; each is closed by a policy or has its reason here.
@Suite("What keys tell of rows that one does not see", .province, .serialized, .timeLimit(.minutes(30)))
struct ExistenceTests {
    private let province = Province.current

    /// Unique keys that span tenants, of tables that a tenant's officer writes.
    private static let unique: [String: String] = [
        "person_pkey": "the program makes the ids, of 74 random bits", "post_pkey": "the same", "directive_pkey": "the same",
        "criticism_step_pkey": "the same", "petition_pkey": "the same", "difficulty_pkey": "the same", "difficulty_step_pkey": "the same",
        "difficulty_step_once": "what is not in sight is missing, and a step of what is missing the policy refuses first",
        "review_event_pkey": "the same", "following_pkey": "the same", "follow_note_pkey": "the same", "remedy_pkey": "the same",
        "remedy_step_pkey": "the same",
        "remedy_step_once": "what is not in sight is missing, and a step of what is missing the policy refuses first",
        "good_model_pkey": "the same", "good_model_step_pkey": "the same", "good_model_adoption_pkey": "the same",
        "good_model_step_once": "what is not in sight is missing, and a step of what is missing the policy refuses first",
        "coverage_pkey": "the same",
        "criticism_step_once": "the guard asks first for a criticism of one's own tenant",
        "name_confirmation_pkey": "the same", "council_member_pkey": "the same",
        "dossier_opinion_pkey": "the same", "presentation_pkey": "the same",
        "presentation_awardee_pkey": "the guard asks first for an event of one's own unit", "presentation_awardee_once": "the same",
        "paper_template_pkey": "the same", "earlier_award_pkey": "the same", "initiative_confirmation_pkey": "the same",
        "revocation_proposal_pkey": "the same", "award_amendment_pkey": "the same", "reward_recovery_pkey": "the same",
        "certificate_copy_pkey": "the same", "proposal_open_once": "the guard asks first for a dossier that one's own unit gives",
        "idempotency_pkey": "begins with one's own account",
        "delegation_pkey": "the same", "paper_act_pkey": "the same", "person_move_pkey": "the same", "person_release_pkey": "the same",
        "delegation_once_at_a_time": "its guard asks first for two posts of one's own tenant",
        "person_is_continued_once": "set by the routine alone that is shown the code of a release",
        "person_release_code_hash_key": "the hash of a code that nobody guesses",
        "paper_act_file_pkey": "the policy asks for one's own paper first",
        "directive_file_pkey": "the policy asks for the paper first: the matrix has it",
    ]

    /// Foreign keys to rows of persons and papers, in columns that a tenant's officer writes; what closes each the matrix asks (`addNamedRows`).
    private static let foreign: [String: String] = [
        "work_item.assignee_id": "the person must be in sight", "work_item.unit_leader_id": "the post must be in sight",
        "work_item.province_leader_id": "the post must be a leader's, which everybody knows",
        "work_item.directive_id": "the paper must be in sight", "item_source.directive_id": "the same",
        "directive_file.directive_id": "the paper must be one's own",
        "directive.recorded_by": "one's own post", "directive_file.recorded_by": "one's own post",
        "delegation.delegate_id": "its guard asks for posts of one's own tenant", "delegation.delegate_post_id": "the same",
        "delegation.giver_id": "the same", "delegation.post_id": "the same", "delegation.tenant_id": "one's own tenant",
        "delegation.given_by": "one's own post", "draft_rule.recorded_by": "one's own post", "paper_act.recorded_by": "one's own post",
        "paper_act_file.recorded_by": "one's own post", "person_move.recorded_by": "one's own post",
        "person_release.recorded_by": "one's own post",
        "paper_act.signer_id": "its guard asks for a post of one's own tenant or the province's", "paper_act.signer_post_id": "the same",
        "paper_act.signer_tenant_id": "every officer knows the units",
        "person_move.person_id": "the person must be the tenant's", "person_move.from_post_id": "the post must be the person's",
        "person_move.to_post_id": "the post must be the person's", "person_move.successor_post_id": "the post must be in sight",
        "person_release.person_id": "the person must be the tenant's",
        "award_dossier.person_id": "the person must be in sight", "council_member.person_id": "the same",
        "notice_setting.person_id": "oneself",
        "petition.person_id": "oneself", "petition.recorded_by": "one's own post", "handling.person_id": "the person must be in sight",
        "difficulty.recorded_by": "one's own post", "difficulty_step.recorded_by": "one's own post",
        "difficulty_step.delegation_id": "found by the guard",
        "coverage.recorded_by": "one's own post",
        "following.person_id": "the person must be in sight", "following.recorded_by": "one's own post",
        "review_event.recorded_by": "one's own post", "review_event_plan.recorded_by": "one's own post",
        "review_event_paper.recorded_by": "one's own post", "review_event_outcome.recorded_by": "one's own post",
        "follow_note.recorded_by": "one's own post", "remedy.recorded_by": "one's own post", "remedy_step.recorded_by": "one's own post",
        "remedy.person_id": "he must hold a post in sight in that unit: a check asks it first",
        "good_model.recorded_by": "one's own post", "good_model.person_id": "he must hold a post in that unit: a check asks it first",
        "good_model_step.recorded_by": "one's own post", "good_model_step.delegation_id": "found by the guard",
        "good_model_adoption.recorded_by": "one's own post",
        "criticism_step.recorded_by": "one's own post", "criticism_step.delegation_id": "found by the guard",
        "council_member.recorded_by": "one's own post", "name_confirmation.recorded_by": "one's own post",
        "paper_template.recorded_by": "one's own post", "earlier_award.recorded_by": "one's own post",
        "earlier_award.person_id": "the person must be the tenant's",
        "initiative.person_id": "the person must be in sight", "initiative_confirmation.asked_by": "one's own post",
        "initiative_confirmation.answered_by": "emptied by the guard, and then one's own post",
        "revocation_proposal.recorded_by": "one's own post", "award_amendment.recorded_by": "one's own post",
        "reward_recovery.recorded_by": "one's own post", "certificate_copy.recorded_by": "one's own post",
        "dossier_opinion.recorded_by": "one's own post", "presentation.recorded_by": "one's own post",
        "presentation_awardee.recorded_by": "one's own post",
        "revocation_proposal.declined_by": "emptied by the guard, and then one's own post",
        "post.person_id": "the person must be the tenant's", "idempotency.account_id": "one's own account",
    ]

    @Test("unique keys across tenants are known, and none is new")
    func uniqueKeys() async throws {
        let found = try await names(
            """
            SELECT DISTINCT k.relname::text
            FROM pg_index AS i
                JOIN pg_class AS k ON k.oid = i.indexrelid
                JOIN pg_class AS c ON c.oid = i.indrelid
            WHERE c.relnamespace = 'core'::regnamespace AND (i.indisunique OR i.indisexclusion) AND NOT c.relispartition
              AND has_any_column_privilege('thidua_tenant', c.oid, 'INSERT')
              AND NOT EXISTS (
                    SELECT FROM unnest(i.indkey::int2[]) AS n (number)
                        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = n.number
                    WHERE a.attname = 'tenant_id')
              -- What one may only say of a row that one's own statement wrote.
              AND NOT EXISTS (
                    SELECT FROM unnest(i.indkey::int2[]) AS n (number)
                        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = n.number
                    WHERE a.attname = 'person_id')
            ORDER BY 1
            """)
        #expect(found.subtracting(Self.unique.keys).isEmpty, "close them by a policy, or say why they tell nothing")
        #expect(!found.isEmpty)
    }

    @Test("foreign keys to rows of others are known, and none is new")
    func foreignKeys() async throws {
        let found = try await names(
            """
            SELECT DISTINCT c.relname || '.' || a.attname
            FROM pg_constraint AS f
                JOIN pg_class AS c ON c.oid = f.conrelid
                CROSS JOIN unnest(f.conkey) AS k (number)
                JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.number
            WHERE f.contype = 'f' AND f.confrelid IN ('core.person'::regclass, 'core.post'::regclass, 'core.directive'::regclass,
                    'core.account'::regclass, 'core.credential'::regclass)
              AND c.relnamespace IN ('core'::regnamespace, 'district_101'::regnamespace)
              AND (has_column_privilege('thidua_tenant', c.oid, a.attname, 'INSERT')
                OR has_column_privilege('district_101', c.oid, a.attname, 'INSERT')
                OR has_column_privilege('district_101', c.oid, a.attname, 'UPDATE'))
            ORDER BY 1
            """)
        #expect(found.subtracting(Self.foreign.keys).isEmpty, "close them by a policy, and ask the matrix")
        #expect(found.isSuperset(of: ["work_item.assignee_id", "work_item.directive_id", "post.person_id"]), "\(found)")
    }

    @Test("a key that is not closed is found")
    func control() async throws {
        try await province.asSuperuser(
            """
            CREATE TABLE core.told (id uuid PRIMARY KEY, word text UNIQUE, person_id uuid REFERENCES core.person (id));
            GRANT INSERT ON core.told TO thidua_tenant
            """)
        // Both must fail on the table above: a check that finds nothing there makes this test red, since the known issue is then missing.
        await withKnownIssue { try await uniqueKeys() }
        await withKnownIssue { try await foreignKeys() }
        try await province.asSuperuser("DROP TABLE core.told")
    }

    private func names(_ sql: SQL) async throws -> Set<String> {
        try await province.withConnection(as: "postgres") { connection in
            Set(try await connection.query(sql).decode { row in try row.next(String.self) })
        }
    }
}
