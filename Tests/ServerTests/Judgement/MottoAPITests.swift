import Domain
import HTTPTypes
import Operations
import TestSupport
import Testing

/// The motto over HTTP and on its pages, as each officer sends it.
@Suite("The motto over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct MottoAPITests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }

    private func parts(_ campaign: String) throws -> JSONValue {
        .array(
            try #require(try Plans.shipped(campaign).motto).parts.map { ["code": .string($0.code), "grade": "met"] })
    }

    private func body(_ campaign: String, _ more: [(String, JSONValue)]) -> JSONValue {
        .object(JSONObject([("campaign", .string(campaign)), ("review", "interim")] + more))
    }

    @Test("goes from the unit through Office and Home Affairs to the council, who all read the same sheet with its items and papers")
    func wholeWay() async throws {
        let judged = try await JudgedProvince(province, campaign: "XET-PC")
        try await province.launch(judged.campaign)
        let own = "/api/v1/tenants/district_101/motto"
        let query = "?campaign=XET-PC&review=interim"
        let head = province.token(of: .unitHead, in: "district_101")
        let assessed = try await api.send(.post, own + "/assessments", as: head, body("XET-PC", [("parts", try parts("XET-PC"))]))
        #expect(assessed.status == 201, "\(assessed.json)")
        #expect(assessed.text("state") == "assessed" && assessed.text("move") == "chờ Văn phòng UBND tỉnh, Sở Nội vụ")
        let late = assessed.list("indicators").first { $0.member("words") == "Không chậm" }
        let words = late.map { String(decoding: $0.bytes(), as: UTF8.self) } ?? ""
        #expect(words.contains("12/BC-district_101") && words.contains("\"1/1\""), "\(assessed.json)")
        #expect(assessed.list("indicators").count == 6)

        let comments = "/api/v1/province/motto/comments"
        let comment = body("XET-PC", [("code", "101"), ("words", "Thống nhất")])
        #expect(try await api.send(.post, own + "/comments", as: head, body("XET-PC", [("words", "x")])).status == 403)
        for role in [Role.officeMonitor, .homeAffairsOfficer] {
            #expect(try await api.send(.post, comments, as: province.token(of: role), comment).status == 201)
        }
        let decisions = "/api/v1/province/motto/decisions"
        let decision = body("XET-PC", [("code", "101"), ("accepted", true), ("documentNumber", "05/KL-HĐ")])
        #expect(try await api.send(.post, decisions, as: province.token(of: .officeMonitor), decision).status == 403)
        let council = province.token(of: .councilMember)
        let decided = try await api.send(.post, decisions, as: council, decision)
        #expect(decided.status == 201 && decided.text("state") == "accepted", "\(decided.json)")
        #expect(try await api.send(.post, decisions, as: council, decision).code == "motto-decided")
        let list = try await api.send(.get, "/api/v1/province/mottos" + query, as: province.token(of: .officeMonitor))
        #expect(list.list("units").map { "\($0.member("code")) \($0.member("state"))" }.contains("101 accepted"))
        #expect(list.list("units").count == 5)
        let verdicts = try await api.send(.get, "/api/v1/province/judgement\(judged.query)", as: council)
        #expect(verdicts.list("units").contains { $0.member("code") == "102" && $0.member("verdict") == "pending" })
        // The unit reads its own sheet, and nobody else's.
        #expect(try await api.send(.get, own + query, as: head).text("state") == "accepted")
        let stranger = province.token(of: .unitHead, in: "district_102")
        #expect(try await api.send(.get, own + query, as: stranger).status == 404)
        #expect(try await api.send(.get, "/api/v1/tenants/district_102/motto\(query)&code=101", as: stranger).status == 404)
    }

    @Test("stands on a page with the form of what is the officer's to do, and on an overview with whose move it is")
    func pages() async throws {
        let judged = try await JudgedProvince(province, campaign: "XET-PC-TRANG")
        try await province.launch(judged.campaign)
        func page(_ path: String, as token: Token) async throws -> (status: HTTPResponse.Status, body: String) {
            let answer = try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
            return (answer.status, answer.body)
        }
        let head = province.token(of: .unitHead, in: "district_101")
        let own = try await page("/units/district_101/motto?campaign=XET-PC-TRANG&review=interim", as: head)
        #expect(own.status == .ok && own.body.contains("Ghi tự đánh giá") && !own.body.contains("Ghi kết luận"))
        #expect(own.body.contains("chưa có dữ liệu") && own.body.contains("/items/\(judged.late)"))
        let form = try #require(own.body.firstMatch(of: /name="form" value="([0-9a-f]+)"/)).output.1
        let codes = try #require(try Plans.shipped("X").motto).parts.map(\.code)
        func send(_ grades: String) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
            let fields = codes.map { "grade-\($0)=\(grades)" }.joined(separator: "&")
            return try await province.call(
                .post, "/units/district_101/motto/assessment",
                headers: [
                    .cookie: "thidua=\(head.text)", .fetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded",
                ],
                body: "form=\(form)&campaign=XET-PC-TRANG&review=interim&unit=&parts=\(codes.joined(separator: ","))&words=&date=&\(fields)"
            )
        }
        let refused = try await send("unmet")
        #expect(refused.status == .unprocessableContent && refused.body.contains("nêu rõ phần chưa thực hiện"))
        #expect(try await send("met").status == .seeOther)
        let office = province.token(of: .officeMonitor)
        let all = try await page("/mottos?campaign=XET-PC-TRANG&review=interim", as: office)
        #expect(all.status == .ok && all.body.contains("chờ Văn phòng UBND tỉnh, Sở Nội vụ"))
        #expect(try await page("/mottos", as: head).status == .forbidden)
        let seen = try await page("/units/district_101/motto?campaign=XET-PC-TRANG&review=interim", as: office)
        #expect(seen.body.contains("Ghi ý kiến") && !seen.body.contains("Ghi tự đánh giá"))
    }
}
