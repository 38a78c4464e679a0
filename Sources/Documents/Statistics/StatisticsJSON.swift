public import Domain

/// A form of the yearly statistics as programs read it.
public enum StatisticsJSON {
    public static func table(_ table: StatisticalTable) -> JSONValue {
        [
            "form": .string(table.form.rawValue), "title": .string(table.form.title), "citation": .string(table.form.citation),
            "from": .string(table.period.from.description), "to": .string(table.period.to.description),
            "knownOn": .string(table.period.knownOn.description),
            "columns": .array(table.form.columns.map { ["code": .string($0.code), "name": .string($0.name)] }),
            "items": .array(table.rows.map { row($0, of: table.form) }),
        ]
    }

    public static func row(_ row: StatisticalTable.Row, of form: StatisticalForm) -> JSONValue {
        let figures = zip(form.columns, row.figures).map { ($0.code, $1.map { JSONValue.integer($0) } ?? .null) }
        return [
            "code": .string(row.code), "name": .string(row.name), "figures": .object(JSONObject(figures)), "note": .string(row.note),
        ]
    }
}

/// The same as a table: on the page, by command, as files.
extension StatisticalForm {
    public var sheet: ListSheet<StatisticalTable.Row> {
        var shown: [WorkbookWriter.Column] = [.init("Mã số", width: 8), .init("Chỉ tiêu", width: 34)]
        shown += columns.map { WorkbookWriter.Column($0.name, width: 14) }
        shown.append(.init("Ghi chú", width: 40))
        return ListSheet<StatisticalTable.Row>(
            "statistics-\(rawValue)", title: "\(rawValue) \(title)", columns: shown,
            cells: { row in
                var cells: [Table.Cell] = [.text(row.code), .text(row.name)]
                cells += row.figures.map { Table.Cell.count($0) }
                cells.append(.text(row.note))
                return cells
            }, json: { row in StatisticsJSON.row(row, of: self) })
    }
}
