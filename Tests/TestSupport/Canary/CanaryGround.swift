/// Where tokens are planted, and where not.
enum CanaryGround {
    /// Tables whose rows belong to a tenant without naming it: SQL for the tenant of the row `r`.
    static let owners = [
        "account": "SELECT n.tenant_id FROM core.person AS n WHERE n.id = r.person_id",
        "credential": "SELECT p.tenant_id FROM core.post AS p WHERE p.id = r.post_id",
        "paper_act_file": "SELECT p.tenant_id FROM core.paper_act AS p WHERE p.id = r.paper_id",
        "directive_file": "SELECT d.tenant_id FROM core.directive AS d WHERE d.id = r.directive_id",
        "idempotency":
            "SELECT n.tenant_id FROM core.account AS a JOIN core.person AS n ON n.id = a.person_id WHERE a.id = r.account_id",
        "second_factor":
            "SELECT n.tenant_id FROM core.account AS a JOIN core.person AS n ON n.id = a.person_id WHERE a.id = r.account_id",
        "openid_identity":
            "SELECT n.tenant_id FROM core.account AS a JOIN core.person AS n ON n.id = a.person_id WHERE a.id = r.account_id",
    ]

    /// Tables and columns that carry no token, each with its reason.
    static let exceptions = [
        // Belongs to no tenant: every officer may know it, or nobody but the owner.
        "actor_key": "the province's, and no text",
        "audit_column": "what the audit keeps out",
        "audit_epoch": "the audit's own records",
        "audit_exception": "what the audit leaves out",
        "audit_relation": "what the audit looks at",
        "audit_seal": "hashes over entries of all tenants, and no text",
        "calendar_day": "the province's calendar",
        "campaign": "the province's plan, for every officer",
        "common_password": "words that no password may be",
        "password_link": "hashes, and no text",
        "recovery_code": "hashes, and no text",
        "signin_step": "hashes, and no text",
        "factor_policy": "which roles ask for a second factor",
        "signin_throttle": "hashes of names and addresses",
        "campaign_content": "the province's plan, for every officer",
        "campaign_launch": "the Chairman's act, for every officer",
        "campaign_version": "the province's plan, for every officer",
        "installation": "what kind of database it is",
        "openid_attempt": "belongs to nobody until the sign-in is done",
        "role": "what roles are called",
        "role_action": "what roles may do",
        "routine_file": "the schema's own records",
        "schema_migration": "the schema's own records",
        "sector": "the province's list",
        "tenant": "which units there are is known to every officer",
        "tenant_name": "what units are called is known to every officer",
        "tenant_succession": "which unit followed which is known to every officer",
        "tenant_function": "the schema's own records",
        "tenant_key": "the schema's own records",
        "tenant_policy": "the schema's own records",
        "tenant_relation": "the schema's own records",
        // Belongs to a tenant and cannot hold free text.
        "audit_entry.cause": "a job's id",
        "audit_entry.login": "a login of the database",
        "audit_entry.relation": "a table's name",
        "audit_entry.row_key": "ids",
        "audit_entry.subject": "a kind of object",
        "audit_entry.subject_id": "an id",
        "audit_entry.withheld": "names of columns",
        "credential.scopes": "names of deeds, held to their form by a check",
        "credential.token_prefix": "the beginning of a token, held to its form by a check",
        "delegation.scope": "names of actions",
        "credential.token_hash": "32 bytes of SHA-256",
        "second_factor.secret": "20 random bytes, gone when the factor ends",
        "paper_act_file.sha256": "32 bytes of SHA-256",
        "directive_file.sha256": "32 bytes of SHA-256",
        "evidence.sha256": "32 bytes of SHA-256",
        "idempotency.request_hash": "32 bytes of SHA-256",
        "person_release.code_hash": "32 bytes of SHA-256",
        "person_before.kind": "a kind of person, checked where it is first written",
        "extension_step.previous_step": "a kind of step, held to it by a foreign key of each tenant",
        "dispute_step.previous_step": "a kind of step, held to it by a foreign key of each tenant",
        "ruling.report_kind": "a kind of report, held to it by a foreign key of each tenant",
        "work_item.content_code": "a content of the plan, held to it by a foreign key of each tenant",
        "work_item.sector": "a sector of the province, held to it by a foreign key of each tenant",
    ]
}
