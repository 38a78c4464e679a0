import Domain
import Foundation
import HTTPTypes
import Operations
import Storage
import TestSupport
import Testing

/// The province's plan, a unit's answer to it and the guidance letter of a round, as papers: over HTTP, on pages, by commands.
@Suite("Papers of a campaign", .province, .serialized, .timeLimit(.minutes(30)))
struct CampaignPaperTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }
    private static let tenant = AwardStage.tenant

    private func head(_ tenant: String = tenant) -> Token { province.token(of: .unitHead, in: tenant) }

    private func text(_ path: String, as token: Token) async throws -> String {
        let answer = try await api.send(.get, path, as: token)
        #expect(answer.status == 200, "\(path): \(answer.json.text())")
        return try ReadPaper.text(answer.bytes)
    }

    @Test("the plan is read by every officer; a unit's answer bears what it gave inside, and its own number once it is recorded")
    func plans() async throws {
        let stage = try await CriticismStage(province, campaign: "VB-PD")
        let plan = "/api/v1/campaigns/VB-PD/launch-plan"
        let own = "/api/v1/tenants/\(Self.tenant)/campaigns/VB-PD/response-plan"
        let said = try await text(plan, as: province.token(of: .clerk, in: Self.tenant))
        #expect(said.contains("I. MỤC ĐÍCH, YÊU CẦU") && said.contains("III. NỘI DUNG THI ĐUA"), "\(said)")
        #expect(try await api.send(.get, "/api/v1/campaigns/KHONG-CO/launch-plan", as: affairs).status == 404)
        #expect(try await api.send(.get, own, as: head()).status == 404, "the launch has not reached the unit")

        try await province.launch("VB-PD")
        _ = try await province.work()
        _ = try await stage.item("TRONG", due: "2023-06-15", unit: "10101")
        let draft = try await text(own, as: head())
        #expect(draft.contains("Hưởng ứng") && draft.contains("VB-PD-TRONG") && draft.contains("15/6/2023"), "\(draft)")
        #expect(!draft.contains("9/KH-UBND"))
        let act = RecordLaunchPlan(
            .unit(campaign: "VB-PD", code: nil), version: nil, happenedOn: Plans.day("2023-04-05"), documentNumber: "19/KH-UBND", text: "x")
        _ = try await province.write(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
        let signed = try await text(own, as: head())
        #expect(signed.contains("Số: 19/KH-UBND") && signed.contains("ngày 05 tháng 4 năm 2023"), "\(signed)")
        // Another unit's launch is read by who reads the province, and by nobody else.
        #expect(try await text(own, as: affairs).contains("19/KH-UBND"))
        #expect(try await api.send(.get, own, as: head("district_102")).status == 404)
    }

    @Test("the guidance letter names conditions, papers and the last day; before the round is opened that is named with it")
    func guidance() async throws {
        let stage = try await AwardStage(province, campaign: "VB-HD", opens: false)
        let path = "/api/v1/province/nomination-round/guidance?campaign=VB-HD&review=interim"
        let open = try await api.send(.get, path, as: affairs)
        #expect(open.status == 422 && open.faults == ["?cutOff"], "\(open.json.text())")
        let draft = try await text(path + "&cutOff=2023-06-28", as: affairs)
        for words in ["HƯỚNG DẪN", "28/6/2023", "Báo cáo thành tích", "Thành phần hồ sơ"] {
            #expect(draft.contains(words), "\(words) in \(draft)")
        }
        #expect(!draft.contains("12/HD-SNV"))
        try await stage.openRound()
        let opened = try await text(path + "&cutOff=2023-06-28", as: affairs)
        #expect(opened.contains("Số: 12/HD-SNV") && opened.contains("30/6/2023") && !opened.contains("28/6/2023"), "\(opened)")
        #expect(try await api.send(.get, path, as: head()).status == 403)
        #expect(try await api.send(.get, path.replacing("interim", with: "final"), as: affairs).code == "review-not-opened")
    }

    @Test("pages offer them, and commands write them")
    func pagesAndCommands() async throws {
        _ = try await AwardStage(province, campaign: "VB-TRANG")
        let reading = "thidua=\(affairs.text)"
        let page = try await province.call(.get, "/nominations?campaign=VB-TRANG&review=interim", headers: [.cookie: reading])
        #expect(page.body.contains("/nominations/guidance?campaign=VB-TRANG"), "\(page.body)")
        for path in ["/nominations/guidance?campaign=VB-TRANG&review=interim", "/campaigns/VB-TRANG/launch-plan"] {
            #expect(try await province.call(.get, path, headers: [.cookie: reading]).status == .ok, "\(path)")
        }
        try await province.launch("VB-TRANG")
        _ = try await province.work()
        let answer = try await province.call(
            .get, "/units/\(Self.tenant)/campaigns/VB-TRANG/response-plan", headers: [.cookie: "thidua=\(head().text)"])
        #expect(answer.status == .ok)
        for (arguments, token) in [
            (["campaign", "paper", "VB-TRANG"], affairs), (["launch", "paper", "--campaign", "VB-TRANG"], head()),
            (["nomination", "guidance", "--campaign", "VB-TRANG", "--review", "interim"], affairs),
        ] {
            let file = FileManager.default.temporaryDirectory.appending(path: "thidua-test-\(UUID().uuidString).docx").path
            defer { try? FileManager.default.removeItem(atPath: file) }
            let outcome = try await Executable.run(
                arguments + ["--output-file", file], environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
            #expect(outcome.code == 0, "\(arguments): \(outcome.errors)")
            #expect(FileManager.default.fileExists(atPath: file), "\(arguments)")
        }
    }
}
