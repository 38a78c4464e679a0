import Domain
import HTTPTypes
import Operations
import Web

/// What the officer is told by itself, to be read and copied; and where he is written to.
enum NoticeRoutes {
    static let all: [Route] = [list, mark, set]

    private static let list = Route(
        .get, "/notices", name: "page.notices", asks: .selfService, summary: "What one is told, the newest first.",
        query: [QueryParameter("before", .uuid, "The last that was shown.")]
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }

    private static let mark = Route(
        .post, "/notices/read", name: "page.notices.mark", asks: .selfService, summary: "Marks one as read, or as not read.", takes: .form
    ) { call in
        let marking = MarkNotices(Notice.ID(call.form["notice"]).map { [$0] } ?? [], read: call.form["read"] != "no")
        _ = try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await marking.perform(in: tx)
        }
        return .seeOther("/notices")
    }

    private static let set = Route(
        .post, "/notices/settings", name: "page.notices.set", asks: .selfService,
        summary: "Says where one is written to, and when one is left alone.", takes: .form
    ) { call in
        let form = call.form
        return try await Templates.shared.answering {
            guard let from = Int(form["quietFrom"]), let to = Int(form["quietTo"]) else {
                throw Problem.invalid("$.quietFrom", "nhập giờ từ 0 đến 23")
            }
            let setting = SetNoticeSettings(
                NoticeSettings(email: form["email"].isEmpty ? nil : form["email"], quietFrom: from, quietTo: to))
            try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in try await setting.perform(in: tx)
            }
            return .seeOther("/notices")
        } or: {
            try await page(call)
        }
    }

    private static func page(_ call: Call) async throws -> NoticesPage {
        let listing = ListNotices(before: try call.queryID("before"), limit: NoticesPage.most + 1)
        return try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            let frame = Frame(try await WhoAmI().perform(in: tx), call)
            return NoticesPage(try await listing.perform(in: tx), try await ShowNoticeSettings().perform(in: tx), frame: frame)
        }
    }
}
