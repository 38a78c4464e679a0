import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// Names, decisions and holds on their pages, by the posts whose forms they are.
@Suite("Registers of awards on pages", .province, .serialized, .timeLimit(.minutes(30)))
struct RegisterPageTests {
    private let province = Province.current
    private static let tenant = CouncilStage.tenant
    private let names = "/units/\(CouncilStage.tenant)/award-names"

    private var affairs: Token { province.token(of: .homeAffairsOfficer) }
    private func token(_ role: Role) -> Token { province.token(of: role, in: Self.tenant) }

    private func page(_ path: String, as token: Token) async throws -> String {
        let found = try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
        #expect(found.status == .ok, "\(path): \(found.body)")
        return found.body
    }

    /// A form as a browser sends it from the page on which it stands.
    private func submit(_ path: String, _ fields: String, from: String, as token: Token) async throws -> (status: Int, body: String) {
        let sent = try await province.submit(path, fields, of: try await page(from, as: token), cookie: "thidua=\(token.text)")
        return (sent.status.code, sent.body)
    }

    @Test("take a name from the unit and its nominee, the decision from Home Affairs, and publish what was signed")
    func decided() async throws {
        let stage = try await CouncilStage(province, campaign: "SVT-1")
        let dossier = try await stage.dossier(.decided, person: province.person(of: .clerk, in: Self.tenant))
        #expect(try await !page(names, as: token(.clerk)).contains("Ghi tên</button>"), "a clerk says no names")
        let said = try await submit(
            names, "dossier=\(dossier)&party=unit&name=Ph%E1%BA%A1m+Th%E1%BB%8B+Dung&post=V%C4%83n+th%C6%B0", from: names,
            as: token(.unitHead))
        #expect(said.status == 303, "\(said.body)")
        #expect(try await page(names, as: token(.clerk)).contains("Tôi xác nhận"))
        let confirmed = try await submit("\(names)/\(dossier)/own", "", from: names, as: token(.clerk))
        #expect(confirmed.status == 303, "\(confirmed.body)")
        #expect(try await !page(names, as: token(.clerk)).contains("Tôi xác nhận"))

        let book = "/awards"
        let shown = try await page(book, as: province.token(of: .auditor))
        #expect(!shown.contains("name=\"signer\""), "an auditor records nothing")
        #expect(shown.contains("không gồm khen thưởng đột xuất"), "what the sum leaves out is said")
        let future = try await submit(
            "\(book)/decisions", "number=901&date=2023-06-21&signer=CT&d-\(dossier)=yes", from: book, as: affairs)
        #expect(future.status == 422 && future.body.contains("sau ngày hôm nay"), "\(future.body)")
        // A collective is offered by its proper name; what is wanting is said of whom.
        let collective = try await stage.dossier(.decided)
        let offered = try await page(book, as: affairs)
        #expect(offered.contains("name=\"n-\(collective)\" value=\"Ủy ban nhân dân huyện Một\""), "\(offered)")
        #expect(offered.contains("name=\"p-\(dossier)\" value=\"Văn thư\"") && !offered.contains("name=\"p-\(collective)\""))
        let nameless = try await submit(
            "\(book)/decisions", "number=901&date=2023-06-20&signer=CT&d-\(collective)=yes", from: book, as: affairs)
        #expect(nameless.status == 422, "\(nameless.body)")
        #expect(nameless.body.contains("Huyện Một: tên in trên bằng chưa được đơn vị xác nhận"), "\(nameless.body)")
        let recorded = try await submit(
            "\(book)/decisions", "number=901/Q%C4%90-UBND&date=2023-06-20&signer=CT&d-\(dossier)=yes", from: book, as: affairs)
        #expect(recorded.status == 303, "\(recorded.body)")
        #expect(try await page("/published-awards", as: token(.unitCoordinator)).contains("Một cá nhân"), "he has not agreed yet (A72)")
        let agreed = try await submit(
            "\(names)/consents", "dossier=\(dossier)&consents=yes&date=2023-06-20&manner=spoken&note=Noi+voi+Chanh+Van+phong", from: names,
            as: token(.unitHead))
        #expect(agreed.status == 303, "\(agreed.body)")
        #expect(try await page(names, as: token(.unitHead)).contains("đồng ý công khai, nói trực tiếp"))
        for (path, token) in [(book, affairs), ("/published-awards", token(.unitCoordinator))] {
            #expect(try await page(path, as: token).contains("Phạm Thị Dung"), "\(path)")
        }
    }

    @Test("strike a letter that was recorded by mistake; another may be recorded")
    func struckLetter() async throws {
        let stage = try await CouncilStage(province, campaign: "SVT-2")
        _ = try await stage.dossier(.decided)
        let named = "campaign=SVT-2&review=interim&unit=\(province.unit(nil, in: Self.tenant))"
        let recording = "\(named)&declined=no&date=2023-06-20&signer=CT&note="
        let recorded = try await submit("/awards/letters", recording, from: "/awards", as: affairs)
        #expect(recorded.status == 303, "\(recorded.body)")
        let unsaid = try await submit("/awards/letters/strike", "\(named)&reason=", from: "/awards", as: affairs)
        #expect(unsaid.status == 422, "\(unsaid.body)")
        let struck = try await submit("/awards/letters/strike", "\(named)&reason=Ghi+nham", from: "/awards", as: affairs)
        #expect(struck.status == 303, "\(struck.body)")
        let again = try await submit("/awards/letters", recording, from: "/awards", as: affairs)
        #expect(again.status == 303, "\(again.body)")
    }

    @Test("hold a nominee by a document and end it by another; the unit reads its own")
    func holds() async throws {
        let person = province.person(of: .clerk, in: Self.tenant)
        let fields = "kind=person&id=\(person)&number=1/TB&issuer=Thanh+tra&from=2023-06-01"
        let offered = try await page("/award-holds?of=\(Self.tenant)", as: affairs)
        #expect(offered.contains("<option value=\"\(person)\">") && !offered.contains("Mã định danh"), "he is chosen by name")
        #expect(try await !page("/award-holds?of=district_102", as: affairs).contains("<option value=\"\(person)\">"))
        let unknown = try await submit(
            "/award-holds", "kind=person&id=x&number=1/TB&issuer=Thanh+tra&from=2023-06-01", from: "/award-holds", as: affairs)
        #expect(unknown.status == 422, "\(unknown.body)")
        let recorded = try await submit("/award-holds", fields, from: "/award-holds", as: affairs)
        #expect(recorded.status == 303, "\(recorded.body)")
        let own = "/units/\(Self.tenant)/award-holds"
        #expect(try await page(own, as: token(.unitHead)).contains("1/TB"))
        let ending = try #require(
            try await page("/award-holds", as: affairs).firstMatch(of: #/action="(/award-holds/[0-9a-f-]{36}/end)"/#)?.output.1)
        let ended = try await submit(String(ending), "through=2023-06-19&number=2/TB", from: "/award-holds", as: affairs)
        #expect(ended.status == 303, "\(ended.body)")
        #expect(try await page(own, as: token(.unitHead)).contains("19/06/2023"))
    }
}
