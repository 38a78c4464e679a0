import Domain
import Foundation
import Postgres
import TestSupport
import Testing

/// Accounts on the command line: links printed, passwords read from the input, never from an argument.
@Suite("Account commands", .ownPlace, .serialized, .timeLimit(.minutes(30)))
struct AccountCommandTests {
    private var province: Province { .current }

    private func run(_ arguments: String..., as token: Token? = nil, input: String = "") async throws -> Executable.Outcome {
        var environment = ["DATABASE_URL": province.url, "THIDUA_PUBLIC_URL": "https://thidua.example"]
        environment["THIDUA_TOKEN"] = token?.text
        return try await Executable.run(arguments, environment: environment, input: input)
    }

    private func link(_ json: String) throws -> String {
        let answer = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        return try #require(answer?["link"] as? String)
    }

    @Test("the operator's link sets a password once", .province)
    func reset() async throws {
        let username = province.seat(.officeChief).username
        let made = try await run("account", "reset", username, "--output", "json")
        #expect(made.code == 0, "\(made.errors)")
        let link = try link(made.output)
        #expect(link.hasPrefix("https://thidua.example/set-password/tdl_"))
        let weak = try await run("password", "set", link, input: "matkhau123456789\n")
        #expect(weak.code == 1 && weak.errors.contains("nhiều người dùng"))
        #expect(try await run("password", "set", link, input: "bon con ga vang\n").code == 0)
        #expect(try await run("password", "set", link, input: "bon con ga vang\n").code == 1)
    }

    @Test("a keeper of the directory shuts an account and opens it again", .province)
    func disable() async throws {
        let admin = province.token(of: .tenantAdmin, in: "district_101")
        let (person, clerk) = (province.person(of: .clerk, in: "district_101").description, province.token(of: .clerk, in: "district_101"))
        #expect(try await run("whoami", as: clerk).code == 0)
        #expect(try await run("person", "disable-account", person, "--reason", "thử", as: admin).code == 0)
        #expect(try await run("whoami", as: clerk).code == 4)
        #expect(try await run("person", "reset-account", person, as: admin).code == 3)
        #expect(try await run("person", "enable-account", person, as: admin).code == 0)
        #expect(try await run("person", "reset-account", person, as: admin).output.contains("https://thidua.example/set-password/tdl_"))
        #expect(
            try await run("person", "disable-account", person, "--reason", "thử", as: province.token(of: .clerk, in: "district_102")).code
                == 1)
    }

    @Test("the first administrator gets a link, another until he used it, and none afterwards", .emptyProvince)
    func administrator() async throws {
        #expect(try await run("admin", "init").code == 0)
        let appoint = ["admin", "init", "--administrator", "quan.tri", "--full-name", "Nguyễn Văn An", "--output", "json"]
        let early = try await Executable.run(appoint, environment: ["DATABASE_URL": province.url])
        #expect(early.code == 3 && early.errors.contains("Chưa có đơn vị cấp tỉnh"))
        let opened = try await run(
            "tenant", "open", "--kind", "province", "--scope", "authority", "--code", "01", "--name", "Mẫu", "--full-name", "Tỉnh Mẫu",
            "--unit-kind", "tinh", "--opened-on", "2020-01-01")
        #expect(opened.code == 0, "\(opened.errors)")
        let first = try await Executable.run(appoint, environment: ["DATABASE_URL": province.url])
        #expect(first.code == 0, "\(first.errors)")
        let second = try await Executable.run(appoint, environment: ["DATABASE_URL": province.url])
        #expect(try await run("password", "set", try link(first.output), input: "bon con ga vang\n").code == 1)
        #expect(try await run("password", "set", try link(second.output), input: "bon con ga vang\n").code == 0)
        #expect(try await Executable.run(appoint, environment: ["DATABASE_URL": province.url]).code == 3)
    }

    @Test("an empty province comes by commands alone to a Chairman who signs in and launches", .emptyProvince)
    func seats() async throws {
        #expect(try await run("admin", "init").code == 0)
        let units = [
            [
                "--kind", "province", "--scope", "authority", "--code", "01", "--name", "Mẫu", "--full-name", "Tỉnh Mẫu", "--unit-kind",
                "tinh",
            ],
            ["--kind", "department", "--code", "VPUB", "--name", "Văn phòng", "--full-name", "Văn phòng Mẫu", "--unit-kind", "van_phong"],
        ]
        for unit in units {
            let opened = try await Executable.run(
                ["tenant", "open"] + unit + ["--opened-on", "2020-01-01"], environment: ["DATABASE_URL": province.url])
            #expect(opened.code == 0, "\(opened.errors)")
        }
        let chairman = try await seat(
            "--tenant", "province", "--role", "chairman", "--title", "Chủ tịch Ủy ban nhân dân tỉnh", "--leader-rank", "provincial",
            "--full-name", "Nguyễn Văn An", "--kind", "can_bo", "--username", "ubnd.chutich")
        let office = try await seat(
            "--tenant", "dept_vpub", "--role", "office_monitor", "--title", "Chuyên viên Phòng Tổng hợp", "--leader-rank", "direct_worker",
            "--full-name", "Trần Thị Bình", "--username", "vpub.giamsat")
        defer { for file in [chairman, office] { try? FileManager.default.removeItem(atPath: file) } }
        let plan = RepositoryPaths.deploy + "/campaigns/KH-77-2023.yaml"
        let imported = try await run("campaign", "import", plan, "--token-file", office)
        #expect(imported.code == 0, "\(imported.errors)")
        let launched = try await run(
            "campaign", "launch", "KH-77-2023", "--number", "77/KH-UBND", "--date", "2023-03-31", "--token-file", chairman)
        #expect(
            launched.code == 0 && launched.output.contains("31/03/2023") && !launched.output.contains("chưa phát động"),
            "\(launched.errors)")
        let officers = try await run("admin", "officers", "--output", "csv")
        #expect(officers.output.contains("ubnd.chutich") && officers.output.contains("vpub.giamsat"))
        // Person, post, account and link of each, in the operator's name.
        let recorded = try await province.count(
            """
            SELECT count(*)
            FROM core.audit_entry
            WHERE actor_kind = 'operator' AND action = 'insert' AND relation IN ('person', 'post', 'account', 'password_link')
            """)
        #expect(recorded == 8)
    }

    /// Seats an officer, who sets his password and signs in; answers where his token is.
    private func seat(_ options: String...) async throws -> String {
        let seated = try await Executable.run(
            ["admin", "seat"] + options + ["--output", "json"], environment: ["DATABASE_URL": province.url])
        #expect(seated.code == 0, "\(seated.errors)")
        #expect(try await run("password", "set", try link(seated.output), input: "bon con ga vang\n").code == 0)
        let file = FileManager.default.temporaryDirectory.appending(path: "thidua-\(UUID())").path
        let signedIn = try await run("sign-in", "--username", options.last ?? "", "--token-file", file, input: "bon con ga vang\n")
        #expect(signedIn.code == 0, "\(signedIn.errors)")
        return file
    }

    @Test("what is wrong with a seat is said by its option, with the next step", .province)
    func wrongSeats() async throws {
        func errors(_ changes: [String: String]) async throws -> (code: Int32, text: String) {
            var options = [
                "--tenant": "dept_vpub", "--unit": "PTH", "--role": "office_monitor", "--title": "Chuyên viên",
                "--leader-rank": "direct_worker", "--full-name": "Trần Thị Bình",
            ]
            options.merge(changes) { _, new in new }
            let outcome = try await Executable.run(
                ["admin", "seat"] + options.flatMap { [$0.key, $0.value] }, environment: ["DATABASE_URL": province.url])
            return (outcome.code, outcome.errors)
        }
        let tenant = try await errors(["--tenant": "dept_khong"])
        #expect(tenant.code == 1 && tenant.text.contains("“dept_khong”") && tenant.text.contains("thidua tenant list"), "\(tenant)")
        let unit = try await errors(["--unit": "KHONG"])
        #expect(unit.code == 1 && unit.text.contains("--unit: ") && unit.text.contains("chọn một trong: PTH"), "\(unit)")
        let role = try await errors(["--role": "chu_tich"])
        #expect(role.code == 2 && role.text.contains("--role: “chu_tich” không hợp lệ; chọn một trong: chairman"), "\(role)")
        let leader = try await errors(["--role": "chairman"])
        #expect(leader.code == 1 && leader.text.contains("--role: ") && leader.text.contains("unit_head"), "\(leader)")
        let both = try await errors(["--person": "0192a000-0000-7000-8000-00000000abcd"])
        #expect(both.code == 2 && both.text.contains("chỉ một trong hai"), "\(both)")
    }
}
