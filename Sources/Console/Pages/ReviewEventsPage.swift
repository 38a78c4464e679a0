import Domain
import Operations

/// Events at which reviews are held, and the form of who may plan one.
struct ReviewEventsPage: FormPage {
    static let template = "review-events"
    let frame: Frame
    let unit: String
    let table: ListTable
    let planning: [Planning]
    var fault: FormFault?

    struct Planning: Sendable {
        let path: String
        let formToken: String
        let reviews: [Choice]
    }

    /// - Parameters:
    ///   - path: of this page.
    ///   - reviews: that can be planned; empty where the officer plans none.
    init(frame: Frame, unit: String, path: String, _ events: [ReviewEvent], reviews: [Choice]) {
        self.frame = frame
        self.unit = unit
        table = ListTable(
            "Bảng hội nghị", events, nothing: "Chưa có kế hoạch hội nghị nào.",
            [
                .link("Hội nghị", to: { "\(path)/\($0.id)" }) { $0.name }, .text("Đơn vị") { $0.unitName },
                .short("Thời gian") { $0.plan?.moment ?? "" }, .text("Địa điểm") { $0.plan?.place ?? "" },
                .text("Tình trạng") { $0.standing },
            ])
        planning = reviews.isEmpty ? [] : [Planning(path: path, formToken: frame.formToken, reviews: reviews)]
    }
}

/// One event: what it is planned to be, what it was planned to be before, its papers, what happened; and the forms of who keeps it.
struct ReviewEventPage: FormPage {
    static let template = "review-event"
    let frame: Frame
    let list: String
    let name: String
    let unit: String
    let state: String
    let facts: [DossierPage.Fact]
    let agenda: [String]
    let guests: [String]
    let papers: [Paper]
    let hasNoPapers: Bool
    let before: [Before]
    let outcome: [Outcome]
    /// Of one's own event.
    let invitation: [String]
    let changing: [Changing]
    let adding: [Adding]
    let holding: [Holding]
    var fault: FormFault?

    struct Paper: Sendable {
        let what: String
        let mark: String
        let link: [String]
        /// Where its files are.
        let files: [String]
        let standing: String
    }

    struct Before: Sendable {
        let version: String
        let moment: String
        let place: String
        /// Why it was changed.
        let reason: String
        let changedOn: String
    }

    struct Outcome: Sendable {
        let day: String
        let present: String
        let absent: String
        let words: String
    }

    struct Changing: Sendable {
        let path: String
        let formToken: String
        let version: Int
        let date: String
        let time: String
        let place: String
        let chair: String
        let agenda: String
        let guests: String
    }

    struct Adding: Sendable {
        let path: String
        let formToken: String
        let kinds: [Choice]
        let wrong: [Choice]
    }

    struct Holding: Sendable {
        let path: String
        let formToken: String
        let version: Int
        let guests: [Choice]
    }

    /// - Parameters:
    ///   - list: path of the list, under which this page is.
    ///   - isOwn: it is of where the officer stands: its papers are made here.
    ///   - mayKeep: and he keeps it.
    ///   - tenant: slug of the unit; nil: of the province.
    init(frame: Frame, list: String, in tenant: String?, _ event: ReviewEvent, isOwn: Bool, mayKeep: Bool) {
        let path = "\(list)/\(event.id)"
        self.frame = frame
        self.list = list
        name = event.name
        unit = event.unitName
        state = event.standing
        let plan = event.plan
        facts = [("Thời gian", plan?.moment ?? ""), ("Địa điểm", plan?.place ?? ""), ("Chủ trì", plan?.chair ?? "")]
            .map { DossierPage.Fact(label: $0.0, value: $0.1) }
        agenda = plan?.agenda ?? []
        guests = plan?.guests ?? []
        let review = list.replacing("/review-events", with: "/review")
        let named = "campaign=\(event.campaign)&review=\(event.kind.rawValue)"
        papers = event.papers.map { paper in
            let link: String? =
                switch paper.made {
                case .invitation: "\(path)/invitation"
                case .report: "\(review)/report?\(named)"
                case .sheet: "\(review)/sheet?\(named)"
                case nil: nil
                }
            return Paper(
                what: paper.what, mark: paper.mark, link: isOwn ? [link].compactMap(\.self) : [],
                files: isOwn ? [AwardFilesPage.path(.reviewPaper, paper.id, in: tenant)] : [],
                standing: paper.isReplaced ? "đã có tài liệu thay" : paper.reason.isEmpty ? "" : "thay tài liệu trước: \(paper.reason)")
        }
        hasNoPapers = papers.isEmpty
        before = zip(event.versions.dropFirst(), event.versions).map { old, new in
            Before(
                version: "\(old.number)", moment: old.plan.moment, place: old.plan.place, reason: new.reason,
                changedOn: new.recordedOn.vietnamese)
        }
        outcome =
            event.outcome.map { outcome in
                [
                    Outcome(
                        day: outcome.heldOn.vietnamese, present: "\(outcome.present)",
                        absent: outcome.absent.isEmpty ? "không" : outcome.absent.joined(separator: "; "), words: outcome.words)
                ]
            } ?? []
        invitation = isOwn ? ["\(path)/invitation"] : []
        let isOpen = mayKeep && event.outcome == nil
        changing =
            isOpen
            ? event.versions.prefix(1).map { last in
                Changing(
                    path: "\(path)/change", formToken: frame.formToken, version: last.number, date: last.plan.heldOn.description,
                    time: last.plan.startsAt, place: last.plan.place, chair: last.plan.chair,
                    agenda: last.plan.agenda.joined(separator: "\n"), guests: last.plan.guests.joined(separator: "\n"))
            } : []
        adding =
            mayKeep
            ? [
                Adding(
                    path: "\(path)/papers", formToken: frame.formToken,
                    kinds: ReviewEvent.Paper.Made.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) },
                    wrong: event.papers.filter { !$0.isReplaced }.map { Choice(key: $0.id.description, name: $0.what) })
            ] : []
        holding =
            isOpen
            ? [
                Holding(
                    path: "\(path)/outcome", formToken: frame.formToken, version: event.versions.first?.number ?? 0,
                    guests: guests.enumerated().map { Choice(key: "\($0.offset)", name: $0.element) })
            ] : []
    }
}
