import Domain
import Operations

/// One item with everything that was said of it, in the order of its dates.
struct ItemPage: Page {
    static let template = "item"
    let frame: Frame
    let code: String
    let title: String
    let asOf: String
    let facts: [Fact]
    let history: [ItemHistory.Step]
    let hasNoHistory: Bool
    let items: [ItemRow]
    let hasItems: Bool
    let hasNoItems = false
    let more = false

    struct Fact: Sendable {
        let label: String
        let value: String
    }

    init(frame: Frame, detail: WorkItemDetail) {
        let (item, standing, names) = (detail.entry.item, detail.entry.standing, detail.entry.names)
        self.frame = frame
        code = item.code
        title = item.terms.title
        asOf = detail.day.vietnamese
        history = ItemHistory(detail).steps
        hasNoHistory = history.isEmpty
        items = detail.children.map(ItemRow.init)
        hasItems = !items.isEmpty
        let isWhole = item.unit.uuid == item.tenant.uuid
        let granted = detail.extensions.granted
        let most = detail.maximumExtensions ?? .max
        let facts = [
            ("Đơn vị", isWhole ? names.tenantName : "\(names.unitName), \(names.tenantName)"), ("Loại", item.kind.vietnamese),
            ("Vai trò", item.role.vietnamese), ("Chỉ tiêu", item.terms.goal?.vietnamese ?? ""),
            ("Căn cứ", item.terms.sourceClause), ("Sản phẩm", item.terms.product), ("Cấp trình", item.terms.submitTo),
            ("Cơ quan phối hợp", item.terms.coordinators.joined(separator: "; ")), ("Hoàn thành khi", item.terms.completion.vietnamese),
            ("Lãnh đạo tỉnh phụ trách", detail.provinceLeaderTitle ?? ""), ("Lãnh đạo đơn vị phụ trách", detail.unitLeaderTitle ?? ""),
            ("Ngày giao", item.assignedOn.vietnamese), ("Thời hạn theo văn bản", item.terms.dueWords),
            ("Thời hạn ban đầu", item.originalDueOn == item.terms.dueOn ? "" : item.originalDueOn?.vietnamese ?? ""),
            ("Thời hạn", item.terms.dueOn?.vietnamese ?? "chưa có thời hạn"), ("Tình trạng", standing.timeliness.vietnamese),
            ("Trạng thái", standing.state.vietnamese), ("Ngày hoàn thành", standing.completedOn?.vietnamese ?? ""),
            (
                "Số lần gia hạn",
                granted == 0 ? "" : granted > most ? "\(granted), quá số lần quy định (\(most)); Hội đồng xem xét" : "\(granted)"
            ),
        ]
        self.facts = facts.filter { !$0.1.isEmpty }.map(Fact.init)
    }
}

/// What was said of an item, by its dates.
struct ItemHistory {
    struct Step: Sendable {
        let day: String
        let what: String
        let text: String
        let files: [File]
    }

    struct File: Sendable {
        let name: String
        let link: String
    }

    let steps: [Step]

    init(_ detail: WorkItemDetail) {
        let base = "/api/v1/tenants/\(detail.entry.names.tenant.text)/items/\(detail.entry.item.id)/files/"
        var dated: [(CivilDate, Step)] = []
        func add(_ day: CivilDate, _ what: String, _ parts: [String?], files: [Evidence] = []) {
            let text = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "; ")
            let links = files.map { File(name: $0.name, link: base + $0.id.description) }
            dated.append((day, Step(day: day.vietnamese, what: what, text: text, files: links)))
        }
        for report in detail.reports {
            add(
                report.evidenceOn, report.kind.vietnamese,
                [
                    report.milestonePercent.map { "\($0)%" }, report.figure.map { "\($0.value.vietnamese) (\($0.status.vietnamese))" },
                    Self.paper(report.documentNumber), report.narrative,
                ], files: detail.evidence.filter { $0.report == report.id })
        }
        for ruling in detail.rulings {
            add(
                ruling.decidedOn, ruling.kind.vietnamese, [ruling.fault?.vietnamese, Self.paper(ruling.documentNumber), ruling.reason])
        }
        for step in detail.extensions.flatMap({ [$0.request, $0.decision].compactMap(\.self) }) {
            add(
                step.happenedOn, step.kind.vietnamese,
                [
                    step.newDueOn.map { "đến \($0.vietnamese)" }, step.isPostFacto ? "Chủ tịch ký sau thời hạn" : nil,
                    Self.paper(step.documentNumber), step.reason,
                ])
        }
        for waiting in detail.extensions where waiting.isAssignersDelay(at: detail.day) {
            guard let request = waiting.request else { continue }
            add(request.dueBefore, "chậm quyết định gia hạn", ["cơ quan giao chưa quyết định đến ngày hết hạn; không phải lỗi của đơn vị"])
        }
        for change in detail.changes {
            add(
                change.recordedOn, "sửa nội dung giao", [change.reason, change.dueOn.map { "thời hạn trước đó \($0.vietnamese)" }])
        }
        // Of one day in the order above: reports, rulings, extensions, changes.
        steps = dated.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
    }

    private static func paper(_ number: String) -> String? {
        number.isEmpty ? nil : "văn bản số \(number)"
    }
}
