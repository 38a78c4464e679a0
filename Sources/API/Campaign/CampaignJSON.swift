import Domain
import FoundationEssentials
import Web

/// A campaign as JSON: its head, and on demand the whole plan.
enum CampaignJSON {
    static let launch = Schema.named(
        "CampaignLaunch",
        [
            .init("documentNumber", .string, "Number and symbol of the Chairman's paper."),
            .init("launchedOn", .date), .init("recordedOn", .date),
        ])

    private static let head: [Schema.Property] = [
        .init("id", .uuid), .init("code", .string), .init("name", .text), .init("firstDay", .date), .init("lastDay", .date),
        .init("launchDeadline", .date, "Last day on which a unit's launch is in time."), .init("version", .integer),
        .init("launch", .nullable(launch), "Null until the Chairman launches."),
    ]

    static let schema = Schema.named("Campaign", head)

    static let whole = Schema.named(
        "CampaignPlan",
        head + [
            .init("checksum", .string, "SHA-256 of the plan's canonical document, in hex."), .init("recordedOn", .date),
            .init("plan", .any, "The whole plan, as in the campaign file."),
        ])

    static func value(_ campaign: CampaignSummary) -> JSONValue {
        [
            "id": .string(campaign.id.description), "code": .string(campaign.code), "name": .string(campaign.name),
            "firstDay": .string(campaign.firstDay.description), "lastDay": .string(campaign.lastDay.description),
            "launchDeadline": .string(campaign.launchDeadline.description), "version": .integer(campaign.version),
            "launch": value(campaign.launch),
        ]
    }

    static func value(_ record: CampaignRecord) throws -> JSONValue {
        let plan = record.plan
        return [
            "id": .string(record.id.description), "code": .string(plan.code), "name": .string(plan.name),
            "firstDay": .string(plan.span.from.description), "lastDay": .string(plan.span.to.description),
            "launchDeadline": .string(plan.launch.deadline.date.description), "version": .integer(record.version),
            "launch": value(record.launch),
            "checksum": .string(record.checksum), "recordedOn": .string(record.recordedOn.description),
            "plan": try StrictJSON.parse(try plan.document),
        ]
    }

    private static func value(_ launch: CampaignLaunch?) -> JSONValue {
        guard let launch else { return .null }
        return [
            "documentNumber": .string(launch.documentNumber), "launchedOn": .string(launch.launchedOn.description),
            "recordedOn": .string(launch.recordedOn.description),
        ]
    }
}
