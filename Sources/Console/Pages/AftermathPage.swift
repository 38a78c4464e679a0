import Documents
import Domain
import Operations

/// What followed the decision on one dossier, and the forms of what the officer can do about it now.
struct AftermathPage: FormPage {
    static let template = "aftermath"
    let frame: Frame
    let name: String
    let dossier: String
    let book: DossierPage.Fact
    let isWide: Bool
    let facts: [DossierPage.Fact]
    let notes: [DossierPage.Fact]
    let table: ListTable
    /// Where the decision that revokes can be made: its address.
    let paper: [DossierPage.Fact]
    /// Where the files of each signed paper are.
    let files: [DossierPage.Fact]
    let forms: [StepForm]
    let hasNoForms: Bool
    var fault: FormFault?

    init(frame: Frame, _ after: AwardAftermath) {
        let record = after.record
        let path = Self.path(record)
        self.frame = frame
        name = record.nomineeName
        dossier = DossierPage.path(record)
        isWide = record.dossier.giver == nil
        book =
            isWide
            ? DossierPage.Fact(label: "Sổ vàng khen thưởng", value: "/awards")
            : DossierPage.Fact(label: "Giấy khen của đơn vị", value: "/units/\(record.proposerSlug)/own-awards")
        facts = Self.facts(after)
        notes = record.basis?.flag.map { [DossierPage.Fact(label: "Điểm cần kiểm tra", value: $0)] } ?? []
        table = ListTable(
            "Bảng việc sau quyết định", AftermathJSON.rows(after), nothing: "Chưa có văn bản nào sau quyết định khen thưởng.",
            [.short("Ngày") { $0[0] }, .text("Việc") { $0[1] }, .short("Văn bản") { $0[2] }, .text("Nội dung") { $0[3] }])
        let isProposed = after.given != nil && after.proposals.contains { $0.declinedOn == nil }
        paper = isProposed ? [DossierPage.Fact(label: "Quyết định hủy bỏ", value: "\(path)/revocation-decision")] : []
        files = after.papers.map { paper in
            DossierPage.Fact(
                label: "\(paper.decision.number) ngày \(paper.decision.signedOn.vietnamese)",
                value: AwardFilesPage.path(.decision, paper.id, in: record.dossier.giver == nil ? nil : record.proposerSlug.text))
        }
        forms = after.possible.map { deed in
            StepForm(deed.title, path: "\(path)/aftermath/\(deed.path)", formToken: frame.formToken, Self.fields(deed))
        }
        hasNoForms = forms.isEmpty
    }

    /// Of what a unit gives by its own authority under the unit, else of the province.
    static func path(_ record: DossierRecord) -> String {
        record.dossier.giver == nil ? "/award-dossiers/\(record.dossier.id)" : DossierPage.path(record)
    }

    private static func facts(_ after: AwardAftermath) -> [DossierPage.Fact] {
        let given = after.given.map { "số \($0.decision.number) ngày \($0.decision.signedOn.vietnamese), \($0.signer)" }
        let money = after.recovery.map { recovery in
            """
            \(recovery.state.vietnamese): phải thu \(VietnameseNumber.text(recovery.due)) đồng, đã thu \
            \(VietnameseNumber.text(recovery.recovered)) đồng, miễn \(VietnameseNumber.text(recovery.waived)) đồng, còn \
            \(VietnameseNumber.text(recovery.outstanding)) đồng\(recovery.fund.map { "; nộp vào \($0)" } ?? "")
            """
        }
        let facts = [
            ("Trạng thái", after.record.standing.state.vietnamese), ("Quyết định khen thưởng", given ?? ""),
            ("Tên đã in", after.given?.printedName ?? ""), ("Tiền thưởng", money ?? ""), ("Đơn vị đề nghị", after.record.proposerName),
        ]
        return facts.filter { !$0.1.isEmpty }.map { DossierPage.Fact(label: $0.0, value: $0.1) }
    }

    private static let amending: [StepForm.Field] = [
        .text("number", "Số văn bản do văn thư cấp", needed: true), .date("date", "Ngày ký", needed: true),
        .text("signer", "Người ký (hình thức, chức vụ)", needed: true), .long("facts", "Sự việc, căn cứ", needed: true),
    ]

    private static func fields(_ deed: AwardAftermath.Deed) -> [StepForm.Field] {
        switch deed {
        case .proposeRevocation:
            [
                .choice("ground", "Căn cứ", RevocationGround.allCases.map { .init(key: $0.rawValue, name: $0.vietnamese) }),
                .long("facts", "Sự việc", needed: true), .text("number", "Số kết luận, bản án", needed: true),
                .date("date", "Ngày của kết luận, bản án", needed: true),
            ]
        case .declineRevocation: [.long("reason", "Lý do không hủy bỏ", needed: true)]
        case .correct:
            amending + [.long("wrong", "Quyết định ghi là", needed: true), .long("right", "Đọc đúng là", needed: true)]
        case .correctEntry:
            [
                .text("number", "Số trên quyết định (để trống: như đang ghi)"), .date("date", "Ngày ký (để trống: như đang ghi)"),
                .text("signer", "Người ký (để trống: như đang ghi)"), .long("reason", "Lý do sửa", needed: true),
            ]
        case .replace:
            amending + [.text("name", "Tên in trên bằng theo quyết định thay thế", needed: true), .text("post", "Chức vụ (của cá nhân)")]
        case .revoke: amending
        case .recordPayment:
            [
                .text("amount", "Số tiền nộp lại (đồng)", needed: true), .text("number", "Số chứng từ", needed: true),
                .date("date", "Ngày nộp", needed: true),
            ]
        case .waive:
            [
                .text("amount", "Số tiền miễn thu hồi (đồng)", needed: true), .text("number", "Số văn bản", needed: true),
                .date("date", "Ngày văn bản", needed: true), .long("reason", "Lý do", needed: true),
            ]
        case .issueCopy:
            [
                .choice("kind", "Trường hợp", CertificateCopy.Kind.allCases.map { .init(key: $0.rawValue, name: $0.vietnamese) }),
                .long("reason", "Lý do", needed: true), .text("number", "Số đơn đề nghị", needed: true),
                .date("date", "Ngày đơn đề nghị", needed: true),
            ]
        case .ruleFlip:
            [
                .choice("ruling", "Kết luận", FlipRuling.Word.allCases.map { .init(key: $0.rawValue, name: $0.vietnamese) }),
                .long("reason", "Lý do, căn cứ", needed: true), .text("number", "Số văn bản"),
            ]
        }
    }
}

extension AwardAftermath.Deed {
    /// Of its form.
    var title: String {
        switch self {
        case .proposeRevocation: "Đề nghị hủy bỏ quyết định"
        case .declineRevocation: "Không hủy bỏ quyết định"
        case .correct: "Ghi công văn đính chính"
        case .correctEntry: "Sửa số ghi nhầm"
        case .replace: "Thay thế quyết định"
        case .revoke: "Hủy bỏ quyết định, thu hồi hiện vật và tiền thưởng"
        case .recordPayment: "Ghi tiền thưởng nộp lại"
        case .waive: "Miễn thu hồi tiền thưởng"
        case .issueCopy: "Cấp lại, cấp đổi bằng"
        case .ruleFlip: "Kết luận về kết quả xét đã thay đổi"
        }
    }

    /// Where its form is sent.
    var path: String {
        switch self {
        case .proposeRevocation: "propose-revocation"
        case .declineRevocation: "decline-revocation"
        case .correct: "correct"
        case .correctEntry: "correct-entry"
        case .replace: "replace"
        case .revoke: "revoke"
        case .recordPayment: "recover"
        case .waive: "waive"
        case .issueCopy: "issue-copy"
        case .ruleFlip: "rule-flip"
        }
    }

    /// Asked of who does it, in the province or in a unit that gave by its own authority.
    func action(isWide: Bool) -> Action {
        switch self {
        case .declineRevocation, .replace, .revoke, .waive: isWide ? .decideAward : .giveAward
        case .proposeRevocation, .correct, .correctEntry, .recordPayment, .issueCopy, .ruleFlip: isWide ? .appraiseAward : .keepOwnAward
        }
    }
}
