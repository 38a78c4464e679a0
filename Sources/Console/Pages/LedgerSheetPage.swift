import Domain
import Operations

/// The ledger as files: out for everybody who reads it, in for who gives items.
struct LedgerSheetPage: FormPage {
    static let template = "ledger"
    let frame: Frame
    /// Whose ledger it is.
    let place: String
    let campaigns: [Campaign]
    /// Whether the acting post gives items.
    let assigns: Bool
    /// So that the template lists the contents of the latest plan; empty where there is none.
    let templateCampaign: String
    var fault: FormFault?
    var outcome: Outcome?

    struct Campaign: Sendable {
        let code: String
        let name: String
    }

    /// What a file gave, or would give.
    struct Outcome: Sendable {
        let isDryRun: Bool
        let summary: String
        let warnings: [String]
        let rows: [Row]

        struct Row: Sendable {
            let number: Int
            let directive: String
            let sourceRow: String
            let code: String
            let unit: String
            let title: String
            let due: String
            let result: String
        }

        init(_ outcome: LedgerImportOutcome) {
            isDryRun = outcome.isDryRun
            summary =
                "\(outcome.count(of: .assigned)) dòng \(outcome.isDryRun ? "sẽ được giao" : "đã giao") kèm \(outcome.coordinating) phần phối hợp; "
                + "\(outcome.count(of: .unchanged)) dòng đã có, không đổi; \(outcome.count(of: .differing)) dòng đã có nhưng khác, giữ nguyên trong sổ; \(outcome.count(of: .elsewhere)) dòng do đơn vị khác giao, bỏ qua."
            warnings = outcome.warnings.map(\.vietnamese)
            rows = outcome.rows.map { row in
                Row(
                    number: row.number, directive: row.directive, sourceRow: row.sourceRow, code: row.code, unit: row.unit,
                    title: row.title, due: row.dueOn?.vietnamese ?? "",
                    result: outcome.isDryRun && row.result == .assigned ? "sẽ giao" : row.resultInVietnamese)
            }
        }
    }

    init(frame: Frame, place: String, assigns: Bool, campaigns: [CampaignSummary]) {
        self.frame = frame
        self.place = place
        self.assigns = assigns
        self.campaigns = campaigns.map { Campaign(code: $0.code, name: $0.name) }
        templateCampaign = campaigns.first.map { "&campaign=\($0.code)" } ?? ""
    }
}
