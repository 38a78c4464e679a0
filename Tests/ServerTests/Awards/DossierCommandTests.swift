import Domain
import Foundation
import Operations
import TestSupport
import Testing

/// `thidua award …`, `thidua nomination …`, `thidua dossier …`, as the officers and the operator type them.
@Suite("Commands on awards", .province, .serialized, .timeLimit(.minutes(30)))
struct DossierCommandTests {
    private let province = Province.current

    private func run(_ arguments: [String], as token: Token? = nil) async throws -> Executable.Outcome {
        var environment = ["DATABASE_URL": province.url]
        environment["THIDUA_TOKEN"] = token?.text
        return try await Executable.run(arguments, environment: environment)
    }

    private func json(_ outcome: Executable.Outcome) -> JSONValue {
        #expect(outcome.code == 0, "\(outcome.errors)")
        return (try? StrictJSON.parse(Array(outcome.output.utf8))) ?? .null
    }

    @Test("the rules are imported by the operator, the second time without a change, and listed by every officer")
    func rules() async throws {
        let folder = URL(filePath: RepositoryPaths.deploy).appending(path: "awards").path
        #expect(json(try await run(["award", "rules", "import", folder, "--output", "json"])).member("read") != "0")
        let again = json(try await run(["award", "rules", "import", folder, "--output", "json"]))
        #expect(again.member("changed") == "0" && again.member("dryRun") == "false")
        let absent = try await run(["award", "rules", "import", "/khong-co", "--dry-run"])
        #expect(absent.code != 0 && absent.errors.contains("regimes.csv"), "\(absent.errors)")
        let list = try await run(["award", "rules", "list"], as: province.token(of: .clerk, in: "district_101"))
        #expect(list.code == 0 && list.output.contains("NĐ 91/2017/NĐ-CP") && list.output.contains("chưa kiểm chứng"))
    }

    @Test("a dossier is drafted, completed, submitted, received, held and released by commands, with the exit codes of the others")
    func steps() async throws {
        let stage = try await AwardStage(province, campaign: "LENH-KT1", opens: false)
        let (head, affairs) = (province.token(of: .unitHead, in: "district_101"), province.token(of: .homeAffairsOfficer))
        let named = ["--campaign", "LENH-KT1", "--review", "interim"]
        let round = ["--opens-on", "2023-06-10", "--cut-off", "2023-06-30", "--number", "12/HD-SNV", "--date", "2023-06-10"]
        #expect(try await run(["nomination", "open"] + named + round, as: head).code == 4)
        #expect(try await run(["nomination", "show"] + named, as: head).code == 3, "nothing is opened yet")
        let opened = try await run(["nomination", "open"] + named + round, as: affairs)
        #expect(opened.code == 0 && opened.output.contains("30/06/2023"), "\(opened.errors)")
        #expect(try await run(["nomination", "list"], as: head).output.contains("LENH-KT1"))
        let shown = try await run(["nomination", "show", "--output", "csv"] + named, as: head)
        #expect(shown.output.contains("Suất đề nghị") && !shown.output.contains("Huyện 102"), "\(shown.output)")

        let drafted = json(
            try await run(["dossier", "draft", "--achievement", "Hoàn thành", "--output", "json"] + named, as: head))
        let id = drafted.member("id")
        for kind in ["proposal", "achievementReport", "councilMinutes"] {
            let added = try await run(
                ["dossier", "add-paper", id, "--kind", kind, "--number", "1/TTr", "--date", "2023-06-19", "--confirmed"], as: head)
            #expect(added.code == 0, "\(added.errors)")
        }
        let early = try await run(["dossier", "submit", id], as: head)
        #expect(early.code == 3 && early.errors.contains("Việc tiếp theo"), "\(early.errors)")
        try await stage.pass(try #require(AwardDossier.ID(id)), by: .passUnitCouncil, to: .councilReviewed)
        #expect(try await run(["dossier", "submit", id], as: head).code == 0)
        let queue = try await run(
            ["dossier", "list", "--province", "--party", "appraiser", "--campaign", "LENH-KT1", "--output", "csv"], as: affairs)
        #expect(queue.code == 0 && queue.output.contains(id) && queue.output.contains("Sở Nội vụ"), "\(queue.errors)")
        #expect(try await run(["dossier", "receive", id], as: head).code == 4)
        let received = try await run(["dossier", "receive", id], as: affairs)
        #expect(received.code == 0 && received.output.contains("nd91"), "\(received.errors)")
        #expect(try await run(["dossier", "hold", id, "--reason", "Có đơn"], as: affairs).output.contains("tạm dừng tính thời hạn"))
        #expect(try await run(["dossier", "release", id, "--reason", "Đã kết luận"], as: affairs).code == 0)
        let refused = try await run(["dossier", "refuse", id, "--reason", "Chưa đạt", "--number", " "], as: affairs)
        #expect(refused.code == 1 && refused.errors.contains("số thông báo"), "\(refused.errors)")
        let detail = try await run(["dossier", "show", id, "--province"], as: affairs)
        #expect(detail.output.contains("thôi tạm dừng xét") && detail.output.contains("Việc làm được"), "\(detail.output)")
        #expect(try await run(["dossier", "withdraw", id, "--reason", "Xin rút"], as: head).code == 0)
        #expect(try await run(["nomination", "lock"] + named, as: affairs).code == 0)
    }
}
