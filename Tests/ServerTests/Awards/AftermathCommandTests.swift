import Domain
import Foundation
import Operations
import TestSupport
import Testing

/// `thidua aftermath …`, `thidua presentation …`, as the officers type them, with the exit codes of the others.
@Suite("Commands on what follows a decision", .province, .serialized, .timeLimit(.minutes(30)))
struct AftermathCommandTests {
    private let province = Province.current

    private func run(_ arguments: [String], as role: Role) async throws -> Executable.Outcome {
        try await Executable.run(
            arguments, environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": province.token(of: role).text])
    }

    private static let paper = ["--date", "2023-06-20", "--signer", "CHỦ TỊCH", "--facts", "Theo kết luận"]

    @Test("a decision is corrected, replaced, proposed for revocation, revoked, its money recovered and waived")
    func revocation() async throws {
        let stage = try await AwardStage(province, campaign: "LENH-SAU1")
        let id = try await stage.issued("860/QĐ-UBND").description
        let entry = ["aftermath", "correct-entry", id, "--number", "861/QĐ-UBND", "--reason", "Ghi nhầm số"]
        #expect(try await run(entry, as: .chairman).code == 4)
        let entered = try await run(entry, as: .homeAffairsOfficer)
        #expect(entered.code == 0 && entered.output.contains("860/QĐ-UBND"), "\(entered.errors)")
        let correct = ["aftermath", "correct", id, "--number", "862/UBND", "--wrong", "Điều 12", "--right", "Điều 13"] + Self.paper
        #expect(try await run(correct, as: .chairman).code == 4)
        let corrected = try await run(correct, as: .homeAffairsOfficer)
        #expect(corrected.code == 0 && corrected.output.contains("Điều 13"), "\(corrected.errors)")
        let replace = ["aftermath", "replace", id, "--number", "863/QĐ", "--name", "Lê Thị Bình"] + Self.paper
        #expect(try await run(replace, as: .homeAffairsOfficer).code == 4)
        #expect(try await run(replace, as: .chairman).code == 0)
        let revoke = ["aftermath", "revoke", id, "--number", "864/QĐ"] + Self.paper
        let early = try await run(revoke, as: .chairman)
        #expect(early.code == 3 && early.errors.contains("Chưa có đề nghị hủy bỏ"), "\(early.errors)")
        let propose = [
            "aftermath", "propose-revocation", id, "--ground", "unlawfulDecision", "--facts", "Trái thẩm quyền", "--number", "7/KL",
            "--date",
            "2023-06-19",
        ]
        #expect(try await run(propose, as: .homeAffairsOfficer).code == 0)
        #expect(try await run(["aftermath", "decline-revocation", id, "--reason", "Chưa đủ căn cứ"], as: .chairman).code == 0)
        #expect(try await run(propose, as: .homeAffairsOfficer).code == 0)
        let file = NSTemporaryDirectory() + "thidua-test-\(UUID().uuidString).docx"
        defer { unlink(file) }
        #expect(try await run(["aftermath", "paper", id, "--output-file", file], as: .homeAffairsOfficer).code == 0)
        #expect(try ReadPaper.text(Array(try Data(contentsOf: URL(filePath: file)))).contains("Hủy bỏ việc tặng"))
        #expect(try await run(revoke, as: .chairman).code == 0)
        let recover = ["aftermath", "recover", id, "--amount", "1000000", "--date", "2023-06-20", "--number", "PT 1"]
        #expect(try await run(recover, as: .chairman).code == 4)
        #expect(try await run(recover, as: .homeAffairsOfficer).code == 0)
        let above = try await run(recover, as: .homeAffairsOfficer)
        #expect(above.code != 0 && above.errors.contains("490.000"), "\(above.errors)")
        let waive = ["aftermath", "waive", id, "--amount", "490000", "--date", "2023-06-20", "--number", "95", "--reason", "Đã mất"]
        #expect(try await run(waive, as: .chairman).code == 0)
        let shown = try await run(["aftermath", "show", id], as: .auditor)
        #expect(shown.code == 0 && shown.output.contains("864/QĐ") && shown.output.contains("còn 0 đồng"), "\(shown.output)")
        let book = try await run(["register", "list", "--decision", "861/QĐ-UBND"], as: .auditor)
        #expect(book.output.contains("đã hủy bỏ quyết định khen thưởng"), "\(book.output)")
        let rule = try await run(["aftermath", "rule-flip", id, "--ruling", "stands", "--reason", "x"], as: .homeAffairsOfficer)
        #expect(rule.code == 3, "\(rule.errors)")
    }

    @Test("an event is planned, its order kept and written, and who received is recorded; a certificate is given anew")
    func presentation() async throws {
        let stage = try await AwardStage(province, campaign: "LENH-SAU2")
        let id = try await stage.issued("871/QĐ-UBND").description
        let planned = try await run(
            [
                "presentation", "plan", "--name", "Hội nghị", "--place", "Hội trường", "--date", "2023-06-20", "--chair", "Chủ tịch",
                "--output",
                "json",
            ], as: .homeAffairsOfficer)
        let event = ((try? StrictJSON.parse(Array(planned.output.utf8))) ?? .null).member("id")
        #expect(planned.code == 0 && !event.isEmpty, "\(planned.errors)")
        let add = ["presentation", "add", event, "--dossier", id, "--presenter", "Chủ tịch"]
        #expect(try await run(add, as: .chairman).code == 4)
        #expect(try await run(add, as: .homeAffairsOfficer).code == 0)
        #expect(try await run(["presentation", "list"], as: .auditor).output.contains(event))
        #expect(try await run(["presentation", "show", event], as: .auditor).output.contains("Nguyễn Văn An"))
        let file = NSTemporaryDirectory() + "thidua-test-\(UUID().uuidString).docx"
        defer { unlink(file) }
        #expect(try await run(["presentation", "order", event, "--output-file", file], as: .homeAffairsOfficer).code == 0)
        #expect(try ReadPaper.text(Array(try Data(contentsOf: URL(filePath: file)))).contains("Nguyễn Văn An"))
        let completed = try await run(["presentation", "complete", event], as: .homeAffairsOfficer)
        #expect(completed.code == 0 && completed.output.contains("đã trao tặng"), "\(completed.errors)")
        #expect(try await run(["presentation", "complete", event], as: .homeAffairsOfficer).code == 3)
        let copy = try await run(
            ["aftermath", "issue-copy", id, "--kind", "lost", "--reason", "Mất", "--request", "3", "--date", "2023-06-19"],
            as: .homeAffairsOfficer)
        #expect(copy.code == 0 && copy.output.contains("cấp lại do mất"), "\(copy.errors)")
    }
}
