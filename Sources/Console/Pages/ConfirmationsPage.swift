import Domain
import Operations
import Web

/// “Chờ xác nhận”: what waits for its assigner, to be confirmed, accepted or returned, granted or refused; many at once, with a look beforehand.
struct ConfirmationsPage: FormPage {
    static let template = "confirmations"
    static let path = "/confirmations"
    /// Of each table.
    static let most = 200

    let frame: Frame
    let reports: Table
    let results: Table
    let requests: Table
    /// What makes a new date uncertain.
    let warnings: [String]
    var fault: FormFault?

    /// The tables, each with its form.
    enum Kind: Sendable {
        case reports, results, requests

        var path: String {
            switch self {
            case .reports: ConfirmationsPage.path
            case .results: ConfirmationsPage.path + "/results"
            case .requests: ConfirmationsPage.path + "/extensions"
            }
        }
    }

    struct Waiting: Sendable {
        let reports: ListUnconfirmed.Page
        let results: ListWaitingResults.Page
        let requests: ListWaitingExtensions.Page
    }

    struct Table: Sendable {
        let path: String
        let rows: [Row]
        let isEmpty: Bool
        let more: Bool
        /// Whether the form is shown, and its last button: after a look that nothing was refused in.
        let mayDecide: Bool
        let isPreview: Bool
        /// What was looked at; empty before.
        let looked: String
        /// Of a return.
        let faults: [Choice]
        let formToken: String
    }

    struct Row: Sendable {
        /// Of its tick box.
        let name: String
        let code: String
        let title: String
        let unit: String
        let link: String
        let due: String
        let day: String
        /// What is to be decided.
        let words: String
        /// By whose paper a figure is confirmed; of a request how it stands.
        let remark: String
        /// What would come of it; empty before a look.
        let outcome: String

        static func name(_ key: String) -> String { "report-\(key)" }
    }

    /// What would come of what was ticked.
    struct Look: Sendable {
        let kind: Kind
        let warnings: [String]
        /// Of the form as it was looked at.
        fileprivate let mark: String
        fileprivate let isClean: Bool
        /// By the key of the row.
        fileprivate let outcomes: [String: String]

        init(
            _ kind: Kind, _ decision: DecideOnItems.Decision, _ found: some Sequence<(String, DecideOnItems.Outcome)>,
            _ warnings: [CalendarGap], mark: String
        ) {
            self.kind = kind
            self.mark = mark
            self.warnings = warnings.map(\.vietnamese)
            let found = Array(found)
            isClean = !found.isEmpty && found.allSatisfy { $0.1.refusal == nil }
            outcomes = Dictionary(found.map { ($0.0, Self.words($0.1, of: decision)) }, uniquingKeysWith: { first, _ in first })
        }

        private static func words(_ outcome: DecideOnItems.Outcome, of decision: DecideOnItems.Decision) -> String {
            if let refusal = outcome.refusal { return refusal.sentence() }
            switch decision {
            case .ruling(let ruling):
                switch ruling.kind {
                case .accepted: return "sẽ được xác nhận hoàn thành"
                case .returned: return "sẽ bị trả lại"
                default: return "sẽ được xác nhận"
                }
            case .time(let time):
                return [Self.words(outcome, isGranted: time.isGranted), outcome.caution].compactMap(\.self).joined(separator: "; ")
            }
        }

        private static func words(_ outcome: DecideOnItems.Outcome, isGranted: Bool) -> String {
            guard isGranted else { return "sẽ ghi không đồng ý gia hạn" }
            let (before, after) = (outcome.before?.item.terms.dueOn, outcome.after?.item.terms.dueOn)
            return before == after ? ItemExtension.State.operatingDate.vietnamese : "sẽ gia hạn đến \(after?.vietnamese ?? "")"
        }
    }

    /// - Parameter look: nil before anything was looked at.
    init(_ waiting: Waiting, mayDecide: Bool, look: Look? = nil, frame: Frame) {
        self.frame = frame
        warnings = look?.warnings ?? []
        func table(_ kind: Kind, more: Bool, _ rows: [Row]) -> Table {
            Table(
                path: kind.path, rows: rows, isEmpty: rows.isEmpty, more: more, mayDecide: mayDecide && !rows.isEmpty,
                isPreview: look.map { $0.kind == kind && $0.isClean } ?? false,
                looked: look.map { $0.kind == kind ? $0.mark : "" } ?? "",
                faults: Ruling.Fault.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }, formToken: frame.formToken)
        }
        func outcome(_ kind: Kind, _ key: String) -> String { look.flatMap { $0.kind == kind ? $0.outcomes[key] : nil } ?? "" }
        reports = table(
            .reports, more: waiting.reports.next != nil,
            waiting.reports.reports.map { report in
                Row(
                    name: Row.name(report.report.description), code: report.code, title: report.title, unit: report.unitName,
                    link: "/units/\(report.tenant.text)/items/\(report.item)", due: "", day: report.evidenceOn.vietnamese,
                    words: report.words, remark: report.confirmer ?? "", outcome: outcome(.reports, report.report.description))
            })
        results = table(
            .results, more: waiting.results.next != nil,
            waiting.results.results.map { result in
                Row(
                    name: Row.name(result.report.description), code: result.code, title: result.title, unit: result.unitName,
                    link: "/units/\(result.tenant.text)/items/\(result.item)", due: result.dueOn?.vietnamese ?? "",
                    day: result.evidenceOn.vietnamese, words: result.words, remark: result.confirmer ?? "",
                    outcome: outcome(.results, result.report.description))
            })
        let day = waiting.requests.day
        requests = table(
            .requests, more: waiting.requests.next != nil,
            waiting.requests.waiting.map { waiting in
                let request = waiting.request
                return Row(
                    name: Row.name(request.id.description), code: waiting.code, title: waiting.title, unit: waiting.unitName,
                    link: "/units/\(waiting.tenant.text)/items/\(request.item)", due: request.dueBefore.vietnamese,
                    day: request.newDueOn?.vietnamese ?? "",
                    words: [request.happenedOn.vietnamese, request.documentNumber, request.reason].filter { !$0.isEmpty }
                        .joined(separator: ", "), remark: waiting.state.state(at: day).vietnamese,
                    outcome: outcome(.requests, request.id.description))
            })
    }
}
