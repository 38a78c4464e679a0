import Documents
import Domain
import Operations

/// One initiative with its steps, confirmations, what a Bằng khen still wants, and a form for each thing that the officer can do now.
struct InitiativePage: FormPage {
    static let template = "initiative"
    let frame: Frame
    let title: String
    let list: String
    let files: String
    let facts: [Fact]
    /// What makes its clock uncertain.
    let warnings: [String]
    /// By which an award was asked for last, where the officer reads it.
    let dossiers: [Dossier]
    let papers: [PaperLink]
    let conditions: ListTable
    let confirmations: ListTable
    let steps: ListTable
    let forms: [Form]
    let asking: [Asking]
    var fault: FormFault?

    struct Fact: Sendable {
        let name: String
        let text: String
    }

    struct Dossier: Sendable {
        let link: String
        let words: String
    }

    struct Form: Sendable {
        let title: String
        let path: String
        let formToken: String
        let reason: String
        let needsReason: Bool
        let needsPaper: Bool
    }

    struct Asking: Sendable {
        let path: String
        let formToken: String
        let units: [Choice]
        let tenants: [Choice]
        let claim: String
    }

    static func path(_ record: InitiativeRecord) -> String { "/units/\(record.tenantSlug)/initiatives/\(record.id)" }

    /// - Parameters:
    ///   - units: sub-units that may be asked.
    ///   - tenants: other units of the first tier.
    init(frame: Frame, _ detail: InitiativeDetail, units: [Choice], tenants: [Choice]) {
        let (record, initiative, path) = (detail.record, detail.record.initiative, Self.path(detail.record))
        self.frame = frame
        title = initiative.title
        list = "/units/\(record.tenantSlug)/initiatives"
        facts = [
            ("Đơn vị", record.tenantName), ("Đối tượng", "\(record.nominee.subject.vietnamese): \(record.who)"),
            ("Khó khăn, vướng mắc", initiative.obstacle), ("Giải pháp", initiative.solution),
            ("Hiệu quả", initiative.effect.isMeasured ? initiative.effect.vietnamese : "chưa có số liệu"),
            ("Phạm vi ảnh hưởng", initiative.scope.vietnamese),
            ("Tấm gương để noi theo", initiative.isExample ? "có: \(initiative.example)" : "không"),
            ("Ngày đăng ký", record.registeredOn.vietnamese), ("Trạng thái", record.state.vietnamese), ("Đang chờ", record.moveWords),
            ("Thời hạn trả lời", detail.entry.clock?.vietnamese ?? ""),
            ("Công bố", record.publishedOn.map { "đã công bố ngày \($0.vietnamese)" } ?? "chưa công bố"),
        ].map { Fact(name: $0.0, text: $0.1) }
        warnings = detail.entry.clock?.warnings.map(\.vietnamese) ?? []
        // What is not in sight has no state here.
        if let id = record.proposal, let state = record.proposalState {
            dossiers = [
                Dossier(
                    link: "/units/\(record.tenantSlug)/award-dossiers/\(id)", words: "Hồ sơ khen thưởng: \(state.vietnamese)")
            ]
        } else {
            dossiers = []
        }
        papers = detail.letter == nil ? [] : [PaperLink(.letterOfPraise, on: path)]
        conditions = ListTable(
            "Bảng điều kiện", detail.conditions.filter(\.isRequired),
            [
                .text("Điều kiện") { $0.words }, .text("Căn cứ") { $0.source + ($0.isVerified ? "" : " (chưa đối chiếu)") },
                .text("Tình trạng") { detail.missing.contains($0) ? "chưa có" : "có" },
            ])
        confirmations = ListTable(
            "Bảng xác nhận", detail.confirmations, nothing: "Chưa có đề nghị xác nhận nào mà anh/chị được xem.",
            [
                .text("Đơn vị được hỏi") { $0.askedName }, .text("Nội dung") { $0.claim }, .day("Ngày hỏi") { $0.askedOn },
                .text("Trả lời") { $0.words },
            ])
        steps = ListTable(
            "Bảng quá trình xem xét", detail.steps.map { InitiativeTables.row($0) }, nothing: "Chưa có việc nào.",
            [
                .text("Ngày") { $0[0] }, .text("Việc") { $0[1] }, .text("Trạng thái") { $0[2] }, .text("Người thực hiện") { $0[3] },
                .text("Văn bản") { $0[4] }, .text("Nội dung") { $0[5] },
            ])
        let isAbroad = detail.possible == [.letter]
        forms = detail.possible.map { step in
            let verb = isAbroad ? InitiativeForm.provinceLetter : InitiativeForm.allCases.first { $0.step == step } ?? .return
            let words = step.vietnamese.prefix(1).uppercased() + step.vietnamese.dropFirst()
            return Form(
                title: isAbroad ? "Ghi thư khen của Chủ tịch UBND tỉnh" : words, path: "\(path)/\(verb.rawValue)",
                formToken: frame.formToken,
                reason: Self.label(step), needsReason: step.needsReason, needsPaper: step.needsPaper)
        }
        files = AwardFilesPage.path(.initiative, detail.record.id, in: detail.record.tenantSlug.text)
        asking =
            detail.mayAsk
            ? [
                Asking(
                    path: "\(path)/confirmations", formToken: frame.formToken, units: units, tenants: tenants,
                    claim: String(initiative.claim.prefix(4_000)))
            ] : []
    }

    private static func label(_ step: Initiative.Step) -> String {
        switch step {
        case .return: "Nội dung cần bổ sung, ghi đủ trong một lần"
        case .supplement: "Nội dung bổ sung"
        case .decline, .withdraw: "Lý do"
        case .letter, .commend, .propose, .publish: ""
        }
    }
}

/// What the acting post's own unit is asked to confirm, with the form to answer each.
struct AskedConfirmationsPage: FormPage {
    static let template = "asked-confirmations"
    let frame: Frame
    let rows: [Row]
    let isEmpty: Bool
    let more: Bool
    var fault: FormFault?

    struct Row: Sendable {
        let unit: String
        let claim: String
        let day: String
        let words: String
        let isOpen: Bool
        let path: String
        let formToken: String
    }

    /// - Parameter path: of the page.
    init(frame: Frame, path: String, _ confirmations: [InitiativeConfirmation], more: Bool) {
        self.frame = frame
        self.more = more
        rows = confirmations.map {
            Row(
                unit: $0.tenantName, claim: $0.claim, day: $0.askedOn.vietnamese, words: $0.words, isOpen: $0.answer == nil,
                path: "\(path)/\($0.id)", formToken: frame.formToken)
        }
        isEmpty = rows.isEmpty
    }
}
