import Documents
import Domain
import Foundation
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("An import of an assignment table", .province(opening: 2), .timeLimit(.minutes(30)))
struct ImportTests {
    let province = Province.current

    private static let heading = "TT,Nhiệm vụ,Cơ quan chủ trì,Cơ quan phối hợp,Sản phẩm,Cấp trình,Thời hạn"

    private func run(_ bench: LedgerBench, _ text: String, dry: Bool = false, _ edit: (inout ImportItems) -> Void = { _ in }) async throws
        -> ImportOutcome
    {
        var importing = ImportItems(
            directive: bench.directive, campaign: bench.campaign, content: Array(text.utf8),
            defaults: ImportItems.Defaults(sector: "NV", content: "III.3"), isDryRun: dry)
        edit(&importing)
        let act = importing
        return try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }

    private func faults(_ bench: LedgerBench, _ text: String, _ edit: (inout ImportItems) -> Void = { _ in }) async -> [FieldFault] {
        await province.refusal { _ = try await run(bench, text, edit) }?.fields ?? []
    }

    private func items(_ bench: LedgerBench) async throws -> [LedgerEntry] {
        try await bench.list(LedgerFilter(directive: bench.directive))
    }

    @Test("cuts a directive into items, with its optional columns, due words kept")
    func imports() async throws {
        let bench = try await LedgerBench(province)
        let text = """
            \(Self.heading),Loại,Lĩnh vực,Nội dung,Chỉ tiêu,Chiều,Đơn vị tính,Giá trị gốc,Lãnh đạo phụ trách
            I,Lĩnh vực nội vụ,,,,,,,,,,,,,
            1,"Tham mưu ban hành
            quy chế làm việc",Sở Nội vụ,"UBND Huyện Một, Thanh tra tỉnh",Tờ trình,UBND tỉnh,trước ngày 30/6/2023,,,,,,,,vice_chairman province
            2,Giảm tỷ lệ hộ nghèo,UBND huyện Một; 102,,,,trong năm 2023,chỉ tiêu,Nông nghiệp,III.4,"2,5",không quá,%,"3,75",
            3,Cải cách hành chính,SNV,Các cơ quan liên quan,,,Thường xuyên,nhiệm vụ,,,,,,,
            """
        let outcome = try await run(bench, text)
        #expect(outcome.assigned.map(\.sourceRow) == ["1", "2", "2", "3"])
        #expect(outcome.coordinating == 2)
        let found = try await items(bench).filter { $0.item.role == .lead }
        #expect(found.count == 4)
        let first = try #require(found.first { $0.item.sourceRow == "1" }?.item)
        #expect(first.terms.title == "Tham mưu ban hành quy chế làm việc")
        #expect(first.terms.dueWords == "trước ngày 30/6/2023")
        #expect(first.terms.dueOn == CivilDate("2023-06-29"))
        #expect(first.terms.completion == .trinh)
        #expect(first.terms.sourceClause == "Số thứ tự 1")
        #expect(first.terms.provinceLeader == province.post(of: .viceChairman))
        #expect(first.terms.coordinators == ["Huyện Một", "Thanh tra tỉnh"])
        #expect(first.code.hasSuffix("-001"))
        let targets = found.filter { $0.item.sourceRow == "2" }
        #expect(Set(targets.map(\.names.tenant.text)) == ["district_101", "district_102"])
        let goal = targets.first?.item.terms.goal
        #expect(goal == WorkItem.Goal(direction: .atMost, target: Quantity("2.5")!, unit: "%", baseline: Quantity("3.75")))
        #expect(
            targets.allSatisfy {
                $0.item.terms.dueOn == CivilDate("2023-12-31") && $0.item.terms.content == "III.4" && $0.item.terms.sector == "NN"
            })
        let third = try #require(found.first { $0.item.sourceRow == "3" }?.item)
        #expect(third.terms.dueOn == nil)
        #expect(third.terms.coordinators == ["Các cơ quan liên quan"])
    }

    @Test(
        "finds headings and names whatever their case, spaces, marks and composition",
        arguments: [
            ("tt, NHIỆM  VỤ ,co quan chu tri,cơ quan phối hợp,sản phẩm,cấp trình,THỜI HẠN", "Sở Nội vụ"),
            ("STT,Nội dung nhiệm vụ,Đơn vị chủ trì,Đơn vị phối hợp,Sản phẩm,Cấp trình,Thời gian hoàn thành", "sở nội vụ"),
            (heading, "SO NOI VU"), (heading, "snv"),
            (heading.decomposedStringWithCanonicalMapping, "Sở Nội vụ".decomposedStringWithCanonicalMapping),
            ("\u{FEFF}" + heading.replacing(",", with: ";"), "Sở Nội vụ"),
            ("PHỤ LỤC,,,,,,\nGiao nhiệm vụ,,,,,,\n" + heading, "Ủy ban nhân dân Sở Nội vụ"),
        ])
    func tolerance(heading: String, unit: String) async throws {
        let bench = try await LedgerBench(province)
        let separator = heading.contains(";") ? ";" : ","
        let row = ["7", "Việc thứ bảy", unit, "", "", "", "hết ngày 15/7/2023"].joined(separator: separator)
        let outcome = try await run(bench, heading + "\r\n" + row + "\r\n")
        #expect(outcome.assigned.map(\.unit) == ["Sở Nội vụ"])
        #expect(outcome.assigned.map(\.dueOn) == [CivilDate("2023-07-15")])
    }

    @Test("of the same file again doubles nothing; a row that reads otherwise is named and left alone")
    func again() async throws {
        let bench = try await LedgerBench(province)
        let text = Self.heading + "\n1,Việc một,SNV,TTT,,,30/6/2023\n2,Việc hai,101,,,,30/6/2023\n"
        #expect(try await run(bench, text).assigned.count == 2)
        let before = try await items(bench)
        let second = try await run(bench, text + "3,Việc ba,102,,,,30/6/2023\n")
        #expect(second.assigned.map(\.sourceRow) == ["3"])
        #expect(second.unchanged == ["1", "2"])
        let third = try await run(bench, Self.heading + "\n1,Việc một,SNV,TTT,,,30/6/2023\n2,Việc khác,101,,,,30/6/2023\n")
        #expect(third.assigned.isEmpty)
        #expect(third.differing == ["2"])
        // Other work of another unit is no change of the row: it would never be given.
        let other = await province.refusal { _ = try await run(bench, Self.heading + "\n2,Việc mới,102,,,,30/6/2023\n") }
        #expect(other?.fields.map { $0.reason.contains("đã giao việc khác") } == [true])
        #expect(try await items(bench).filter { $0.item.sourceRow != "3" } == before)
    }

    @Test("of the same file by two at once gives its items once")
    func twoAtOnce() async throws {
        let bench = try await LedgerBench(province)
        let text = Self.heading + "\n" + (1...20).map { "\($0),Việc \($0),SNV,101,,,30/6/2023" }.joined(separator: "\n")
        let refused = await withTaskGroup(of: Problem?.self) { group in
            for _ in 0..<2 { group.addTask { await province.refusal { _ = try await run(bench, text) } } }
            return await group.reduce(into: [Problem?]()) { $0.append($1) }
        }
        #expect(refused.contains(nil))
        #expect(refused.compactMap { $0?.code }.allSatisfy { ["imported-already", "code-taken"].contains($0) })
        #expect(try await items(bench).count == 40)
    }

    @Test("loses no cell: one beside the table is a fault, also where a title stands above the heading")
    func strays() async throws {
        let bench = try await LedgerBench(province)
        let row = "1,Rà soát, sửa đổi, bổ sung định mức,SNV,,,,30/6/2023"
        for text in ["\(Self.heading)\n\(row)", "PHỤ LỤC\n\(Self.heading)\n\(row)"] {
            let found = await faults(bench, text)
            #expect(found.contains { $0.reason.hasPrefix("nhiều ô hơn dòng tiêu đề") }, "\(found)")
        }
    }

    @Test("says of every typed code, by row, what is wrong with it, beside the other faults")
    func codes() async throws {
        let bench = try await LedgerBench(province)
        _ = try await run(bench, Self.heading + ",Mã\n1,Việc một,SNV,,,,30/6/2023,CÓ-RỒI\n")
        let found = await faults(
            bench,
            """
            \(Self.heading),Mã
            2,Việc hai,SNV,,,,30/6/2023,MỘT
            3,Việc ba,SNV,,,,30/6/2023,MỘT
            4,Việc bốn,101,,,,30/6/2023,MỘT
            5,Việc năm,SNV,,,,30/6/2023,CÓ-RỒI
            6,Việc sáu,SNV,,,,30/6/2023,\(String(repeating: "M", count: 65))
            7,Việc bảy,SNV,,,,hằng tháng,
            """)
        #expect(found.map(\.path) == ["dòng 3, cột Mã", "dòng 5, cột Mã", "dòng 6, cột Mã", "dòng 7, cột Thời hạn"])
        #expect(found.first?.reason == "“MỘT” đã có ở dòng 2; nhập mã khác hoặc bỏ trống")
        #expect(found.last?.reason.hasSuffix("Ghi các kỳ ở cột “Kỳ hạn”.") == true, "\(found)")
        // Of a row that was imported with its code nothing is said.
        let again = try await run(bench, Self.heading + ",Mã\n1,Việc một,SNV,,,,30/6/2023,CÓ-RỒI\n")
        #expect(again.unchanged == ["1"])
    }

    @Test("comes back as an annex with the paper's own TT: rows as they stand there, the units of one together, whatever is due first")
    func annex() async throws {
        let bench = try await LedgerBench(province)
        _ = try await run(
            bench, Self.heading + "\n10,Việc mười,SNV,,,,30/6/2023\n2,Việc hai,102; 101,,,,30/9/2023\n9,Việc chín,SNV,,,,31/8/2023\n")
        let annex = MakeAssignmentAnnex(.directive(bench.directive))
        let sheet = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await annex.workbook(in: tx)
        }
        let rows = try Table(xlsx: sheet, name: "phu-luc.xlsx", sheet: "Phụ lục").rows.dropFirst().map { $0.cells.map(\.text) }
        #expect(rows.compactMap(\.first) == ["2", "2", "9", "10"], "\(rows)")
        #expect(rows.compactMap { $0.dropFirst(2).first } == ["Việc hai", "Việc hai", "Việc chín", "Việc mười"], "\(rows)")
        #expect(rows.prefix(2).compactMap { $0.dropFirst(3).first } == ["Huyện Một", "Thị xã Hai"], "\(rows)")
    }

    @Test("with units that a comma parts keeps each by its name: the annex names it once, and each can hold the item up by itself")
    func commas() async throws {
        let bench = try await LedgerBench(province)
        let named = "Thanh tra tỉnh, UBND Huyện Một và UBND các huyện, thành phố"
        _ = try await run(bench, Self.heading + "\n1,Việc một,SNV,\"\(named)\",,,30/6/2023\n")
        let lead = try #require(try await items(bench).first { $0.item.role == .lead }?.item)
        #expect(lead.terms.coordinators == ["Thanh tra tỉnh", "Huyện Một", "UBND các huyện, thành phố"])
        func printed() async throws -> String? {
            let annex = MakeAssignmentAnnex(.directive(bench.directive))
            let sheet = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await annex.workbook(in: tx)
            }
            return try Table(xlsx: sheet, name: "phu-luc.xlsx", sheet: "Phụ lục").rows.last.map { $0[4].text }
        }
        #expect(try await printed() == "Thanh tra tỉnh, Huyện Một, UBND các huyện, thành phố")
        try await bench.report(ReportProgress(item: lead.id, narrative: "Chưa gửi số liệu", delayedBy: "huyện một"), in: "dept_snv")
        try await bench.report(ReportProgress(item: lead.id, narrative: "Chưa góp ý", delayedBy: "Thị xã Hai"), in: "dept_snv")
        #expect(try await bench.show(lead.id).reports.compactMap(\.delayedBy).sorted() == ["Huyện Một", "Thị xã Hai"])
        let unnamed = ReportProgress(item: lead.id, narrative: "Chưa góp ý", delayedBy: "Sở Nội vụ")
        #expect(await province.refusal { try await bench.report(unnamed, in: "dept_snv") }?.fields.map(\.path) == ["$.delayedBy"])
        // What was kept in one piece before is read in its pieces as well.
        try await province.asSuperuser(
            "SET session_replication_role = replica; UPDATE core.work_item SET coordinators = ARRAY['\(named)'] WHERE id = '\(lead.id)'")
        #expect(try await printed() == named)
        try await bench.report(ReportProgress(item: lead.id, narrative: "Chưa ký", delayedBy: "Thanh tra tỉnh"), in: "dept_snv")
        #expect(try await bench.show(lead.id).reports.compactMap(\.delayedBy).contains("Thanh tra tỉnh"))
    }

    @Test("on a dry run is refused to who may not give, as in earnest", arguments: [true, false])
    func whoMayNot(dry: Bool) async throws {
        let bench = try await LedgerBench(province)
        let act = ImportItems(
            directive: bench.directive, campaign: bench.campaign,
            content: Array((Self.heading + "\n1,Việc một,PNV,,,,30/6/2023\n").utf8),
            defaults: ImportItems.Defaults(sector: "NV", content: "III.3"), isDryRun: dry)
        for role in [Role.clerk, .tenantAdmin] {
            let refused = await province.refusal {
                try await province.write(as: role, in: "district_101") { (tx: borrowing TenantTransaction) in
                    _ = try await act.perform(in: tx, ids: .system)
                }
            }
            #expect(refused == .notAllowed, "\(role)")
        }
        let allowed = try await province.write(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
        #expect(allowed.assigned.count == 1)
        #expect(try await bench.list(LedgerFilter(directive: bench.directive), in: "district_101").count == (dry ? 0 : 1))
    }

    @Test("says what is wrong with its parameters once, by their names, however many rows there are")
    func parameters() async throws {
        let bench = try await LedgerBench(province)
        let text = Self.heading + "\n1,Việc một,SNV,,,,30/6/2023\n2,Việc hai,SNV,,,,30/6/2023\n"
        let early = await faults(bench, text) {
            $0.assignedOn = CivilDate("2023-03-19")
            $0.defaults = ImportItems.Defaults(sector: "ZZ", content: "IX")
        }
        #expect(early.map(\.path).sorted() == ["?assignedOn", "?content", "?sector"])
        #expect(await faults(bench, text) { $0.campaign = "NOWHERE" }.map(\.path) == ["?campaign"])
        #expect(await faults(bench, text) { $0.directive = IDSource.system.next() }.map(\.path) == ["?directive"])
    }

    @Test("refuses a row with more cells than the heading, and characters that hide in a cell, by row")
    func cells() async throws {
        let bench = try await LedgerBench(province)
        let wide = await faults(bench, Self.heading + "\n1,Việc một,SNV,,,,30/6/2023\n2,Việc hai, có dấu phẩy,SNV,,,,30/6/2023\n")
        #expect(wide.map(\.path) == ["dòng 3"])
        let stray = await faults(bench, Self.heading + "\n1,Việc \u{202E}một,SNV,,,,30/6/2023\n")
        #expect(stray.map(\.path) == ["dòng 2, cột thứ 2"])
    }

    @Test("on a dry run says what it would give, and gives nothing")
    func dryRun() async throws {
        let bench = try await LedgerBench(province)
        let outcome = try await run(bench, Self.heading + "\n1,Việc một,SNV,\"TTT, 101\",,,30/6/2023\n", dry: true)
        #expect(outcome.isDryRun)
        #expect(outcome.assigned.map(\.title) == ["Việc một"])
        #expect(outcome.coordinating == 2)
        #expect(try await items(bench).isEmpty)
    }

    @Test("with 40 faults in 1,000 rows names all 40 by row and column, and gives nothing")
    func manyFaults() async throws {
        let bench = try await LedgerBench(province)
        var rows = (1...1_000).map { "\($0),Việc \($0),SNV,101,Báo cáo,,30/6/2023" }
        var expected: Set<String> = []
        for index in 0..<10 {
            let number = index * 100 + 7
            rows[number] = "\(number + 1),Việc,Sở Không Có,101,,,30/6/2023"
            expected.insert("dòng \(number + 2), cột Cơ quan chủ trì")
            rows[number + 1] = "\(number + 2),Việc,SNV,101,,,ngày 31/6/2023"
            expected.insert("dòng \(number + 3), cột Thời hạn")
            rows[number + 2] = "\(number + 3),,SNV,101,,,30/6/2023"
            expected.insert("dòng \(number + 4), cột Nhiệm vụ")
            rows[number + 3] = "\(number + 4),Việc,SNV,SNV,,,30/6/2023"
            expected.insert("dòng \(number + 5), cột Cơ quan phối hợp")
        }
        let found = await faults(bench, Self.heading + "\n" + rows.joined(separator: "\n"))
        #expect(found.count == 40)
        #expect(Set(found.map(\.path)) == expected)
        #expect(try await items(bench).isEmpty)
    }

    @Test("gives 1,000 rows with as many co-ordinating items in one go")
    func large() async throws {
        let bench = try await LedgerBench(province)
        let text = Self.heading + "\n" + (1...1_000).map { "\($0),Việc \($0),SNV,101,Báo cáo,,30/6/2023" }.joined(separator: "\n")
        let outcome = try await run(bench, text)
        #expect(outcome.assigned.count == 1_000)
        #expect(outcome.coordinating == 1_000)
        #expect(try await province.count("SELECT count(*) FROM core.work_item WHERE directive_id = \(bench.directive)") == 2_000)
    }

    @Test(
        "names each fault of a cell once, in the words of the file's own heading",
        arguments: [
            ("x,Việc,SNV,,,,30/6/2023\nx,Việc,SNV,,,,30/6/2023", "dòng 3, cột TT"), (",Việc,SNV,,,,30/6/2023", "dòng 2, cột TT"),
            ("1,Việc,,,,,30/6/2023", "dòng 2, cột Cơ quan chủ trì"), ("1,Việc,SNV,Sở Lạ,,,30/6/2023", "dòng 2, cột Cơ quan phối hợp"),
            ("1,Việc,SNV,,,,hằng tháng", "dòng 2, cột Thời hạn"), ("1,Việc,SNV,,,,19/3/2023", "dòng 2, cột Thời hạn"),
        ])
    func oneFault(rows: String, path: String) async throws {
        let bench = try await LedgerBench(province)
        #expect(await faults(bench, Self.heading + "\n" + rows).map(\.path) == [path])
    }

    @Test(
        "names the faults of the optional columns",
        arguments: [
            ("Loại", "việc vặt", "Loại"), ("Lĩnh vực", "Vũ trụ", "Lĩnh vực"), ("Nội dung", "IX", "Nội dung"),
            ("Chỉ tiêu", "bảy", "Chỉ tiêu"),
            ("Lãnh đạo phụ trách", "Thủ tướng", "Lãnh đạo phụ trách"), ("Giá trị gốc", "5", nil), ("Chỉ đo cuối năm", "có", nil),
            ("Hoàn thành khi", "lúc nào đó", "Hoàn thành khi"),
            ("Lãnh đạo đơn vị phụ trách", "Giám đốc Sở Lạ", "Lãnh đạo đơn vị phụ trách"),
        ])
    func optionalColumns(column: String, cell: String, faulty: String?) async throws {
        let bench = try await LedgerBench(province)
        let found = await faults(bench, "\(Self.heading),\(column)\n1,Việc,SNV,,,,30/6/2023,\(cell)")
        #expect(found.map(\.path) == ["dòng 2, cột \(faulty ?? "Chỉ tiêu")"])
    }

    @Test("refuses what is no table, lacks columns or has strange ones")
    func tables() async throws {
        let bench = try await LedgerBench(province)
        func code(_ text: String) async -> String? { await province.refusal { _ = try await run(bench, text) }?.code }
        #expect(await code("") == "invalid-table")
        #expect(await code("xin chào\n") == "invalid-table")
        #expect(await code(Self.heading + "\n1,\"Việc,SNV,,,,30/6/2023") == "invalid-table")
        let open = await province.refusal { _ = try await run(bench, Self.heading + "\n1,Việc,SNV,,,,30/6/2023\n2,\"Việc,SNV,,,,\n") }
        #expect(open?.detail.contains("từ dòng 3.") == true, "\(open?.detail ?? "")")
        let rows = (1...2_001).map { "\($0),Việc,SNV,,,,30/6/2023" }.joined(separator: "\n")
        let long = await province.refusal { _ = try await run(bench, Self.heading + "\n" + rows) }
        #expect(long?.code == "invalid-table" && long?.detail.contains("nhiều nhất 2.000 dòng") == true)
        #expect(await faults(bench, "TT,Nhiệm vụ,Cơ quan chủ trì\n1,Việc,SNV").map(\.path) == ["cột Thời hạn"])
        #expect(await faults(bench, Self.heading + ",Màu\n1,Việc,SNV,,,,30/6/2023,đỏ").map(\.path) == ["cột Màu"])
        #expect(await faults(bench, Self.heading + ",Nhiệm vụ\n1,Việc,SNV,,,,30/6/2023,x").map(\.path) == ["cột Nhiệm vụ"])
        #expect(await faults(bench, Self.heading + "\n").map(\.path) == ["bảng"])
        #expect(await faults(bench, Self.heading + ",Ghi chú\n1,Việc,SNV,,,,30/6/2023,x").isEmpty)
        let utf16 = await province.refusal {
            _ = try await run(bench, "") { $0.content = [0xFF, 0xFE, 0x54, 0x00] }
        }
        #expect(utf16?.code == "invalid-table")
    }

    @Test("does not guess between units of one name")
    func ambiguous() async throws {
        let bench = try await LedgerBench(province)
        let codes = [try await province.freshDistrict(), try await province.freshDistrict()].map { String($0.dropFirst(9)) }
        // The same name to whoever writes without marks: tone marks stand in two ways.
        for (code, name) in zip(codes, ["Thị xã Hòa Bình", "Thị xã Hoà Bình"]) {
            try await province.asSuperuser("UPDATE core.tenant_name SET full_name = '\(name)' WHERE code = '\(code)'")
        }
        let found = await faults(bench, Self.heading + "\n1,Việc,thi xa hoa binh,,,,30/6/2023")
        #expect(found.map(\.path) == ["dòng 2, cột Cơ quan chủ trì"])
        #expect(found.first?.reason.contains("(\(codes[0]))") == true)
        let exact = try await run(bench, Self.heading + "\n1,Việc,Thị xã Hoà Bình,,,,30/6/2023\n2,Việc,\(codes[0]),,,,30/6/2023")
        #expect(exact.assigned.map(\.unit) == ["Thị xã Hoà Bình", "Thị xã Hòa Bình"])
    }

    @Test("takes units that papers name together without the one that leads and without the press; a unit named by itself stands once")
    func together() async throws {
        let bench = try await LedgerBench(province)
        let outcome = try await run(
            bench,
            Self.heading + """

                1,Việc của sở,Sở Nội vụ,"Các sở, ban, ngành tỉnh; UBND các huyện, thành phố",,,30/6/2023
                2,Việc của huyện,Huyện Một,"UBND các huyện, thành phố",,,30/6/2023
                3,Việc của các sở,"Các sở, ban, ngành tỉnh",,,,30/6/2023
                """)
        #expect(
            Set(outcome.assigned.filter { $0.sourceRow == "3" }.map(\.unit)) == [
                "Văn phòng Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Thanh tra tỉnh",
            ])
        try await bench.assign(bench.task(to: "dept_snv", title: "Việc giao riêng", coordinators: ["Các sở, ban, ngành tỉnh"]))
        let helping = try await items(bench).filter { $0.item.role == .coordinate }
        func helpers(_ title: String) -> Set<String> {
            Set(helping.filter { $0.item.terms.title == title }.map(\.names.tenant.text))
        }
        #expect(helpers("Việc của sở").isSuperset(of: ["dept_vpub", "dept_ttt", "district_101", "district_102"]))
        #expect(helpers("Việc của sở").isDisjoint(with: ["dept_snv", "dept_bao"]))
        #expect(helpers("Việc của huyện").contains("district_102") && !helpers("Việc của huyện").contains("district_101"))
        #expect(helpers("Việc giao riêng") == ["dept_vpub", "dept_ttt"])
        let twice = await faults(bench, Self.heading + "\n4,Việc,Sở Nội vụ,\"Sở Nội vụ; Các sở, ban, ngành tỉnh\",,,30/6/2023")
        #expect(twice.map(\.path) == ["dòng 2, cột Cơ quan phối hợp"])
        #expect(twice.first?.reason.contains("Sở Nội vụ vừa chủ trì vừa phối hợp") == true)
    }

    /// Officers of one title, of whom each has a name.
    private func seat(_ names: [String], as role: Role, _ title: String, in tenant: String) async throws -> [Post.ID] {
        let (home, day) = (province.tenant(tenant), LedgerBench.day("2020-01-01"))
        let people = names.map {
            Person(id: IDSource.system.next(), fullName: $0, kind: .canBo, activeFrom: day, endedOn: nil, version: 1)
        }
        let posts = people.map {
            Post(
                id: IDSource.system.next(), person: $0.id, unit: SubUnit.ID(home.uuid), role: role, title: title, leaderRank: .department,
                validFrom: day, validTo: nil, version: 1)
        }
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.add(people, to: home)
            try await tx.add(posts, in: home)
        }
        return posts.map(\.id)
    }

    @Test("tells leaders of one title apart by their names, in its rows, on the item and in its counts")
    func leadersOfOneTitle() async throws {
        let bench = try await LedgerBench(province)
        let deputies = try await seat(["Nguyễn Văn An", "Trần Thị Bình"], as: .viceChairman, "Phó Chủ tịch UBND tỉnh", in: "province")
        let heads = try await seat(["Lê Văn Cường", "Phạm Thị Dung"], as: .unitHead, "Phó Giám đốc", in: "dept_snv")
        let heading = Self.heading + ",Lãnh đạo phụ trách,Lãnh đạo đơn vị phụ trách"
        let text =
            heading + """

                1,Việc một,SNV,,,,30/6/2023,Phó Chủ tịch UBND tỉnh Nguyễn Văn An,Phó Giám đốc Lê Văn Cường
                2,Việc hai,SNV,,,,30/6/2023,PCT Trần Thị Bình,Phạm Thị Dung
                3,Việc ba,SNV,,,,30/6/2023,vice_chairman province,
                """
        #expect(try await run(bench, text).assigned.count == 3)
        let found = try await items(bench)
        func leaders(_ row: String) -> [Post.ID?] {
            let terms = found.first { $0.item.sourceRow == row }?.item.terms
            return [terms?.provinceLeader, terms?.unitLeader]
        }
        #expect(leaders("1") == [deputies[0], heads[0]] && leaders("2") == [deputies[1], heads[1]])
        #expect(leaders("3") == [province.post(of: .viceChairman), nil])
        // In the same words it is read back, and nothing is given twice.
        #expect(try await run(bench, text).unchanged == ["1", "2", "3"])

        let shown = try await bench.show(try #require(found.first { $0.item.sourceRow == "1" }).item.id)
        #expect(shown.provinceLeaderTitle == "Phó Chủ tịch UBND tỉnh Nguyễn Văn An" && shown.unitLeaderTitle == "Phó Giám đốc Lê Văn Cường")
        let filter = LedgerFilter(directive: bench.directive)
        let (ofProvince, ofUnits) = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            (
                try await CountItems(by: .provinceLeader, filter: filter).perform(in: tx).compactMap(\.label),
                try await CountItems(by: .unitLeader, filter: filter).perform(in: tx).compactMap(\.label)
            )
        }
        #expect(
            Set(ofProvince) == [
                "Phó Chủ tịch UBND tỉnh Nguyễn Văn An", "Phó Chủ tịch UBND tỉnh Trần Thị Bình", "vice_chairman province",
            ])
        #expect(Set(ofUnits) == ["Phó Giám đốc Lê Văn Cường", "Phó Giám đốc Phạm Thị Dung"])

        let bare = await faults(bench, heading + "\n4,Việc,SNV,,,,30/6/2023,Phó Chủ tịch UBND tỉnh,Phó Giám đốc")
        #expect(bare.map(\.path) == ["dòng 2, cột Lãnh đạo đơn vị phụ trách", "dòng 2, cột Lãnh đạo phụ trách"])
        #expect(bare.allSatisfy { fault in fault.path.contains("đơn vị") == fault.reason.contains("Phó Giám đốc Phạm Thị Dung") })
        #expect(bare.last?.reason.contains("Phó Chủ tịch UBND tỉnh Nguyễn Văn An; Phó Chủ tịch UBND tỉnh Trần Thị Bình") == true)
    }

    @Test("by a district gives to its communes from its own paper")
    func district() async throws {
        _ = try await LedgerBench(province)
        let act = try await province.write(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
            let paper = try await EnterDirective(paper: LedgerBench.paper(number: "9/KH-UBND")).perform(in: tx, ids: .system)
            let text = Self.heading + "\n1,Việc ở cơ sở,\"UBND các xã, phường, thị trấn\",PNV,,,30/6/2023"
            return try await ImportItems(
                directive: paper, content: Array(text.utf8), defaults: .init(sector: "NV"), isDryRun: false
            ).perform(in: tx, ids: .system)
        }
        #expect(act.assigned.count == 4)
        #expect(act.coordinating == 1)
    }

    @Test("by a district finds its own by the short names that it writes, several beside each other, and says which it could be otherwise")
    func shortNames() async throws {
        _ = try await LedgerBench(province)
        try await province.asSuperuser(
            "SET session_replication_role = replica; UPDATE core.sub_unit_version SET name = 'Tân Thành' WHERE code IN ('10203', '10204')")
        let paper = try await province.write(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
            try await EnterDirective(paper: LedgerBench.paper(number: "10/KH-UBND")).perform(in: tx, ids: .system)
        }
        func given(_ rows: String) async throws -> ImportOutcome {
            let content = Array("\(Self.heading)\n\(rows)".utf8)
            return try await province.write(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
                try await ImportItems(directive: paper, content: content, defaults: .init(sector: "NV"), isDryRun: false)
                    .perform(in: tx, ids: .system)
            }
        }
        let outcome = try await given(
            "1,Việc một,phòng nội vụ,Xã 102 số 1 và UBND các phường,,,30/6/2023\n2,Việc hai,Xã 102 số 1 và Xã 102 số 2,,,,30/6/2023")
        #expect(outcome.assigned.map(\.sourceRow) == ["1", "2", "2"] && outcome.coordinating == 2)
        let found = try await entries(of: paper, in: "district_102")
        let first = found.first { $0.item.sourceRow == "1" && $0.item.role == .lead }?.item
        #expect(first?.unit == province.unit("PNV", in: "district_102"))
        #expect(first?.terms.coordinators == ["Xã 102 số 1, Thị xã Hai", "UBND các phường"])

        let office = province
        func reason(_ lead: String) async -> String? {
            await office.refusal { _ = try await given("3,Việc ba,\(lead),,,,30/6/2023") }?.fields.first?.reason
        }
        #expect(
            await reason("Tân Thành")?.contains("Phường 102 số 3, Thị xã Hai (10203) hoặc Thị trấn 102 số 4, Thị xã Hai (10204)") == true)
        #expect(await reason("Phòng Nội vụ thị xã")?.contains("; gần giống: Phòng Nội vụ, Thị xã Hai (PNV)") == true)
        #expect(await reason("Đội xe")?.hasSuffix("mã đơn vị") == true)
    }

    private func entries(of paper: Directive.ID, in tenant: String) async throws -> [LedgerEntry] {
        try await province.read(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
            try await ListItems(filter: LedgerFilter(directive: paper), limit: 500).perform(in: tx).entries
        }
    }
}
