public import Domain
import Postgres

extension WorkItemDetail {
    /// An item in sight with everything that was said of it until then; nil where it is not there or not to be seen.
    public static func find(_ id: WorkItem.ID, at moment: LedgerMoment = .now, in tx: borrowing TenantTransaction) async throws
        -> WorkItemDetail?
    {
        guard let found = try await LedgerEntry.find(id, at: moment, in: tx),
            let entry = try await LedgerEntry.withGivers([found], at: moment, in: tx).first
        else { return nil }
        let children = try await LedgerEntry.list(LedgerFilter(origin: .handedOn(from: id)), at: moment, limit: mostChildren, in: tx)
        let seen = try await tx.first(
            """
            SELECT core.leader_title(\(entry.item.terms.provinceLeader)),
                (SELECT \(fragment: LedgerReferences.unitLeaderTitle) FROM core.post AS p WHERE p.id = \(entry.item.terms.unitLeader)),
                (SELECT \(fragment: WorkItem.ruledHere(tx)) FROM \(identifier: tx.table("work_item")) AS i
                 WHERE i.tenant_id = \(entry.item.tenant) AND i.id = \(id)),
                core.heir_of(\(entry.item.tenant)) IS NOT NULL,
                (SELECT coalesce((
                        SELECT max((phase.value ->> 'to')::date)
                        FROM jsonb_array_elements(c.document -> 'phases') AS phase (value)
                        WHERE phase.value ->> 'review' = 'final'), c.last_day)
                 FROM \(identifier: tx.table("work_item")) AS i
                    JOIN core.campaign AS c ON c.id = i.campaign_id
                 WHERE i.tenant_id = \(entry.item.tenant) AND i.id = \(id) AND i.role = 'lead'
                   AND \(fragment: LedgerFilter.answeredFor(in: tx)))
            """
        ) { row in
            (
                province: try row.next(String?.self), unit: try row.next(String?.self), isRuledHere: try row.next(Bool?.self),
                hasHeir: try row.next(Bool.self), finalReviewOn: try row.next(CivilDate?.self)
            )
        }
        let parameters = try await Campaign.parameters(of: entry.item.terms.campaign, in: tx)
        let (reports, rulings) = (
            try await ProgressReport.all(of: entry.item, at: moment, in: tx), try await Ruling.all(of: entry.item, at: moment, in: tx)
        )
        let (extensions, disputes) = (
            try await ItemExtension.all(of: entry.item, at: moment, in: tx), try await ItemDispute.all(of: entry.item, at: moment, in: tx)
        )
        let changes = try await WorkItemDetail.Change.all(of: entry.item, at: moment, in: tx)
        let correction = try await ItemCorrection.find(of: entry.item, at: moment, in: tx)
        var posts = reports.map(\.recordedBy) + rulings.map(\.recordedBy) + changes.map(\.changedBy)
        posts += extensions.flatMap { [$0.request?.recordedBy, $0.decision?.recordedBy].compactMap(\.self) }
        posts += disputes.flatMap { [$0.raised.recordedBy, $0.answer?.recordedBy].compactMap(\.self) }
        posts += [correction?.recordedBy].compactMap(\.self)
        return WorkItemDetail(
            entry: entry, reports: reports, rulings: rulings, changes: changes,
            evidence: try await Evidence.all(of: entry.item, at: moment, in: tx), extensions: extensions, disputes: disputes,
            calendar: WorkingCalendar(try await CalendarDay.all(in: tx)),
            maximumExtensions: parameters[.maxExtensions], day: try await day(moment, in: tx), children: children,
            provinceLeaderTitle: seen?.province, unitLeaderTitle: seen?.unit,
            occurrences: try await ItemOccurrence.all(of: entry.item, at: moment, in: tx),
            sources: try await ItemSource.all(of: entry.item, at: moment, in: tx), correction: correction,
            origin: try await ItemDraft.origin(of: entry.item, at: moment, in: tx), titles: try await Post.titles(ofSteps: posts, in: tx),
            clocks: WorkItem.Clocks { parameters[$0] }, isRuledHere: seen?.isRuledHere ?? false, hasHeir: seen?.hasHeir ?? false,
            finalReviewOn: seen?.finalReviewOn)
    }

    private static func day(_ moment: LedgerMoment, in tx: borrowing TenantTransaction) async throws -> CivilDate {
        if let day = moment.asOf { return day }
        return try await tx.officer().today
    }

    /// An item of a district may reach each of its sub-units and some people: beyond this the list of the item's children is asked for.
    private static let mostChildren = 500
}

extension WorkItemDetail.Change {
    /// The first change first.
    static func all(of item: WorkItem, at moment: LedgerMoment, in tx: borrowing TenantTransaction) async throws -> [WorkItemDetail.Change]
    {
        let facts = LedgerFacts(at: moment)
        return try await tx.rows(
            """
            SELECT c.version, c.before ->> 'title', (c.before ->> 'due_on')::date, c.before ->> 'due_words',
                \(fragment: tx.reason(ofChange: "c")), c.changed_by, c.recorded_on, c.document_number, c.document_issuer, c.document_on,
                (extract(epoch FROM c.recorded_at) * 1000)::bigint
            FROM \(identifier: tx.table("work_item_change")) AS c
            WHERE c.tenant_id = \(item.tenant)
              AND c.item_id = \(item.id)
              AND \(fragment: facts.known("c.recorded_on"))
            ORDER BY c.version
            """
        ) { row in
            WorkItemDetail.Change(
                version: Int(try row.next(Int32.self)), title: try row.next(), dueOn: try row.next(), dueWords: try row.next(),
                reason: try row.next(), changedBy: try row.next(), recordedOn: try row.next(), documentNumber: try row.next(),
                documentIssuer: try row.next(), documentOn: try row.next(), milliseconds: UInt64(clamping: try row.next(Int64.self)))
        }
    }
}
