import Domain
import HTTPTypes
import Operations
import Web

/// The province's launch of a campaign: by the Chairman himself, or recorded from the paper that he signed.
enum CampaignLaunchRoutes {
    static let all: [Route] = [show, launch]

    private static let path = "/campaigns/{campaign}/launch"

    private static let show = Route(
        .get, path, name: "page.campaign.launch", asks: .action(.readProvince),
        summary: "How a campaign was launched, or the form to do it."
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }

    private static let launch = Route(
        .post, path, name: "page.campaign.launch.do", asks: .action(.launchCampaign), orAsks: [.action(.recordPaper)],
        summary: "Launches it, himself or from the paper that the Chairman signed.", takes: .form
    ) { call in
        let code: String = try call.path("campaign")
        return try await Templates.shared.answering {
            let form = call.form
            let day = try FormDay.read(form["date"], "$.launchedOn")
            let paper = PaperAct.ID(form["paper"])
            _ = try await call.backend.entrance.write(try CouncilHome.province.entry(call)) { (tx: borrowing TenantTransaction) in
                if let paper {
                    let signed = try await ShowPaper(paper).perform(in: tx)
                    return try await LaunchCampaign(
                        code: code, documentNumber: signed.number, launchedOn: day ?? signed.signedOn, paper: paper
                    ).perform(in: tx)
                }
                guard let day else { throw Problem.invalid("$.launchedOn", "nhập ngày") }
                return try await LaunchCampaign(code: code, documentNumber: form["number"], launchedOn: day).perform(in: tx)
            }
            return .seeOther("/campaigns/\(code)/launch")
        } or: {
            try await page(call)
        }
    }

    private static func page(_ call: Call) async throws -> CampaignLaunchPage {
        let me = try await CouncilHome.officer(call)
        guard me.actions.contains(.readProvince) else { throw Problem.notAllowed }
        let code: String = try call.path("campaign")
        let entry = try CouncilHome.province.entry(call, deed: .action(.readProvince))
        return try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            let all = try await ListCampaigns().perform(in: tx)
            guard let campaign = all.first(where: { $0.code == code }) else { throw Problem.notFound }
            let records = campaign.launch == nil && me.actions.contains(.recordPaper) && me.officer.mayWrite
            return CampaignLaunchPage(
                frame: Frame(me, call), campaign, mayLaunch: me.actions.contains(.launchCampaign) && me.officer.mayWrite,
                papers: records ? try await ListPapers(limit: 100).perform(in: tx).papers : [])
        }
    }
}
