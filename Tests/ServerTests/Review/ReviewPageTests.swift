import Domain
import HTTPTypes
import Operations
import TestSupport
import Testing

/// What the pages of a review keep of their campaign, compute anew and show before it is done.
@Suite("The pages of a review", .province, .serialized, .timeLimit(.minutes(30)))
struct ReviewPageTests {
    private let province = Province.current
    private var office: Token { province.token(of: .officeMonitor) }

    private typealias Answer = (status: HTTPResponse.Status, headers: HTTPFields, body: String)

    private func page(_ path: String, as token: Token) async throws -> Answer {
        try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
    }

    private func submit(_ path: String, _ fields: String, as token: Token, on shown: String) async throws -> Answer {
        try await province.submit(path, fields, of: try await page(shown, as: token).body, cookie: "thidua=\(token.text)")
    }

    @Test("keep to an earlier campaign once the next one was launched: by a choice, in their links, and after each form")
    func earlierCampaign() async throws {
        let bench = try await ReviewBench(province, campaign: "Z-CU")
        try await province.launch("Z-CU")
        try await bench.open()
        let dispute = try await bench.dispute(bench.late, in: "district_101")
        // First of all those that run and have items: what pages show without being told.
        _ = try await ReviewBench(province, campaign: "A-MOI")
        try await province.launch("A-MOI")
        let named = "campaign=Z-CU&review=interim"
        let linked = "campaign=Z-CU&amp;review=interim"
        let head = province.token(of: .unitHead, in: "district_101")

        for (path, reader) in [("/review", office), ("/units/district_101/review", head)] {
            let plain = try await page("\(path)?review=interim", as: reader)
            #expect(plain.status == .ok && !plain.body.contains("Hoàn thành ngày 10/6/2023"), "the next campaign is not opened yet")
            #expect(plain.body.contains("href=\"\(path)?\(linked)\""), "\(path) offers the other campaign: \(plain.body)")
            let kept = try await page("\(path)?\(named)", as: reader)
            #expect(kept.status == .ok && kept.body.contains("Hoàn thành ngày 10/6/2023"), "\(kept.body)")
            #expect(kept.body.contains("/judgement?\(linked)\""))
            #expect(try await page("\(path)?campaign=KHONG-CO", as: reader).status == .notFound)
        }
        #expect(try await page("/review?\(named)", as: office).body.contains("/units/district_101/review?\(linked)\""))

        let answered = try await submit(
            "/review/disputes/\(dispute)/answer", "\(named)&outcome=rejected&words=Văn bản ghi ngày 11/6", as: office,
            on: "/review?\(named)")
        #expect(answered.status == .seeOther && answered.headers[.location] == "/review?\(named)", "\(answered.body)")
        let coordinator = province.token(of: .unitCoordinator, in: "district_102")
        let own = "/units/district_102/review"
        let confirmed = try await submit("\(own)/confirm", "\(named)&note=", as: coordinator, on: "\(own)?\(named)")
        #expect(confirmed.status == .seeOther && confirmed.headers[.location] == "\(own)?\(named)", "\(confirmed.body)")
        // What was wrong with a form stands above the page of the same campaign.
        let refused = try await submit("\(own)/confirm", "\(named)&note=", as: coordinator, on: "\(own)?\(named)")
        #expect(refused.status != .seeOther && refused.body.contains("Z-CU") && refused.body.contains("đã xác nhận số liệu"))

        let all = try await page("/judgement?\(named)&asOf=2023-06-20", as: office).body
        #expect(all.contains("/units/district_101/judgement?\(linked)&amp;asOf=2023-06-20"), "\(all)")
        #expect(all.contains("name=\"campaign\" value=\"Z-CU\"") && all.contains("/review?\(linked)\""))
        #expect(all.contains("/judgement?campaign=A-MOI&amp;review=interim"), "the other campaign is offered")
        let one = try await page("/units/district_101/judgement?\(named)&asOf=2023-06-20", as: head).body
        #expect(one.contains("503/QĐ-Z-CU") && one.contains("/units/district_101/review?\(linked)\""))
        #expect(one.contains("/units/district_101/judgement?campaign=A-MOI&amp;review=interim"))
        let mottos = try await page("/mottos?\(named)", as: office).body
        #expect(mottos.contains("/units/district_101/motto?\(linked)"))
    }

    @Test("compute a frozen version anew by a link, and say whether its hash is the same")
    func verified() async throws {
        let bench = try await ReviewBench(province, campaign: "Z-BAM")
        try await bench.open()
        try await bench.move(to: "2023-06-28")
        try await bench.freeze()
        let path = "/review?campaign=Z-BAM&review=interim"
        let shown = try await page(path, as: office).body
        #expect(shown.contains("campaign=Z-BAM&amp;review=interim&amp;verify=1\">Tính lại, đối chiếu mã băm</a>"), "\(shown)")
        #expect(!shown.contains("đều khớp"))
        let whole = try await page("\(path)&verify=1", as: office)
        #expect(whole.status == .ok && whole.body.contains("mã băm của cả bản chốt và kết quả xét đều khớp"), "\(whole.body)")
        let own = "/units/district_101/review?campaign=Z-BAM&review=interim&verify=1"
        let part = try await page(own, as: province.token(of: .unitHead, in: "district_101"))
        #expect(part.status == .ok && part.body.contains("đều khớp; mã băm của cả bản chốt do người xem được toàn tỉnh tính lại"))
        #expect(try await page("\(path)&verify=9", as: office).status == .notFound)
        #expect(try await page("\(path)&verify=x", as: office).status == .unprocessableContent)
        // All that a superuser can do: the triggers off, and the hash of the part made to fit.
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.review_part AS p
            SET verdict = convert_to(replace(convert_from(p.verdict, 'UTF8'), '"verdict":"fail"', '"verdict":"pass"'), 'UTF8'),
                sha256 = sha256(p.ledger || '\\x0a'::bytea || convert_to(replace(convert_from(p.verdict, 'UTF8'), '"verdict":"fail"', '"verdict":"pass"'), 'UTF8')
                    || '\\x0a'::bytea || p.checks)
            FROM core.review AS r JOIN core.campaign AS c ON c.id = r.campaign_id
            WHERE r.id = p.review_id AND c.code = 'Z-BAM' AND p.code = '101'
            """)
        let changed = try await page("\(path)&verify=1", as: office).body
        #expect(
            changed.contains("không khớp với bản chốt") && changed.contains("101: kết quả xét tính lại khác với bản chốt"), "\(changed)")
    }

    @Test("show what a correction would change before the button that makes it")
    func tried() async throws {
        let bench = try await ReviewBench(province, campaign: "Z-THU")
        try await bench.open()
        try await bench.move(to: "2023-06-28")
        try await bench.freeze()
        let item = try await bench.assign(to: "district_102", due: "2023-06-12")
        try await bench.finish(item, in: "district_102", on: "2023-06-14")
        try await bench.accept(item)
        let path = "/review?campaign=Z-THU&review=interim"
        let fields = "campaign=Z-THU&review=interim&number=12/BB-VP&date=2023-06-28&reason=Sót nhiệm vụ"
        let shown = try await page(path, as: office).body
        #expect(shown.contains("name=\"act\" value=\"try\"") && !shown.contains("name=\"act\" value=\"correct\""))
        let tried = try await submit("/review/correct", "\(fields)&act=try", as: office, on: path)
        #expect(tried.status == .ok && tried.body.contains("1 đơn vị, bộ phận thay đổi kết quả xét"), "\(tried.body)")
        #expect(tried.body.contains("name=\"act\" value=\"correct\"") && tried.body.contains("value=\"12/BB-VP\""))
        #expect(try await bench.show().snapshots.map(\.version) == [1], "a look makes nothing")
        let faulty = try await submit(
            "/review/correct", "campaign=Z-THU&review=interim&number=&date=2023-06-28&reason=x&act=try", as: office, on: path)
        #expect(faulty.status != .ok && !faulty.body.contains("name=\"act\" value=\"correct\""))
        let other = try await province.submit(
            "/review/correct", "\(fields)&act=correct".replacing("12/BB-VP", with: "13/BB-VP"), of: tried.body,
            cookie: "thidua=\(office.text)")
        #expect(other.status == .conflict && other.body.contains("Nội dung đã đổi sau khi xem trước"), "\(other.body)")
        #expect(try await bench.show().snapshots.map(\.version) == [1], "what was not looked at is not made")
        let made = try await province.submit(
            "/review/correct", "\(fields)&act=correct", of: tried.body, cookie: "thidua=\(office.text)")
        #expect(made.status == .seeOther && made.headers[.location] == path, "\(made.body)")
        #expect(try await bench.show().snapshots.map(\.version) == [2, 1])
    }
}
