import Domain
import Postgres

/// What a draft says, as the columns of `draft` hold it.
struct DraftColumns {
    var item: WorkItem.ID?
    var launch: Launch.ID?
    var happenedOn: CivilDate
    var milestonePercent: Int32?
    var figure: ProgressReport.Figure?
    var documentNumber = ""
    var documentIssuer = ""
    var narrative: String
    var form: LaunchForm.Kind?
    var combinedWith: String?
    var attendance: Int32?

    init(_ content: Draft.Content) {
        switch content {
        case .progress(let report):
            item = report.item
            happenedOn = report.evidenceOn
            milestonePercent = report.milestonePercent.map(Int32.init(clamping:))
            figure = report.figure
            documentNumber = report.documentNumber
            documentIssuer = report.documentIssuer
            narrative = report.narrative
        case .launch(let conference):
            launch = conference.launch
            happenedOn = conference.happenedOn
            narrative = conference.note
            form = conference.form.kind
            combinedWith = conference.form.conference
            attendance = Int32(clamping: conference.attendance)
        }
    }
}

extension Draft.Level {
    init(row: inout RowReader) throws {
        self = Draft.Level(rawValue: Int(try row.next(Int32.self))) ?? .officer
    }
}

extension Draft {
    /// The drafts that the acting officer sees, with what they are about; the row policies decide which.
    static func seen(in tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT d.id, d.unit_id, coalesce(v.name, ''), coalesce(i.title, v.full_name, ''), coalesce(i.code, ''), coalesce(s.remark, ''),
            d.drafted_by, coalesce(p.title, ''), d.state, d.origin::integer, d.level::integer, d.recorded_on, d.version, d.kind, d.item_id,
            d.launch_id, d.happened_on, d.milestone_percent, d.actual, d.actual_status, d.document_number,
            d.document_issuer, d.narrative, d.form, d.combined_with, d.attendance
        FROM \(identifier: tx.table("draft")) AS d
            LEFT JOIN core.post AS p ON p.id = d.drafted_by
            LEFT JOIN \(identifier: tx.table("work_item")) AS i ON i.tenant_id = d.tenant_id AND i.id = d.item_id
            LEFT JOIN LATERAL (
                SELECT w.name, w.full_name
                FROM \(identifier: tx.table("sub_unit_version")) AS w
                WHERE w.tenant_id = d.tenant_id AND w.unit_id = d.unit_id AND w.valid_from <= core.today()
                ORDER BY w.valid_from DESC
                LIMIT 1
            ) AS v ON true
            LEFT JOIN LATERAL (
                SELECT x.remark
                FROM \(identifier: tx.table("draft_step")) AS x
                WHERE x.tenant_id = d.tenant_id AND x.draft_id = d.id AND x.remark <> ''
                ORDER BY x.position DESC
                LIMIT 1
            ) AS s ON true
        WHERE \(fragment: tx.within("d.tenant_id"))
        """
    }

    init(row: inout RowReader, steps: [Step]) throws {
        let (id, unit): (ID, SubUnit.ID) = (try row.next(), try row.next())
        let (unitName, subject): (String, String) = (try row.next(), try row.next())
        let (code, remark): (String, String) = (try row.next(), try row.next())
        let (drafter, title): (Post.ID, String) = (try row.next(), try row.next())
        let state: State = try row.next()
        let standing = Standing(state: state, origin: try Level(row: &row), level: try Level(row: &row))
        let (recordedOn, version) = (try row.next(CivilDate.self), Int(try row.next(Int32.self)))
        self.init(
            id: id, unit: unit, unitName: unitName, content: try Content(row: &row), subject: subject, code: code, draftedBy: drafter,
            drafterTitle: title, standing: standing, steps: steps, lastRemark: remark, recordedOn: recordedOn, version: version)
    }

    func with(_ steps: [Step]) -> Draft {
        Draft(
            id: id, unit: unit, unitName: unitName, content: content, subject: subject, code: code, draftedBy: draftedBy,
            drafterTitle: drafterTitle, standing: standing, steps: steps, lastRemark: lastRemark, recordedOn: recordedOn, version: version)
    }
}

extension Draft.Content {
    fileprivate init(row: inout RowReader) throws {
        let kind: Draft.Kind = try row.next()
        let (item, launch) = (try row.next(WorkItem.ID?.self), try row.next(Launch.ID?.self))
        let happenedOn: CivilDate = try row.next()
        let percent = try row.next(Int32?.self).map(Int.init)
        let figure = try ProgressReport.Figure(row: &row)
        let (number, issuer): (String, String) = (try row.next(), try row.next())
        let narrative: String = try row.next()
        let form = LaunchForm(try row.next(LaunchForm.Kind?.self), combinedWith: try row.next(String?.self))
        let attendance = try row.next(Int32?.self).map(Int.init)
        // The constraint `draft_is_of_one_thing` keeps kind and reference together.
        if let launch {
            self = .launch(
                .init(launch: launch, happenedOn: happenedOn, form: form ?? .other, attendance: attendance ?? 0, note: narrative))
        } else {
            guard let item else { throw Problem.unexpected }
            self = .progress(
                .init(
                    item: item, isResult: kind == .result, evidenceOn: happenedOn, milestonePercent: percent, figure: figure,
                    documentNumber: number, documentIssuer: issuer, narrative: narrative))
        }
    }
}
