import Domain
import Foundation
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
}
