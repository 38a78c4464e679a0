import Domain
import Operations
import Storage
import TestSupport
import Testing

/// `thidua draft …` and `thidua item-draft …`, as officers type them.
@Suite("Commands on drafts", .province, .serialized, .timeLimit(.minutes(30)))
struct DraftCommandTests {
    private let province = Province.current

    private func run(_ arguments: String..., as token: Token) async throws -> Executable.Outcome {
        try await Executable.run(arguments, environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
    }

    /// What a command printed as JSON; null where it failed.
    private func json(_ outcome: Executable.Outcome) -> JSONValue {
        #expect(outcome.code == 0, "\(outcome.errors)")
        return (try? StrictJSON.parse(Array(outcome.output.utf8))) ?? .null
    }

    private func sectors() async throws {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
    }

    @Test("a report goes up the chain, comes back, is written anew and filed")
    func report() async throws {
        try await sectors()
        let item = try await province.write(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await AssignItem(
                lead: "10101", kind: .task, title: "Việc của xã", sector: "NV", dueOn: CivilDate("2023-06-30"),
                assignedOn: CivilDate("2023-04-01")
            ).perform(in: tx, ids: .system)
        }.description
        let officer = province.token(of: .subUnitOfficer, in: "district_101", unit: "10101")
        let commune = province.token(of: .subUnitHead, in: "district_101", unit: "10101")
        let head = province.token(of: .unitHead, in: "district_101")
        let written = json(
            try await run(
                "draft", "write", item, "--milestone", "30", "--date", "2023-06-10", "--narrative", "Bản đầu", "--output", "json",
                as: officer))
        let id = written.member("id")
        #expect(written.member("state") == "drafting" && !id.isEmpty)
        #expect(try await run("draft", "list", "--waiting-for-me", as: officer).output.contains(id))
        #expect(try await run("draft", "forward", id, "--remark", "Kính trình", as: officer).code == 0)
        #expect(try await run("draft", "list", "--waiting-for-me", as: commune).output.contains(id))
        #expect(try await run("draft", "return", id, as: commune).code == 2, "the remark is missing")
        #expect(try await run("draft", "return", id, "--remark", "Bổ sung số liệu", as: commune).code == 0)
        let revised = json(
            try await run(
                "draft", "revise", id, "--milestone", "50", "--date", "2023-06-12", "--narrative", "Bản sau", "--output", "json",
                as: officer))
        #expect(revised.member("narrative") == "Bản sau" && revised.member("milestonePercent") == "50")
        let wrong = try await run(
            "draft", "revise-launch", id, "--date", "2023-04-07", "--form", "other", "--attendance", "45", as: officer)
        #expect(wrong.code != 0 && wrong.errors.contains("thidua draft revise"))
        #expect(try await run("draft", "forward", id, as: officer).code == 0)
        #expect(try await run("draft", "approve", id, as: officer).code == 3)
        #expect(try await run("draft", "forward", id, as: commune).code == 0)
        #expect(try await run("draft", "approve", id, as: head).code == 0)
        let shown = try await run("draft", "show", id, as: officer)
        for words in ["Kính trình", "Bổ sung số liệu"] { #expect(shown.output.contains(words), "\(words)") }
        #expect(try await run("draft", "show", id, as: province.token(of: .clerk, in: "district_101")).code != 0)
        let filed = try await run("item", "show", item, "--output", "json", as: head)
        #expect(filed.output.contains("Bản sau") && !filed.output.contains("Bản đầu"))
        let other = json(try await run("draft", "write", item, "--narrative", "Bản thừa", "--output", "json", as: officer)).member("id")
        #expect(json(try await run("draft", "discard", other, "--output", "json", as: officer)).member("state") == "discarded")
        #expect(try await !run("draft", "list", "--waiting-for-me", as: officer).output.contains(other))
    }

    @Test("the record of a launch is drafted, written anew and filed")
    func launch() async throws {
        let plan = try Plans.shipped("LENH-NHAP")
        try await province.launched(plan)
        try await province.cascade(plan.code, in: "district_101")
        try await province.work()
        let officer = province.token(of: .subUnitOfficer, in: "district_101", unit: "10101")
        let commune = province.token(of: .subUnitHead, in: "district_101", unit: "10101")
        let written = json(
            try await run(
                "draft", "write-launch", "--campaign", plan.code, "--unit", "10101", "--date", "2023-04-07", "--form", "own_conference",
                "--attendance", "40", "--output", "json", as: officer))
        let id = written.member("id")
        #expect(written.member("attendance") == "40")
        let revised = json(
            try await run(
                "draft", "revise-launch", id, "--date", "2023-04-08", "--form", "combined", "--with", "Hội nghị quý I", "--attendance",
                "55",
                "--output", "json", as: officer))
        #expect(revised.member("attendance") == "55" && revised.member("combinedWith") == "Hội nghị quý I")
        let wrong = try await run("draft", "revise", id, "--narrative", "x", as: officer)
        #expect(wrong.code != 0 && wrong.errors.contains("thidua draft revise-launch"))
        #expect(try await run("draft", "forward", id, as: officer).code == 0)
        #expect(try await run("draft", "approve", id, as: commune).code == 0)
        let launch = try await province.read(as: .subUnitHead, in: "district_101", unit: "10101") { (tx: borrowing TenantTransaction) in
            try await ShowLaunch(.unit(campaign: plan.code, code: "10101")).perform(in: tx)
        }
        #expect(launch.steps.last?.preparedBy == province.post(of: .subUnitOfficer, in: "district_101", unit: "10101"))
    }

    @Test("an item is drafted, written anew, given or given up")
    func items() async throws {
        try await sectors()
        let office = province.token(of: .officeMonitor)
        func write(_ title: String) async throws -> JSONValue {
            json(
                try await run(
                    "item-draft", "write", "--province", "--lead", "district_101", "--title", title, "--sector", "NV", "--output", "json",
                    as: office))
        }
        let id = try await write("Soạn bằng lệnh").member("id")
        let revised = json(
            try await run(
                "item-draft", "revise", id, "--province", "--lead", "district_101", "--title", "Soạn lại bằng lệnh", "--sector", "NV",
                "--due-words", "trước ngày 30/6/2023", "--assigned-on", "2023-04-01", "--output", "json", as: office))
        #expect(revised.member("version") == "2" && revised.member("title") == "Soạn lại bằng lệnh")
        #expect(try await run("item-draft", "list", "--province", "--output", "csv", as: office).output.contains(id))
        #expect(try await run("item-draft", "list", as: province.token(of: .clerk, in: "district_101")).code == 4)
        let given = json(try await run("item-draft", "assign", id, "--province", "--output", "json", as: office))
        #expect(given.member("title") == "Soạn lại bằng lệnh" && given.member("dueOn") == "2023-06-29")
        let again = try await run("item-draft", "assign", id, "--province", as: office)
        #expect(again.code == 3 && again.errors.contains("đã được giao thành nhiệm vụ"))
        let other = try await write("Soạn rồi bỏ").member("id")
        #expect(try await run("item-draft", "discard", other, "--province", as: office).code == 0)
        let gone = try await run("item-draft", "list", "--state", "discarded", "--province", as: office)
        #expect(gone.output.contains(other) && !gone.output.contains(id))
        #expect(json(try await run("item-draft", "show", id, "--province", "--output", "json", as: office)).member("state") == "assigned")
    }
}
