import Domain
import HTTPTypes
import Operations
import Storage
import TestSupport
import Testing

/// The launch on pages: by the Chairman or from his paper, passed on, reported by a district and a commune with the forms that the pages offer.
@Suite("Launch pages", .province, .serialized, .timeLimit(.minutes(30)))
struct LaunchPageTests {
    private let province = Province.current

    private typealias Answer = (status: HTTPResponse.Status, headers: HTTPFields, body: String)

    private func page(_ path: String, as token: Token) async throws -> Answer {
        try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
    }

    /// Sends a form as the page that shows it offers it.
    private func submit(_ path: String, _ fields: String, as token: Token, on shown: String) async throws -> Answer {
        let there = try await page(shown, as: token)
        return try await province.submit(path, fields, of: there.body, cookie: "thidua=\(token.text)")
    }

    /// Where the launch of a unit is, as the list links to it.
    private func link(to unit: String, on list: String, as token: Token) async throws -> String? {
        let there = try await page(list, as: token).body
        let pattern = try Regex("<a href=\"(/units/[^\"]*/launches/[^\"]*)\">\(unit)</a>", as: (Substring, Substring).self)
        return there.firstMatch(of: pattern).map { String($0.output.1) }
    }

    @Test("take a launch from the Chairman to a commune's conference, each with the forms that its page offers")
    func way() async throws {
        let plan = try Plans.shipped("PD-TRANG-1")
        try await province.bring(plan)
        let (office, chairman) = (province.token(of: .officeMonitor), province.token(of: .chairman))
        let launch = "/campaigns/\(plan.code)/launch"
        #expect(try await page(launch, as: office).body.contains("Chưa phát động"))
        #expect(
            try await !page(launch, as: office).body.contains("<form method=\"post\" action=\"\(launch)\""), "the Office does not launch")
        let early = try await submit(launch, "number=77/KH-UBND&date=2023-01-01", as: chairman, on: launch)
        #expect(early.status != .seeOther && early.body.contains("trước ngày ký kế hoạch"), "\(early.body)")
        #expect(try await submit(launch, "number=77/KH-UBND&date=2023-03-31", as: chairman, on: launch).status == .seeOther)
        #expect(try await page(launch, as: office).body.contains("Đã phát động ngày 31/03/2023, văn bản số 77/KH-UBND"))
        try await province.work()

        let head = province.token(of: .unitHead, in: "district_101")
        let list = "/units/district_101/launches"
        let shown = "\(list)?campaign=\(plan.code)"
        #expect(try await submit("\(list)/cascade", "campaign=\(plan.code)", as: head, on: shown).status == .seeOther)
        try await province.work()
        let name = try await province.read(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await ShowTenant().perform(in: tx).fullName
        }
        let own = try #require(try await link(to: name, on: shown, as: head))
        #expect(try await submit("\(own)/acknowledgement", "date=2023-04-01", as: head, on: own).status == .seeOther)
        #expect(
            try await submit("\(own)/plan", "number=12/KH-UBND&date=2023-04-04&text=Phát động", as: head, on: own).status == .seeOther)
        let nameless = try await submit("\(own)/conference", "date=2023-04-07&kind=combined&attendance=45", as: head, on: own)
        #expect(nameless.status != .seeOther && nameless.body.contains("nhập tên hội nghị được lồng ghép"), "\(nameless.body)")
        #expect(nameless.body.contains("value=\"45\""), "what was typed stays")
        let wordy = try await submit("\(own)/conference", "date=2023-04-07&kind=combined&with=Giao ban&attendance=đông", as: head, on: own)
        #expect(wordy.body.contains("nhập số người, chỉ gồm chữ số"))
        #expect(
            try await submit("\(own)/conference", "date=2023-04-07&kind=combined&with=Giao ban&attendance=1.200", as: head, on: own).status
                == .seeOther)
        let there = try await page(own, as: head).body
        for words in ["Đã phát động", "12/KH-UBND", "Giao ban; 1.200 người dự", "Ghi lại: ghi nhận đã phát động"] {
            #expect(there.contains(words), "\(words): \(there)")
        }
        // Another day says by which paper and why.
        let unsaid = try await submit("\(own)/conference", "date=2023-04-12&kind=own_conference&attendance=45", as: head, on: own)
        #expect(unsaid.status != .seeOther, "a day is not corrected without a word")
        let corrected = try await submit(
            "\(own)/conference", "date=2023-04-12&kind=own_conference&attendance=45&note=Ghi nhầm&document=5/BC-UBND", as: head, on: own)
        #expect(corrected.status == .seeOther, "\(corrected.body)")
        #expect(try await page(own, as: head).body.contains("Đã phát động (chậm, đã sửa ngày)"))

        // A form that was shown before another wrote.
        let stale = try await province.submit(
            "\(own)/acknowledgement?version=1", "date=2023-04-02", of: there, cookie: "thidua=\(head.text)")
        #expect(stale.status == .preconditionFailed, "\(stale.body)")

        let commune = province.token(of: .subUnitOfficer, in: "district_101", unit: "10101")
        let mine = try await page(shown, as: commune).body
        #expect(!mine.contains("Chuyển phát động"), "a commune passes nothing on")
        let links = mine.matches(of: try Regex("href=\"(/units/district_101/launches/[^\"]*)\"", as: (Substring, Substring).self))
        #expect(links.count == 2, "its own and what is below it alone")
        let one = try #require(try await link(to: "Xã [^<]*", on: shown, as: commune))
        let late = try await submit("\(one)/conference", "date=2023-04-15&kind=own_conference&attendance=30", as: commune, on: one)
        #expect(late.status == .seeOther, "late is marked, never refused")
        #expect(try await page(one, as: commune).body.contains("Đã phát động (chậm)"))
        let monitor = try await page(shown, as: office).body
        #expect(!monitor.contains("<button class=\"primary\">Chuyển phát động"), "nobody passes on for another unit")
        #expect(try await !page(own, as: office).body.contains("<form method=\"post\" action=\"\(own)"), "nobody reports for another unit")
        #expect(try await page(own, as: province.token(of: .unitHead, in: "district_102")).status == .notFound)
        let foreign = own.replacing("district_101", with: "district_102")
        #expect(try await page(foreign, as: province.token(of: .unitHead, in: "district_102")).status == .notFound)
    }

    @Test("the first page and a unit's show a day that is over as it ended, and their files are of that day")
    func pastDay() async throws {
        let code = "PD-NGAY-1"
        try await province.launched(try Plans.shipped(code))
        let (office, head) = (province.token(of: .officeMonitor), province.token(of: .unitHead, in: "district_101"))
        // Nothing of any launch was recorded the day before.
        let wide = try await page("/?asOf=2023-06-19", as: office).body
        #expect(wide.contains("Tính đến 19/06/2023") && wide.contains("launch-monitor?asOf=2023-06-19"), "\(wide)")
        let link = try Regex("/units/district_101\\?(campaign=[A-Z0-9-]+&amp;)?asOf=2023-06-19\"")
        #expect(wide.contains(link) && !wide.contains("(đã chuyển đến)"), "with the campaign where there are several")
        let unit = try await page("/units/district_101?asOf=2023-06-19", as: head).body
        #expect(unit.contains("Tính đến 19/06/2023") && unit.contains("asOf=2023-06-19") && !unit.contains("(đã chuyển đến)"), "\(unit)")
        let now = try await page("/", as: office).body
        #expect(now.contains("Tính đến 20/06/2023") && now.contains("(đã chuyển đến)") && !now.contains("asOf=2023"))
        let later = try await page("/?asOf=2023-06-21", as: office)
        #expect(later.status == .unprocessableContent && later.body.contains("sau ngày hôm nay (20/06/2023)"), "\(later.body)")
    }

    @Test("the first page and a unit's lead to every campaign that was launched, and the first to the launch of what was not")
    func severalCampaigns() async throws {
        let (one, other, waiting) = ("PD-HAI-1", "PD-HAI-2", "PD-HAI-3")
        for code in [one, other] { try await province.launched(try Plans.shipped(code)) }
        try await province.bring(try Plans.shipped(waiting))
        let (office, head) = (province.token(of: .officeMonitor), province.token(of: .unitHead, in: "district_101"))
        for (path, token) in [("/", office), ("/units/district_101", head)] {
            let body = try await page(path, as: token).body
            #expect(body.contains("\(path)?campaign=\(one)\"") || body.contains("\(path)?campaign=\(other)\""), "\(body)")
            let past = try await page("\(path)?campaign=\(one)&asOf=2023-06-19", as: token).body
            #expect(
                past.contains("launch-monitor?asOf=2023-06-19") || past.contains("launches?campaign=\(one)&amp;asOf=2023-06-19"), "\(past)")
            #expect(past.contains("name=\"campaign\" value=\"\(one)\"") && past.contains("\(path)?campaign=\(other)&amp;asOf=2023-06-19"))
            #expect(try await page("\(path)?campaign=KHONG-CO", as: token).status == .notFound)
        }
        let wide = try await page("/?campaign=\(one)", as: office).body
        #expect(
            wide.contains("<a href=\"/campaigns/\(waiting)/launch\">Phát động</a>") && wide.contains("/units/district_101?campaign=\(one)"))
        #expect(!wide.contains("/campaigns/\(one)/launch\""), "what was launched is not launched again")
        // What the pages lead to is of the same campaign.
        for way in ["unit-table", "judgement", "mottos", "months", "urging"] {
            #expect(wide.contains("href=\"/\(way)?campaign=\(one)\""), "\(way)")
        }
        let unit = try await page("/units/district_101?campaign=\(one)", as: head).body
        for way in ["launches", "judgement", "months", "unit-table", "motto"] {
            #expect(unit.contains("href=\"/units/district_101/\(way)?campaign=\(one)\""), "\(way)")
        }
    }

    @Test("without a campaign in the address pages are of the one in which the unit has items, not of the one launched last")
    func ownCampaign() async throws {
        let (bare, own) = ("PD-VIEC-1", "PD-VIEC-2")
        for code in [bare, own] { try await province.launched(try Plans.shipped(code)) }
        let head = province.token(of: .unitHead, in: "district_102")
        let shown = "(\(own))</b>"
        for path in ["/", "/units/district_102/months"] {
            #expect(try await !page(path, as: head).body.contains(shown), "the control: \(path)")
        }
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            let paper = Directive.Paper(
                type: "Quyết định", number: "\(own)/QĐ-UBND", issuedOn: CivilDate("2023-03-20")!, issuer: "UBND tỉnh", abstract: "x")
            let directive = try await EnterDirective(paper: paper).perform(in: tx, ids: .system)
            _ = try await AssignItem(
                lead: "district_102", kind: .task, title: "Việc", campaign: own, content: "III.3", directive: directive, sourceClause: "1",
                sector: "NV", completion: .ketQua, dueOn: CivilDate("2023-08-18")
            ).perform(in: tx, ids: .system)
        }
        for path in ["/", "/units/district_102/months"] { #expect(try await page(path, as: head).body.contains(shown), "\(path)") }
        #expect(try await page("/", as: head).body.contains("/units/district_102/judgement?campaign=\(own)\""))
        #expect(try await page("/?campaign=\(bare)", as: head).body.contains("(\(bare))</b>"), "what is chosen is kept")
    }

    @Test("offer a draft where the unit asks for an approval, and the record to who gives it")
    func drafted() async throws {
        let plan = try Plans.shipped("PD-TRANG-2")
        try await province.launched(plan)
        let slug = "district_102"
        try await province.cascade(plan.code, in: slug)
        try await province.work()
        let approval = { (approval: Draft.Approval) in
            try await province.write(as: .unitHead, in: slug) { (tx: borrowing TenantTransaction) in
                let version = try await ShowDraftApproval().perform(in: tx).version
                try await SetDraftApproval(approval, version: version).perform(in: tx)
            }
        }
        try await approval(.unit)
        let officer = province.token(of: .subUnitOfficer, in: slug, unit: "10201")
        let shown = "/units/\(slug)/launches?campaign=\(plan.code)"
        let body = try await page(shown, as: officer).body
        let pattern = try Regex("href=\"(/units/\(slug)/launches/[^\"]*)\"", as: (Substring, Substring).self)
        let one = String(try #require(body.firstMatch(of: pattern)).output.1)
        let there = try await page(one, as: officer).body
        #expect(there.contains("Soạn ghi nhận phát động để trình duyệt") && !there.contains("\(one)/conference"), "\(there)")
        let drafted = try await submit("\(one)/draft", "date=2023-04-07&kind=own_conference&attendance=30", as: officer, on: one)
        #expect(drafted.status == .seeOther && drafted.headers[.location] == "/drafts", "\(drafted.body)")
        #expect(try await page(one, as: officer).body.contains("Chưa ghi nhận việc nào."), "a draft is no record")
        let head = province.token(of: .unitHead, in: slug)
        #expect(try await page(one, as: head).body.contains("\(one)/conference"))
        // A day that was recorded is corrected by a paper, and a draft has no place for it: said to who drafts, not to who approves.
        let conference = "kind=own_conference&attendance=30"
        #expect(try await submit("\(one)/conference", "date=2023-04-07&\(conference)", as: head, on: one).status == .seeOther)
        let otherDay = try await submit("\(one)/draft", "date=2023-04-08&\(conference)", as: officer, on: one)
        #expect(otherDay.status == .unprocessableContent && otherDay.body.contains("không soạn dự thảo"), "\(otherDay.body)")
        let corrected = try await submit(
            "\(one)/conference", "date=2023-04-08&\(conference)&note=Ghi nhầm&document=5/BB", as: head, on: one)
        #expect(corrected.status == .seeOther, "\(corrected.body)")
        try await approval(.none)
        #expect(try await page(one, as: officer).body.contains("\(one)/conference"), "the control")
    }
}
