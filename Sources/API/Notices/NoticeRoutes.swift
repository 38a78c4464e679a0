import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// What the officer is told by itself, and where he is written to. His own, and nobody else's.
enum NoticeRoutes {
    static let all: [Route] = [list, mark, settings, set]

    private static let path = "/api/v1/notices"

    private static let notice: Schema = .named(
        "Notice",
        [
            .init("id", .uuid),
            .init(
                "rule", .string,
                "Code of the rule that reminds, or what happened: \"assigned\", \"remedy_ordered\", \"returned\", "
                    + "\"criticism_proposed\", \"criticism_ended\", \"confirmation_asked\", \"supplement_asked\", "
                    + "\"award_refused\", \"award_decided\", \"award_given\", \"name_to_confirm\", \"correction_due\", "
                    + "\"extension_decided\", \"extension_passed\", \"dispute_answered\", \"difficulty_routed\", "
                    + "\"difficulty_answered\", \"good_model_spread\", \"verdict_flipped\", \"draft_waiting\", \"draft_returned\"."),
            .init("tenant", .string, "Where it is."), .init("item", .nullable(.uuid)),
            .init("criticism", .nullable(.uuid), "That is proposed, or that was signed or not."),
            .init("confirmation", .nullable(.uuid), "That another unit asks for."),
            .init("review", .nullable(.uuid), "Whose frozen figures are to be corrected."),
            .init("remedy", .nullable(.uuid), "What has to be put right, where it is about that."),
            .init("difficulty", .nullable(.uuid), "Where it is about one."),
            .init("period", .nullable(.uuid), "Of the month whose return is missing."),
            .init("goodModel", .nullable(.uuid), "Spread to all units."),
            .init("dossier", .nullable(.uuid), "Of the nominee of whom it tells, or whose verdict a correction turned round."),
            .init("month", .nullable(.string), "As 2023-07: the reporting period that is to be opened, or whose return is missing."),
            .init("draft", .nullable(.uuid), "What came up the unit's chain, or back."),
            .init("code", .string, "Of the item; else empty."), .init("title", .text),
            .init("campaign", .nullable(.string), "Name of the campaign; null: the item belongs to none."),
            .init("campaignCode", .nullable(.string), "Its code."),
            .init("giver", .oneOf(Notice.Giver.self), "Who gave the item: the province or the unit itself."), .init("giverName", .string),
            .init("dueOn", .nullable(.date), "Of a reporting period that is to be opened its first day."), .init("reason", .text),
            .init("source", .text), .init("day", .date),
            .init("read", .boolean), .init("text", .text, "In words that can be sent on."),
        ])

    private static let settingsSchema: Schema = .named(
        "NoticeSettings",
        [
            .init("email", .nullable(.string), "Null: not written to."),
            .init("quietFrom", .integer, "Hour of the clock in Việt Nam, 0 to 23, from which nothing is sent."),
            .init("quietTo", .integer, "And until when; equal: no quiet hours."),
        ])

    private static let list = Route(
        .get, path, name: "notices.list", asks: .selfService, summary: "What one is told, the newest first; at most 100.",
        query: [
            QueryParameter("unread", .boolean, "Those alone that were not read."),
            QueryParameter("before", .uuid, "The last that one has: older ones follow."),
        ],
        answers: .json(.object([.init("items", .array(notice))]))
    ) { call in
        let listing = ListNotices(unreadOnly: try call.queryFlag("unread"), before: try call.queryID("before"))
        return try await call.readOnce { (tx: borrowing TenantTransaction) in
            .json(["items": .array(try await listing.perform(in: tx).map(NoticeJSON.notice))])
        }
    }

    private static let mark = Route(
        .put, path + "/read", name: "notices.mark", asks: .selfService,
        summary: "Marks some of one's own as read, or as not read. What is not there is passed over.",
        takes: .json(.object([.init("notices", .array(.uuid), "At most 500."), .init("read", .boolean)])),
        answers: .json(.object([.init("changed", .integer)]))
    ) { call in
        let marking = try call.json { body in
            let notices = body.required("notices")?.array { $0.id(Notice.ID.self) }
            let read = body.required("read")?.bool()
            return notices.flatMap { notices in read.map { MarkNotices(notices, read: $0) } }
        }
        guard marking.notices.count <= 500 else { throw Problem.invalid("$.notices", "nhiều quá 500 thông báo; chia thành nhiều lần") }
        let changed = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await marking.perform(in: tx)
        }
        return .json(["changed": .integer(changed)])
    }

    private static let settings = Route(
        .get, path + "/settings", name: "notices.settings", asks: .selfService,
        summary: "Where one is written to, and when one is left alone.", answers: .json(settingsSchema)
    ) { call in
        try await call.readOnce { (tx: borrowing TenantTransaction) in
            .json(NoticeJSON.settings(try await ShowNoticeSettings().perform(in: tx)))
        }
    }

    private static let set = Route(
        .put, path + "/settings", name: "notices.set", asks: .selfService,
        summary: "Says where one is written to, once a day at most, and when one is left alone.",
        takes: .json(
            .object([
                .init("email", .nullable(.string), "Null: not written to."), .init("quietFrom", .integer), .init("quietTo", .integer),
            ])), answers: .json(settingsSchema)
    ) { call in
        let setting = try call.json { body in
            let email = body.required("email")?.nullable { $0.string() }
            let from = body.required("quietFrom")?.integer(in: 0...23)
            let to = body.required("quietTo")?.integer(in: 0...23)
            guard let email, let from, let to else { return SetNoticeSettings?.none }
            return SetNoticeSettings(NoticeSettings(email: email, quietFrom: from, quietTo: to))
        }
        try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in try await setting.perform(in: tx) }
        return .json(NoticeJSON.settings(setting.settings))
    }
}
