import Domain
import Foundation
import TestSupport
import Testing

/// `thidua judge --ledger`, as somebody runs it who has the file and nothing else: no database, no account.
@Suite("Judging a ledger file from the command line", .timeLimit(.minutes(30)))
struct JudgeFileTests {
    private func judge(_ document: String, _ more: String...) async throws -> Executable.Outcome {
        let file = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID()).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(document.utf8).write(to: file)
        // An address that nobody may follow: it is not even read.
        return try await Executable.run(
            ["judge", "--ledger", file.path] + more, environment: ["DATABASE_URL": "postgresql://127.0.0.1:1/x"])
    }

    private static let task =
        #""kind": "task", "campaign": true, "role": "lead", "status": "active", "assignedOn": "2023-01-10", "accepted": true, "qualityReturns": 0, "violations": 0, "milestonePercent": 100"#

    private static func document(_ role: String = "lead", _ second: String = "2023-06-16") -> String {
        #"""
        {"campaign": "PT", "review": "interim", "frozen": true, "asOf": "2023-06-30", "units": [
          {"code": "SNV", "name": "Sở Nội vụ", "mottoAccepted": true, "items": [
            {"code": "N1", "originalDueOn": "2023-06-15", "completedOn": "2023-06-14", \#(task.replacing("lead", with: role))},
            {"code": "N2", "originalDueOn": "2023-06-15", "completedOn": "\#(second)", \#(task)}]},
          {"code": "973", "name": "Huyện Ngọc Hiển", "mottoAccepted": null, "items": []}]}
        """#
    }

    @Test("answers the contract's JSON and exits with 0, whatever the verdicts")
    func answer() async throws {
        let outcome = try await judge(Self.document(), "--output", "json")
        #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        let expected: JSONValue = [
            "campaign": "PT", "review": "interim", "asOf": "2023-06-30",
            "units": [
                [
                    "code": "SNV", "verdict": "fail", "letter": false, "individuals": 0, "counted": 2, "aheadOrAbove": 1, "aheadBase": 2,
                    "s1": 2, "s2": 0,
                    "failures": [
                        ["item": "N2", "rule": "late", "detail": "Hoàn thành ngày 16/06/2023, quá hạn 1 ngày, hạn 15/06/2023"]
                    ], "flags": ["fewItems"],
                ],
                [
                    "code": "973", "verdict": "insufficientBasis", "letter": false, "individuals": 0, "counted": 0, "aheadOrAbove": 0,
                    "aheadBase": 0, "s1": 0, "s2": 0, "failures": [], "flags": [],
                ],
            ],
        ]
        #expect(try StrictJSON.parse(outcome.output.utf8) == expected)
    }

    @Test("prints a table for people and CSV for spreadsheets")
    func tables() async throws {
        let table = try await judge(Self.document())
        #expect(table.code == 0 && table.output.contains("không đạt") && table.output.contains("1/2 (50,0%)"))
        let csv = try await judge(Self.document(), "--output", "csv")
        #expect(csv.code == 0 && csv.output.split(whereSeparator: \.isNewline).count == 3)
        // What the council should look at stands in the table too, not in the explanation alone.
        let early = try await judge(Self.document("lead", "2023-02-01"), "--output", "csv")
        #expect(early.output.contains("ít nhiệm vụ, chỉ tiêu; vượt tiến độ nhờ thời hạn dài"), "\(early)")
    }

    @Test("a malformed file is 1, every fault on a line of standard error, and nothing is printed")
    func refused() async throws {
        let outcome = try await judge(Self.document("leader", "2023-02-30"), "--output", "json")
        #expect(outcome.code == 1 && outcome.output.isEmpty)
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.map { $0.prefix { $0 != ":" } } == ["$.units[0].items[0].role", "$.units[0].items[1].completedOn"])
        let cut = try await judge(String(Self.document().dropLast(20)), "--output", "json")
        #expect(cut.code == 1 && cut.output.isEmpty && cut.errors.hasPrefix("$"))
        let empty = try await judge("", "--output", "json")
        #expect(empty.code == 1 && empty.output.isEmpty && empty.errors.hasPrefix("$: "))
    }

    @Test("a file that is not there, or is a folder, is 1")
    func absent() async throws {
        for path in ["/khong/co.json", "/tmp"] {
            let outcome = try await Executable.run(["judge", "--ledger", path, "--output", "json"])
            #expect(outcome.code == 1 && outcome.output.isEmpty && outcome.errors.contains(path))
        }
    }

    @Test(
        "bad usage is 2",
        arguments: [
            [], ["--campaign", "KH-77-2023"], ["--ledger"], ["--ledger", "x.json", "--review", "interim"],
            ["--ledger", "x.json", "--output", "xml"], ["--ledger", "x.json", "--tenant", "district_101"],
            ["--ledger", "x.json", "--what-if", "minimumItems"], ["--campaign", "K", "--review", "annual"], ["x.json"],
            ["--ledger", "x.json", "--explain", "--what-if", "minimumItems=1"],
        ])
    func usage(_ arguments: [String]) async throws {
        let outcome = try await Executable.run(["judge"] + arguments)
        #expect(outcome.code == 2 && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(outcome)")
    }

    @Test("says why, and what another parameter would change")
    func explained() async throws {
        let why = try await judge(Self.document(), "--explain")
        #expect(why.code == 0)
        for words in ["Lý do", "N2", "hoàn thành quá hạn", "16/06/2023", "Điểm cần kiểm tra"] { #expect(why.output.contains(words)) }
        let json = try await judge(Self.document(), "--explain", "--output", "json")
        #expect(json.code == 0 && json.output.contains("\"explanation\""))
        let other = try await judge(Self.document("lead", "2023-06-15"), "--what-if", "minimumEarlyWorkingDays=3")
        #expect(other.code == 0 && other.output.contains("bị mất") && other.output.contains("đạt, Thư khen"))
        let none = try await judge(Self.document(), "--what-if", "khong=3")
        #expect(none.code == 1 && none.output.isEmpty && none.errors.contains("khong"))
    }

    @Test("reads from a pipe") func pipe() async throws {
        let outcome = try await Executable.run(["judge", "--ledger", "/dev/stdin", "--output", "json"], input: Self.document())
        #expect(outcome.code == 0 && outcome.output.contains("\"SNV\""))
    }

    @Test("100,000 items in one file are judged")
    func large() async throws {
        let items = (1...100_000).map {
            "{\"code\": \"N\($0)\", \"originalDueOn\": \"2023-06-15\", \"completedOn\": \"2023-06-14\", \(Self.task)}"
        }.joined(separator: ",\n")
        let outcome = try await judge(
            """
            {"campaign": "PT", "review": "interim", "frozen": true, "asOf": "2023-06-30", "units": [
            {"code": "A", "name": "A", "mottoAccepted": true, "items": [\(items)]}]}
            """, "--output", "json")
        #expect(outcome.code == 0 && outcome.output.contains("\"counted\": 100000"), "\(outcome.errors.prefix(200))")
    }
}
