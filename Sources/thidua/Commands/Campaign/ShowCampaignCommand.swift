import ArgumentParser
import Domain
import Operations

struct ShowCampaignCommand: OfficerCommand {
    static let asks = Deed.reading(.catalogue)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows a campaign, or the list of all.",
        discussion: "Example: thidua campaign show KH-77-2023 --output json\nJSON holds the whole plan.")

    @Argument(help: "Code of the campaign; all when absent.")
    var code: String?

    @Option(help: "An earlier version; the present one when absent.")
    var version: Int?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        if let code {
            let show = ShowCampaign(code: code, version: version)
            let record = try await officer.read(entry) { (tx: borrowing TenantTransaction) in try await show.perform(in: tx) }
            try print(record)
        } else {
            let campaigns = try await officer.read(entry) { (tx: borrowing TenantTransaction) in try await ListCampaigns().perform(in: tx) }
            print(campaigns)
        }
    }

    private func print(_ record: CampaignRecord) throws {
        let plan = record.plan
        let facts: [(String, String)] = [
            ("Mã", plan.code), ("Tên", plan.name),
            ("Văn bản", "\(plan.paper.type) \(plan.paper.reference) ngày \(plan.paper.date.vietnamese)"),
            ("Thời gian", "\(plan.span.from.vietnamese) - \(plan.span.to.vietnamese)"),
            ("Hạn phát động", "\(plan.launch.deadline.date.vietnamese) (\(plan.launch.deadline.words))"),
            ("Phát động", record.launch.map { "\($0.launchedOn.vietnamese), văn bản số \($0.documentNumber)" } ?? "chưa phát động"),
            ("Phiên bản", "\(record.version), nhập ngày \(record.recordedOn.vietnamese)"),
        ]
        let phases = plan.phases.map { ($0.name, "\($0.from.vietnamese) - \($0.to.vietnamese)") }
        let contents = plan.itemContent.map { ($0.code, $0.label) }
        try CommandOutput.print(
            columns: ["Mục", "Nội dung"], rows: (facts + phases + contents).map { [$0.0, $0.1] },
            json: [
                "code": .string(plan.code), "version": .integer(record.version), "checksum": .string(record.checksum),
                "recordedOn": .string(record.recordedOn.description), "launch": CampaignOutput.value(record.launch),
                "plan": try StrictJSON.parse(plan.document),
            ], as: officer.output)
    }

    private func print(_ campaigns: [CampaignSummary]) {
        CommandOutput.print(
            columns: ["Mã", "Tên", "Thời gian", "Hạn phát động", "Phát động"], rows: campaigns.map(CampaignOutput.row),
            json: .array(campaigns.map(CampaignOutput.value)), as: officer.output)
    }
}

/// Campaigns as commands print them.
enum CampaignOutput {
    static func row(_ campaign: CampaignSummary) -> [String] {
        [
            campaign.code, campaign.name, "\(campaign.firstDay.vietnamese) - \(campaign.lastDay.vietnamese)",
            campaign.launchDeadline.vietnamese, campaign.launch?.launchedOn.vietnamese ?? "chưa phát động",
        ]
    }

    static func value(_ campaign: CampaignSummary) -> JSONValue {
        [
            "code": .string(campaign.code), "name": .string(campaign.name), "firstDay": .string(campaign.firstDay.description),
            "lastDay": .string(campaign.lastDay.description), "launchDeadline": .string(campaign.launchDeadline.description),
            "version": .integer(campaign.version), "launch": value(campaign.launch),
        ]
    }

    static func value(_ launch: CampaignLaunch?) -> JSONValue {
        guard let launch else { return .null }
        return ["documentNumber": .string(launch.documentNumber), "launchedOn": .string(launch.launchedOn.description)]
    }
}
