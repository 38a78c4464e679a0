import Documents
import Domain
import Operations

/// One dossier of nomination: where it stands, whose move it is, its clock, what it holds and wants, every step, and the forms of what the officer
/// can do with it now. Other forms it does not show.
struct DossierPage: FormPage {
    static let template = "dossier"
    let frame: Frame
    let name: String
    let list: String
    let facts: [Fact]
    /// What makes its clock uncertain.
    let warnings: [String]
    /// On which frozen verdict it rests; of what rests on none nothing.
    let verdict: [Verdict]
    /// Why who signs cannot sign now; empty else.
    let waits: [Fact]
    /// What was registered for an ad-hoc award, and its page.
    let initiative: [Registered]
    /// What must not be overlooked.
    let notes: [Fact]
    /// What other bodies were asked of it, and what came of it; empty in a unit.
    let opinions: [Fact]
    let papers: [Paper]
    let hasNoPapers: Bool
    /// For who votes on it or is proposed in it: he does nothing else about it.
    let onlyLooks: Bool
    /// What can be made of it now.
    let drafts: [PaperLink]
    let defects: [Fact]
    let steps: ListTable
    /// Where a council speaks next: its page.
    let council: [Fact]
    /// Where the signed decision is recorded, by who may: its page.
    let recording: [Fact]
    /// What followed its decision, or what is ruled on a verdict that was turned round, for who reads the province: its page.
    let after: [Fact]
    let forms: [StepForm]
    let hasNoForms: Bool
    /// Where the unit has it in its hands, and the officer may add to it.
    let adding: [Adding]
    /// Where the officer may put it under another regime (A60).
    let choosing: [Adding]
    var fault: FormFault?

    struct Fact: Sendable {
        let label: String
        let value: String
    }

    struct Verdict: Sendable {
        let words: String
        let judgement: String
        let motto: String
        let ledger: String
    }

    struct Registered: Sendable {
        let link: String
        let title: String
        let facts: [Fact]
    }

    struct Paper: Sendable {
        let files: String
        let kind: String
        let number: String
        let day: String
        let confirmed: String
    }

    struct Adding: Sendable {
        let path: String
        let formToken: String
        let kinds: [Choice]
    }

    /// - Parameter regimes: those that there are.
    init(frame: Frame, _ detail: DossierDetail, officer: ActingOfficer, regimes: [LegalRegime] = []) {
        let record = detail.record
        let path = Self.path(record)
        self.frame = frame
        name = DossierTables.name(record)
        list = officer.may(.readProvince) ? "/award-dossiers" : "/units/\(record.proposerSlug)/award-dossiers"
        facts = Self.facts(detail, regimes)
        warnings = detail.entry.clock?.warnings.map(\.vietnamese) ?? []
        verdict = Self.verdict(detail)
        let isWaiting = record.standing.state == .putToChairman && record.basis?.current == .pending && officer.may(.decideAward)
        waits =
            isWaiting
            ? [Fact(label: UnitVerdict.Verdict.pending.vietnamese, value: "/units/\(record.proposerSlug)/motto?\(Self.review(record))")]
            : []
        initiative = detail.initiative.map { [Registered($0)] } ?? []
        let waiting = detail.openPetitions
        notes =
            (DossierTables.notes(record) + detail.checks.map(\.words)).map { Fact(label: "Điểm cần kiểm tra", value: $0) }
            + (waiting == 0 ? [] : [Fact(label: "Kiến nghị, khiếu nại chưa trả lời", value: "\(waiting)")])
        opinions = detail.opinions.map { Fact(label: $0.body, value: "\($0.question): \($0.standing(on: detail.day))") }
        papers = detail.papers.map { paper in
            Paper(
                files: AwardFilesPage.path(.document, paper.id, in: record.proposerSlug.text), kind: paper.kind.vietnamese,
                number: paper.documentNumber, day: paper.documentOn.vietnamese,
                confirmed: paper.isConfirmed ? "có xác nhận của cấp trình" : "")
        }
        hasNoPapers = papers.isEmpty && detail.isReached
        onlyLooks = !detail.isReached
        let made = detail.isReached ? MakeDossierPaper.possible(record, isWide: officer.may(.readProvince)) : []
        drafts = made.filter { $0 != .letterOfPraise || detail.hasLetter }.map { PaperLink($0, on: path) }
        defects = detail.defects.map { Fact(label: "", value: $0) }
        steps = ListTable(
            "Bảng lịch sử hồ sơ", detail.steps.map { DossierTables.row($0) },
            nothing: detail.isReached ? "Hồ sơ đang soạn, chưa qua bước nào." : "Các bước do đơn vị đề nghị và nơi xét theo dõi.",
            [
                .short("Ngày") { $0[0] }, .text("Việc") { $0[1] }, .text("Trạng thái sau đó") { $0[2] }, .text("Người thực hiện") { $0[3] },
                .short("Văn bản") { $0[4] }, .text("Lý do, căn cứ") { $0[5] },
            ])
        council =
            switch record.mover {
            case .unitCouncil: [Fact(label: record.moveWords, value: "/units/\(record.proposerSlug)/council")]
            case .provincialCouncil: [Fact(label: record.moveWords, value: "/council")]
            default: []
            }
        let isRecordedHere =
            record.dossier.giver.map { officer.ownParties(of: $0).contains(.clerk) && record.standing.state == .decided } ?? false
        recording =
            isRecordedHere
            ? [Fact(label: "Giấy khen của đơn vị", value: "/units/\(record.proposerSlug)/own-awards")]
            : detail.possible.contains(.issue) ? [Fact(label: "Sổ khen thưởng", value: "/awards")] : []
        let isFollowed = record.standing.state.isDecided || record.standing.state == .revoked || record.basis?.isFlipped == true
        let readsIt = record.dossier.giver.map(officer.readsAftermath) ?? officer.may(.readProvince)
        after =
            isFollowed && readsIt
            ? [Fact(label: "Sau quyết định khen thưởng", value: "\(AftermathPage.path(record))/aftermath")] : []
        forms = detail.possible.compactMap { StepForm($0, detail, path: path, formToken: frame.formToken) }
        hasNoForms = forms.isEmpty && recording.isEmpty
        let isInHand = [.drafted, .councilReviewed, .supplementAsked].contains(record.standing.state)
        let mayAdd = isInHand && detail.isReached && officer.may(.proposeAward) && officer.home == record.dossier.proposer
        adding =
            mayAdd
            ? [
                Adding(
                    path: "\(path)/papers", formToken: frame.formToken,
                    kinds: DossierPaper.Kind.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) })
            ] : []
        let others = regimes.filter { $0.code != record.regime }
        choosing =
            detail.mayChangeRegime && !others.isEmpty
            ? [
                Adding(
                    path: "\(path)/regime", formToken: frame.formToken,
                    kinds: others.map { Choice(key: $0.code, name: "\($0.code): \($0.vietnamese)") })
            ] : []
    }

    static func path(_ record: DossierRecord) -> String {
        "/units/\(record.proposerSlug)/award-dossiers/\(record.dossier.id)"
    }

    /// As a query of pages about its review.
    private static func review(_ record: DossierRecord) -> String {
        "campaign=\(record.campaignCode)&review=\(record.dossier.review?.rawValue ?? "")"
    }

    private static func verdict(_ detail: DossierDetail) -> [Verdict] {
        let record = detail.record
        guard detail.isReached, record.dossier.giver == nil, record.dossier.review != nil else { return [] }
        let unit = "/units/\(record.proposerSlug)"
        let code = detail.judgedCode.map { "&unit=\($0)" } ?? ""
        let words = record.basis.map { basis in
            let now = basis.current?.vietnamese ?? "không còn kết quả"
            return basis.current == basis.resting ? now : "\(now) (khi trình: \(basis.resting.vietnamese))"
        }
        return [
            Verdict(
                words: words ?? "chưa trình", judgement: "\(unit)/judgement?\(review(record))\(code)",
                motto: "\(unit)/motto?\(review(record))\(code)", ledger: unit)
        ]
    }

    private static func facts(_ detail: DossierDetail, _ regimes: [LegalRegime]) -> [Fact] {
        let record = detail.record
        let given = detail.given.map { given in
            let reward = given.reward.map { ", tiền thưởng \(VietnameseNumber.text($0)) đồng" } ?? ""
            let register = given.register.map { ", số \($0) sổ vàng" } ?? ""
            return "số \(given.decision.number) ngày \(given.decision.signedOn.vietnamese), \(given.signer)\(reward)\(register)"
        }
        let regime = record.regime.map { code in regimes.first { $0.code == code }?.vietnamese ?? code }
        let facts = [
            ("Trạng thái", record.standing.state.vietnamese), ("Đang chờ", record.moveWords),
            ("Thời hạn", detail.entry.clock.map { "\($0.stage.vietnamese): \($0.vietnamese)" } ?? ""),
            ("Đơn vị đề nghị", record.proposerName), ("Đối tượng", record.dossier.nominee.subject.vietnamese),
            ("Hình thức khen thưởng", record.dossier.form.vietnamese), ("Loại", record.dossier.track.vietnamese),
            ("Phong trào", record.campaignCode), ("Thành tích", record.achievement),
            ("Ngày trình", record.submittedOn?.vietnamese ?? ""),
            ("Quy định áp dụng", [regime, detail.regimeReason].compactMap(\.self).joined(separator: "; ")),
            ("Ngày nhận đủ hồ sơ", record.completeOn?.vietnamese ?? ""), ("Quyết định", given ?? ""),
        ]
        return facts.filter { !$0.1.isEmpty }.map { Fact(label: $0.0, value: $0.1) }
    }
}

extension DossierPage.Registered {
    fileprivate init(_ record: InitiativeRecord) {
        let initiative = record.initiative
        link = InitiativePage.path(record)
        title = initiative.title
        facts = [
            ("Khó khăn, vướng mắc", initiative.obstacle), ("Giải pháp", initiative.solution), ("Hiệu quả", initiative.effect.vietnamese),
            ("Phạm vi ảnh hưởng", initiative.scope.vietnamese), ("Tấm gương tiêu biểu", initiative.example),
        ].filter { !$0.1.isEmpty }.map { DossierPage.Fact(label: $0.0, value: $0.1) }
    }
}
