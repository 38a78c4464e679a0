import Crypto
import Domain
import Foundation
import HTTPTypes
import Logging
import Operations
import TestSupport
import Testing

@testable import Web

/// What an officer is told, over HTTP, on his page and by command. The suite shares the queue.
@Suite("Notices over HTTP, by command and on the page", .province(opening: 5), .serialized, .timeLimit(.minutes(30)))
struct NoticeRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }

    @Test("are listed, marked, and marked back by the one whom they tell; the same in every place")
    func everywhere() async throws {
        let stage = try await NoticeStage(province)
        for days in [-1, 3] { try await stage.item("N\(days)", dueIn: days) }
        try await stage.remind()
        let token = province.token(of: .unitCoordinator, in: stage.district)
        let listed = try await api.send(.get, "/api/v1/notices", as: token)
        #expect(listed.status == 200 && listed.items.count == 2, "\(listed.json.text())")
        let first = try #require(listed.items.first)
        #expect(first.member("giver") == "province" && first.member("giverName") == "tỉnh giao")
        #expect(first.member("text").contains("không thuộc phong trào"))
        let older = try await api.send(.get, "/api/v1/notices?before=\(first.member("id"))", as: token)
        #expect(older.items.count == 1)

        let page = try await province.call(.get, "/notices", headers: [.cookie: "thidua=\(token.text)"])
        #expect(page.status == .ok && page.body.contains("Chép nội dung nhắc việc") && page.body.contains("(mã N3)"))
        #expect(page.body.contains("<b>(2 mới)</b>"), "counted in the bar")
        #expect(!page.body.contains("Thông báo cũ hơn"), "there are none older")

        let marks: JSONValue = ["notices": [.string(first.member("id")), .string(UUID().uuidString)], "read": true]
        let another = try await api.send(
            .put, "/api/v1/notices/read", as: province.token(of: .unitCoordinator, in: "district_101"), marks)
        #expect(another.text("changed") == "0", "another's is not there, as what is nowhere")
        #expect(try await api.send(.put, "/api/v1/notices/read", as: token, marks).text("changed") == "1")
        #expect(try await api.send(.get, "/api/v1/notices?unread=true", as: token).items.count == 1)

        let listing = try await Executable.run(
            ["notice", "list", "--unread", "--output", "json"], environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
        #expect(listing.code == 0 && listing.output.contains("Nhắc việc: ") && !listing.output.contains(first.member("id")))

        let back = try await post("/notices/read", "notice=\(first.member("id"))&read=no", as: token)
        #expect(back.status == .seeOther)
        #expect(try await api.send(.get, "/api/v1/notices?unread=true", as: token).items.count == 2)
    }

    @Test("of a period that is to be opened it is said from when on, and the way leads to the month of its campaign")
    func periodToOpen() async throws {
        let stage = try await NoticeStage(province)
        try await province.launched(try Plans.shipped("MO-KY-1"))
        try await stage.remind()
        let office = province.token(of: .officeMonitor)
        let page = try await province.call(.get, "/notices", headers: [.cookie: "thidua=\(office.text)"])
        #expect(page.body.contains("<td class=\"nowrap\">từ 15/06/2023</td>"), "\(page.body)")
        #expect(page.body.contains("<a href=\"/months?campaign=MO-KY-1&amp;month=2023-07\">"))
        let listed = try await api.send(.get, "/api/v1/notices", as: office)
        let told = listed.items.first { $0.member("campaignCode") == "MO-KY-1" && $0.member("rule") == "period_to_open" }
        #expect(told?.member("month") == "2023-07", "\(listed.json.text())")
    }

    @Test("of a difficulty that the Office has to send on, the way leads to the page where it can")
    func difficultyToRoute() async throws {
        let stage = try await NoticeStage(province)
        try await province.bring(try Plans.shipped("KK-NHAC"))
        let (tenant, post) = (province.tenant(stage.district), province.post(of: .unitHead, in: stage.district))
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.difficulty (id, tenant_id, unit_id, campaign_id, title, obstacle, recorded_by, recorded_on, level, due_on)
            SELECT core.new_id(), '\(tenant)', '\(tenant)', c.id, 'Chậm vốn', 'x', '\(post)', '2023-06-15', 'province', core.today()
            FROM core.campaign AS c WHERE c.code = 'KK-NHAC';
            SET session_replication_role = origin;
            """)
        try await stage.remind()
        let cookie = "thidua=\(province.token(of: .officeMonitor).text)"
        let inbox = try await province.call(.get, "/notices", headers: [.cookie: cookie]).body
        let link = try #require(inbox.firstMatch(of: #/<a href="(/difficulties/[^"]+)">/#)?.output.1, "\(inbox)")
        let shown = try await province.call(.get, String(link), headers: [.cookie: cookie])
        #expect(shown.body.contains("Chậm vốn") && shown.body.contains("name=\"step\" value=\"accept\""), "\(shown.body)")
    }

    @Test("where one is written to is said by oneself, with a word on what is wrong")
    func settings() async throws {
        let stage = try await NoticeStage(province)
        let token = province.token(of: .unitCoordinator, in: stage.district)
        let path = "/api/v1/notices/settings"
        #expect(try await api.send(.get, path, as: token).text("quietFrom") == "21")
        let wrong = try await api.send(.put, path, as: token, ["email": "khong phai", "quietFrom": 22, "quietTo": 5])
        #expect(wrong.status == 400 || wrong.status == 422, "\(wrong.json.text())")
        #expect(wrong.faults == ["$.email"])
        let set = try await api.send(.put, path, as: token, ["email": "dau.moi@huyen.example.vn", "quietFrom": 22, "quietTo": 5])
        #expect(set.status == 200 && set.text("email") == "dau.moi@huyen.example.vn")
        #expect(try await api.send(.get, path, as: token).text("quietTo") == "5")
        #expect(
            try await api.send(.get, path, as: province.token(of: .unitHead, in: stage.district)).text("quietFrom") == "21",
            "another has said nothing")
        let refused = try await post("/notices/settings", "email=x&quietFrom=21&quietTo=6", as: token)
        #expect(refused.body.contains("không phải địa chỉ thư điện tử"))
        #expect(try await post("/notices/settings", "email=&quietFrom=21&quietTo=6", as: token).status == .seeOther)
        #expect(try await api.send(.get, path, as: token).json.members("email") == .null)
    }

    @Test("are posted to the unit's webhook, once a cause, signed, under a key, and again under the same key when it did not answer well")
    func webhook() async throws {
        try await SmallReceiver.run { receiver in
            let stage = try await NoticeStage(province)
            let desk = try OperatorDesk(database: province.url, home: RepositoryPaths.root, logger: Logger(label: "tests"))
            let tenant = try #require(Tenant.Slug(stage.district))
            let problem = await province.refusal {
                _ = try await desk.addWebhook(to: receiver.url, of: tenant, allowingPrivate: false, ids: .system)
            }
            #expect(problem?.kind == .invalid, "private networks are refused")
            let (id, secret) = try await desk.addWebhook(to: receiver.url, of: tenant, allowingPrivate: true, ids: .system)
            var carrier = stage.carrier
            carrier.allowsPrivateWebhooks = true
            try await stage.item("H", dueIn: 2)
            receiver.answer(with: 500)
            var pace = Worker.Pace()
            pace.mostSendings = 1
            #expect(try await stage.remind(pace, carrier: carrier).failed == 1)
            receiver.answer(with: 204)
            let dead = try #require(try await DeadJobs().perform(at: province.worker).first)
            #expect(dead.kind == "notice.webhook" && dead.lastError.hasPrefix("webhook-not-taken"))
            // The Office sees for which unit, and no more.
            func seenByTheOffice() async throws -> Bool {
                let cookie = "thidua=\(province.token(of: .officeMonitor).text)"
                let page = try await province.call(.get, "/reminder-rules", headers: [.cookie: cookie])
                let list = try await api.send(.get, "/api/v1/province/unsent-messages", as: province.token(of: .officeMonitor))
                #expect(list.json.text().contains("đã dừng gửi") == page.body.contains("đã dừng gửi"), "\(list.json.text())")
                return page.body.contains("đã dừng gửi")
            }
            #expect(try await seenByTheOffice())
            try await ReplayJob(dead.id).perform(at: province.worker)
            #expect(try await stage.work(carrier: carrier).failed == 0)
            #expect(try await !seenByTheOffice())
            try await stage.remind(carrier: carrier)

            let came = receiver.received
            #expect(came.count == 2, "refused once, taken once")
            #expect(Set(came.map(\.key)).count == 1)
            for post in came {
                let code = HMAC<SHA256>.authenticationCode(
                    for: Array("\(post.time).\(post.body)".utf8), using: SymmetricKey(data: try #require(Self.bytes(secret))))
                #expect(post.signature == "sha256=" + ReviewSnapshot.hexadecimal(Array(code)))
                #expect(post.body.contains("Nhắc việc: Báo cáo H (mã H); tỉnh giao"))
            }
            try await desk.endWebhook(id)
            #expect(try await desk.webhooks().first { $0.id == id }?.isEnded == true)
        }
    }

    private func post(
        _ path: String, _ form: String, as token: Token
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.call(
            .post, path, headers: [.cookie: "thidua=\(token.text)", .fetchSite: "same-origin", .contentType: FormBody.mediaType],
            body: "form=\(FormToken.text(for: token))&\(form)")
    }

    private static func bytes(_ hexadecimal: String) -> [UInt8]? {
        let digits = Array(hexadecimal)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0..<min($0 + 2, digits.count)]), radix: 16) }
        return bytes.count == 32 ? bytes : nil
    }
}
