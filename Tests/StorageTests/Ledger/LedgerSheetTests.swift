import Documents
import Domain
import Foundation
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("A ledger in a spreadsheet", .province, .timeLimit(.minutes(30)))
struct LedgerSheetTests {
    let province = Province.current

    private static let heading = [
        "TT", "Văn bản giao", "Mã", "Phong trào", "Nội dung", "Lĩnh vực", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn",
        "Ngày giao", "Chỉ tiêu", "Chiều", "Đơn vị tính",
    ]

    /// Two papers, of which one belongs to a campaign, and one row without a paper.
    private struct Desk {
        let bench: LedgerBench
        let first: String
        let second: String

        init(_ province: Province) async throws {
            bench = try await LedgerBench(province)
            let id = bench.directive
            let other = "\(UInt32.random(in: 10_000...4_000_000_000))/CT-UBND"
            let paper = LedgerBench.paper(number: other)
            first = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                _ = try await EnterDirective(paper: paper).perform(in: tx, ids: .system)
                return try await ShowDirective(id: id).perform(in: tx).paper.number
            }
            second = other
        }

        var code: String { "SO-\(second.prefix { $0 != "/" })" }

        var rows: [[String]] {
            [
                [
                    "1", first, "", bench.campaign, "III.3", "NV", "Báo cáo kết quả", "Sở Nội vụ", "Huyện Một; TTT", "trước ngày 30/6/2023",
                    "", "", "", "",
                ],
                ["2", first, "", bench.campaign, "III.4", "NN", "Đạt tỷ lệ", "101; 102", "", "31/12/2023", "01/04/2023", "7,5", "≥", "%"],
                ["1", second, "", "", "", "NV", "=HYPERLINK(\"http://x\")", "SNV", "", "Thường xuyên", "", "", "", ""],
                ["", "", code, "", "", "NV", "Việc ngoài văn bản", "SNV", "", "15/7/2023", "2023-05-02", "", "", ""],
            ]
        }
    }

    private func csv(_ rows: [[String]], heading: [String] = heading) throws -> Table {
        try Table(file: Array(CSVText.make(columns: heading, rows: rows).utf8), name: "so.csv")
    }

    private func xlsx(_ rows: [[String]], heading: [String] = heading) throws -> Table {
        var writer = try WorkbookWriter(title: "x", createdOn: province.businessDate)
        writer.begin("Sổ", columns: heading.map { WorkbookWriter.Column($0) })
        for row in rows {
            writer.append(
                row.map { text in
                    if let day = CivilDate(vietnamese: text), text.count == 10 { return .date(day) }
                    if let number = Double(text) { return .number(number) }
                    return text.isEmpty ? .empty : .text(text)
                })
        }
        return try Table(file: try writer.finish(), name: "so.xlsx")
    }

    private func run(_ table: Table, dryRun: Bool = false, campaign: String? = nil) async throws -> LedgerImportOutcome {
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ImportLedger(table, campaign: campaign, isDryRun: dryRun).perform(in: tx, ids: .system)
        }
    }

    private func faults(_ table: Table) async -> [FieldFault] {
        await province.refusal { _ = try await run(table, dryRun: true) }?.fields ?? []
    }

    private func count(_ desk: Desk) async throws -> Int {
        let (first, second, code) = (desk.first, desk.second, desk.code)
        return try await province.count(
            """
            SELECT count(*) FROM core.work_item AS i LEFT JOIN core.directive AS d ON d.id = i.directive_id
            WHERE d.number IN (\(first), \(second)) OR i.code = \(code)
            """)
    }

    @Test("as CSV and as XLSX gives the same items of several papers; tried it gives none, again it gives nothing more")
    func bothForms() async throws {
        for make in [{ try csv($0) }, { try xlsx($0) }] as [([[String]]) throws -> Table] {
            let desk = try await Desk(province)
            let table = try make(desk.rows)
            let dry = try await run(table, dryRun: true)
            #expect(dry.isDryRun && dry.rows.map(\.result) == [.assigned, .assigned, .assigned, .assigned])
            #expect(try await count(desk) == 0)
            let given = try await run(table)
            #expect(given.count(of: .assigned) == 4 && given.coordinating == 2)
            #expect(given.rows.map(\.number) == [2, 3, 4, 5])
            #expect(given.rows.map(\.dueOn) == ["2023-06-29", "2023-12-31", nil, "2023-07-15"].map { $0.flatMap { CivilDate($0) } })
            #expect(try await count(desk) == 7)
            let again = try await run(table)
            #expect(again.count(of: .unchanged) == 4 && again.coordinating == 0)
            #expect(again.rows.map(\.code) == given.rows.map(\.code))
            var other = desk.rows
            other[0][6] = "Việc khác"
            other[3][9] = "16/7/2023"
            #expect(try await run(make(other)).rows.map(\.result) == [.differing, .unchanged, .unchanged, .differing])
            #expect(try await count(desk) == 7)
        }
    }

    @Test("as it was exported is read back and changes nothing; out of it nothing computes")
    func thereAndBack() async throws {
        let desk = try await Desk(province)
        let given = try await run(csv(desk.rows))
        let entry = try #require(
            try await desk.bench.list(LedgerFilter(campaign: desk.bench.campaign)).first {
                $0.item.role == .lead && $0.item.terms.title == "Báo cáo kết quả"
            })
        try await desk.bench.complete(entry.item.id, on: "2023-06-12", in: "dept_snv")
        for format in LedgerFileFormat.allCases {
            let content = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ExportLedger(as: format).perform(in: tx)
            }
            let table = try Table(file: content, name: "so")
            let titles = table.rows[0].cells.map(\.text)
            #expect(
                Set(titles).isSuperset(of: ["TT", "Văn bản giao", "Mã", "Phong trào", "Cơ quan chủ trì", "Thời hạn", "Tiến độ", "Gia hạn"]))
            let line = try #require(
                table.rows.first { row in row.cells.map(\.text).contains(entry.item.code) && row.cells.map(\.text).contains("chủ trì") })
            func cell(_ heading: String) -> String { titles.firstIndex(of: heading).map { line[$0].text } ?? "" }
            #expect(cell("Thời hạn") == "trước ngày 30/6/2023" && cell("Thời hạn hiện nay") == "29/06/2023")
            #expect(cell("Trạng thái") == "xác nhận hoàn thành" && cell("Ngày hoàn thành") == "12/06/2023")
            #expect(cell("Văn bản kết quả").hasPrefix("10/BC ngày 12/06/2023") && cell("Ý kiến xử lý").hasPrefix("xác nhận hoàn thành"))
            #expect(!content.starts(with: Array("=".utf8)) && !String(decoding: content, as: UTF8.self).contains(",=HYPERLINK"))
            let before = try await count(desk)
            let back = try await run(table)
            #expect(back.count(of: .assigned) == 0)
            let mine = back.rows.filter { [desk.first, desk.second].contains($0.directive) || $0.code == desk.code }
            #expect(mine.count { $0.result == .differing } == 0 && mine.count { $0.result == .unchanged } == 5)
            #expect(mine.count { $0.result == .coordinating } == given.coordinating)
            #expect(try await count(desk) == before)
        }
        let workbook = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ExportLedger(LedgerFilter(campaign: desk.bench.campaign), as: .xlsx).perform(in: tx)
        }
        let history = try Table(file: workbook, name: "so", sheet: "Diễn biến")
        #expect(
            history.rows.contains { row in row.cells.map(\.text).contains("báo cáo kết quả") && row.cells.map(\.text).contains("Đã xong") })
    }

    @Test("says of a target whether it is measured at the end of the year only, there and back")
    func yearEnd() async throws {
        let desk = try await Desk(province)
        func table(_ word: String) throws -> Table {
            let rows = desk.rows.enumerated().map { index, row in row + [index == 1 ? word : ""] }
            return try csv(rows, heading: Self.heading + ["Chỉ đo cuối năm"])
        }
        let wrong = await faults(try table("đôi khi"))
        #expect(wrong.map(\.path) == ["ô O3 (Chỉ đo cuối năm)"], "\(wrong)")
        _ = try await run(table("Có"))
        let given = try await desk.bench.list(LedgerFilter(campaign: desk.bench.campaign)).filter { $0.item.kind == .target }
        #expect(given.count == 2 && given.allSatisfy { $0.item.terms.goal?.isMeasuredAtYearEnd == true })
        #expect(try await run(table("x")).count(of: .unchanged) == 4)
        #expect(try await run(table("")).rows.map(\.differs) == [[], ["Chỉ đo cuối năm"], [], []])
        for format in LedgerFileFormat.allCases {
            let content = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ExportLedger(LedgerFilter(campaign: desk.bench.campaign), as: format).perform(in: tx)
            }
            let written = try Table(file: content, name: "so")
            let place = try #require(written.rows[0].cells.firstIndex { $0.text == "Chỉ đo cuối năm" })
            #expect(written.rows.count { $0[place].text == "có" } == 2)
            #expect(try await run(written).count(of: .differing) == 0)
        }
    }

    @Test("names every fault by sheet, cell and column, and gives nothing")
    func faultsByCell() async throws {
        let desk = try await Desk(province)
        var rows = desk.rows
        rows[0][7] = "Sở Lạ"
        rows[1][9] = "31/2/2023"
        rows[2][1] = "999999/QĐ-KHÔNG"
        rows[3][2] = ""
        let named = await faults(try xlsx(rows)).map(\.path)
        let wanted = [
            "trang “Sổ”, ô H2 (Cơ quan chủ trì)", "trang “Sổ”, ô J3 (Thời hạn)", "trang “Sổ”, ô B4 (Văn bản giao)",
            "trang “Sổ”, ô A5 (TT)",
        ]
        #expect(named == wanted, "\(named)")
        #expect(await faults(try csv(rows)).map(\.path).first == "ô H2 (Cơ quan chủ trì)")
        #expect(try await count(desk) == 0)
        rows = desk.rows
        rows[0][3] = "KHÔNG-CÓ"
        rows[1][10] = "01/01/2023"
        rows.append(rows[2])
        let found = await faults(try csv(rows))
        #expect(found.map(\.path) == ["ô D2 (Phong trào)", "ô K3 (Ngày giao)", "ô A6 (TT)"], "\(found)")
        #expect(found.last?.reason.contains("dòng 4") == true)
    }

    @Test("says of one row all that is wrong with it at once, and nothing of what depends on a cell that is wrong itself")
    func everyFault() async throws {
        let desk = try await Desk(province)
        let row = [
            "1", "999999/QĐ-KHÔNG", "", "KHÔNG-CÓ", "III.3", "ZZ", "Báo cáo", "Sở Lạ", "Sở Quen", "31/2/2023", "32/1/2023", "bảy", "≥", "%",
        ]
        let found = await faults(try csv([row])).map { String($0.path.split(separator: " ")[1]) }
        #expect(found == ["B2", "D2", "F2", "H2", "I2", "J2", "K2", "L2"], "\(found)")
        #expect(try await count(desk) == 0)
    }

    @Test("names the columns in which a row stands otherwise, and passes over what was not given from here")
    func differences() async throws {
        let desk = try await Desk(province)
        let given = try await run(csv(desk.rows))
        var rows = desk.rows
        (rows[0][5], rows[0][8], rows[1][11]) = ("NN", "TTT", "8")
        (rows[2][6], rows[3][9]) = ("Việc khác", "16/7/2023")
        let edited = try await run(csv(rows)).rows
        #expect(edited.allSatisfy { $0.result == .differing })
        #expect(edited.map(\.differs) == [["Cơ quan phối hợp", "Lĩnh vực"], ["Chỉ tiêu"], ["Nhiệm vụ"], ["Thời hạn"]])
        #expect(edited[1].resultInVietnamese.hasSuffix(": Chỉ tiêu"))
        rows = desk.rows
        (rows[0][7], rows[1][3], rows[1][4]) = ("Thanh tra tỉnh", "", "")
        rows[0][8] = "Huyện Một"
        #expect(
            try await run(csv(rows)).rows.map(\.differs) == [
                ["Cơ quan chủ trì", "Cơ quan phối hợp"], ["Phong trào", "Nội dung"], [], [],
            ])
        // Other work of another unit under that number is not taken for it, unless the row names its code.
        rows = desk.rows
        (rows[0][6], rows[0][7], rows[0][8]) = ("Việc mới", "TTT", "")
        var coded = rows
        coded[0][2] = given.rows[0].code
        #expect(try await run(csv(coded), dryRun: true).rows[0].result == .differing)
        rows[0][5] = "ZZ"
        let other = await faults(try csv(rows))
        #expect(other.map(\.path) == ["ô A2 (TT)", "ô F2 (Lĩnh vực)"], "\(other)")
        #expect(other.first?.reason.contains(given.rows[0].code) == true)
        // The same in other words is the same.
        rows = desk.rows
        (rows[0][5], rows[0][7], rows[0][8], rows[0][9]) = ("nv", "SNV", "TTT; 101", "29/6/2023")
        #expect(try await run(csv(rows)).count(of: .unchanged) == 4)

        let whole = try await desk.bench.assign(desk.bench.task(to: "district_101"))
        try await desk.bench.handOn(HandOnItem(parent: whole, unit: "10101", dueOn: CivilDate("2023-06-25")), in: "district_101")
        let content = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ExportLedger(LedgerFilter(directive: desk.bench.directive), as: .csv).perform(in: tx)
        }
        let back = try await run(Table(file: content, name: "so.csv"))
        #expect(back.count(of: .elsewhere) == 1 && back.count(of: .differing) == 0 && back.count(of: .assigned) == 0)
    }

    @Test("comes back with a column Lỗi; mended there, it is imported as it is")
    func faultColumn() async throws {
        let desk = try await Desk(province)
        for format in LedgerFileFormat.allCases {
            var rows = desk.rows
            rows[1][7] = "Sở Lạ"
            rows[1][9] = "hôm nào"
            let table = format == .csv ? try csv(rows) : try xlsx(rows)
            let checked = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await CheckLedger(table, as: format).perform(in: tx, ids: .system)
            }
            #expect(checked.faultCount == 2)
            #expect(try await count(desk) == 0)
            let back = try Table(file: checked.content, name: "so")
            #expect(back.rows[0].cells.last?.text == "Lỗi")
            let words = back.rows.map { $0[Self.heading.count].text }
            #expect(words[2].contains("Cơ quan chủ trì: không có đơn vị “Sở Lạ”") && words[2].contains("Thời hạn: "))
            #expect(words[1].isEmpty && words[3].isEmpty)
            // Checked again as it came back it says the same, in the same column.
            let twice = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await CheckLedger(back, as: .csv).perform(in: tx, ids: .system)
            }
            #expect(try Table(file: twice.content, name: "so").rows[0].cells.count == Self.heading.count + 1)
        }
        let marked = desk.rows.map { $0 + ["Thời hạn: sai"] }
        #expect(try await run(csv(marked, heading: Self.heading + ["Lỗi"])).count(of: .assigned) == 4)
    }

    @Test("is refused where cells are merged or days are bare numbers, each by its cell; title and group lines may be merged")
    func mergedAndSerial() async throws {
        let desk = try await Desk(province)
        var table = try xlsx(desk.rows)
        let rows = table.rows
        table.merges = [Table.Merge(rows: 3...4, columns: 7...7), Table.Merge(rows: 1...1, columns: 0...3)]
        let merged = await faults(table)
        #expect(merged.map(\.path) == ["trang “Sổ”, ô H3:H4"] && merged[0].reason.contains("bỏ gộp"))
        var serial = desk.rows
        serial[0][9] = "45107"
        let bare = await faults(try xlsx(serial))
        #expect(bare.map(\.path) == ["trang “Sổ”, ô J2 (Thời hạn)"], "\(bare)")
        #expect(bare.first?.reason.contains("là số 45107 (có thể là 30/06/2023)") == true)
        // A group line, merged across.
        let group = Table.Row(number: 2, cells: [.text("I. Lĩnh vực nội vụ")])
        let moved = rows.dropFirst().map { Table.Row(number: $0.number + 1, cells: $0.cells) }
        let grouped = Table(
            name: "so", sheet: "Sổ", rows: [rows[0], group] + moved, merges: [Table.Merge(rows: 2...2, columns: 0...5)])
        #expect(try await run(grouped, dryRun: true).count(of: .assigned) == 4)
    }

    @Test("reads headings and names whatever their case, marks and composition")
    func decomposed() async throws {
        let desk = try await Desk(province)
        let rows = desk.rows.map { $0.map(\.decomposedStringWithCanonicalMapping) }
        let heading = Self.heading.map { $0.uppercased().decomposedStringWithCanonicalMapping }
        #expect(try await run(csv(rows, heading: heading)).count(of: .assigned) == 4)
        #expect(try await run(xlsx(desk.rows)).count(of: .unchanged) == 4)
    }

    @Test("is refused whole, with the next step, where it is no such table")
    func noTable() async throws {
        let office = province
        func code(_ act: () async throws -> Table) async -> String? {
            await office.refusal { _ = try await run(try await act(), dryRun: true) }?.code
        }
        let paper = try #require(Data(base64Encoded: "JVBERi0xLjQKJeLjz9MK"))
        #expect(await code { try Table(file: Array(paper), name: "a.pdf") } == "invalid-table")
        #expect(await code { try Table(file: [0xD0, 0xCF, 0x11, 0xE0, 0], name: "a.xls") } == "invalid-table")
        #expect(await code { try Table(file: Array("PK\u{3}\u{4}hỏng".utf8), name: "a.xlsx") } == "invalid-table")
        #expect(await code { try Table(file: [], name: "a.csv") } == "invalid-table")
        #expect(await code { try csv([["x"]], heading: ["Cột lạ"]) } == "invalid-table")
        #expect(await code { try csv([], heading: Self.heading) } == "invalid-table")
        let many = (1...5_001).map { ["\($0)", "", "X\($0)", "", "", "NV", "Việc", "SNV", "", "", "", "", "", ""] }
        #expect(await code { try csv(many) } == "table-too-large")
        let columns = await faults(try csv([["1"]], heading: ["Nhiệm vụ", "Cơ quan chủ trì", "Nhiệm vụ", "Cột lạ"]))
        #expect(columns.map(\.path) == ["ô C1", "ô D1", "dòng 1", "dòng 1"])
    }

    @Test("is given by who may give alone; a unit gives to its own sub-units and sees its own ledger")
    func whoMay() async throws {
        let desk = try await Desk(province)
        let table = try csv([["", "", desk.code, "", "", "NV", "Việc của phòng", "PNV", "", "30/6/2023", "", "", "", ""]])
        for role in [Role.clerk, .tenantAdmin] {
            for dry in [true, false] {
                let refused = await province.refusal {
                    try await province.write(as: role, in: "district_101") { (tx: borrowing TenantTransaction) in
                        _ = try await ImportLedger(table, isDryRun: dry).perform(in: tx, ids: .system)
                    }
                }
                #expect(refused == .notAllowed, "\(role)")
            }
        }
        let given = try await province.write(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await ImportLedger(table, isDryRun: false).perform(in: tx, ids: .system)
        }
        #expect(given.count(of: .assigned) == 1)
        let own = try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            String(decoding: try await ExportLedger(as: .csv).perform(in: tx), as: UTF8.self)
        }
        #expect(own.contains(desk.code))
        let other = try await province.read(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
            String(decoding: try await ExportLedger(as: .csv).perform(in: tx), as: UTF8.self)
        }
        #expect(!other.contains(desk.code))
    }

    @Test("is begun from a template with instructions and every list of codes, which is read as an empty ledger")
    func template() async throws {
        let bench = try await LedgerBench(province)
        let content = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await LedgerTemplate(as: .xlsx, campaign: bench.campaign).perform(in: tx)
        }
        func cells(_ sheet: String) throws -> [String] {
            try Table(file: content, name: "mau.xlsx", sheet: sheet).rows.flatMap { $0.cells.map(\.text) }
        }
        #expect(try cells("Hướng dẫn").contains("Cơ quan chủ trì"))
        #expect(try cells("Đơn vị").contains("Sở Nội vụ") && cells("Nội dung").contains("III.3") && cells("Lĩnh vực").contains("NV"))
        #expect(try cells("Giá trị được chọn").contains("chỉ tiêu"))
        let empty = await province.refusal { _ = try await run(try Table(file: content, name: "mau.xlsx")) }
        #expect(empty?.code == "invalid-table" && empty?.detail.contains("không có dòng nào") == true)
        let refused = await province.refusal {
            try await province.read(as: .clerk, in: "district_101") { (tx: borrowing TenantTransaction) in
                _ = try await LedgerTemplate(as: .csv).perform(in: tx)
            }
        }
        #expect(refused == .notAllowed)
    }
}
