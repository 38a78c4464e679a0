import Domain

/// One item of a verdict with all its papers: what ordered it, what was reported, and what was decided.
struct JudgedItemPage: Page {
    static let template = "judged-item"
    let frame: Frame
    let code: String
    let title: String
    let unit: String
    let facts: [Fact]
    let papers: [Paper]
    let hasNoPapers: Bool
    /// Where the file of the directive is; nil where none is kept.
    let file: String?

    struct Fact: Sendable {
        let name: String
        let value: String
    }

    struct Paper: Sendable {
        let day: String
        let kind: String
        let number: String
        let words: String
    }

    init(frame: Frame, detail: WorkItemDetail, directive: Directive?) {
        self.frame = frame
        let (item, standing, names) = (detail.entry.item, detail.entry.standing, detail.entry.names)
        code = item.code
        title = item.terms.title
        unit = item.unit.uuid == item.tenant.uuid ? names.tenantName : "\(names.unitName), \(names.tenantName)"
        let paper = directive.map { "\($0.paper.type) số \($0.paper.number) ngày \($0.paper.issuedOn.vietnamese), \($0.paper.abstract)" }
        let known: [(String, String)] = [
            ("Văn bản giao", paper ?? ""), ("Mục văn bản", item.terms.sourceClause),
            ("Giá trị chỉ tiêu", item.terms.goal?.vietnamese ?? ""),
            ("Ngày giao", item.assignedOn.vietnamese), ("Thời hạn theo văn bản", item.terms.dueWords),
            ("Thời hạn", item.terms.dueOn?.vietnamese ?? "chưa có thời hạn"),
            ("Thời hạn ban đầu", item.originalDueOn == item.terms.dueOn ? "" : item.originalDueOn?.vietnamese ?? ""),
            ("Tiến độ", standing.timeliness.vietnamese), ("Trạng thái", standing.state.vietnamese),
            ("Hoàn thành", standing.completedOn?.vietnamese ?? ""),
        ]
        facts = known.filter { !$0.1.isEmpty }.map { Fact(name: $0.0, value: $0.1) }
        let all: [(CivilDate, Paper)] =
            detail.reports.map { ($0.evidenceOn, Self.paper($0)) } + detail.rulings.map { ($0.decidedOn, Self.paper($0)) }
            + detail.changes.map { ($0.recordedOn, Self.paper($0)) }
        papers = all.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
        hasNoPapers = papers.isEmpty
        file = directive?.file.map { _ in "/api/v1/tenants/\(names.tenant)/directives/\(directive?.id.description ?? "")/file" }
    }

    private static func paper(_ report: ProgressReport) -> Paper {
        let number = [report.documentNumber, report.documentIssuer].filter { !$0.isEmpty }.joined(separator: ", ")
        let words = [
            report.milestonePercent.map { "\($0)%" }, report.figure.map { "\($0.value.vietnamese) (\($0.status.vietnamese))" },
            report.narrative.isEmpty ? nil : report.narrative,
        ]
        return Paper(
            day: report.evidenceOn.vietnamese, kind: report.kind.vietnamese, number: number,
            words: words.compactMap(\.self).joined(separator: "; "))
    }

    private static func paper(_ ruling: Ruling) -> Paper {
        let words = [ruling.fault?.vietnamese, ruling.reason.isEmpty ? nil : ruling.reason]
        return Paper(
            day: ruling.decidedOn.vietnamese, kind: ruling.kind.vietnamese, number: ruling.documentNumber,
            words: words.compactMap(\.self).joined(separator: "; "))
    }

    private static func paper(_ change: WorkItemDetail.Change) -> Paper {
        let due = change.dueOn.map { "thời hạn trước đó \($0.vietnamese)" }
        return Paper(
            day: change.recordedOn.vietnamese, kind: "điều chỉnh nhiệm vụ", number: "",
            words: [change.reason, due].compactMap(\.self).joined(separator: "; "))
    }
}
