import Domain
import Foundation
import Operations
import TestSupport
import Testing

/// `thidua award own-rules …`, `thidua award round …`, and the steps of dossiers with `--own`, as a unit's officers type them.
@Suite("Commands on own authority", .province, .serialized, .timeLimit(.minutes(30)))
struct OwnAwardCommandTests {
    private let province = Province.current

    private func run(_ arguments: [String], as token: Token) async throws -> Executable.Outcome {
        try await Executable.run(arguments, environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
    }

    private func json(_ outcome: Executable.Outcome) -> JSONValue {
        #expect(outcome.code == 0, "\(outcome.errors)")
        return (try? StrictJSON.parse(Array(outcome.output.utf8))) ?? .null
    }

    private func folder(_ givers: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "own-rules-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let files = [
            "givers.csv": "unit,signer,budget,collectives,individuals,scope\n\(givers)\n", "criteria.csv": OwnAwardStage.criteria,
            "council-rules.csv": OwnAwardStage.councils,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return folder.path
    }

    @Test("the rules of a folder are taken whole, a round stands under them, and a deed goes from its draft to the unit's book")
    func way() async throws {
        _ = try await CouncilStage(province, campaign: "LENH-GK")
        let tenant = "dept_snv"
        let secretary = province.token(of: .councilSecretary, in: tenant)
        let head = province.token(of: .unitHead, in: tenant)
        let decision = ["--number", "12/QĐ-SNV", "--date", "2023-06-01", "--from", "2023-06-01"]
        let wrong = try folder("CCVTLT-P1,x,Quỹ,1,1,giver")
        let good = try folder("SNV,GIÁM ĐỐC,Quỹ thi đua sở,2,2,giver")
        defer { for path in [wrong, good] { try? FileManager.default.removeItem(atPath: path) } }
        let bad = try await run(["award", "own-rules", "take", wrong] + decision, as: secretary)
        #expect(bad.code != 0 && bad.errors.contains("tư cách pháp nhân"), "\(bad.errors)")
        let absent = try await run(["award", "own-rules", "take", "/khong-co"] + decision, as: secretary)
        #expect(absent.code != 0 && absent.errors.contains("givers.csv"))
        #expect(try await run(["award", "own-rules", "take", good] + decision, as: head).code == 4)
        #expect(try await run(["award", "own-rules", "take", good] + decision, as: secretary).code == 0)
        let listed = try await run(["award", "own-rules", "list", "--output", "csv"], as: head)
        #expect(listed.output.contains("12/QĐ-SNV") && listed.output.contains("SNV"), "\(listed.output)")
        guard case .array(let taken) = json(try await run(["award", "own-rules", "list", "--output", "json"], as: head)),
            let rules = taken.first(where: { $0.member("documentNumber") == "12/QĐ-SNV" })?.member("id")
        else { return #expect(Bool(false), "no rules") }
        let confirm = ["award", "own-rules", "confirm", rules, "--number", "4/TB-SNV"]
        #expect(try await run(confirm, as: secretary).code == 4)
        let confirmed = try await run(confirm + ["--output", "csv"], as: head)
        #expect(confirmed.code == 0 && confirmed.output.contains("4/TB-SNV"), "\(confirmed.errors)")

        let round = [
            "award", "round", "open", "--campaign", "LENH-GK", "--review", "interim", "--opens-on", "2023-06-10", "--cut-off",
            "2023-06-30", "--number", "1/KH", "--date", "2023-06-10",
        ]
        #expect(try await run(round, as: head).code == 4)
        let opened = try await run(round + ["--output", "json"], as: secretary)
        #expect(opened.code == 0, "\(opened.errors)")
        guard case .array(let rounds) = json(opened), let first = rounds.first else { return #expect(Bool(false), "\(opened.output)") }
        #expect(try await run(["award", "round", "lock", first.member("id")], as: secretary).code == 0)
        let shown = try await run(["award", "round", "list"], as: head)
        #expect(shown.output.contains("đã chốt danh sách"), "\(shown.output)")

        let giver = province.unit(nil, in: tenant).description
        let drafted = json(
            try await run(
                [
                    "dossier", "draft", "--campaign", "LENH-GK", "--giver", giver, "--unit",
                    province.unit("CCVTLT", in: tenant).description,
                    "--achievement", "Xử lý kịp thời", "--output", "json",
                ], as: secretary))
        let id = drafted.member("id")
        #expect(drafted.member("track") == "ownAdHoc")
        for kind in ["proposal", "summaryReport"] {
            let added = try await run(
                ["dossier", "add-paper", id, "--kind", kind, "--number", "1/TTr", "--date", "2023-06-19"], as: secretary)
            #expect(added.code == 0, "\(added.errors)")
        }
        #expect(try await run(["dossier", "submit", id], as: secretary).code == 0)
        for verb in ["receive", "appraise", "put"] {
            let taken = try await run(["dossier", verb, id, "--own"] + (verb == "put" ? ["--number", "2/TTr-SNV"] : []), as: secretary)
            #expect(taken.code == 0, "\(verb): \(taken.errors)")
        }
        #expect(try await run(["dossier", "decide", id, "--own"], as: secretary).code == 4)
        #expect(try await run(["dossier", "decide", id, "--own"], as: head).code == 0)
        let record = ["register", "record", "--own", "--number", "3/QĐ-SNV", "--date", "2023-06-20", "--signer", "GIÁM ĐỐC"]
        let recorded = try await run(record + ["--dossier", "\(id)=Chi cục Văn thư - Lưu trữ"], as: secretary)
        #expect(recorded.code == 0 && recorded.output.contains("3/QĐ-SNV"), "\(recorded.errors)")
        let book = try await run(["register", "list", "--own", "--output", "csv"], as: head)
        #expect(book.output.contains("Chi cục Văn thư - Lưu trữ"), "\(book.output)")
        let totals = try await run(["award", "totals", "2023"], as: province.token(of: .homeAffairsOfficer))
        #expect(totals.code == 0 && totals.output.contains("Giấy khen"), "\(totals.errors)")
        #expect(try await run(["award", "totals", "2023"], as: head).code == 4)
    }
}
