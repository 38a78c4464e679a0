import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// A council on its pages and by its commands, with the real posts.
@Suite("A council on pages and by command", .province, .serialized, .timeLimit(.minutes(30)))
struct CouncilPageTests {
    private let province = Province.current
    private static let tenant = CouncilStage.tenant
    private static let members: [Role] = [.unitHead, .unitCoordinator, .councilSecretary, .unitCouncilMember]
    private let home = "/units/\(CouncilStage.tenant)/council"

    private func token(_ role: Role) -> Token { province.token(of: role, in: Self.tenant) }

    private func page(_ path: String, _ role: Role) async throws -> (status: HTTPResponse.Status, body: String) {
        let found = try await province.call(.get, path, headers: [.cookie: "thidua=\(token(role).text)"])
        return (found.status, found.body)
    }

    /// A form as a browser sends it from the page on which it stands.
    private func submit(_ path: String, _ fields: String, from: String, _ role: Role) async throws -> (status: Int, body: String) {
        let page = try await page(from, role)
        let sent = try await province.submit(path, fields, of: page.body, cookie: "thidua=\(token(role).text)")
        return (sent.status.code, sent.body)
    }

    private func run(_ arguments: [String], as role: Role) async throws -> Executable.Outcome {
        try await Executable.run(arguments, environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token(role).text])
    }

    private func person(_ role: Role) -> String { province.person(of: role, in: Self.tenant).description }

    private func session(in body: String) -> String {
        body.firstMatch(of: #/council/sessions/([0-9a-f-]{36})/#).map { String($0.output.1) } ?? ""
    }

    @Test("is seated, opened, voted in by one sheet, closed and recorded; each sees the forms that are his")
    func onPages() async throws {
        let stage = try await CouncilStage(province, campaign: "HDT-1")
        // Whom the secretary, and Home Affairs, can choose: who holds a post in the unit; who leads a unit or sits in the provincial council.
        let (own, wide) = (
            try await page(home, .councilSecretary).body,
            try await province.call(.get, "/council", headers: [.cookie: "thidua=\(province.token(of: .homeAffairsOfficer).text)"]).body
        )
        func offers(_ body: String, _ person: Person.ID) -> Bool { body.contains("<option value=\"\(person)\">") }
        let (clerk, elsewhere) = (province.person(of: .clerk, in: Self.tenant), province.person(of: .unitHead, in: "district_102"))
        #expect(offers(own, clerk) && !offers(own, elsewhere))
        #expect(offers(wide, elsewhere) && offers(wide, province.person(of: .councilMember)) && !offers(wide, clerk))
        for role in Self.members {
            let duty = role == .unitHead ? "chair" : "member"
            let seated = try await submit(
                home + "/terms", "person=\(person(role))&duty=\(duty)&from=2023-01-01&number=5", from: home, .councilSecretary)
            #expect(seated.status == 303, "\(seated.body)")
        }
        let again = try await submit(
            home + "/terms", "person=\(person(.unitHead))&duty=member&from=2023-02-01&number=5", from: home, .councilSecretary)
        #expect(again.status == 409 && again.body.contains("Kết thúc nhiệm kỳ cũ trước"))
        let dossier = try await stage.dossier(.drafted, person: stage.people(1)[0])
        let unit = try await stage.dossier(.drafted)
        #expect(try await page(home, .councilSecretary).body.contains("Mở phiên họp</button>"))
        #expect(try await !page(home, .unitCouncilMember).body.contains("Mở phiên họp</button>"))
        let ticked = Self.members.map { "&p-\(person($0))=yes" }.joined() + "&d-\(dossier)=yes&d-\(unit)=yes"
        let mistaken = try await submit(
            home + "/sessions", "heldOn=2023-06-20&place=Nham\(ticked)", from: home, .councilSecretary)
        #expect(mistaken.status == 303, "\(mistaken.body)")
        let wrong = home + "/sessions/" + session(in: try await page(home, .unitHead).body)
        #expect(try await !page(wrong, .unitHead).body.contains("Hủy phiên họp</button>"))
        let put = "heldOn=2023-06-19&place=Sua&p-\(person(.unitHead))=yes"
        #expect(try await submit(wrong + "/correction", put, from: wrong, .councilSecretary).status == 303)
        let right = try await page(wrong, .councilSecretary).body
        #expect(right.contains("ngày 19/06/2023") && right.contains("name=\"p-\(person(.unitHead))\" value=\"yes\" checked"))
        #expect(!right.contains("name=\"p-\(person(.unitCoordinator))\" value=\"yes\" checked"))
        #expect(try await submit(wrong + "/cancellation", "reason=", from: wrong, .councilSecretary).status == 422)
        #expect(try await submit(wrong + "/cancellation", "reason=Mo+nham", from: wrong, .councilSecretary).status == 303)
        let gone = try await page(wrong, .councilSecretary).body
        #expect(gone.contains("Phiên họp đã hủy ngày") && gone.contains("Mo nham") && !gone.contains("phiên họp</button>"))
        #expect(try await !page(wrong, .unitHead).body.contains("Phiếu của tôi"))
        #expect(try await page(home, .unitHead).body.contains("đã hủy"))
        let opened = try await submit(
            home + "/sessions", "heldOn=2023-06-20&place=Phong+hop\(ticked)", from: home, .councilSecretary)
        #expect(opened.status == 303, "\(opened.body)")
        let session = session(in: try await page(home, .unitHead).body)
        let path = home + "/sessions/" + session
        for role in Self.members {
            #expect(try await page(path, role).body.contains("Phiếu của tôi"), "\(role)")
            let empty = try await submit(path + "/ballots", "otherwise=", from: path, role)
            #expect(empty.status == 422 && !empty.body.contains("name=\"c-\(dossier)\" value=\"yes\" checked"))
            let voted = try await submit(
                path + "/ballots", role == .unitHead ? "c-\(dossier)=yes" : "otherwise=yes", from: path, role)
            #expect(voted.status == 303, "\(role): \(voted.body)")
            #expect(try await !page(path, role).body.contains("Phiếu của tôi"), "\(role)")
        }
        let twice = try await submit(path + "/ballots", "c-\(dossier)=no", from: path, .unitHead)
        #expect(twice.status == 409 && twice.body.contains("mỗi người một phiếu"))
        let foreign = try await page(path, .clerk)
        #expect(foreign.status == .ok && !foreign.body.contains("Phiếu của tôi"), "who has no seat looks on")
        let sheet = try await page(path, .councilSecretary).body
        #expect(sheet.contains("/units/\(Self.tenant)/award-dossiers/\(unit)\""), "a dossier on the sheet is a link")
        #expect(
            sheet.contains("<select name=\"otherwise\"><option value=\"\">") && sheet.contains("name=\"incomplete\""),
            "nothing is said before it was said")
        let early = try await submit(path + "/closing", "", from: path, .councilSecretary)
        #expect(early.status == 409 && early.body.contains("thiếu biểu quyết"))
        let raised = try await submit(
            path + "/votes", "otherwise=yes&v-\(unit)-\(person(.unitHead))=no", from: path, .councilSecretary)
        #expect(raised.status == 303, "\(raised.body)")
        #expect(try await !page(path, .councilSecretary).body.contains("name=\"incomplete\""))
        #expect(try await submit(path + "/closing", "", from: path, .unitHead).status == 403)
        #expect(try await submit(path + "/closing", "", from: path, .councilSecretary).status == 303)
        let shown = try await page(path, .unitCouncilMember).body
        #expect(shown.contains("Biên bản số") && shown.contains("Đồng ý 4/4 (100,0%)") && shown.contains("Đồng ý 3/4 (75,0%)"))
        #expect(!shown.contains("Ghi kết quả</button>"))
        let found = try await submit(path + "/outcomes", "", from: path, .councilSecretary)
        #expect(found.status == 303, "\(found.body)")
        #expect(try await stage.state(dossier) == "councilReviewed")
        #expect(try await stage.state(unit) == "councilReviewed")
    }

    @Test("is kept by its secretary with commands, and voted in by each member for himself")
    func byCommand() async throws {
        let stage = try await CouncilStage(province, campaign: "HDT-2")
        let shown = try await run(["council", "show"], as: .councilSecretary)
        if !shown.output.contains("Chủ tịch Hội đồng") {
            for role in Self.members {
                let seated = try await run(
                    [
                        "council", "seat", person(role), "--duty", role == .unitHead ? "chair" : "member", "--from", "2023-01-01",
                        "--number", "5/QĐ",
                    ], as: .councilSecretary)
                #expect(seated.code == 0, "\(seated.errors)")
            }
        }
        let dossier = try await stage.dossier(.drafted, person: stage.people(1)[0])
        #expect(
            try await run(["council", "open", "--date", "2023-06-20", "--at", "x", "--dossier", "\(dossier)"], as: .unitHead).code == 4)
        let opening = ["council", "open", "--date", "2023-06-20", "--at", "Phòng họp", "--dossier", "\(dossier)", "--output", "json"]
        let mistaken = try await run(opening, as: .councilSecretary)
        let wrong = try StrictJSON.parse(mistaken.output.utf8).member("id")
        let moved = try await run(["council", "correct", wrong, "--at", "Hội trường"], as: .councilSecretary)
        #expect(moved.code == 0 && moved.output.contains("Hội trường"), "\(moved.errors)")
        #expect(try await run(["council", "cancel", wrong, "--reason", "Mở nhầm"], as: .unitHead).code == 4)
        let cancelled = try await run(["council", "cancel", wrong, "--reason", "Mở nhầm"], as: .councilSecretary)
        #expect(cancelled.code == 0 && cancelled.output.contains("đã hủy (Mở nhầm)"), "\(cancelled.errors)")
        #expect(try await run(["council", "close", wrong, "--incomplete"], as: .councilSecretary).code == 3)
        let opened = try await run(opening, as: .councilSecretary)
        #expect(opened.code == 0, "\(opened.errors)")
        let session = try StrictJSON.parse(opened.output.utf8).member("id")
        let voted = try await run(["council", "vote", session, "--otherwise", "no"], as: .unitHead)
        #expect(voted.code == 0 && !voted.output.contains("không đồng ý"), "\(voted.output)\(voted.errors)")
        #expect(try await run(["council", "vote", session, "--otherwise", "yes"], as: .unitHead).code == 3, "once")
        #expect(try await run(["council", "vote", session, "--otherwise", "yes"], as: .clerk).code == 4, "no seat")
        #expect(try await run(["council", "close", session], as: .councilSecretary).code == 3, "three have not voted")
        let closed = try await run(["council", "close", session, "--incomplete"], as: .councilSecretary)
        #expect(closed.code == 0 && closed.output.contains("biên bản số") && closed.output.contains("không thông qua"), "\(closed.errors)")
        #expect(try await run(["council", "close", session], as: .councilSecretary).code == 3)
        #expect(try await run(["council", "outcomes", session], as: .councilSecretary).code == 0)
        #expect(try await stage.state(dossier) == "refused")
        let list = try await run(["council", "sessions", "--output", "csv"], as: .unitCouncilMember)
        #expect(list.code == 0 && list.output.contains(session))
        let read = try await run(["council", "session", session, "--output", "json"], as: .unitCouncilMember)
        #expect(read.code == 0 && !read.output.contains("\"choice\": \"no\""))
    }
}
