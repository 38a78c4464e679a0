import Domain
import HTTPTypes
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The pages of initiatives: registered, asked about, answered by the forms that stand there, and by those alone.
@Suite("Pages of initiatives", .province, .serialized, .timeLimit(.minutes(30)))
struct InitiativePageTests {
    private let province = Province.current
    private var officer: Token { province.token(of: .subUnitOfficer, in: "district_101", unit: "10101") }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }
    private var other: Token { province.token(of: .unitHead, in: "district_102") }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }

    private static let list = "/units/district_101/initiatives"
    private static let verbs = [
        "return", "supplement", "letter", "commend", "propose", "decline", "publish", "withdraw", "province-letter", "confirmations",
    ]

    private func page(_ path: String, as token: Token) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
    }

    private func submit(
        _ path: String, _ fields: String, of page: String, as token: Token
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.submit(path, fields, of: page, cookie: "thidua=\(token.text)")
    }

    private func offers(_ body: String) -> Set<String> { Set(Self.verbs.filter { body.contains("/\($0)\" class=\"stacked\"") }) }

    private func registered(_ campaign: String) async throws -> String {
        let list = try await page(Self.list, as: officer)
        #expect(list.status == .ok && list.body.contains("Đăng ký giải pháp, sáng kiến"))
        let unit = province.unit("10101", in: "district_101")
        let fields =
            "campaign=\(campaign)&unit=\(unit)&person=&title=Mot+mau&obstacle=Di+lai&solution=Gop+mau&cost=12.000.000&days=8&scope=outside"
            + "&isExample=yes&example=Ba+xa"
        let done = try await submit(Self.list, fields, of: list.body, as: officer)
        #expect(done.status == .seeOther, "\(done.body)")
        return try #require(done.headers[.location])
    }

    @Test("an initiative offers what its state and the officer's post allow, and nothing else")
    func forms() async throws {
        try await province.bring(Plans.shipped("TRANG-SK1"))
        let path = try await registered("TRANG-SK1")
        let clerk = province.token(of: .clerk, in: "district_101")
        #expect(offers(try await page(path, as: officer).body) == ["withdraw", "confirmations"])
        #expect(
            offers(try await page(path, as: head).body) == ["return", "letter", "commend", "decline", "withdraw", "confirmations"],
            "a Bằng khen wants a confirmation first")
        #expect(offers(try await page(path, as: affairs).body) == ["province-letter"])
        #expect(offers(try await page(path, as: clerk).body).isEmpty)
        #expect(offers(try await page(path, as: province.token(of: .auditor)).body).isEmpty)
        #expect(try await page(path, as: other).status == .notFound)
        let shown = try await page(path, as: officer).body
        #expect(shown.contains("giảm chi phí 12.000.000 đồng; rút ngắn 8 ngày") && shown.contains("còn 5 ngày làm việc"))
        #expect(shown.contains("Kế hoạch 77/KH-UBND, mục IV.2.2.a"))
        // A form bears the session of who was shown it.
        let own = try await page(path, as: head).body
        let returned = try await submit("\(path)/return", "reason=Thieu+so+lieu&date=", of: own, as: head)
        #expect(returned.status == .seeOther, "\(returned.body)")
        #expect(offers(try await page(path, as: officer).body) == ["supplement", "withdraw", "confirmations"])
        #expect(offers(try await page(path, as: affairs).body).isEmpty)
        let empty = try await submit("\(path)/supplement", "reason=&date=", of: shown, as: officer)
        #expect(empty.status == .unprocessableContent && empty.body.contains("không được để trống"))
        #expect(try await submit("\(path)/supplement", "reason=Day&date=", of: shown, as: officer).status == .seeOther)
        #expect(try await submit("\(path)/decline", "reason=x", of: shown, as: officer).status == .forbidden)
        let commend = try await submit("\(path)/commend", "date=", of: own, as: head)
        #expect(commend.status == .conflict && commend.body.contains("Chưa có quy định khen thưởng của đơn vị"), "\(commend.body)")
        #expect(try await submit("\(path)/letter", "number=50&signer=CT", of: own, as: head).status == .seeOther)
        #expect(offers(try await page(path, as: head).body) == ["publish"])
        #expect(try await submit("\(path)/publish", "", of: own, as: head).status == .seeOther)
        #expect(try await page("/published-initiatives", as: other).body.contains("Gop mau"))
    }

    @Test("another unit is asked and answers on its own page; then a Bằng khen may be proposed")
    func confirmation() async throws {
        try await province.bring(Plans.shipped("TRANG-SK2"))
        let path = try await registered("TRANG-SK2")
        let shown = try await page(path, as: officer).body
        let own = try await page(path, as: head).body
        let neither = try await submit("\(path)/confirmations", "unit=&of=&claim=", of: shown, as: officer)
        #expect(neither.status == .unprocessableContent)
        let asking = try await submit("\(path)/confirmations", "unit=&of=district_102&claim=Hoi+rieng+TRANG-SK2", of: shown, as: officer)
        #expect(asking.status == .seeOther, "\(asking.body)")
        let asked = "/units/district_102/initiative-confirmations"
        let theirs = try await page(asked, as: other)
        #expect(theirs.status == .ok && theirs.body.contains("Hoi rieng TRANG-SK2") && !theirs.body.contains("Di lai"))
        #expect(try await page(asked, as: province.token(of: .clerk, in: "district_102")).status == .forbidden)
        let id: InitiativeConfirmation.ID = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                "SELECT id FROM core.initiative_confirmation WHERE claim = 'Hoi rieng TRANG-SK2'"
            ).only { row in try row.next() }
        }
        let bare = try await submit("\(asked)/\(id)", "answer=confirmed&number=&reason=", of: theirs.body, as: other)
        #expect(bare.status == .unprocessableContent && bare.body.contains("ghi số văn bản xác nhận"))
        #expect(try await submit("\(asked)/\(id)", "answer=confirmed&number=12&reason=", of: theirs.body, as: other).status == .seeOther)
        #expect(offers(try await page(path, as: head).body).contains("propose"))
        #expect(try await submit("\(path)/propose", "date=", of: own, as: head).status == .seeOther)
        let proposed = try await page(path, as: head).body
        #expect(proposed.contains("đã đề nghị tặng Bằng khen"))
        // The dossier tells what was registered, and where.
        let link = try #require(proposed.firstMatch(of: #//units/district_101/award-dossiers/[0-9a-f-]{36}/#)).output
        let dossier = try await page(String(link), as: head)
        #expect(dossier.body.contains("<a href=\"\(path)\">Mot mau</a>") && dossier.body.contains("Di lai"), "\(dossier.body)")
        // Who registered it reads how far it came, not the dossier; nor does Home Affairs while it is drafted.
        for token in [officer, affairs] {
            let shown = try await page(path, as: token)
            #expect(shown.body.contains("đã đề nghị tặng Bằng khen") && !shown.body.contains(String(link)))
            #expect(try await page(String(link), as: token).status == .notFound)
        }
        #expect(dossier.body.contains("giảm chi phí 12.000.000 đồng; rút ngắn 8 ngày") && dossier.body.contains("Ba xa"))
        let wide = try await page("/initiatives?state=proposed", as: affairs)
        #expect(wide.status == .ok && wide.body.contains("Mot mau"))
        let letter = try await registered("TRANG-SK2")
        let sent = try await submit(
            "\(letter)/province-letter", "number=7&signer=CT", of: try await page(letter, as: affairs).body, as: affairs)
        #expect(sent.status == .seeOther, "\(sent.body)")
        #expect(try await page(letter, as: head).body.contains("đã có thư khen"))
        // Which number of the register it took, on its own page and in the register.
        #expect(try await page(letter, as: affairs).body.contains(#/7, CT, số [0-9]+ sổ thư khen/#))
        #expect(try await page(letter, as: affairs).body.contains("\(letter)/papers/letter-of-praise?format=pdf"))
        let made = try await page("\(letter)/papers/letter-of-praise", as: affairs)
        #expect(made.status == .ok && made.headers[.contentType] == DocumentFormat.docx.mediaType)
        #expect(try await page("\(path)/papers/letter-of-praise", as: head).status == .conflict, "it was given none")
        #expect(try await page("/awards", as: affairs).body.contains("<a href=\"\(letter)\">Mot mau</a>"))
        #expect(
            try await submit("\(letter)/letter", "number=7&signer=CT", of: own, as: head).status == .conflict, "it is answered already")
    }
}
