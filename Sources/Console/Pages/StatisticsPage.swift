import Documents
import Domain

/// A form of the yearly statistics.
struct StatisticsPage: Page {
    static let template = "statistics"
    let frame: Frame
    let title: String
    let citation: String
    let period: String
    let measure: String
    let from: String
    let to: String
    let knownOn: String
    let forms: [Form]
    let columns: [String]
    let rows: [Row]

    struct Form: Sendable {
        let key: String
        let name: String
        let isChosen: Bool
    }

    struct Row: Sendable {
        let code: String
        let name: String
        let figures: [String]
        let note: String
    }

    init(frame: Frame, _ table: StatisticalTable) {
        self.frame = frame
        title = "\(table.form.rawValue). \(table.form.title)"
        citation = table.form.citation
        period = table.period.vietnamese
        measure = table.form.measure
        from = table.period.from.description
        to = table.period.to.description
        knownOn = table.period.knownOn.description
        forms = StatisticalForm.allCases.map {
            Form(key: $0.rawValue, name: "\($0.rawValue). \($0.title)", isChosen: $0 == table.form)
        }
        columns = table.form.columns.map(\.name)
        let sheet = table.form.sheet
        rows = table.rows.map { row in
            Row(code: row.code, name: row.name, figures: Array(sheet.texts(row)[0].dropFirst(2).dropLast()), note: row.note)
        }
    }
}
