import Documents
import Domain
import Operations

/// What the media are planned to report beside what they published; the form of who keeps the plan.
struct CoveragePage: FormPage {
    static let template = "coverage"
    let frame: Frame
    let unit: String
    /// Where what was published is.
    let published: String
    let table: ListTable
    /// The form of who may plan.
    let planning: [Planning]
    var fault: FormFault?

    struct Row: Sendable {
        let path: String
        let plannedOn: String
        let occasion: String
        let subject: String
        let kind: String
        let outlet: String
        let kit: String
        let published: String
        let state: String

        init(_ line: CoverageLine, on day: CivilDate, under path: String) {
            self.path = "\(path)/\(line.id)"
            plannedOn = line.content.plannedOn.vietnamese
            occasion = line.content.occasion.vietnamese
            subject = line.content.subject
            kind = line.content.kind.vietnamese
            outlet = line.outletName
            kit = line.kitApprovedOn.map { "duyệt ngày \($0.vietnamese)" } ?? "chưa có"
            published = line.publishedOn.map { "\(VietnameseNumber.text(line.publications)), từ \($0.vietnamese)" } ?? ""
            state = line.stateWords(on: day)
        }
    }

    static let occasions = CoverageLine.Occasion.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }
    static let kinds = Coverage.Kind.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }
    static let manners = PublicityConsent.Manner.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }

    struct Planning: Sendable {
        let path: String
        let formToken: String
        let occasions = CoveragePage.occasions
        let kinds = CoveragePage.kinds
        let outlets: [Choice]
        let campaigns: [Choice]
    }

    /// - Parameters:
    ///   - path: of this page.
    ///   - outlets: that may be chosen; empty where the officer plans nothing.
    ///   - campaigns: for which he may plan.
    init(
        frame: Frame, unit: String, path: String, _ answer: ListCoverageLines.Answer, outlets: [Choice], campaigns: [Choice]
    ) {
        self.frame = frame
        self.unit = unit
        published = "\(path)-published"
        table = ListTable(
            "Bảng kế hoạch truyền thông", answer.lines.map { Row($0, on: answer.today, under: path) },
            nothing: "Chưa có nội dung trong kế hoạch.",
            [
                .short("Ngày dự kiến") { $0.plannedOn }, .text("Dịp") { $0.occasion }, .link("Nội dung", to: { $0.path }) { $0.subject },
                .text("Thể loại") { $0.kind }, .text("Cơ quan") { $0.outlet }, .text("Tài liệu cung cấp") { $0.kit },
                .text("Đã đăng, phát") { $0.published }, .text("Tình trạng") { $0.state },
            ])
        planning = outlets.isEmpty ? [] : [Planning(path: path, formToken: frame.formToken, outlets: outlets, campaigns: campaigns)]
    }
}

/// One line of the plan with its versions, its press kits and what was published; the forms of who keeps the plan, and of the outlet's editor.
struct CoverageLinePage: FormPage {
    static let template = "coverage-line"
    let frame: Frame
    let list: String
    let line: CoveragePage.Row
    let versions: [Version]
    let kits: [Kit]
    let hasNoKit: Bool
    let publications: [CoveragePublishedPage.Row]
    let hasNoPublications: Bool
    let keeping: [Keeping]
    let reporting: [CoveragePublishedPage.Reporting]
    var fault: FormFault?

    struct Version: Sendable {
        let day: String
        let what: String
        let reason: String
    }

    struct Kit: Sendable {
        let facts: String
        let approval: String
        let shown: String
        let notBefore: [String]
        let withdrawn: [String]
    }

    struct Keeping: Sendable {
        let path: String
        let formToken: String
        let occasions: [Choice]
        let kinds: [Choice]
        let manners = CoveragePage.manners
        let outlets: [Choice]
        let awards: [Choice]
        let subject: String
        let plannedOn: String
        /// That the officer read, of the line and of its kit: who was overtaken is told so.
        let version: Int
        let kit: Int
        let hasKit: Bool

        init(_ detail: CoverageLineDetail, path: String, formToken: String, outlets: [Choice], awards: [Choice]) {
            self.awards = awards
            let content = detail.line.content
            self.path = path
            self.formToken = formToken
            occasions = CoveragePage.occasions.map { $0.chosen(if: content.occasion.rawValue) }
            kinds = CoveragePage.kinds.map { $0.chosen(if: content.kind.rawValue) }
            self.outlets = outlets.map { $0.chosen(if: content.outlet.description) }
            subject = content.subject
            plannedOn = content.plannedOn.description
            version = detail.line.version
            kit = detail.kits.last?.version ?? 0
            hasKit = detail.line.kitApprovedOn != nil
        }
    }

    /// - Parameter awards: published ones, whom a kit can show.
    init(
        frame: Frame, list: String, _ answer: ShowCoverageLine.Answer, outlets: [Choice], awards: [Choice], reportsTo report: String?
    ) {
        self.frame = frame
        self.list = list
        let detail = answer.detail
        line = CoveragePage.Row(detail.line, on: answer.today, under: list)
        versions = detail.versions.map { version in
            let words = [
                version.content.plannedOn.vietnamese, version.content.occasion.vietnamese, version.content.kind.vietnamese,
                version.content.subject, version.outletName,
            ]
            return Version(
                day: version.recordedOn.vietnamese, what: version.isDropped ? "bỏ khỏi kế hoạch" : words.joined(separator: " · "),
                reason: version.reason)
        }
        kits = detail.kits.reversed().map { kit in
            Kit(
                facts: kit.facts?.words ?? "",
                approval: kit.facts.map {
                    "\($0.approver) duyệt ngày \($0.approvedOn.vietnamese)" + ($0.documentNumber.isEmpty ? "" : ", \($0.documentNumber)")
                } ?? "",
                shown: kit.facts == nil ? "" : kit.consentWords,
                notBefore: kit.facts?.notBefore.map { [$0.vietnamese] } ?? [], withdrawn: kit.facts == nil ? [kit.reason] : [])
        }
        hasNoKit = kits.isEmpty
        publications = detail.publications.map { CoveragePublishedPage.Row($0, frame, correcting: nil) }
        hasNoPublications = publications.isEmpty
        keeping =
            outlets.isEmpty || detail.line.isDropped
            ? []
            : [Keeping(detail, path: "\(list)/\(detail.line.id)", formToken: frame.formToken, outlets: outlets, awards: awards)]
        reporting =
            detail.line.isDropped
            ? []
            : report.map {
                [CoveragePublishedPage.Reporting(path: $0, formToken: frame.formToken, line: [detail.line.id.description])]
            } ?? []
    }
}

/// What was published, as it stands, and how much by outlet and kind between two days; the forms of the outlet's editor.
struct CoveragePublishedPage: FormPage {
    static let template = "coverage-published"
    let frame: Frame
    let unit: String
    let plan: String
    /// The campaigns to look at.
    let choices: [Choice]
    let from: String
    let to: String
    let countTitles = CoverageJSON.countColumns
    let counts: [Count]
    let hasNoCounts: Bool
    let rows: [Row]
    let hasNoRows: Bool
    let reporting: [Reporting]
    var fault: FormFault?

    struct Count: Sendable {
        let outlet: String
        let figures: [String]
    }

    struct Row: Sendable {
        let outlet: String
        let kind: String
        let title: String
        let day: String
        let minutes: String
        let links: [String]
        let planned: String
        let kit: String
        let reason: String
        let correcting: [Correcting]

        /// - Parameter path: where its editor corrects it; nil: he may not.
        init(_ coverage: Coverage, _ frame: Frame, correcting path: String?) {
            outlet = coverage.outletName
            kind = coverage.report.kind.vietnamese
            title = coverage.report.title
            day = coverage.report.publishedOn.vietnamese
            minutes = coverage.report.minutes.map { VietnameseNumber.text($0) } ?? ""
            links = coverage.report.link.isEmpty ? [] : [coverage.report.link]
            planned = CoverageJSON.planned(coverage)
            kit = coverage.kitWords
            reason = coverage.reason
            correcting =
                path.map {
                    [
                        Correcting(
                            path: "\($0)/\(coverage.id)", formToken: frame.formToken, title: coverage.report.title,
                            day: coverage.report.publishedOn.description, minutes: coverage.report.minutes.map { "\($0)" } ?? "",
                            link: coverage.report.link,
                            kinds: Coverage.Kind.allCases.map {
                                Kind(key: $0.rawValue, name: $0.vietnamese, isSame: $0 == coverage.report.kind)
                            })
                    ]
                } ?? []
        }
    }

    struct Kind: Sendable {
        let key: String
        let name: String
        let isSame: Bool
    }

    struct Correcting: Sendable {
        let path: String
        let formToken: String
        let title: String
        let day: String
        let minutes: String
        let link: String
        let kinds: [Kind]
    }

    struct Reporting: Sendable {
        let path: String
        let formToken: String
        /// Against it; empty: without one.
        let line: [String]
        /// Of which it is without one.
        var campaigns: [Choice] = []
        let kinds = CoveragePage.kinds
    }

    /// - Parameter report: where the outlet's editor reports; nil: the officer may not.
    init(
        frame: Frame, unit: String, plan: String, campaign: String, from: CivilDate?, to: CivilDate?, counts: [CoverageCount],
        _ coverage: [Coverage], campaigns: [Choice], reportsTo report: String?
    ) {
        self.frame = frame
        self.unit = unit
        self.plan = plan
        choices = campaigns.map { $0.chosen(if: campaign) }
        self.from = from?.description ?? ""
        self.to = to?.description ?? ""
        self.counts = counts.map { count in
            Count(outlet: count.outletName, figures: CoverageJSON.countRow(count).dropFirst().map(\.text))
        }
        hasNoCounts = counts.isEmpty
        rows = coverage.map { Row($0, frame, correcting: report.map { "\($0)-published" }) }
        hasNoRows = rows.isEmpty
        reporting = report.map { [Reporting(path: $0, formToken: frame.formToken, line: [], campaigns: campaigns)] } ?? []
    }
}
