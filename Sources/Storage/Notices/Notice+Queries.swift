public import Domain
public import Postgres

extension Notice.Giver: PostgresDecodable {}

extension Notice {
    /// What the acting officer is told, the newest first.
    ///
    /// - Parameter before: the last of those that were shown already.
    public static func mine(unreadOnly: Bool, before: ID?, limit: Int, in tx: borrowing TenantTransaction) async throws -> [Notice] {
        let unread: SQL = unreadOnly ? "n.read_at IS NULL" : "true"
        let older: SQL = before.map { "n.id < \($0)" } ?? "true"
        return try await tx.rows(
            """
            SELECT n.id, n.rule, t.slug, n.item_id, n.remedy_id, n.difficulty_id, n.period_id, n.good_model_id, n.dossier_id, n.draft_id,
                coalesce(n.month, p.month), c.name, c.code, n.giver, n.code, n.title, n.due_on, n.reason, n.source, n.day,
                n.read_at IS NOT NULL,
                CASE WHEN n.giver = 'unit' AND n.item_id IS NOT NULL THEN (
                    SELECT v.full_name
                    FROM core.part_givers(ARRAY[n.item_tenant_id], ARRAY[n.item_id]) AS g
                        JOIN \(identifier: tx.table("sub_unit_version")) AS v
                            ON \(fragment: tx.within("v.tenant_id")) AND v.tenant_id = g.tenant_id AND v.unit_id = g.unit_id
                                AND v.valid_from <= core.today()
                    ORDER BY v.valid_from DESC
                    LIMIT 1
                ) END
            FROM core.notice AS n
                JOIN core.tenant AS t ON t.id = n.item_tenant_id
                LEFT JOIN core.report_period AS p ON p.id = n.period_id
                LEFT JOIN core.campaign AS c ON c.id = n.campaign_id
            WHERE n.person_id = core.actor_person() AND \(fragment: unread) AND \(fragment: older)
            ORDER BY n.id DESC
            LIMIT \(Int64(limit))
            """, read)
    }

    /// How many the acting officer has not read.
    public static func unread(in tx: borrowing TenantTransaction) async throws -> Int {
        let count = try await tx.first(
            "SELECT count(*) FROM core.notice AS n WHERE n.person_id = core.actor_person() AND n.read_at IS NULL"
        ) { row in try row.next(Int64.self) }
        return Int(count ?? 0)
    }

    /// Marks those of the acting officer's own as read or not; answers how many it changed. What is not his is not there.
    public static func mark(_ ids: [ID], read: Bool, in tx: borrowing TenantTransaction) async throws -> Int {
        try await tx.execute(
            """
            UPDATE core.notice
            SET read_at = CASE WHEN \(read) THEN clock_timestamp() END
            WHERE person_id = core.actor_person() AND id = ANY (\(ids)) AND (read_at IS NULL) = \(read)
            """)
    }

    /// One column holds what a notice of criticism and awards is about: of which kind, its rule says.
    private static func award(_ id: AwardDossier.ID, by rule: String) -> Subject {
        switch rule {
        case "criticism_proposed", "criticism_ended": .criticism(KeptCriticism.ID(id.uuid))
        case "confirmation_asked": .confirmation(InitiativeConfirmation.ID(id.uuid))
        case "correction_due": .correction(HeldReview.ID(id.uuid))
        default: .dossier(id)
        }
    }

    static func read(_ row: inout RowReader) throws -> Notice {
        let (id, rule, tenant): (ID, String, Tenant.Slug) = (try row.next(), try row.next(), try row.next())
        let (item, remedy): (WorkItem.ID?, Remedy.ID?) = (try row.next(), try row.next())
        let (difficulty, period): (Difficulty.ID?, ReportPeriod.ID?) = (try row.next(), try row.next())
        let (model, dossier): (GoodModel.ID?, AwardDossier.ID?) = (try row.next(), try row.next())
        let draft = (try row.next(Draft.ID?.self)).map(Subject.draft)
        let month = (try row.next(CivilDate?.self)).map { ReportMonth($0) }
        // The month is there of a return too: that of its period.
        let missing: Subject? = if let period, let month { Subject.unitReturn(period, month) } else { nil }
        let awarded = dossier.map { award($0, by: rule) }
        let one: Subject? =
            item.map(Subject.item) ?? remedy.map(Subject.remedy) ?? difficulty.map(Subject.difficulty) ?? missing
            ?? model.map(Subject.goodModel) ?? awarded ?? month.map(Subject.month)
        // A check holds that one of them is there.
        guard let subject = one ?? draft else { throw Problem.notFound }
        return Notice(
            id: id, rule: rule, tenant: tenant, subject: subject, campaign: try row.next(), campaignCode: try row.next(),
            giver: try row.next(), code: try row.next(), title: try row.next(), dueOn: try row.next(), reason: try row.next(),
            source: try row.next(), day: try row.next(), isRead: try row.next(), giverName: try row.next())
    }
}

extension NoticeSettings {
    /// The acting officer's own; nil until he says something.
    public static func mine(in tx: borrowing TenantTransaction) async throws -> NoticeSettings? {
        try await tx.first(
            "SELECT email, quiet_from, quiet_to FROM core.notice_setting WHERE person_id = core.actor_person()"
        ) { row in
            NoticeSettings(
                email: try row.next(), quietFrom: Int(try row.next(Int32.self)), quietTo: Int(try row.next(Int32.self)))
        }
    }

    /// Writes the acting officer's own.
    public func save(in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.notice_setting (person_id, email, quiet_from, quiet_to)
            VALUES (core.actor_person(), \(email), \(Int32(quietFrom)), \(Int32(quietTo)))
            ON CONFLICT (person_id) DO UPDATE
            SET email = excluded.email, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to
            """)
    }
}
