import Domain

/// One file of the directory, its kind told by its columns.
struct DirectoryTable {
    /// Which columns there are decides what the rows are.
    enum Form: CaseIterable {
        /// Province, districts, communes.
        case territory
        /// Departments, agencies, press.
        case departments
        /// Units inside the tenants.
        case dependents

        var columns: [String] {
            switch self {
            case .territory: ["code", "name", "full_name", "level", "parent_code"]
            case .departments: ["code", "name", "kind", "scope"]
            case .dependents: ["tenant", "code", "parent_code", "name", "kind", "legal_personality"]
            }
        }

        /// Kept by who compiled the list; says nothing of the unit.
        static let remarks: Set<String> = ["certainty", "source", "note"]
    }

    let form: Form
    let rows: [Row]

    struct Row {
        let file: String
        let line: Int
        fileprivate let cells: [String: String]

        /// Composed (NFC) and trimmed; empty where the row is short.
        subscript(column: String) -> String { cells[column] ?? "" }

        func path(_ column: String) -> String { "\(file), dòng \(line), cột \(column)" }
    }

    /// - Throws: a ``Problem`` of code `invalid-table` naming what the heading lacks.
    init(_ file: DirectoryFile) throws(Problem) {
        let records = try CSVRecords(file.content, file: file.name).records
        let heading = records[0].cells.map { VietnameseText($0).string.lowercased() }
        form = try Self.form(heading, file: file.name)
        rows = records.dropFirst().map { record in
            var cells: [String: String] = [:]
            for (column, cell) in zip(heading, record.cells) { cells[column] = VietnameseText(cell).string }
            return Row(file: file.name, line: record.line, cells: cells)
        }
        for (record, row) in zip(records.dropFirst(), rows) where record.cells.count > heading.count {
            throw Problem(
                .invalid, "invalid-table",
                "\(row.file), dòng \(row.line): có \(record.cells.count) ô, nhiều hơn \(heading.count) cột của dòng tiêu đề. Đặt ô có dấu phẩy trong nháy kép."
            )
        }
    }

    private static func form(_ heading: [String], file: String) throws(Problem) -> Form {
        let present = Set(heading)
        if present.count < heading.count {
            throw Problem(.invalid, "invalid-table", "\(file): có cột trùng tên ở dòng tiêu đề (\(heading.joined(separator: ", "))).")
        }
        let fitting = Form.allCases.first { form in
            present.isSuperset(of: form.columns) && present.subtracting(form.columns).isSubset(of: Form.remarks)
        }
        guard let fitting else {
            let known = Form.allCases.map { $0.columns.joined(separator: ",") }.joined(separator: "; ")
            throw Problem(
                .invalid, "invalid-table",
                "\(file): không nhận ra loại tệp từ dòng tiêu đề “\(heading.joined(separator: ","))”. Dòng tiêu đề phải là một trong: \(known)."
            )
        }
        return fitting
    }
}
