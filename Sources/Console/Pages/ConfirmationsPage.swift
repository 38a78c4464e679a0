import Domain
import Operations
import Web

/// “Chờ xác nhận”: what counts for nothing until its assigner confirms it, many at once, with a look beforehand.
struct ConfirmationsPage: FormPage {
    static let template = "confirmations"
    let frame: Frame
    let reports: [Row]
    let hasReports: Bool
    let nothingWaits: Bool
    let more: Bool
    let mayConfirm: Bool
    let documentNumber: String
    /// After a look: whether every chosen one would be confirmed.
    let isPreview: Bool
    var fault: FormFault?

    struct Row: Sendable {
        let report: String
        let code: String
        let title: String
        let unit: String
        let day: String
        let words: String
        let confirmer: String
        let link: String
        let isChosen: Bool
        /// What would come of it.
        let outcome: String
    }

    /// - Parameters:
    ///   - chosen: reports that were ticked.
    ///   - outcomes: what would become of them, by report; nil before a look.
    init(
        _ page: ListUnconfirmed.Page, mayConfirm: Bool, chosen: Set<ProgressReport.ID> = [],
        outcomes: [ProgressReport.ID: DecideOnItems.Outcome]? = nil, documentNumber: String = "", frame: Frame
    ) {
        self.frame = frame
        self.mayConfirm = mayConfirm
        self.documentNumber = documentNumber
        isPreview = outcomes.map { found in !found.isEmpty && found.values.allSatisfy { $0.refusal == nil } } ?? false
        reports = page.reports.map { waiting in
            let outcome = outcomes?[waiting.report].map { $0.refusal.map { $0.sentence() } ?? "sẽ được xác nhận" }
            return Row(
                report: waiting.report.description, code: waiting.code, title: waiting.title, unit: waiting.unitName,
                day: waiting.evidenceOn.vietnamese, words: waiting.words, confirmer: waiting.confirmer ?? "",
                link: "/units/\(waiting.tenant.text)/items/\(waiting.item)", isChosen: chosen.contains(waiting.report),
                outcome: outcome ?? "")
        }
        hasReports = !reports.isEmpty
        nothingWaits = reports.isEmpty
        more = page.next != nil
    }
}
