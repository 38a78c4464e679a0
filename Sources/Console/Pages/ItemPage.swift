import Domain
import Operations

/// One item: what it asks for, how the review sees it, everything that was said of it with the papers, what was handed on from it, and what
/// the officer can do now.
struct ItemPage: FormPage {
    static let template = "item"
    let frame: Frame
    let code: String
    let title: String
    let asOf: String
    let facts: [Fact]
    /// What makes a term of it uncertain.
    let warnings: [String]
    /// Where the file of the directive is; nil where none is kept.
    let file: String?
    /// Where the annex of what the directive gives is; nil without one.
    let annex: String?
    /// Where the difficulties that hinder it are.
    let difficulties: String
    let verdicts: [Verdict]
    let hasVerdicts: Bool
    let history: [ItemHistory.Step]
    let hasNoHistory: Bool
    let items: ListTable
    let hasItems: Bool
    /// On their way up the unit's chain, and where they lie.
    let drafts: [DraftLine]
    let hasDrafts: Bool
    /// In words that can be sent on.
    let reminder: String
    let supplements: ItemSupplements
    let forms: ItemForms
    var fault: FormFault?

    struct Fact: Sendable {
        let label: String
        let value: String
    }

    struct DraftLine: Sendable {
        let words: String
        /// What was said last on its way.
        let remark: String
        let hasRemark: Bool
    }

    /// How a review sees the item.
    struct Verdict: Sendable {
        let words: String
        let reasons: [Reason]
    }

    struct Reason: Sendable {
        let text: String
    }

    /// What the page shows.
    struct Content: Sendable {
        let detail: WorkItemDetail
        let directive: Directive?
        let judged: [JudgeItem.Answer]
        let steps: [WorkItem.Step]
        var further = ItemForms.Further()
        /// Of the campaign that counts it.
        var campaign: String?
        /// Those that are not done and that the officer sees.
        var drafts: [Draft] = []
    }

    init(frame: Frame, _ content: Content) {
        let detail = content.detail
        self.frame = frame
        code = detail.entry.item.code
        title = detail.entry.item.terms.title
        asOf = detail.day.vietnamese
        facts = Self.facts(detail, content).filter { !$0.1.isEmpty }.map(Fact.init)
        warnings = detail.warnings.map(\.vietnamese)
        file = content.directive?.file.map { _ in
            "/api/v1/tenants/\(detail.entry.names.tenant)/directives/\(content.directive?.id.description ?? "")/file"
        }
        annex = content.directive.map { "/units/\(detail.entry.names.tenant)/assignment-annex?directive=\($0.id)" }
        difficulties = "/units/\(detail.entry.names.tenant)/difficulties?item=\(detail.entry.item.id)"
        verdicts = content.judged.map(Verdict.init)
        hasVerdicts = !verdicts.isEmpty
        history = ItemHistory(detail).steps
        hasNoHistory = history.isEmpty
        items = .items(detail.children, [.unit])
        hasItems = !detail.children.isEmpty
        drafts = content.drafts.map(DraftLine.init)
        hasDrafts = !drafts.isEmpty
        let entry = detail.entry
        reminder = Notice.text(
            of: "\(entry.item.terms.title) (mã \(entry.item.code))", giver: entry.giverWords,
            campaign: Notice.words(ofCampaign: content.campaign), dueOn: entry.item.terms.dueOn, reason: entry.standing.timelinessWords)
        supplements = ItemSupplements(detail)
        forms = ItemForms(detail, content.steps, content.further)
    }

    private static func facts(_ detail: WorkItemDetail, _ content: Content) -> [(String, String)] {
        let (item, standing) = (detail.entry.item, detail.entry.standing)
        let paper = content.directive.map {
            "\($0.paper.type) số \($0.paper.number) ngày \($0.paper.issuedOn.vietnamese), \($0.paper.abstract)"
        }
        let late = detail.isAcknowledgedLate ? "quá thời hạn tiếp nhận \(detail.acknowledgeBy.vietnamese)" : nil
        let taken = [standing.acknowledgedOn?.vietnamese, late].compactMap(\.self)
        let (granted, most) = (detail.extensions.granted, detail.maximumExtensions ?? .max)
        let confirmer = item.terms.goal?.confirmer?.name ?? ""
        let (carried, fixing) = (item.carried?.vietnamese ?? "", item.terms.dueDocument ?? "")
        return [
            ("Đơn vị", detail.entry.unitWords), ("Người được giao", detail.entry.names.assignee ?? ""),
            ("Bên giao", detail.entry.giverWords),
            ("Phong trào", content.campaign ?? Notice.words(ofCampaign: nil)), ("Loại", item.kind.vietnamese),
            ("Vai trò", item.role.vietnamese), ("Chỉ tiêu", item.terms.goal?.vietnamese ?? ""),
            ("Chỉ đo cuối năm", item.terms.goal?.isMeasuredAtYearEnd == true ? "có; khi sơ kết chưa có số liệu thì chưa xét" : ""),
            ("Văn bản giao", paper ?? ""),
            ("Căn cứ", item.terms.sourceClause), ("Sản phẩm", item.terms.product), ("Cấp trình", item.terms.submitTo),
            ("Cơ quan phối hợp", item.terms.coordinators.joined(separator: "; ")), ("Hoàn thành khi", item.terms.completion.vietnamese),
            ("Lãnh đạo tỉnh phụ trách", detail.provinceLeaderTitle ?? ""), ("Lãnh đạo đơn vị phụ trách", detail.unitLeaderTitle ?? ""),
            ("Cơ quan xác nhận số liệu", confirmer), ("Việc chuyển tiếp từ năm trước", carried), ("Văn bản ấn định thời hạn", fixing),
            ("Ngày giao", item.assignedOn.vietnamese), ("Tiếp nhận", taken.joined(separator: "; ")),
            ("Thời hạn theo văn bản", item.terms.dueWords),
            ("Thời hạn ban đầu", item.originalDueOn == item.terms.dueOn ? "" : item.originalDueOn?.vietnamese ?? ""),
            ("Thời hạn", detail.dueWords),
            ("Tình trạng", standing.closed == nil ? standing.timelinessWords : ""),
            ("Trạng thái", standing.state.vietnamese), ("Chờ bên giao", detail.waitsForAssigner ?? ""),
            ("Ngày hoàn thành", standing.completedOn?.vietnamese ?? ""),
            (
                "Số lần gia hạn",
                granted == 0 ? "" : granted > most ? "\(granted), quá số lần quy định (\(most)); Hội đồng xem xét" : "\(granted)"
            ),
        ]
    }
}

extension ItemPage.DraftLine {
    fileprivate init(_ draft: Draft) {
        let kind = draft.content.kind.vietnamese
        let number = draft.content.documentNumber.isEmpty ? "" : " số \(draft.content.documentNumber)"
        let what = "\(kind.prefix(1).uppercased())\(kind.dropFirst())\(number)"
        self.init(
            words: "\(what), \(draft.drafterTitle) soạn ngày \(draft.recordedOn.vietnamese): \(draft.placeWords)",
            remark: draft.lastRemark, hasRemark: !draft.lastRemark.isEmpty)
    }
}

extension ItemPage.Verdict {
    fileprivate init(_ answer: JudgeItem.Answer) {
        let judged = answer.judged
        var words = "\(answer.review.vietnamese), tính đến \(answer.asOf.vietnamese): "
        if judged.isCounted {
            words += answer.failures.isEmpty ? "tính vào đánh giá, không vướng điều kiện nào" : "tính vào đánh giá, làm đơn vị không đạt"
            if judged.isAhead { words += "; vượt tiến độ" }
            if judged.isAbove { words += "; vượt chỉ tiêu" }
        } else {
            words += "không tính: " + judged.exclusions.map(\.vietnamese).joined(separator: ", ")
        }
        self.init(words: words + ".", reasons: answer.failures.map { ItemPage.Reason(text: "\($0.ruleWords): \($0.detail)") })
    }
}
