import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("The launch of a campaign", .province, .timeLimit(.minutes(30)))
struct LaunchCampaignTests {
    let province = Province.current

    private func brought(_ code: String) async throws -> String {
        try await province.bring(try Plans.shipped(code))
        return code
    }

    @Test("is the Chairman's, by number and date")
    func byTheChairman() async throws {
        let code = try await brought("BY-THE-CHAIRMAN")
        let campaign = try await province.launch(code, number: " 77/KH-UBND ")
        let launch = try #require(campaign.launch)
        #expect(launch.documentNumber == "77/KH-UBND")
        #expect(launch.launchedOn == Plans.day("2023-03-31"))
        #expect(launch.launchedBy == province.post(of: .chairman))
        #expect(launch.recordedOn == province.businessDate)
    }

    @Test("is nobody else's", arguments: [Role.viceChairman, .officeChief, .officeMonitor, .homeAffairsOfficer, .councilMember, .auditor])
    func byNobodyElse(role: Role) async throws {
        let code = try await brought("BY-\(role.rawValue)")
        #expect(await province.refusal { try await province.launch(code, as: role) } == .notAllowed)
        #expect(
            try await province.count(
                "SELECT count(*) FROM core.campaign_launch AS l JOIN core.campaign AS c ON c.id = l.campaign_id WHERE c.code = \(code)")
                == 0)
    }

    @Test(
        "needs a number, and a day from the plan's signature to today",
        arguments: [
            ("", "2023-03-31", ["$.documentNumber"]), ("77/KH-UBND", "2023-03-30", ["$.launchedOn"]),
            ("77/KH-UBND", "2023-06-21", ["$.launchedOn"]),
            (" ", "2024-01-01", ["$.documentNumber", "$.launchedOn", "$.launchedOn"]),
        ])
    func inputs(number: String, day: String, paths: [String]) async throws {
        let code = try await brought("INPUTS-\(day)-\(number.count)")
        let refusal = await province.refusal { try await province.launch(code, number: number, on: day) }
        #expect(refusal?.kind == .invalid)
        #expect(refusal?.fields.map(\.path) == paths)
    }

    @Test("happens once: the same again changes nothing, another is refused")
    func once() async throws {
        let code = try await brought("ONCE")
        try await province.launch(code)
        let again = try await province.launch(code)
        #expect(again.launch?.launchedOn == Plans.day("2023-03-31"))
        let refusal = await province.refusal { try await province.launch(code, number: "78/KH-UBND") }
        #expect(refusal?.code == "launched-already")
        #expect(refusal?.kind == .conflict)
        // Nor is the same again, or another, answered to who may not launch.
        for role in [Role.officeMonitor, .viceChairman] {
            for number in ["77/KH-UBND", "78/KH-UBND"] {
                #expect(await province.refusal { try await province.launch(code, number: number, as: role) } == .notAllowed)
            }
        }
    }

    @Test("of a campaign that is not there is not found")
    func absent() async throws {
        #expect(await province.refusal { try await province.launch("NOWHERE") } == .notFound)
    }

    @Test(
        "is held to its dates by the database too, when a program forgets them",
        arguments: [("2023-03-30", "launch-before-plan"), ("2023-06-21", "date-in-future")])
    func constraints(day: String, code: String) async throws {
        let campaign = try await brought("CONSTRAINT-\(day)")
        let refusal = await province.refusal {
            try await province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
                let id = try await ShowCampaign(code: campaign).perform(in: tx).id
                _ = try await CampaignLaunch.insert(of: id, documentNumber: "1", on: Plans.day(day), in: tx)
            }
        }
        #expect(refusal?.code == code)
    }
}
