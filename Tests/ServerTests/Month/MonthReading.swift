import Documents
import Domain
import Operations

/// The figures of a month as one of the places shows them: of each unit by its name, under the heads of the columns.
struct MonthReading {
    /// The sum of all stands there as `Tổng số`.
    let units: [String: [String: String]]

    private static let sum = "Tổng số"
    private static let (answer, adjustment) = ("Báo cáo", "Điều chỉnh kỳ trước")
    private static let (stillOpen, above, longer, done) = ("Còn trong hạn", "Vượt chỉ tiêu", "Gia hạn trong kỳ", "Tỷ lệ hoàn thành")
    private static let counted: [MonthFigures.Figure] = [.given, .items, .early, .onTime, .late, .undated, .overdue]
    private static let numbers = counted.map(\.vietnamese) + [stillOpen, above, longer, done]

    /// What differs, a line for each figure of a unit.
    static func differences(between one: MonthReading, and other: MonthReading) -> [String] {
        Set(one.units.keys).union(other.units.keys).sorted().flatMap { unit -> [String] in
            // Below the sum the places say what they like about returns.
            let heads = unit == sum ? numbers : numbers + [answer, adjustment]
            return heads.compactMap { head in
                let (left, right) = (one.units[unit]?[head] ?? "nothing", other.units[unit]?[head] ?? "nothing")
                return left == right ? nil : "\(unit): \(head) \(left), \(right)"
            }
        }
    }

    // MARK: - Where it is read

    /// As the API tells it; sums and shares are made here, from what it counts.
    init(_ told: APIAnswer) {
        var units: [String: [String: String]] = [:]
        for row in told.list("rows") {
            units[row.member("name")] = Self.cells(
                Self.figures(row.members("figures")), Self.figures(row.members("adjustment")), row.member("answerName"))
        }
        units[Self.sum] = Self.cells(Self.figures(told.json.members("total")), Self.figures(told.json.members("adjustment")), "")
        self.units = units
    }

    init(page: String) {
        self.init(rows: Self.rows(ofPage: page, under: "Bảng tổng hợp tháng"))
    }

    init(command: String) throws {
        self.init(rows: try Table(file: Array(command.utf8), name: "month.csv").texts)
    }

    init(paper: [UInt8]) throws {
        // The narrow columns of a paper have short heads, in the same order.
        let short = [
            "Giao mới", "Lũy kế", "Trước hạn", "Đúng hạn", "Xong quá hạn", "Xong, chưa có hạn", "Còn quá hạn", "Còn trong hạn",
            "Vượt chỉ tiêu", "Gia hạn", "Tỷ lệ",
        ]
        let whole = Dictionary(uniqueKeysWithValues: zip(short, Self.numbers))
        self.init(rows: try ReadPaper.rows(paper).map { row in row.contains(Self.adjustment) ? row.map { whole[$0] ?? $0 } : row })
    }

    init(workbook: [UInt8]) throws {
        func rows(_ sheet: String) throws -> [[String]] { try Table(xlsx: workbook, name: "thang.xlsx", sheet: sheet).texts }
        let (figures, adjustments) = (try rows("Tổng hợp"), try rows("Điều chỉnh kỳ trước"))
        let (heads, otherHeads) = (figures.first ?? [], adjustments.first ?? [])
        var units: [String: [String: String]] = [:]
        for (row, adjusted) in zip(figures, adjustments).dropFirst() {
            let said = Self.under(heads, row)
            var cells = Self.cells(said, Self.under(otherHeads, adjusted), said[Self.answer] ?? "")
            // As it stands there.
            cells[Self.done] = said[Self.done]
            units[said["Đơn vị"] ?? ""] = cells
        }
        self.units = units
    }

    /// - Parameter rows: the first one with a column of units is the heading of the rows behind it.
    private init(rows: [[String]]) {
        var units: [String: [String: String]] = [:]
        let start = rows.firstIndex { $0.contains("Đơn vị") && $0.contains(Self.adjustment) } ?? rows.endIndex
        let heads = rows[start...].first ?? []
        for row in rows[start...].dropFirst() where row.count > 2 {
            // What is empty to the right may be missing.
            let said = Self.under(heads, row + Array(repeating: "", count: max(0, heads.count - row.count)))
            units[said["Đơn vị"] ?? ""] = said
            // The table ends with the sum; a paper may have more tables.
            if said["Đơn vị"] == "Tổng số" { break }
        }
        self.units = units
    }

    private static func under(_ heads: [String], _ row: [String]) -> [String: String] {
        Dictionary(zip(heads, row)) { first, _ in first }
    }

    /// - Parameters:
    ///   - figures: every one, by its name.
    ///   - adjusted: the same of what is known otherwise of the month before.
    private static func cells(_ figures: [String: String], _ adjusted: [String: String], _ said: String) -> [String: String] {
        func count(_ figure: MonthFigures.Figure, in counts: [String: String]) -> Int { Int(counts[figure.vietnamese] ?? "") ?? -1 }
        func sum(_ parts: MonthFigures.Figure...) -> Int { parts.reduce(0) { $0 + count($1, in: figures) } }
        var cells: [String: String] = [:]
        for figure in counted { cells[figure.vietnamese] = "\(count(figure, in: figures))" }
        cells[stillOpen] = "\(sum(.dueSoon, .inTime, .noDueDate))"
        cells[above] = "\(sum(.above))"
        cells[longer] = "\(sum(.extended))"
        cells[done] = "\(sum(.early, .onTime, .late, .undated))/\(sum(.items))"
        cells[answer] = said
        cells[adjustment] = MonthFigures.Figure.allCases.compactMap { figure in
            let by = count(figure, in: adjusted)
            return by == 0 ? nil : "\(figure.vietnamese) \(by > 0 ? "+" : "")\(by)"
        }.joined(separator: "; ")
        return cells
    }

    /// The sentences with which the report to the Chairman begins, of the figures that the API tells.
    static func summary(of told: APIAnswer) -> [String] {
        let total = figures(told.json.members("total"))
        func count(_ figures: MonthFigures.Figure...) -> Int { figures.reduce(0) { $0 + (Int(total[$1.vietnamese] ?? "") ?? -1) } }
        let said = cells(total, figures(told.json.members("adjustment")), "")
        let rows = told.list("rows")
        let late = rows.filter { $0.members("return").member("late") == "true" }.map { $0.member("name") }
        let silent = rows.filter { $0.members("return").member("state") == "missing" }
        return [
            "Giao lũy kế \(count(.items)) nhiệm vụ, chỉ tiêu; giao mới trong kỳ \(count(.given))",
            """
            Hoàn thành lũy kế \(said[done] ?? ""): trước hạn \(count(.early)), đúng hạn \(count(.onTime)), quá hạn \(count(.late)); \
            trong kỳ hoàn thành \(count(.nowEarly, .nowOnTime, .nowLate, .nowUndated))
            """,
            "Còn quá hạn \(count(.overdue)); còn trong hạn \(said[stillOpen] ?? ""), trong đó sắp đến hạn \(count(.dueSoon))",
            """
            Vượt chỉ tiêu \(count(.above)); gia hạn trong kỳ \(count(.extended)); không tính vào đánh giá \(count(.exempted)); \
            chưa tiếp nhận \(count(.unacknowledged))
            """,
            "Điều chỉnh số liệu kỳ trước so với bản chốt lần đầu: \(said[adjustment].flatMap { $0.isEmpty ? nil : $0 } ?? "không")",
            "Đã gửi báo cáo \(rows.count - silent.count)/\(rows.count) đơn vị", "Gửi muộn: \(late.joined(separator: ", "))",
            "Không báo cáo: \(silent.first?.member("name") ?? "không")",
        ]
    }

    // MARK: - Of one unit

    /// As the API counts them, by their names.
    static func figures(_ counts: JSONValue) -> [String: String] {
        Dictionary(uniqueKeysWithValues: MonthFigures.Figure.allCases.map { ($0.vietnamese, counts.member($0.rawValue)) })
    }

    static func figures(page: String) -> [String: String] {
        named(rows(ofPage: page, under: "Bảng số liệu"))
    }

    static func figures(command: String) throws -> [String: String] {
        named(try Table(file: Array(command.utf8), name: "return.csv").texts)
    }

    static func figures(paper: [UInt8]) throws -> [String: String] {
        named(try ReadPaper.rows(paper).filter { $0.count == 3 }.map { Array($0.dropFirst()) })
    }

    static func figures(workbook: [UInt8], of code: String) throws -> [String: String] {
        let rows = try Table(xlsx: workbook, name: "thang.xlsx", sheet: "Tổng hợp").texts
        let said = under(rows.first ?? [], rows.first { $0.first == code } ?? [])
        return named(said.map { [$0.key, $0.value] })
    }

    /// Those rows that name a figure and its count.
    private static func named(_ rows: [[String]]) -> [String: String] {
        let names = Set(MonthFigures.Figure.allCases.map(\.vietnamese))
        let pairs = rows.filter { $0.count >= 2 && names.contains($0[0]) }.map { ($0[0], $0[1]) }
        return Dictionary(pairs) { "\($0) and \($1)" }
    }

    // MARK: - Pages

    /// The cells of one table of a page.
    private static func rows(ofPage page: String, under label: String) -> [[String]] {
        guard let start = page.firstRange(of: label) else { return [] }
        let rest = page[start.upperBound...]
        let table = rest[..<(rest.firstRange(of: "</table>")?.lowerBound ?? rest.endIndex)]
        return table.split(separator: "<tr>").dropFirst().map { row in
            row.matches(of: /<t[dh][^>]*>(?:<a[^>]*>)?([^<]*)/).map { String($0.output.1) }
        }
    }
}

extension Table {
    var texts: [[String]] { rows.map { $0.cells.map(\.text) } }
}
