import Documents
import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("A list of people", .province(opening: 9), .timeLimit(.minutes(30)))
struct ImportPeopleTests {
    let province = Province.current

    private static let heading = ["Họ và tên", "Loại", "Đơn vị", "Chức vụ", "Vai trò", "Cấp lãnh đạo", "Từ ngày", "Tên đăng nhập"]

    /// Names are not unique to a test: each has a district of its own.
    private func rows(_ code: String) -> [[String]] {
        [
            [
                "Nguye\u{302}\u{303}n Va\u{306}n Ước", "công chức", "\(code)01", "Chuyên viên",
                "Công chức phòng, ban, xã, phường, thị trấn", "", "01/02/2023", "nguyen.uoc",
            ],
            ["Trần Thị Bé", "Viên chức", "Xã \(code) số 2", "Văn thư", "sub_unit_officer", "người trực tiếp công tác", "2023-03-01", ""],
            ["Lê Văn Ca", "cán bộ", "PNV", "Trưởng phòng Nội vụ", "sub_unit_head", "từ phó trưởng phòng trở lên", "", "le.ca"],
            ["Lê Văn Ca", "cán bộ", "\(code)", "Thư ký Hội đồng", "Thư ký Hội đồng TĐKT của đơn vị", "", "", "le.ca"],
        ]
    }

    private func csv(_ rows: [[String]]) throws -> Table {
        try Table(file: Array(CSVText.make(columns: Self.heading, rows: rows).utf8), name: "danh-sach.csv")
    }

    private func xlsx(_ rows: [[String]]) throws -> Table {
        var writer = try WorkbookWriter(title: "x", createdOn: province.businessDate)
        writer.begin("Danh sách", columns: Self.heading.map { WorkbookWriter.Column($0) })
        for row in rows {
            writer.append(
                row.enumerated().map { column, text in
                    if column == 6, let day = CivilDate(vietnamese: text) ?? CivilDate(text) { return .date(day) }
                    return text.isEmpty ? .empty : .text(text)
                })
        }
        return try Table(file: try writer.finish(), name: "danh-sach.xlsx")
    }

    private func run(_ table: Table, dryRun: Bool = false, in district: String, as role: Role = .tenantAdmin) async throws -> PeopleOutcome
    {
        try await province.write(as: role, in: district) { (tx: borrowing TenantTransaction) in
            try await ImportPeople(table, isDryRun: dryRun).perform(in: tx, ids: .system)
        }
    }

    private func counts(_ district: String) async throws -> [Int] {
        let tenant = province.tenant(district)
        return [
            try await province.count("SELECT count(*) FROM core.person WHERE tenant_id = \(tenant)"),
            try await province.count("SELECT count(*) FROM core.post WHERE tenant_id = \(tenant)"),
            try await province.count(
                "SELECT count(*) FROM core.account AS a JOIN core.person AS n ON n.id = a.person_id WHERE n.tenant_id = \(tenant)"),
        ]
    }

    @Test("as CSV and as XLSX does the same: people, posts, accounts with links, one person in two posts; again it changes nothing")
    func bothForms() async throws {
        for make in [csv, xlsx] as [([[String]]) throws -> Table] {
            let district = try await province.freshDistrict()
            let code = String(district.dropFirst("district_".count))
            let table = try make(rows(code))
            let before = try await counts(district)
            let dry = try await run(table, dryRun: true, in: district)
            #expect(dry.isDryRun && dry.handouts.isEmpty && dry.count(of: .person) == 3)
            #expect(try await counts(district) == before)
            let outcome = try await run(table, in: district)
            #expect(outcome.rows.map(\.results) == [[.person, .post, .account], [.person, .post], [.person, .post, .account], [.post]])
            #expect(outcome.handouts.map(\.username) == ["\(district).nguyen.uoc", "\(district).le.ca"])
            #expect(try await counts(district) == zip(before, [3, 4, 2]).map { $0 + $1 })
            let again = try await run(table, in: district)
            #expect(again.unchanged == 4 && again.handouts.isEmpty)
            #expect(try await counts(district) == zip(before, [3, 4, 2]).map { $0 + $1 })
            let names = try await province.read(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
                try await ListPeople(limit: 100).perform(in: tx).people.map(\.fullName)
            }
            #expect(names.contains { $0.utf8.elementsEqual("Nguyễn Văn Ước".utf8) }, "kept composed")
        }
    }

    @Test("a link of the list sets a password and lets its person in")
    func link() async throws {
        let district = try await province.freshDistrict()
        let outcome = try await run(try csv([rows(String(district.dropFirst("district_".count)))[0]]), in: district)
        let handout = try #require(outcome.handouts.first)
        let passwords = PasswordHasher(.least)
        _ = try await SetPassword(by: handout.link.token, to: "bon con ga vang").perform(at: province.signIn, passwords: passwords)
        let session = try await SignIn(username: handout.username, password: "bon con ga vang")
            .perform(at: province.signIn, passwords: passwords, ids: .system)
        #expect(session.posts.map(\.title) == ["Chuyên viên"])
    }

    @Test("all faults are answered at once by their cells, and nothing is written")
    func faults() async throws {
        let district = try await province.freshDistrict()
        let code = String(district.dropFirst("district_".count))
        let before = try await counts(district)
        let table = try csv([
            rows(code)[0], ["", "thợ", "Phòng Không Có", "", "chairman", "cao", "31/02/2023", "ă"],
            ["Người 2", "công chức", code, "x", "clerk", "", "1/1/1800", ""],
            ["Nguyễn Văn Ước", "viên chức", "PNV", "Chuyên viên", "clerk", "", "", "nguyen.uoc"],
            ["Nguyễn Văn Ước", "công chức", "PNV", "Chuyên viên", "clerk", "", "", ""],
            ["Khác Tên", "công chức", "PNV", "Chuyên viên", "clerk", "", "", "nguyen.uoc"], rows(code)[0],
            ["Phan Văn Thử", "cán bộ", "\(code)03", "Phó Chủ tịch", "Thủ trưởng đơn vị", "", "", ""],
            ["Lê Thị Tư", "công chức", "TT01", "Văn thư", "clerk", "", "", ""],
        ])
        let problem = await province.refusal { _ = try await run(table, in: district) }
        #expect(problem?.code == "invalid-input")
        let expected = [
            "ô A3", "ô B3", "ô C3", "ô D3", "ô E3", "ô F3", "ô G3", "ô H3", "ô A4", "ô G4", "ô B5", "ô H6", "ô H7", "ô A8", "ô E9", "ô E10",
        ]
        #expect(problem?.fields.map(\.path) == expected, "\(problem?.fields ?? [])")
        #expect(problem?.fields.allSatisfy { $0.reason.count > 5 } == true)
        #expect(try await counts(district) == before)
    }

    @Test("a post that is held since before its role was bound to its place is had already: the list is imported again")
    func heldSince() async throws {
        let district = try await province.freshDistrict()
        let commune = String(district.dropFirst("district_".count)) + "01"
        var row = ["Lê Thị Tư", "công chức", commune, "Văn thư", "sub_unit_officer", "", "", "le.tu"]
        _ = try await run(try csv([row]), in: district)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.post SET role = 'clerk' WHERE unit_id = '\(province.unit(commune, in: district))' AND title = 'Văn thư';
            SET session_replication_role = origin
            """)
        row[4] = "clerk"
        let again = try await run(try csv([row]), in: district)
        #expect(again.rows.map(\.results) == [[]])
        row[7] = "le.nam"
        row[0] = "Lê Thị Năm"
        let other = try csv([row])
        let refused = await province.refusal { _ = try await run(other, in: district) }
        #expect(refused?.fields.map(\.path) == ["ô E2"], "the control: it is not given anew")
    }

    @Test("a short name that two units have is a fault that names both, and each is taken by its full name, as lists show it")
    func namesakes() async throws {
        let district = try await province.freshDistrict()
        _ = try await province.opened("TTP", "Tân Thành", kind: .phuong, from: "2023-01-01", in: district)
        _ = try await province.opened("TTX", "Tân Thành", kind: .xa, from: "2023-01-01", in: district)
        let short = ["Lê Văn Hai", "cán bộ", "Tân Thành", "Văn thư", "sub_unit_officer", "", "", ""]
        let problem = await province.refusal { _ = try await run(try csv([short]), in: district) }
        #expect(
            problem?.fields.map(\.reason) == ["“Tân Thành” có thể là Phường Tân Thành (TTP) hoặc Xã Tân Thành (TTX); ghi mã đơn vị"],
            "\(problem?.fields ?? [])")
        var full = short
        full[2] = "Xã Tân Thành"
        let outcome = try await run(try csv([full]), in: district)
        #expect(outcome.rows.map(\.unitName) == ["Xã Tân Thành"])
        let posts = try await province.read(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
            try await ListPosts(limit: 200).perform(in: tx).posts
        }
        #expect(posts.contains { $0.personName == "Lê Văn Hai" && $0.unitName == "Xã Tân Thành" })
    }

    @Test("a heading that lacks or repeats a column is refused with its place")
    func headings() async throws {
        let problem = await province.refusal {
            let text = "STT,Họ và tên,Đơn vị,Đơn vị,Lạ\n1,A,B,C,D\n"
            _ = try await run(try Table(file: Array(text.utf8), name: "x.csv"), in: "district_101")
        }
        #expect(problem?.fields.map(\.path) == ["ô D1", "ô E1", "dòng 1", "dòng 1", "dòng 1"])
        let none = await province.refusal {
            _ = try await run(try Table(file: Array("a,b\n1,2\n".utf8), name: "x.csv"), in: "district_101")
        }
        #expect(none?.code == "invalid-table")
    }

    @Test("a person with an account is never confused with a namesake")
    func unitsOfOneName() async throws {
        let district = try await province.freshDistrict()
        let first = ["Trần Thị Bé", "công chức", "PNV", "Chuyên viên", "clerk", "", "", "tran.be"]
        _ = try await run(try csv([first]), in: district)
        let other = ["Trần Thị Bé", "công chức", "PNV", "Chuyên viên", "clerk", "", "", "tran.be2"]
        let outcome = try await run(try csv([first, other]), in: district)
        #expect(outcome.rows.map(\.results) == [[], [.person, .post, .account]])
        let unnamed = await province.refusal {
            _ = try await run(try csv([["Trần Thị Bé", "công chức", "PNV", "Chuyên viên", "clerk", "", "", ""]]), in: district)
        }
        #expect(unnamed?.fields.map(\.path) == ["ô H2"])
    }

    @Test(
        "only who keeps the directory may, and the same policies say no to what he may not give", arguments: [Role.clerk, .unitCoordinator])
    func byWhom(role: Role) async throws {
        let problem = await province.refusal {
            _ = try await run(try csv([rows("101")[1]]), dryRun: true, in: "district_101", as: role)
        }
        #expect(problem == .notAllowed)
    }

    @Test("the template is read back, and lists the units and what may be chosen")
    func template() async throws {
        let content = try await province.read(as: .tenantAdmin, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await PeopleTemplate(as: .xlsx).perform(in: tx)
        }
        let heading = try Table(file: content, name: "mau.xlsx")
        #expect(heading.rows.map { $0.cells.map(\.text) } == [Self.heading])
        let units = try Table(file: content, name: "mau.xlsx", sheet: "don vi")
        #expect(units.rows.count == 8)
    }

    @Test("slips are made for those who have no password yet, by sub-unit; made again the first links no longer work")
    func slips() async throws {
        let district = try await province.freshDistrict()
        let code = String(district.dropFirst("district_".count))
        let outcome = try await run(try csv(rows(code)), in: district)
        let made = try await province.write(as: .councilSecretary, in: district) { (tx: borrowing TenantTransaction) in
            try await MakeHandouts().perform(in: tx, ids: .system)
        }
        #expect(Set(made.map(\.username)) == Set(outcome.handouts.map(\.username)))
        let old = await province.refusal {
            _ = try await SetPassword(by: outcome.handouts[0].link.token, to: "bon con ga vang")
                .perform(at: province.signIn, passwords: PasswordHasher(.least))
        }
        #expect(old?.code == "link-used" || old?.kind == .notFound)
        let unit = province.unit("PNV", in: district)
        let one = try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
            try await MakeHandouts(of: unit).perform(in: tx, ids: .system)
        }
        #expect(one.map(\.username) == ["\(district).le.ca"])
        let refused = await province.refusal {
            _ = try await province.write(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
                try await MakeHandouts().perform(in: tx, ids: .system)
            }
        }
        #expect(refused == .notAllowed)
    }

    @Test("no link stands in the database, and none in the audit")
    func secrets() async throws {
        let district = try await province.freshDistrict()
        let outcome = try await run(try csv([rows(String(district.dropFirst("district_".count)))[0]]), in: district)
        let token = try #require(outcome.handouts.first?.link.token)
        let digits = token.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        for text in [token.text, digits] {
            #expect(
                try await province.count(
                    "SELECT count(*) FROM core.audit_entry WHERE coalesce(before::text, '') || coalesce(after::text, '') LIKE '%' || \(text) || '%'"
                ) == 0)
        }
        #expect(try await province.count("SELECT count(*) FROM core.password_link WHERE encode(token_hash, 'hex') = \(digits)") == 0)
    }
}
