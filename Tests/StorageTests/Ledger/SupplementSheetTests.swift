import Documents
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Deadlines that come back, further papers, the confirming body, earlier years and the paper that fixes the date, in tables.
@Suite("What items say beyond their terms, in tables", .province, .timeLimit(.minutes(30)))
struct SupplementSheetTests {
    let province = Province.current

    private static let heading = [
        "TT", "Văn bản giao", "Phong trào", "Nội dung", "Lĩnh vực", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Chỉ tiêu", "Đơn vị tính",
        "Cơ quan xác nhận số liệu", "Kỳ hạn", "Văn bản giao khác", "Ngày giao năm trước", "Thời hạn năm trước", "Mã năm trước",
        "Văn bản ấn định thời hạn",
    ]

    /// A paper by which rows are given, and two others.
    private struct Desk {
        let bench: LedgerBench
        let first: String
        let second: String
        let third: String

        init(_ province: Province) async throws {
            bench = try await LedgerBench(province)
            let id = bench.directive
            func enter() async throws -> String {
                let number = "\(UInt32.random(in: 10_000...4_000_000_000))/CT-UBND"
                let paper = LedgerBench.paper(number: number)
                try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                    _ = try await EnterDirective(paper: paper).perform(in: tx, ids: .system)
                }
                return number
            }
            first = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ShowDirective(id: id).perform(in: tx).paper.number
            }
            second = try await enter()
            third = try await enter()
        }

        var rows: [[String]] {
            [
                [
                    "1", first, bench.campaign, "III.3", "NV", "Báo cáo định kỳ", "Sở Nội vụ", "Hằng tháng", "", "", "",
                    "hằng tháng từ 25/6/2023 đến 25/9/2023", "Chỉ thị số \(second) ngày 20/3/2023: mục II.3", "", "", "", "",
                ],
                [
                    "2", first, bench.campaign, "III.4", "NN", "Đạt tỷ lệ", "101", "31/12/2023", "7,5", "%", "Cục Thống kê tỉnh", "", "",
                    "",
                    "", "", "",
                ],
                [
                    "3", first, bench.campaign, "III.3", "NV", "Việc chuyển tiếp", "SNV", "30/6/2023", "", "", "", "",
                    "\(second): điểm a, b; mục III\n\(second): Điều 2", "10/5/2022", "31/12/2022", "NV-9", "1520/UBND-TH",
                ],
            ]
        }
    }

    private func csv(_ rows: [[String]]) throws -> Table {
        try Table(file: Array(CSVText.make(columns: Self.heading, rows: rows).utf8), name: "so.csv")
    }

    private func run(_ table: Table, dryRun: Bool = false) async throws -> LedgerImportOutcome {
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ImportLedger(table, isDryRun: dryRun).perform(in: tx, ids: .system)
        }
    }

    /// The items of a paper with all that they say, by their numbers in it.
    private func items(_ bench: LedgerBench, of directive: Directive.ID) async throws -> [WorkItemDetail] {
        var found: [WorkItemDetail] = []
        for entry in try await bench.list(LedgerFilter(directive: directive)) { found.append(try await bench.show(entry.item.id)) }
        return found.sorted { ($0.entry.item.sourceRow ?? "") < ($1.entry.item.sourceRow ?? "") }
    }

    private func says(_ items: [WorkItemDetail], as desk: Desk) {
        #expect(items.count == 3)
        guard items.count == 3 else { return }
        let (periodic, target, carried) = (items[0], items[1], items[2])
        #expect(
            periodic.occurrences.map(\.dueOn)
                == ["2023-06-25", "2023-07-25", "2023-08-25", "2023-09-25"].compactMap { CivilDate($0) })
        #expect(periodic.entry.item.terms.dueOn == CivilDate("2023-09-25"), "the last of its deadlines")
        #expect(periodic.sources.map(\.clause) == ["mục II.3"] && periodic.sources[0].paper.contains(desk.second))
        #expect(target.entry.item.terms.goal?.confirmer == WorkItem.Confirmer(name: "Cục Thống kê tỉnh"))
        #expect(target.occurrences.isEmpty && target.sources.isEmpty)
        #expect(
            carried.entry.item.carried
                == CarriedOver(code: "NV-9", assignedOn: LedgerBench.day("2022-05-10"), dueOn: LedgerBench.day("2022-12-31")))
        #expect(carried.entry.item.terms.dueDocument == "1520/UBND-TH")
        #expect(Set(carried.sources.map(\.clause)) == ["điểm a, b; mục III", "Điều 2"])
    }

    /// As if the ledger came from elsewhere: the same rows of another paper, without the codes that they had.
    private func moved(_ table: Table, to number: String) -> Table {
        let titles = table.rows[0].cells.map(\.text)
        let rows = table.rows.enumerated().map { index, row in
            guard index > 0 else { return row }
            let cells = row.cells.enumerated().map { column, cell in
                switch titles[column] {
                case "Văn bản giao": Table.Cell.text(number)
                case "Mã": Table.Cell.empty
                default: cell
                }
            }
            return Table.Row(number: row.number, cells: cells)
        }
        return Table(name: table.name, sheet: table.sheet, rows: rows)
    }

    @Test("is given by a ledger file, comes back in its export, and read again changes nothing; elsewhere it is given anew as it was")
    func thereAndBack() async throws {
        let desk = try await Desk(province)
        let table = try csv(desk.rows)
        #expect(try await run(table, dryRun: true).count(of: .assigned) == 3)
        let given = try await run(table)
        #expect(given.rows.map(\.result) == [.assigned, .assigned, .assigned])
        #expect(given.rows.map(\.dueOn) == ["2023-09-25", "2023-12-31", "2023-06-30"].map { CivilDate($0) })
        says(try await items(desk.bench, of: desk.bench.directive), as: desk)
        #expect(try await run(table).count(of: .unchanged) == 3)

        let (filter, third) = (LedgerFilter(directive: desk.bench.directive), desk.third)
        for format in LedgerFileFormat.allCases {
            let content = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ExportLedger(filter, as: format).perform(in: tx)
            }
            let exported = try Table(file: content, name: "so")
            let back = try await run(exported)
            #expect(back.rows.map(\.result) == [.unchanged, .unchanged, .unchanged], "\(back.rows)")
            guard format == .xlsx else { continue }
            let elsewhere = try await run(moved(exported, to: third))
            #expect(elsewhere.count(of: .assigned) == 3, "\(elsewhere.rows)")
            let papers = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await LedgerSheetSource.directives(numbered: [third], in: tx)
            }
            says(try await items(desk.bench, of: try #require(papers.first).id), as: desk)
        }
    }

    @Test("is compared column by column, and each cell that is wrong is named")
    func comparedAndChecked() async throws {
        let desk = try await Desk(province)
        _ = try await run(csv(desk.rows))
        var rows = desk.rows
        rows[0][11] = "25/6/2023; 25/7/2023; 25/8/2023; 25/9/2023"
        rows[0][12] = "\(desk.second): mục II.3"
        rows[1][10] = "cục thống kê tỉnh"
        #expect(try await run(csv(rows)).count(of: .unchanged) == 3, "the same in other words is the same")
        rows[0][11] = "hằng tháng từ 25/6/2023 đến 25/8/2023"
        rows[1][10] = "Sở Tài chính"
        (rows[2][12], rows[2][13], rows[2][16]) = ("\(desk.second): Điều 2", "11/5/2022", "")
        #expect(
            try await run(csv(rows)).rows.map(\.differs) == [
                ["Kỳ hạn"], ["Cơ quan xác nhận số liệu"], ["Văn bản giao khác", "Ngày giao năm trước", "Văn bản ấn định thời hạn"],
            ])

        var wrong = try await Desk(province).rows
        wrong[0][11] = "hằng tuần"
        wrong[0][12] = "999999/CT-KHÔNG: mục 1"
        wrong[1][11] = "25/6/2024"
        wrong[1][12] = "chỉ có mục"
        (wrong[2][13], wrong[2][14]) = ("", "31/12/2022")
        let refused = await province.refusal { _ = try await run(csv(wrong), dryRun: true) }
        #expect(
            refused?.fields.map(\.path) == [
                "ô H2 (Thời hạn)", "ô L2 (Kỳ hạn)", "ô M2 (Văn bản giao khác)", "ô L3 (Kỳ hạn)", "ô M3 (Văn bản giao khác)",
                "ô N4 (Ngày giao năm trước)",
            ], "\(String(describing: refused?.fields))")
        #expect(refused?.fields.first?.reason.contains("Ghi các kỳ ở cột “Kỳ hạn”") == true)
    }

    @Test("is given by the table of one paper too")
    func ofOnePaper() async throws {
        let desk = try await Desk(province)
        let columns = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Kỳ hạn", "Văn bản giao khác", "Ngày giao năm trước"]
        let content = CSVText.make(
            columns: columns,
            rows: [
                ["1", "Báo cáo quý", "SNV", "31/12/2023", "hằng quý từ 15/6/2023 đến 15/12/2023", "\(desk.second): mục I", ""],
                ["2", "Việc chuyển tiếp", "SNV", "Thường xuyên", "", "", "10/5/2022"],
            ])
        let importing = ImportItems(
            directive: desk.bench.directive, campaign: desk.bench.campaign, content: Array(content.utf8),
            defaults: ImportItems.Defaults(sector: "NV", content: "III.3"), isDryRun: false)
        let outcome = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await importing.perform(in: tx, ids: .system)
        }
        #expect(outcome.assigned.count == 2)
        let found = try await items(desk.bench, of: desk.bench.directive)
        #expect(found.map(\.occurrences.count) == [3, 0] && found.map(\.sources.count) == [1, 0])
        #expect(found.last?.entry.item.carried?.assignedOn == LedgerBench.day("2022-05-10"))
    }
}
