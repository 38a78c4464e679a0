import Domain
import Foundation
import TestSupport
import Testing

/// The executable itself: exit codes, outputs, help (design.md 8).
@Suite("Commands", .province, .timeLimit(.minutes(30)))
struct CommandTests {
    private let province = Province.current

    private func run(_ arguments: String..., as token: Token? = nil, input: String = "") async throws -> Executable.Outcome {
        var environment = ["DATABASE_URL": province.url]
        environment["THIDUA_TOKEN"] = token?.text
        return try await Executable.run(arguments, environment: environment, input: input)
    }

    @Test("0: done, and the same list as a table, as JSON and as CSV")
    func done() async throws {
        let token = province.token(of: .clerk, in: "district_101")
        let table = try await run("unit", "list", as: token)
        let json = try await run("unit", "list", "--output", "json", as: token)
        let csv = try await run("unit", "list", "--output", "csv", as: token)
        for outcome in [table, json, csv] { #expect(outcome.code == 0 && outcome.errors.isEmpty) }
        let items = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [Any]
        #expect(items?.count == 7)
        #expect(csv.output.split(whereSeparator: \.isNewline).count == 8)
        for text in [table.output, json.output, csv.output] { #expect(text.contains("Xã 101 số 1")) }
        #expect(!table.output.contains("\u{1B}["), "colour goes to a terminal only")
    }

    @Test("1: failed, and says what to do")
    func failed() async throws {
        let absent = try await run("campaign", "validate", "/khong/co.yaml")
        #expect(absent.code == 1 && absent.errors.contains("/khong/co.yaml") && absent.output.isEmpty)
        let closed = try await Executable.run(
            ["whoami", "--database", "postgresql:///x?host=/khong/co"],
            environment: ["THIDUA_TOKEN": province.token(of: .clerk, in: "district_101").text])
        #expect(closed.code == 1 && !closed.errors.isEmpty)
    }

    @Test(
        "2: usage",
        arguments: [
            ["khong-co"], ["unit", "list", "--output", "xml"], ["unit", "list", "--khong-co"], ["item", "show"], ["unit", "add"],
        ])
    func usage(_ arguments: [String]) async throws {
        let outcome = try await Executable.run(arguments, environment: ["DATABASE_URL": province.url])
        #expect(outcome.code == 2)
        #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
    }

    @Test("3: refused by a rule, naming it")
    func refused() async throws {
        let token = province.token(of: .tenantAdmin, in: "district_102")
        let outcome = try await run("unit", "add", "--code", "PNV", "--name", "Phòng Nội vụ 2", "--kind", "phong", as: token)
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("Mã này đang là của một đơn vị trực thuộc khác"))
    }

    @Test("4: not signed in, or not allowed")
    func notAllowed() async throws {
        let stranger = try await run("whoami", "--token-file", "/khong/co")
        #expect(stranger.code == 4 && stranger.errors.contains("đăng nhập"))
        let clerk = province.token(of: .clerk, in: "district_102")
        #expect(try await run("unit", "add", "--code", "P2", "--name", "Phòng Hai", "--kind", "phong", as: clerk).code == 4)
    }

    @Test("signing in reads the password from its input and keeps the token where it is told, for its owner alone")
    func signIn() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "thidua-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "token").path
        let username = province.seat(.unitHead, in: "district_102").username
        let wrong = try await run("sign-in", "--username", username, "--token-file", file, input: "sai-mat-khau-roi\n")
        #expect(wrong.code == 4 && !FileManager.default.fileExists(atPath: file))
        let right = try await run("sign-in", "--username", username, "--token-file", file, input: province.password + "\n")
        #expect(right.code == 0, "\(right.errors)")
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(!right.output.contains("tdx_") && !right.errors.contains("tdx_"))
        let me = try await run("whoami", "--token-file", file)
        #expect(me.code == 0 && me.output.contains("Thị xã Hai"))
        #expect(try await run("sign-out", "--token-file", file).code == 0)
        #expect(try await run("whoami", "--token-file", file).code == 4)
    }

    @Test("every command has help with an example of itself")
    func help() async throws {
        struct Dump: Decodable { let command: Command }
        struct Command: Decodable {
            let commandName: String
            let discussion: String?
            let abstract: String?
            let subcommands: [Command]?

            func leaves(_ path: [String] = []) -> [(path: [String], command: Command)] {
                let below = (subcommands ?? []).filter { $0.commandName != "help" }
                let own = path + [commandName]
                return below.isEmpty ? [(own, self)] : below.flatMap { $0.leaves(own) }
            }
        }
        let dump = try JSONDecoder().decode(
            Dump.self, from: Data(try await Executable.run(["--experimental-dump-help"]).output.utf8))
        let leaves = dump.command.leaves()
        #expect(leaves.count > 50)
        for (path, command) in leaves {
            let words = path.joined(separator: " ")
            let example = command.discussion?.split(whereSeparator: \.isNewline).first { $0.hasPrefix("Example: ") } ?? ""
            #expect(example.contains(words), "\(words) has no example of itself")
            #expect(command.abstract?.isEmpty == false, "\(words) does not say what it does")
        }
        let report = try await Executable.run(["report", "difficulties", "--help"]).output
        #expect(report.contains("USAGE: thidua report difficulties ["), "\(report)")
    }
}
