import Domain
import HTTPTypes
import Operations
import Storage
import TestSupport
import Testing

/// Results and requests for more time that wait for their assigner, decided many at once on the page of what waits.
@Suite("What waits for the assigner, on its page", .province, .serialized, .timeLimit(.minutes(30)))
struct WaitingPageTests {
    private let province = Province.current
    private var office: Token { province.token(of: .officeMonitor) }

    private typealias Answer = (status: HTTPResponse.Status, headers: HTTPFields, body: String)

    private func item(_ title: String, due: String = "2023-06-30") async throws -> WorkItem.ID {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        let given = AssignItem(
            lead: "district_101", kind: .task, title: title, sector: "NV", completion: .ketQua, dueOn: Plans.day(due),
            assignedOn: Plans.day("2023-04-01"))
        return try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await given.perform(in: tx, ids: .system)
        }
    }

    private func finish(_ item: WorkItem.ID) async throws -> ProgressReport.ID {
        try await province.write(as: .unitCoordinator, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await ReportProgress(
                item: item, isResult: true, evidenceOn: Plans.day("2023-06-12"), documentNumber: "10/BC-UBND", narrative: "Đã xong"
            ).perform(in: tx, ids: .system)
        }
    }

    private func ask(_ item: WorkItem.ID, until day: String) async throws -> ExtensionStep.ID {
        try await province.write(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await AskExtension(item: item, dueOn: Plans.day(day), reason: "Chờ ý kiến của Bộ").perform(in: tx, ids: .system)
        }
    }

    private func entry(_ item: WorkItem.ID) async throws -> LedgerEntry {
        try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ShowItem(id: item).perform(in: tx).entry
        }
    }

    private func shown(as token: Token) async throws -> String {
        let answer = try await province.call(.get, "/confirmations", headers: [.cookie: "thidua=\(token.text)"])
        #expect(answer.status == .ok)
        return answer.body
    }

    /// - Parameter page: that it is sent from; nil: as nothing was looked at yet.
    private func submit(_ path: String, _ fields: String, _ step: String, on page: String? = nil, as token: Token) async throws -> Answer {
        var shown = page ?? ""
        if page == nil { shown = try await self.shown(as: token) }
        return try await province.submit(path, "\(fields)&step=\(step)", of: shown, cookie: "thidua=\(token.text)")
    }

    @Test("results are accepted or returned many at once, after a look that changes nothing")
    func results() async throws {
        let items = [try await item("Việc một"), try await item("Việc hai"), try await item("Việc ba")]
        var reports: [ProgressReport.ID] = []
        for item in items { reports.append(try await finish(item)) }
        let path = "/confirmations/results"
        let page = try await shown(as: office)
        for report in reports { #expect(page.contains("name=\"report-\(report)\"") && page.contains("10/BC-UBND"), "\(page)") }
        let listed = try await APICaller(province).send(.get, "/api/v1/province/waiting-results?limit=200", as: office)
        #expect(Set(listed.items.map { $0.member("report") }).isSuperset(of: reports.map(\.description)), "\(listed.json.text())")
        let own = try await shown(as: province.token(of: .unitHead, in: "district_101"))
        #expect(!own.contains("report-\(reports[0])"), "what one has sent oneself waits for another")

        let none = try await submit(path, "kind=accepted", "preview", as: office)
        #expect(none.status == .unprocessableContent && none.body.contains("chọn ít nhất một kết quả"))
        let two = "report-\(reports[0])=1&report-\(reports[1])=1"
        let looked = try await submit(path, "\(two)&kind=accepted", "preview", as: office)
        #expect(looked.status == .ok && looked.body.ranges(of: "sẽ được xác nhận hoàn thành").count == 2, "\(looked.body)")
        #expect(looked.body.contains("Ghi quyết định cho các kết quả đã chọn"))
        let ticked = try Regex("name=\"report-\(reports[0])\"[^>]* checked")
        #expect(looked.body.firstMatch(of: ticked) != nil, "what was ticked stays")
        #expect(try await entry(items[0]).standing.state == .resultSubmitted)
        #expect(try await submit(path, "\(two)&kind=accepted", "confirm", on: looked.body, as: office).status == .seeOther)
        for item in items.prefix(2) { #expect(try await entry(item).standing.state == .accepted) }

        let third = "report-\(reports[2])=1&kind=returned&fault=completeness"
        let wordless = try await submit(path, third, "preview", as: office)
        #expect(wordless.status == .ok && wordless.body.contains("nhập lý do trả lại"), "\(wordless.body)")
        #expect(!wordless.body.contains("Ghi quyết định cho các kết quả đã chọn"))
        let refused = try await submit(path, third, "confirm", as: office)
        #expect(refused.status != .seeOther && refused.body.contains("không thực hiện được"))
        let returning = try await submit(path, "\(third)&reason=Thiếu biên bản", "preview", as: office)
        #expect(returning.body.contains("sẽ bị trả lại"), "\(returning.body)")
        let done = try await submit(path, "\(third)&reason=Thiếu biên bản", "confirm", on: returning.body, as: office)
        #expect(done.status == .seeOther, "\(done.body)")
        let standing = try await entry(items[2]).standing
        #expect(standing.state == .returned && standing.returns == 1 && standing.qualityReturns == 0)
        let after = try await shown(as: office)
        for report in reports { #expect(!after.contains("report-\(report)")) }
    }

    @Test("what was looked at is what is written: a form that was changed since shows again what would come of it, and writes nothing")
    func changedSinceLook() async throws {
        let items = [try await item("Việc mười"), try await item("Việc mười một")]
        var reports: [ProgressReport.ID] = []
        for item in items { reports.append(try await finish(item)) }
        let path = "/confirmations/results"
        let returned = "report-\(reports[0])=1&kind=returned&fault=quality&reason=Thiếu biên bản"
        let accepted = "report-\(reports[0])=1&kind=accepted&fault=quality&reason=Thiếu biên bản"
        let looked = try await submit(path, returned, "preview", as: office)
        #expect(looked.body.contains("sẽ bị trả lại"), "\(looked.body)")
        let said = "Nội dung đã đổi sau khi xem trước"
        let changed = try await submit(path, accepted, "confirm", on: looked.body, as: office)
        #expect(changed.status == .conflict && changed.body.contains(said), "\(changed.body)")
        #expect(changed.body.contains("sẽ được xác nhận hoàn thành") && changed.body.contains("Ghi quyết định cho các kết quả đã chọn"))
        let ticked = try await submit(path, "\(returned)&report-\(reports[1])=1", "confirm", on: looked.body, as: office)
        #expect(ticked.status == .conflict && ticked.body.contains(said), "a row more")
        #expect(try await submit(path, returned, "confirm", as: office).status == .conflict, "without a look")
        for item in items { #expect(try await entry(item).standing.state == .resultSubmitted) }
        #expect(try await submit(path, accepted, "confirm", on: changed.body, as: office).status == .seeOther)
        #expect(try await entry(items[0]).standing.state == .accepted)
        #expect(try await entry(items[1]).standing.state == .resultSubmitted)

        let request = try await ask(try await item("Việc mười hai"), until: "2023-07-15")
        let granting = "report-\(request)=1&granted=yes&number=90/UBND-TH"
        let granted = try await submit("/confirmations/extensions", granting, "preview", as: office)
        #expect(granted.body.contains("sẽ gia hạn đến 15/07/2023"), "\(granted.body)")
        let later = try await submit("/confirmations/extensions", "\(granting)&due=2023-08-15", "confirm", on: granted.body, as: office)
        #expect(later.status == .conflict && later.body.contains("sẽ gia hạn đến 15/08/2023"), "\(later.body)")
    }

    @Test("requests for more time are granted as asked, or refused with a reason, many at once")
    func extensions() async throws {
        let items = [try await item("Việc bốn"), try await item("Việc năm"), try await item("Việc sáu")]
        var requests: [ExtensionStep.ID] = []
        for (item, day) in zip(items, ["2023-07-15", "2023-07-20", "2023-07-25"]) { requests.append(try await ask(item, until: day)) }
        let path = "/confirmations/extensions"
        let page = try await shown(as: office)
        for request in requests { #expect(page.contains("name=\"report-\(request)\"") && page.contains("Chờ ý kiến của Bộ")) }
        let own = try await shown(as: province.token(of: .unitHead, in: "district_101"))
        #expect(!own.contains("report-\(requests[0])"), "one's own request is decided by another")

        let two = "report-\(requests[0])=1&report-\(requests[1])=1&granted=yes"
        let nameless = try await submit(path, "\(two)&number=", "preview", as: office)
        #expect(nameless.status == .ok && !nameless.body.contains("Ghi quyết định gia hạn đã chọn"), "\(nameless.body)")
        let looked = try await submit(path, "\(two)&number=88/UBND-TH", "preview", as: office)
        #expect(looked.body.contains("sẽ gia hạn đến 15/07/2023") && looked.body.contains("sẽ gia hạn đến 20/07/2023"), "\(looked.body)")
        #expect(looked.body.contains("Ghi quyết định gia hạn đã chọn"))
        #expect(try await entry(items[0]).item.terms.dueOn == Plans.day("2023-06-30"))
        #expect(try await submit(path, "\(two)&number=88/UBND-TH", "confirm", on: looked.body, as: office).status == .seeOther)
        #expect(try await entry(items[0]).item.terms.dueOn == Plans.day("2023-07-15"))
        #expect(try await entry(items[1]).item.terms.dueOn == Plans.day("2023-07-20"))

        let third = "report-\(requests[2])=1&granted=no&number=89/UBND-TH"
        #expect(try await submit(path, third, "preview", as: office).body.contains("nêu lý do không đồng ý"))
        let refusing = try await submit(path, "\(third)&reason=Việc gấp", "preview", as: office)
        #expect(try await submit(path, "\(third)&reason=Việc gấp", "confirm", on: refusing.body, as: office).status == .seeOther)
        #expect(try await entry(items[2]).item.terms.dueOn == Plans.day("2023-06-30"))
        #expect(try await !shown(as: office).contains("report-\(requests[2])"))
    }

    @Test("what came to the due date undecided is the Chairman's: the look tells everybody else so, and him nothing")
    func withChairman() async throws {
        let request = try await ask(try await item("Việc đến hạn", due: "2023-06-20"), until: "2023-07-15")
        let caution =
            "sẽ gia hạn đến 15/07/2023; đề nghị đã chuyển Chủ tịch UBND tỉnh từ ngày 20/06/2023; chỉ ghi văn bản ký không muộn hơn"
        for (token, isWarned) in [(office, true), (province.token(of: .chairman), false)] {
            let looked = try await submit(
                "/confirmations/extensions", "report-\(request)=1&granted=yes&number=88/UBND-TH", "preview", as: token)
            #expect(looked.body.contains("sẽ gia hạn đến 15/07/2023"), "\(looked.body)")
            #expect(looked.body.contains(caution) == isWarned)
        }
    }

    @Test("what was ticked and is decided by a colleague meanwhile lets nothing be written, and says so")
    func decidedMeanwhile() async throws {
        let items = [try await item("Việc bảy"), try await item("Việc tám")]
        var reports: [ProgressReport.ID] = []
        for item in items { reports.append(try await finish(item)) }
        let (path, both) = ("/confirmations/results", "report-\(reports[0])=1&report-\(reports[1])=1&kind=accepted")
        let looked = try await submit(path, both, "preview", as: office)
        #expect(looked.body.contains("Ghi quyết định cho các kết quả đã chọn"))
        _ = try await province.write(as: .officeChief, to: .province) { (tx: borrowing TenantTransaction) in
            try await RuleItem(item: items[0], kind: .accepted).perform(in: tx, ids: .system)
        }
        let answer = try await submit(path, both, "confirm", on: looked.body, as: office)
        #expect(
            answer.status == .unprocessableContent && answer.body.contains("1 dòng đã chọn không còn trong danh sách"), "\(answer.body)")
        #expect(try await entry(items[1]).standing.state == .resultSubmitted)
    }

    @Test("an item's page confirms the report that is chosen, not words that came after it")
    func chosenReport() async throws {
        let id = try await item("Việc chín")
        func report(_ day: String, step: Int?) async throws -> ProgressReport.ID {
            try await province.write(as: .unitCoordinator, in: "district_101") { (tx: borrowing TenantTransaction) in
                try await ReportProgress(
                    item: id, evidenceOn: Plans.day(day), milestonePercent: step, documentNumber: "10/BC-UBND", narrative: "Đang làm"
                ).perform(in: tx, ids: .system)
            }
        }
        let half = try await report("2023-06-01", step: 50)
        let later = try await report("2023-06-10", step: 70)
        let words = try await report("2023-06-12", step: nil)
        let path = "/units/district_101/items/\(id)"
        func page() async throws -> String {
            try await province.call(.get, path, headers: [.cookie: "thidua=\(office.text)"]).body
        }
        let before = try await page()
        let choices = [(later, "10/06/2023: 70%"), (half, "01/06/2023: 50%")].map { "<option value=\"\($0)\">\($1)</option>" }
        #expect(before.contains(choices.joined()), "\(before)")
        #expect(!before.contains("value=\"\(words)\""))
        let form = "report=\(half)&day=2023-06-20&number=&issuer="
        let answer = try await province.submit("\(path)/confirm", form, of: before, cookie: "thidua=\(office.text)")
        #expect(answer.status == .seeOther, "\(answer.body)")
        let rulings = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ShowItem(id: id).perform(in: tx).rulings
        }
        #expect(rulings.map(\.report) == [half])
        #expect(try await !page().contains("value=\"\(half)\""))
    }
}
