import Domain
import TestSupport
import Testing

/// What a new user gets wrong at a terminal: the option that he typed and the next step, in Vietnamese.
@Suite("Commands typed wrongly", .province, .timeLimit(.minutes(30)))
struct RefusedCommandTests {
    private let province = Province.current

    private func run(_ arguments: [String], as token: Token? = nil) async throws -> Executable.Outcome {
        var environment = ["DATABASE_URL": province.url]
        environment["THIDUA_TOKEN"] = token?.text
        return try await Executable.run(arguments, environment: environment)
    }

    @Test(
        "usage: the option, in Vietnamese, and where help is",
        arguments: [
            (["unit", "list", "--khong-co"], "không có tùy chọn --khong-co"), (["item", "show", "--zzz", "1"], "không có tùy chọn --zzz"),
            (["unit", "add"], "thiếu --code"), (["unit", "list", "--as-of", "31/2/2023"], "--as-of: “31/2/2023” không phải ngày có thật"),
            (["unit", "list", "--as-of", "9999-12-31"], "--as-of: ngày 31/12/9999 không hợp lý"),
            (["unit", "list", "--output", "xml"], "--output: “xml” không hợp lệ; chọn một trong: table, json, csv"),
            (["whoami", "thua"], "thừa “thua”"),
            (["business-date", "abc"], "<day>: “abc” không phải ngày"), (["item", "list", "--limit", "0"], "--limit: ghi số từ 1"),
            (["item", "list", "--province", "--tenant", "district_101"], "--province hoặc --tenant"),
            (["serve", "--port", "99999"], "--port: ghi số từ 1 đến 65535"), (["serve", "--connections=0"], "--connections: ghi số từ 1"),
            (["serve", "--port", "-1"], "--port: “-1” không hợp lệ"), (["unit", "list", "--unit-typo=1"], "không có tùy chọn --unit-typo"),
            (["item", "lst"], "không có lệnh “lst”; chọn một trong: list, show"), (["itm"], "không có lệnh “itm”; chọn một trong: serve"),
            (["item", "list", "--timeliness", "tre"], "--timeliness: “tre” không hợp lệ; chọn một trong: noDueDate, inTime"),
            (["item", "show", "QD503-001"], "<item>: “QD503-001” không hợp lệ; ghi mã định danh ở cột cuối của thidua item list"),
            (["item", "list", "--limit", "abc"], "--limit: “abc” không hợp lệ; ghi số nguyên"),
            (["token", "end"], "ghi <id> của một phiên"),
            (["access", "explain", "ai", "item.rule", "province"], "<user>: ghi me"),
            (["person", "add", "--name", "Người\u{202E} ẩn", "--kind", "cong_chuc"], "--name: có ký tự không hợp lệ"),
        ])
    func usage(_ arguments: [String], _ sentence: String) async throws {
        let outcome = try await run(arguments)
        #expect(outcome.code == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Lệnh chưa đúng: ") && outcome.errors.contains(sentence), "\(outcome.errors)")
        #expect(outcome.errors.contains("--help") && !outcome.errors.contains("Error: "))
    }

    @Test(
        "a fault of what was entered names the option, not the member of a request",
        arguments: [
            (["unit", "add", "--code", "X", "--name", "", "--kind", "phong"], "--name: không được để trống"),
            (["person", "add", "--name", "", "--kind", "cong_chuc"], "--name: không được để trống"),
            (["unit", "add", "--code", "X", "--name", "X", "--kind", "phong", "--opened-on", "1950-01-01"], "--opened-on: trước ngày"),
        ])
    func fields(_ arguments: [String], _ sentence: String) async throws {
        let outcome = try await run(arguments, as: province.token(of: .tenantAdmin, in: "district_101"))
        #expect(outcome.code == 1 && outcome.errors.contains(sentence), "\(outcome.errors)")
        #expect(!outcome.errors.contains("$."))
    }

    @Test("not found names the options that chose the object")
    func notFound() async throws {
        let token = province.token(of: .unitHead, in: "district_101")
        let unit = try await run(["item", "list", "--tenant", "district_999"], as: token)
        #expect(unit.code == 1 && unit.errors.contains("--tenant: “district_999”") && !unit.errors.contains("đường dẫn"))
        let unsigned = try await run(["item", "list"], as: Token("tdx_" + String(repeating: "A", count: 43)))
        #expect(unsigned.code == 4 && unsigned.errors.contains("thidua sign-in --username"))
        let closed = try await run(["unit", "close", "ZZZ"], as: province.token(of: .tenantAdmin, in: "district_101"))
        #expect(closed.errors.contains("<unit>: không có đơn vị trực thuộc"), "\(closed.errors)")
        let item = try await run(["item", "show", "0192a000-0000-7000-8000-00000000abcd"], as: token)
        #expect(item.code == 1 && item.errors.contains("<item>: “0192a000"))
        let filter = try await run(["item", "list", "--sector", "khong"], as: token)
        #expect(filter.code == 1 && filter.errors.contains("--sector: không có lĩnh vực"))
    }

    @Test("the province as a whole is 4, not allowed, to a post of one unit")
    func wholeProvince() async throws {
        let outcome = try await run(["item", "list", "--province"], as: province.token(of: .unitHead, in: "district_101"))
        #expect(outcome.code == 4 && outcome.errors.contains("toàn tỉnh"))
    }

    @Test("a database that is not there is said at once, by the name of the option")
    func noDatabase() async throws {
        let token = province.token(of: .unitHead, in: "district_101").text
        // The patience of a command with a server that is there but busy is a minute; this must not be waited for.
        let start = ContinuousClock.now
        for address in ["postgresql:///x?host=/khong/co", "postgresql://127.0.0.1:1/thidua"] {
            let outcome = try await Executable.run(["whoami"], environment: ["DATABASE_URL": address, "THIDUA_TOKEN": token])
            #expect(outcome.code == 1 && outcome.errors.contains("DATABASE_URL") && outcome.errors.contains("--database"))
        }
        #expect(.now - start < .seconds(55))
    }

    @Test("a unit that stands already is not taken for another one of its code")
    func openedOtherwise() async throws {
        let outcome = try await run([
            "tenant", "open", "--kind", "district", "--code", "101", "--name", "Khác", "--full-name", "Huyện Khác", "--unit-kind", "huyen",
            "--opened-on", "2020-01-01",
        ])
        #expect(outcome.code == 3 && outcome.errors.contains("--name: đã mở với") && outcome.errors.contains("--full-name: "))
    }

    @Test("who moves the business date is told how reminders come; a program is told the day alone")
    func businessDate() async throws {
        let day = "2023-06-20"
        #expect(try await run(["business-date", day]).output.contains("thidua job remind"))
        for arguments in [["business-date"], ["business-date", day, "--output", "json"]] {
            let outcome = try await run(arguments)
            #expect(outcome.code == 0 && !outcome.output.contains("remind"), "\(outcome)")
        }
    }

    @Test("a code is of the letters and digits that a list of units takes")
    func code() async throws {
        for code in ["a b", "a/b"] {
            let outcome = try await run([
                "tenant", "open", "--kind", "district", "--code", code, "--name", "A", "--full-name", "Huyện A", "--unit-kind", "huyen",
                "--opened-on", "2020-01-01",
            ])
            #expect(outcome.code != 0 && outcome.errors.contains("--code: “\(code)” chỉ được gồm"), "\(outcome.errors)")
        }
        #expect(try await !Executable.run(["tenant", "list"], environment: ["DATABASE_URL": province.url]).output.contains("a_b"))
    }
}
