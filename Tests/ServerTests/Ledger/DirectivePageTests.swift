import Domain
import Foundation
import HTTPTypes
import Operations
import Postgres
import Storage
import TestSupport
import Testing
import Web

/// A paper that orders work, entered and cut into items in one form.
@Suite("A paper cut into items on one page", .province, .serialized, .timeLimit(.minutes(30)))
struct DirectivePageTests {
    private let province = Province.current
    private static let path = "/directives/new"
    private static let scan = "%PDF-1.4\n1 0 obj\n%%EOF\n"

    private func sectors() async throws {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
    }

    private func cookie(_ token: Token) -> String { "\(Credentials.cookieName(secure: province.backend.secure))=\(token.text)" }

    private func send(
        _ fields: [String: String], act: String, file: String? = nil, as token: Token
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        // Of a page that everybody has: the hidden field is the officer's, not the form's.
        let page = try await province.call(.get, "/calendar", headers: [.cookie: cookie(token)]).body
        let hidden = page.firstMatch(of: /name="form" value="([0-9a-f]+)"/).map { String($0.output.1) } ?? ""
        var parts = fields.merging(["form": hidden, "act": act]) { $1 }.map { name, value in
            "--xYz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        if let file {
            parts.append("--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"van-ban.pdf\"\r\n\r\n\(file)\r\n")
        }
        let body = parts.joined() + "--xYz--\r\n"
        // As browsers do, which say beforehand how much comes.
        return try await province.call(
            .post, Self.path,
            headers: [
                .cookie: cookie(token), .fetchSite: "same-origin", .contentType: "multipart/form-data; boundary=xYz",
                .contentLength: "\(body.utf8.count)",
            ], body: body)
    }

    /// A paper of the province, without items.
    private func paper(_ number: String) -> [String: String] {
        [
            "type": "Quyết định", "number": number, "issuedOn": "2023-03-20", "issuer": "Ủy ban nhân dân tỉnh",
            "abstract": "Giao nhiệm vụ", "sector": "NV", "rows": "5",
        ]
    }

    /// - Parameter cells: by the name of the field.
    private func row(_ number: Int, _ cells: [String: String]) -> [String: String] {
        var row = ["sourceRow-\(number)": "\(number)"]
        for (name, value) in cells { row["\(name)-\(number)"] = value }
        return row
    }

    private func entered(_ number: String) async throws -> [Int] {
        [
            try await province.count("SELECT count(*) FROM core.directive AS d WHERE d.number = \(number)"),
            try await province.count(
                "SELECT count(*) FROM core.work_item AS i JOIN core.directive AS d ON d.id = i.directive_id WHERE d.number = \(number)"),
            try await province.count(
                "SELECT count(*) FROM core.directive_file AS f JOIN core.directive AS d ON d.id = f.directive_id WHERE d.number = \(number)"
            ),
        ]
    }

    @Test("says everything that is wrong at once, each by its row and label, and comes back filled; nothing is written")
    func faults() async throws {
        try await sectors()
        let (office, number) = (province.token(of: .officeMonitor), "\(UInt32.random(in: 0...UInt32.max))/QĐ-UBND")
        let first = row(1, ["title": "Việc <một>", "due": "hôm nào"])
        let third = row(3, ["title": "Chỉ tiêu ba", "lead": "Sở Lạ", "due": "30/6/2023", "kind": "chỉ tiêu"])
        var fields = paper(number).merging(first) { $1 }.merging(third) { $1 }
        fields["abstract"] = ""
        fields["issuedOn"] = "31/2/2023"
        for act in ["try", "give"] {
            let refused = try await send(fields, act: act, file: "MZ", as: office)
            #expect(refused.status == .unprocessableContent)
            for said in [
                "<li>Trích yếu: không được để trống", "<li>Ngày văn bản: nhập ngày có thật",
                "chọn lại sau khi xem trước): Nội dung tệp không phải",
                "<li>Dòng 1, Cơ quan chủ trì: ghi cơ quan chủ trì", "<li>Dòng 1, Thời hạn: ",
                "<li>Dòng 3, Cơ quan chủ trì: không có đơn vị “Sở Lạ”", "<li>Dòng 3, Chỉ tiêu: ",
            ] {
                #expect(refused.body.contains(said), "\(said) in \(refused.body)")
            }
            #expect(!refused.body.contains("<li>Dòng 2") && !refused.body.contains("directive:"), "an empty row is none")
            #expect(refused.body.contains("Việc &lt;một&gt;</textarea>"), "\(refused.body)")
            #expect(refused.body.contains(/name="lead-3"[^>]* value="Sở Lạ"/), "\(refused.body)")
            #expect(refused.body.contains(#"<option value="chỉ tiêu" selected>"#))
        }
        let nothing = try await send(paper(number), act: "give", as: office)
        #expect(nothing.status == .unprocessableContent && nothing.body.contains("<li>Dòng 1: ghi ít nhất một nhiệm vụ, chỉ tiêu"))
        #expect(try await entered(number) == [0, 0, 0])
    }

    @Test("is looked at beforehand, gets more rows, and is given once; a paper that was entered is cut further")
    func given() async throws {
        try await sectors()
        let (office, number) = (province.token(of: .officeMonitor), "\(UInt32.random(in: 0...UInt32.max))/QĐ-UBND")
        let blank = try await province.call(.get, Self.path, headers: [.cookie: cookie(office)]).body
        #expect(blank.contains("Toàn tỉnh") && blank.contains(#"name="title-5""#) && !blank.contains(#"name="title-6""#))
        #expect(blank.contains(#"<option value="Sở Nội vụ"></option>"#), "units are offered by name")
        let fields = paper(number)
            .merging(row(1, ["title": "Việc một", "lead": "Sở Nội vụ", "coordinators": "101; TTT", "due": "trước ngày 30/6/2023"])) { $1 }
            .merging(row(2, ["title": "Việc hai", "lead": "101; 102", "due": "30/6/2061", "product": "Báo cáo", "submitTo": "UBND tỉnh"])) {
                $1
            }
        let more = try await send(fields, act: "more", as: office)
        #expect(more.status == .ok && more.body.contains(#"name="title-10""#) && more.body.contains(#"name="rows" value="10""#))
        #expect(more.body.contains("Việc một</textarea>") && more.body.contains(#"name="sourceRow-10""#))

        let tried = try await send(fields, act: "try", file: Self.scan, as: office)
        #expect(tried.status == .ok, "\(tried.body)")
        #expect(tried.body.contains("Xem trước, chưa ghi gì: 3 nhiệm vụ, chỉ tiêu sẽ được giao kèm 2 phần phối hợp"), "\(tried.body)")
        #expect(tried.body.contains("29/06/2023") && tried.body.contains("Việc hai</textarea>"))
        #expect(tried.body.contains("Cảnh báo: lịch làm việc năm 2061 chưa có"))
        #expect(try await entered(number) == [0, 0, 0], "a look writes nothing")
        let mark = tried.body.firstMatch(of: /name="looked" value="([0-9a-f]+)"/).map { String($0.output.1) } ?? ""
        let changed = try await send(fields.merging(["looked": mark, "title-2": "Việc khác"]) { $1 }, act: "give", as: office)
        #expect(changed.status == .conflict && changed.body.contains("Nội dung đã đổi sau khi xem trước"), "\(changed.body)")
        #expect(changed.body.contains("Việc khác</textarea>") && changed.body.contains("Xem trước, chưa ghi gì: 3 nhiệm vụ"))
        #expect(try await entered(number) == [0, 0, 0], "nor is given what was not looked at")
        let given = try await send(fields.merging(["looked": mark]) { $1 }, act: "give", file: Self.scan, as: office)
        #expect(given.status == .ok && given.body.contains("3 nhiệm vụ, chỉ tiêu đã giao kèm 2 phần phối hợp"), "\(given.body)")
        #expect(!given.body.contains("Việc hai</textarea>"), "what was given is not offered again")
        #expect(try await entered(number) == [1, 5, 1])
        let again = try await send(fields, act: "give", as: office)
        #expect(again.status == .conflict && again.body.contains("<li>Số, ký hiệu: đã có văn bản"), "\(again.body)")

        let before = given.body.components(separatedBy: "\">Quyết định \(number) ngày").first ?? ""
        var further = ["directive": String(before.suffix(36)), "sector": "NV", "rows": "5"]
        further.merge(row(1, ["title": "Việc một", "lead": "SNV", "due": "trước ngày 30/6/2023"])) { $1 }
        further.merge(row(3, ["title": "Việc ba", "lead": "TTT", "due": "30/6/2023"])) { $1 }
        let both = try await send(further.merging(["number": "9/QĐ"]) { $1 }, act: "try", as: office)
        #expect(both.status == .unprocessableContent && both.body.contains("đã chọn văn bản đã nhập"))
        let added = try await send(further, act: "give", as: office)
        #expect(added.body.contains("1 nhiệm vụ, chỉ tiêu đã giao kèm 0 phần phối hợp; 1 dòng đã giao từ trước"), "\(added.body)")
        #expect(try await entered(number) == [1, 6, 1])
        // Another task under a number that was given is not lost: the row is told. Without number it follows the last one, and is given once.
        var other = ["directive": further["directive"] ?? "", "sector": "NV", "rows": "5"]
        other.merge(row(1, ["title": "Việc bốn", "lead": "TTT", "due": "30/6/2023"])) { $1 }
        for act in ["try", "give"] {
            let refused = try await send(other, act: act, as: office)
            #expect(refused.status == .unprocessableContent, "\(refused.body)")
            #expect(refused.body.contains("<li>Dòng 1, TT: “1” đã giao việc khác; ghi TT khác"), "\(refused.body)")
        }
        other["sourceRow-1"] = ""
        for times in 1...2 {
            let followed = try await send(other, act: "give", as: office)
            #expect(followed.body.contains("<td>4</td>"), "\(followed.body)")
            #expect(followed.body.contains(times == 1 ? "1 nhiệm vụ, chỉ tiêu đã giao" : "1 dòng đã giao từ trước"), "\(followed.body)")
            #expect(try await entered(number) == [1, 7, 1])
        }
    }

    @Test("with a scan that is too large comes back as it was typed, with the size that is allowed; nothing is written")
    func tooLarge() async throws {
        try await sectors()
        let (office, number) = (province.token(of: .officeMonitor), "\(UInt32.random(in: 0...UInt32.max))/QĐ-UBND")
        let fields = paper(number).merging(row(1, ["title": "Việc một", "lead": "Sở Nội vụ", "due": "30/6/2023"])) { $1 }
        let scan = Self.scan + String(repeating: "x", count: Directive.File.largest + 1_048_576)
        for act in ["try", "give"] {
            let refused = try await send(fields, act: act, file: scan, as: office)
            #expect(refused.status == .contentTooLarge && refused.body.contains("Tệp lớn hơn 20 MB"))
            #expect(refused.body.contains("Việc một</textarea>") && refused.body.contains(number))
            #expect(refused.body.contains(/name="lead-1"[^>]* value="Sở Nội vụ"/))
        }
        let more = try await send(fields, act: "more", file: scan, as: office)
        #expect(more.status == .ok && more.body.contains("Việc một</textarea>") && more.body.contains(#"name="title-10""#))
        #expect(try await entered(number) == [0, 0, 0])
    }

    @Test("names who leads a unit by his title, and takes a short row of letters for a task")
    func leader() async throws {
        try await sectors()
        let (office, number) = (province.token(of: .officeMonitor), "\(UInt32.random(in: 0...UInt32.max))/QĐ-UBND")
        let (head, title) = (province.post(of: .unitHead, in: "district_101"), "unit_head district_101")
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.post SET leader_rank = 'department' WHERE id = '\(head)';
            SET session_replication_role = origin;
            """)
        func fields(_ leader: String) -> [String: String] {
            paper(number).merging(row(1, ["title": "Việc một", "lead": "101", "due": "30/6/2023", "unitLeader": leader])) { $1 }
        }
        let refused = try await send(fields("Chức danh lạ"), act: "give", as: office)
        #expect(refused.status == .unprocessableContent && refused.body.contains("không có (hoặc có nhiều) chức vụ"), "\(refused.body)")
        let given = try await send(fields(title), act: "give", as: office)
        #expect(given.body.contains("1 nhiệm vụ, chỉ tiêu đã giao"), "\(given.body)")
        // A heading of a group is one in files alone.
        let short = try await send(
            paper(number + "-2").merging(["sourceRow-1": "I", "title-1": "Lĩnh vực nội vụ"]) { $1 }, act: "give", as: office)
        #expect(short.body.contains("<li>Dòng 1, Cơ quan chủ trì: ghi cơ quan chủ trì"), "\(short.body)")
    }

    @Test("takes the deadlines of a periodic item, further papers, the confirming body and what comes from earlier years")
    func beyondTerms() async throws {
        try await sectors()
        let office = province.token(of: .officeMonitor)
        let (number, other) = ("\(UInt32.random(in: 0...UInt32.max))/QĐ-UBND", "\(UInt32.random(in: 0...UInt32.max))/CT-UBND")
        let blank = try await province.call(.get, Self.path, headers: [.cookie: cookie(office)]).body
        for name in ["occurrences", "sources", "confirmedBy", "carriedOn", "carriedDueOn", "carriedCode", "dueDocument"] {
            #expect(blank.contains("name=\"\(name)-1\""), "\(name)")
        }
        let first = try await send(
            paper(other).merging(row(1, ["title": "Việc một", "lead": "Sở Nội vụ", "due": "30/6/2023"])) { $1 }, act: "give", as: office)
        #expect(first.status == .ok, "\(first.body)")
        let periodic = row(
            1,
            [
                "title": "Báo cáo tháng", "lead": "Sở Nội vụ", "due": "Hằng tháng",
                "occurrences": "hằng tháng từ 25/6/2023 đến 25/8/2023", "sources": "\(other): mục II\n\(other): mục III",
            ])
        let target = row(
            2,
            [
                "title": "Đạt tỷ lệ", "lead": "101", "due": "31/12/2023", "target": "7,5", "measureUnit": "%",
                "confirmedBy": "Cục Thống kê tỉnh",
            ])
        let carried = row(
            3, ["title": "Việc chuyển tiếp", "lead": "SNV", "due": "30/6/2023", "carriedOn": "10/5/2022", "dueDocument": "1520/UBND-TH"])
        let fields = paper(number).merging(periodic) { $1 }.merging(target) { $1 }.merging(carried) { $1 }
        let wrong = try await send(fields.merging(["occurrences-1": "hằng tuần"]) { $1 }, act: "give", as: office)
        #expect(wrong.status == .unprocessableContent && wrong.body.contains("<li>Dòng 1, Kỳ hạn: "), "\(wrong.body)")
        let given = try await send(fields, act: "give", as: office)
        #expect(given.status == .ok && given.body.contains("3 nhiệm vụ, chỉ tiêu đã giao"), "\(given.body)")
        let deadlines = try await province.count(
            """
            SELECT count(*) FROM core.occurrence AS o
                JOIN core.work_item AS i ON i.tenant_id = o.tenant_id AND i.id = o.item_id
                JOIN core.directive AS d ON d.id = i.directive_id
            WHERE d.number = \(number) AND i.due_on = '2023-08-25'
            """)
        let sources = try await province.count(
            """
            SELECT count(*) FROM core.item_source AS s
                JOIN core.work_item AS i ON i.tenant_id = s.tenant_id AND i.id = s.item_id
                JOIN core.directive AS d ON d.id = i.directive_id
                JOIN core.directive AS f ON f.id = s.directive_id
            WHERE d.number = \(number) AND f.number = \(other)
            """)
        let others = try await province.count(
            """
            SELECT count(*) FROM core.work_item AS i JOIN core.directive AS d ON d.id = i.directive_id
            WHERE d.number = \(number)
              AND (i.figure_body = 'Cục Thống kê tỉnh' OR (i.carried_assigned_on = '2022-05-10' AND i.due_document = '1520/UBND-TH'))
            """)
        #expect(deadlines == 3 && sources == 2 && others == 2, "\(deadlines) \(sources) \(others)")
    }

    @Test("is for who enters papers and gives items, each in his own ledger; nobody else finds the form")
    func allowed() async throws {
        try await sectors()
        let (head, number) = (province.token(of: .unitHead, in: "district_101"), "\(UInt32.random(in: 0...UInt32.max))/KH-UBND")
        let home = try await province.call(.get, "/item-drafts", headers: [.cookie: cookie(head)]).body
        #expect(home.contains(#"href="/directives/new""#))
        let fields = paper(number).merging(row(1, ["title": "Việc của xã", "lead": "10101", "due": "30/6/2023"])) { $1 }
        let given = try await send(fields, act: "give", as: head)
        #expect(given.body.contains("1 nhiệm vụ, chỉ tiêu đã giao"), "\(given.body)")
        let tenant = try await province.count(
            "SELECT count(*) FROM core.directive AS d JOIN core.tenant AS t ON t.id = d.tenant_id WHERE d.number = \(number) AND t.slug = 'district_101'"
        )
        #expect(tenant == 1)
        let elsewhere = try await send(
            paper(number + "-2").merging(row(1, ["title": "Việc", "lead": "district_102", "due": "30/6/2023"])) { $1 }, act: "give",
            as: head)
        #expect(elsewhere.status == .unprocessableContent && elsewhere.body.contains("Dòng 1, Cơ quan chủ trì: không có đơn vị"))
        // Who gives items and enters no papers; who does neither.
        let part = province.token(of: .subUnitHead, in: "district_101", unit: "10101")
        for token in [part, province.token(of: .clerk, in: "district_101"), province.token(of: .homeAffairsOfficer)] {
            #expect(try await province.call(.get, Self.path, headers: [.cookie: cookie(token)]).status == .forbidden)
            #expect(try await send(fields, act: "give", as: token).status == .forbidden)
            let page = try await province.call(.get, "/calendar", headers: [.cookie: cookie(token)]).body
            #expect(!page.contains(Self.path))
        }
        #expect(try await entered(number) == [1, 1, 0])
    }
}
