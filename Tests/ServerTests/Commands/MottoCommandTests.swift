import Domain
import Operations
import Storage
import TestSupport
import Testing

/// `thidua motto …`, as the unit, the Office, Home Affairs and the council type it.
@Suite("Commands on the motto", .province, .serialized, .timeLimit(.minutes(30)))
struct MottoCommandTests {
    private let province = Province.current

    private func run(_ verb: String, _ campaign: String, _ arguments: [String], as token: Token) async throws -> Executable.Outcome {
        try await Executable.run(
            ["motto", verb, "--campaign", campaign, "--review", "interim"] + arguments,
            environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
    }

    private func json(_ outcome: Executable.Outcome) -> JSONValue {
        #expect(outcome.code == 0, "\(outcome.errors)")
        return (try? StrictJSON.parse(Array(outcome.output.utf8))) ?? .null
    }

    private func parts(_ grade: String, _ campaign: String) throws -> [String] {
        try #require(try Plans.shipped(campaign).motto).parts.flatMap { ["--part", "\($0.code)=\(grade)"] }
    }

    @Test("it is assessed, commented on, decided and corrected, and stands on the list; every step is its body's alone")
    func wholeWay() async throws {
        let judged = try await JudgedProvince(province, campaign: "LENH-PC")
        let code = judged.campaign
        try await province.launch(code)
        let head = province.token(of: .unitHead, in: "district_101")
        let (office, affairs) = (province.token(of: .officeMonitor), province.token(of: .homeAffairsOfficer))
        let council = province.token(of: .councilMember)

        let usage = try await run("assess", code, ["--part", "III.1.1=giỏi"], as: head)
        #expect(usage.code == 2 && usage.errors.contains("mã=met"))
        let short = try await run("assess", code, Array(try parts("met", code).prefix(2)), as: head)
        #expect(short.code == 1 && short.errors.contains("đánh giá đủ các vế"), "\(short.errors)")
        let assessed = json(try await run("assess", code, try parts("met", code) + ["--words", "Đạt", "--output", "json"], as: head))
        #expect(assessed.member("state") == "assessed", "\(assessed)")

        #expect(try await run("comment", code, ["--unit", "101", "--words", "x"], as: head).code != 0)
        for token in [office, affairs] {
            let told = try await run("comment", code, ["--unit", "101", "--words", "Thống nhất"], as: token)
            #expect(told.code == 0, "\(told.errors)")
        }
        let decision = ["--unit", "101", "--number", "05/KL-HĐ", "--province"]
        #expect(try await run("decide", code, decision + ["--accept"], as: office).code == 4)
        let decided = json(try await run("decide", code, decision + ["--accept", "--output", "json"], as: council))
        #expect(decided.member("state") == "accepted", "\(decided)")
        let again = try await run("decide", code, decision + ["--accept"], as: council)
        #expect(again.code == 3 && !again.errors.isEmpty)
        let unexplained = try await run("decide", code, decision + ["--refuse", "--correct"], as: council)
        #expect(unexplained.code != 0, "a correction gives its reason")
        let corrected = json(
            try await run(
                "decide", code, decision + ["--refuse", "--correct", "--reason", "Chậm một nhiệm vụ", "--output", "json"], as: council))
        #expect(corrected.member("state") == "refused", "\(corrected)")

        for format in ["table", "csv", "json"] {
            let list = try await run("list", code, ["--output", format], as: office)
            #expect(list.code == 0 && list.output.contains("101"), "\(list.errors)")
        }
        let own = try await run("show", code, ["--output", "json"], as: head)
        for words in ["05/KL-HĐ", "Thống nhất", "Chậm một nhiệm vụ", "12/BC-district_101"] {
            #expect(own.output.contains(words), "\(words): \(own.output)\(own.errors)")
        }
        let stranger = province.token(of: .unitHead, in: "district_102")
        let foreign = try await run("show", code, ["--unit", "101"], as: stranger)
        #expect(!foreign.output.contains("05/KL-HĐ"))
    }
}
