public import Domain

/// Items of the ledger as programs read them: the same over HTTP and from the command line.
public enum ItemJSON {
    public static func value(_ entry: LedgerEntry) -> JSONValue {
        let (item, standing, names) = (entry.item, entry.standing, entry.names)
        return [
            "id": .string(item.id.description), "code": .string(item.code), "tenant": .string(names.tenant.text),
            "tenantName": .string(names.tenantName), "unit": .string(item.unit.description), "unitName": .string(names.unitName),
            "kind": .string(item.kind.rawValue), "role": .string(item.role.rawValue), "title": .string(item.terms.title),
            "goal": item.terms.goal.map(goal) ?? nil, "campaign": .string(orNull: names.campaign),
            "content": .string(orNull: item.terms.content),
            "directive": .string(orNull: item.terms.directive), "sourceClause": .string(item.terms.sourceClause),
            "sourceRow": .string(orNull: item.sourceRow), "sector": .string(item.terms.sector), "product": .string(item.terms.product),
            "submitTo": .string(item.terms.submitTo), "completion": .string(item.terms.completion.rawValue),
            "assignee": .string(orNull: item.terms.assignee), "assigneeName": .string(orNull: names.assignee),
            "unitLeader": .string(orNull: item.terms.unitLeader),
            "provinceLeader": .string(orNull: item.terms.provinceLeader),
            "coordinators": .array(item.terms.coordinators.map(JSONValue.string)),
            "parent": .string(orNull: item.parent), "leadItem": .string(orNull: item.lead?.item),
            "assignedOn": .string(item.assignedOn.description), "carried": item.carried.map(carried) ?? nil,
            "dueDocument": .string(orNull: item.terms.dueDocument),
            "dueWords": .string(item.terms.dueWords), "dueOn": .string(orNull: item.terms.dueOn),
            "originalDueOn": .string(orNull: item.originalDueOn), "occurrence": .string(orNull: entry.occurrence),
            "timeliness": .string(standing.timeliness.rawValue),
            "timelinessName": .string(standing.timeliness.vietnamese), "state": .string(standing.state.rawValue),
            "stateName": .string(standing.state.vietnamese), "acknowledgedOn": .string(orNull: standing.acknowledgedOn),
            "completedOn": .string(orNull: standing.completedOn), "lastReport": standing.lastReport.map(lastReport) ?? nil,
            "pendingResult": .string(orNull: standing.pendingResult), "returns": .integer(standing.returns),
            "qualityReturns": .integer(standing.qualityReturns), "violations": .integer(standing.violations),
            "version": .integer(item.version),
        ]
    }

    public static func detail(_ detail: WorkItemDetail) -> JSONValue {
        guard case .object(var object) = value(detail.entry) else { return nil }
        object.append("provinceLeaderTitle", .string(orNull: detail.provinceLeaderTitle))
        object.append("unitLeaderTitle", .string(orNull: detail.unitLeaderTitle))
        object.append(
            "reports",
            .array(detail.reports.map { report in Self.report(report, detail.evidence.filter { $0.report == report.id }, detail.titles) }))
        object.append("rulings", .array(detail.rulings.map { ruling($0, detail.titles) }))
        object.append("changes", .array(detail.changes.map { change($0, detail.titles) }))
        object.append("extensions", .array(detail.extensions.map { ExtensionJSON.value($0, at: detail.day, detail.titles) }))
        object.append("extensionsGranted", .integer(detail.extensions.granted))
        object.append("laterByTheAssigner", .integer(detail.laterByTheAssigner.count))
        object.append("disputes", .array(detail.disputes.map { DisputeJSON.value($0, at: detail.day, detail.calendar, detail.titles) }))
        object.append("acknowledgeBy", .string(detail.acknowledgeBy.description))
        object.append("acknowledgedLate", .bool(detail.isAcknowledgedLate))
        object.append("ruleBy", .string(orNull: detail.ruleBy?.description))
        object.append("fixDateBy", .string(orNull: detail.fixDateBy?.description))
        object.append("judgedDueOn", .string(orNull: detail.judgedDueOn?.description))
        object.append("warnings", CalendarJSON.value(detail.warnings))
        object.append("maximumExtensions", detail.maximumExtensions.map { .integer($0) } ?? nil)
        object.append("children", .array(detail.children.map(value)))
        object.append("occurrences", .array(detail.occurrences.map { occurrence($0, at: detail.day) }))
        object.append("sources", .array(detail.sources.map(source)))
        object.append("correction", detail.correction.map { correction($0, detail.titles) } ?? nil)
        object.append("draft", .string(orNull: detail.origin?.draft))
        return .object(object)
    }

    private static func goal(_ goal: WorkItem.Goal) -> JSONValue {
        [
            "direction": .string(goal.direction.rawValue), "target": .string(goal.target.description), "unit": .string(goal.unit),
            "baseline": .string(orNull: goal.baseline), "measuredAtYearEnd": .bool(goal.isMeasuredAtYearEnd),
            "confirmedBy": .string(orNull: goal.confirmer?.name), "words": .string(goal.vietnamese),
        ]
    }

    private static func carried(_ carried: CarriedOver) -> JSONValue {
        [
            "code": .string(orNull: carried.code), "assignedOn": .string(carried.assignedOn.description),
            "dueOn": .string(orNull: carried.dueOn),
        ]
    }

    private static func occurrence(_ occurrence: ItemOccurrence, at day: CivilDate) -> JSONValue {
        [
            "dueOn": .string(occurrence.dueOn.description), "completedOn": .string(orNull: occurrence.completedOn),
            "waiting": .bool(occurrence.isWaiting), "words": .string(occurrence.words(at: day)),
        ]
    }

    private static func source(_ source: ItemSource) -> JSONValue {
        [
            "directive": .string(source.directive.description), "clause": .string(source.clause), "paper": .string(source.paper),
        ]
    }

    private static func correction(_ correction: ItemCorrection, _ titles: [Post.ID: String]) -> JSONValue {
        [
            "id": .string(correction.id.description), "kind": .string(correction.kind.rawValue),
            "kindName": .string(correction.kind.vietnamese), "decidedOn": .string(correction.decidedOn.description),
            "documentNumber": .string(correction.documentNumber), "documentIssuer": .string(correction.documentIssuer),
            "reason": .string(correction.reason),
            "replaced": .array(correction.replaced.map(JSONValue.string)), "made": .array(correction.made.map(JSONValue.string)),
            "recordedBy": .string(correction.recordedBy.description), "recordedByTitle": .string(orNull: titles[correction.recordedBy]),
            "recordedOn": .string(correction.recordedOn.description),
        ]
    }

    private static func figure(_ figure: ProgressReport.Figure) -> JSONValue {
        [
            "value": .string(figure.value.description), "status": .string(figure.status.rawValue),
            "statusName": .string(figure.status.vietnamese),
        ]
    }

    private static func lastReport(_ report: WorkItem.Standing.LastReport) -> JSONValue {
        [
            "kind": .string(report.kind.rawValue), "evidenceOn": .string(report.evidenceOn.description),
            "milestonePercent": report.milestonePercent.map { .integer($0) } ?? nil, "figure": report.figure.map(figure) ?? nil,
            "recordedOn": .string(report.recordedOn.description),
        ]
    }

    private static func report(_ report: ProgressReport, _ files: [Evidence], _ titles: [Post.ID: String]) -> JSONValue {
        [
            "id": .string(report.id.description), "kind": .string(report.kind.rawValue), "kindName": .string(report.kind.vietnamese),
            "evidenceOn": .string(report.evidenceOn.description), "milestonePercent": report.milestonePercent.map { .integer($0) } ?? nil,
            "figure": report.figure.map(figure) ?? nil, "documentNumber": .string(report.documentNumber),
            "documentIssuer": .string(report.documentIssuer), "narrative": .string(report.narrative),
            "recordedBy": .string(report.recordedBy.description), "recordedByTitle": .string(orNull: titles[report.recordedBy]),
            "recordedOn": .string(report.recordedOn.description),
            "preparedBy": .string(orNull: report.preparedBy), "signature": .string(orNull: report.signature?.line),
            "files": .array(files.map(file)), "occurrence": .string(orNull: report.occurrence),
            "delayedBy": .string(orNull: report.delayedBy),
        ]
    }

    private static func file(_ file: Evidence) -> JSONValue {
        [
            "id": .string(file.id.description), "name": .string(file.name), "mediaType": .string(file.format.mediaType),
            "bytes": .integer(file.byteCount), "sha256": .string(file.digestText), "recordedOn": .string(file.recordedOn.description),
        ]
    }

    private static func ruling(_ ruling: Ruling, _ titles: [Post.ID: String]) -> JSONValue {
        [
            "id": .string(ruling.id.description), "kind": .string(ruling.kind.rawValue), "kindName": .string(ruling.kind.vietnamese),
            "report": .string(orNull: ruling.report), "evidenceOn": .string(orNull: ruling.evidenceOn),
            "fault": .string(orNull: ruling.fault?.rawValue), "decidedOn": .string(ruling.decidedOn.description),
            "documentNumber": .string(ruling.documentNumber), "documentIssuer": .string(ruling.documentIssuer),
            "reason": .string(ruling.reason),
            "recordedBy": .string(ruling.recordedBy.description), "recordedByTitle": .string(orNull: titles[ruling.recordedBy]),
            "recordedOn": .string(ruling.recordedOn.description),
            "signature": .string(orNull: ruling.signature?.line), "paper": ruling.paper.map(PaperJSON.mark) ?? .null,
            "other": ruling.other.map(other) ?? .null,
        ]
    }

    private static func other(_ other: Ruling.Other) -> JSONValue {
        [
            "item": .string(other.item.description), "code": .string(other.code), "tenant": .string(other.tenant.text),
            "tenantName": .string(other.tenantName), "holder": .string(other.holder), "inSight": .bool(other.isInSight),
        ]
    }

    private static func change(_ change: WorkItemDetail.Change, _ titles: [Post.ID: String]) -> JSONValue {
        [
            "version": .integer(change.version), "title": .string(change.title), "dueOn": .string(orNull: change.dueOn),
            "dueWords": .string(change.dueWords), "documentNumber": .string(change.documentNumber),
            "documentIssuer": .string(change.documentIssuer), "documentOn": .string(orNull: change.documentOn),
            "reason": .string(change.reason), "changedBy": .string(change.changedBy.description),
            "changedByTitle": .string(orNull: titles[change.changedBy]), "recordedOn": .string(change.recordedOn.description),
        ]
    }
}
