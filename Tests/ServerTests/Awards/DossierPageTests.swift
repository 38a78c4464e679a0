import Domain
import HTTPTypes
import Operations
import TestSupport
import Testing

/// The pages of rounds and dossiers: what stands there, and only the forms that state and role allow.
@Suite("Pages of dossiers", .province, .serialized, .timeLimit(.minutes(30)))
struct DossierPageTests {
    private let province = Province.current

    private func page(_ path: String, as token: Token) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
    }

    private func submit(
        _ path: String, _ fields: String, of page: String, as token: Token
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
        try await province.submit(path, fields, of: page, cookie: "thidua=\(token.text)")
    }

    private var head: Token { province.token(of: .unitHead, in: "district_101") }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }

    private func offers(_ body: String, _ verb: String) -> Bool { body.contains("/\(verb)\" class=\"stacked\"") }

    @Test("a dossier offers what its state and the officer's role allow, and nothing else")
    func forms() async throws {
        let stage = try await AwardStage(province, campaign: "TRANG-KT1")
        let id = try await stage.dossier(.drafted)
        let path = "/units/district_101/award-dossiers/\(id)"
        let expected: [(AwardDossier.State, Token, [String])] = [
            (.drafted, head, ["withdraw", "papers"]), (.councilReviewed, head, ["submit", "withdraw", "papers"]),
            (.submitted, head, ["withdraw"]), (.submitted, affairs, ["receive", "refuse", "hold"]),
            (.received, affairs, ["ask-supplement", "appraise", "refuse", "hold"]),
            (.supplementAsked, head, ["supplement", "withdraw", "papers"]),
            (.appraised, affairs, ["hold"]), (.provincialCouncilReviewed, affairs, ["put", "hold"]), (.held, affairs, ["release"]),
            (.putToChairman, province.token(of: .chairman), ["decide", "refuse"]), (.putToChairman, affairs, ["hold"]),
            (.decided, affairs, []), (.issued, affairs, ["present"]), (.presented, affairs, []),
            (.received, province.token(of: .auditor), []), (.received, province.token(of: .chairman), []),
            (.drafted, province.token(of: .clerk, in: "district_101"), []),
        ]
        let verbs = [
            "submit", "supplement", "withdraw", "receive", "ask-supplement", "appraise", "refuse", "hold", "release", "put", "decide",
            "present", "papers",
        ]
        for (state, token, forms) in expected {
            try await stage.put(id, in: state)
            let shown = try await page(path, as: token)
            #expect(shown.status == .ok && shown.body.contains(state.vietnamese), "\(state)")
            #expect(Set(verbs.filter { offers(shown.body, $0) }) == Set(forms), "\(state)")
        }
        try await stage.put(id, in: .decided)
        #expect(try await page(path, as: affairs).body.contains("ghi số, ngày ban hành ở <a href=\"/awards\">"))
        try await stage.put(id, in: .drafted)
        #expect(try await page(path, as: affairs).status == .notFound, "a draft is the unit's")
    }

    @Test("a dossier tells its verdict with the way to why, its law by name, and offers to sign once the verdict waits no more")
    func verdict() async throws {
        let stage = try await AwardStage(province, campaign: "TRANG-KT9", verdicts: ["district_101": "pending"])
        let id = try await stage.dossier(.putToChairman)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, supplements,
                own_dossier, late, wanting, awarded, verdict, snapshot_version)
            SELECT d.tenant_id, gen_random_uuid(), d.id, 1, 'submit', '2023-06-12', d.recorded_by, '2023-06-12', 'councilReviewed', 'submitted', 0, false, false,
                '{}', true, 'pending', 1
            FROM core.award_dossier AS d WHERE d.id = '\(id)';
            SET session_replication_role = origin;
            """)
        let path = "/units/district_101/award-dossiers/\(id)"
        let chairman = province.token(of: .chairman)
        let waiting = try await page(path, as: chairman).body
        for words in [
            UnitVerdict.Verdict.pending.vietnamese, "/units/district_101/judgement?campaign=TRANG-KT9",
            "/units/district_101/motto?campaign=TRANG-KT9",
            "Chưa ký quyết định được",
        ] {
            #expect(waiting.contains(words), "\(words) in \(waiting)")
        }
        #expect(!offers(waiting, "decide") && offers(waiting, "refuse"))
        #expect(!waiting.contains("<dd>nd91</dd>") && waiting.contains("91/2017/NĐ-CP"), "the law by its name: \(waiting)")
        #expect(try await !page(path, as: affairs).body.contains("Chưa ký quyết định được"), "told to who would sign")
        let told = "Hội đồng TĐKT tỉnh chưa kết luận về phương châm"
        for token in [chairman, affairs, head] {
            #expect(try await page(path, as: token).body.contains(told), "everybody is told who moves")
        }
        // The control: corrected to a pass, it is offered.
        try await stage.correct(to: "pass")
        let passed = try await page(path, as: chairman).body
        #expect(offers(passed, "decide") && !passed.contains("Chưa ký quyết định được") && !passed.contains(told))
        #expect(passed.contains("đạt (khi trình: \(UnitVerdict.Verdict.pending.vietnamese))"), "\(passed)")
    }

    @Test("a form takes the step; one that is refused says why above the page as it is")
    func steps() async throws {
        let stage = try await AwardStage(province, campaign: "TRANG-KT2")
        let list = try await page("/units/district_101/award-dossiers", as: head)
        #expect(list.body.contains("<option value=\"\(province.unit(nil, in: "district_101"))\" selected>"), "one's own unit")
        #expect(list.status == .ok && list.body.contains("Lập hồ sơ đề nghị"))
        let drafted = try await submit(
            "/units/district_101/award-dossiers", "campaign=TRANG-KT2&review=interim&achievement=Hoan+thanh", of: list.body, as: head)
        let path = try #require(drafted.headers[.location])
        #expect(drafted.status == .seeOther)
        let empty = try await submit(
            "/units/district_101/award-dossiers", "campaign=TRANG-KT2&review=&achievement=", of: list.body, as: head)
        #expect(empty.status == .unprocessableContent && empty.body.contains("không được để trống"))
        let id = try #require(path.split(separator: "/").last.flatMap { AwardDossier.ID(String($0)) })
        let own = try await page(path, as: head)
        #expect(own.body.contains("/units/district_101/council\">Hội đồng TĐKT của đơn vị</a> họp xét"))
        #expect(own.body.contains("Thiếu báo cáo thành tích") && own.body.contains("Hội đồng TĐKT của đơn vị"))
        for kind in ["proposal", "achievementReport", "councilMinutes"] {
            let added = try await submit("\(path)/papers", "kind=\(kind)&number=1&date=2023-06-19&confirmed=yes", of: own.body, as: head)
            #expect(added.status == .seeOther, "\(added.body)")
        }
        try await stage.pass(id, by: .passUnitCouncil, to: .councilReviewed)
        #expect(try await submit("\(path)/submit", "", of: own.body, as: head).status == .seeOther)

        let queue = try await page("/award-dossiers?party=appraiser", as: affairs)
        #expect(queue.status == .ok && queue.body.contains(id.description) && queue.body.contains("Sở Nội vụ"))
        #expect(try await page("/award-dossiers?party=signer", as: affairs).body.contains(id.description) == false)
        #expect(queue.body.contains("Hồ sơ đang chờ Sở Nội vụ"))
        let theirs = try await page(path, as: affairs)
        #expect(try await submit("\(path)/receive", "date=", of: theirs.body, as: affairs).status == .seeOther)
        let refused = try await submit("\(path)/ask-supplement", "reason=&date=", of: theirs.body, as: affairs)
        #expect(refused.status == .unprocessableContent && refused.body.contains("phải ghi lý do"))
        let regime = "regime=nd98&reason=Chuyen+tiep"
        #expect(theirs.body.contains("Tiếp nhận hồ sơ") && !theirs.body.contains("Đổi quy định áp dụng"), "it is not received yet")
        #expect(try await submit("\(path)/regime", regime, of: theirs.body, as: affairs).status == .seeOther)
        let moved = try await page(path, as: affairs).body
        #expect(moved.contains("NĐ 98/2023/NĐ-CP") && moved.contains("; Chuyen tiep") && !moved.contains("nd98; "), "\(moved)")
        #expect(try await submit("\(path)/decide", "", of: theirs.body, as: affairs).status == .forbidden)
        let early = try await submit("\(path)/put", "", of: theirs.body, as: affairs)
        #expect(early.status == .conflict && early.body.contains("Việc tiếp theo: thẩm định"), "\(early.body)")

        try await stage.correct(to: "fail")
        let flagged = try await page(path, as: affairs)
        #expect(flagged.body.contains("nay là “không đạt” theo số liệu đã đính chính"))
    }

    @Test("the round stands on its page, is opened and locked there by Home Affairs alone")
    func rounds() async throws {
        let stage = try await AwardStage(province, campaign: "TRANG-KT3", opens: false)
        let path = "/nominations?campaign=\(stage.campaign)&review=interim"
        let unit = try await page(path, as: head)
        #expect(unit.status == .ok && unit.body.contains("chưa mở") && !unit.body.contains("/nominations/open"))
        let own = try await page(path, as: affairs)
        #expect(own.body.contains("/nominations/open"))
        let form = "campaign=\(stage.campaign)&review=interim&cutOff=2023-06-30&number=12&date=2023-06-10"
        let short = try await submit("/nominations/open", form, of: own.body, as: affairs)
        #expect(short.status == .unprocessableContent && short.body.contains("nhập đủ ngày"))
        #expect(try await submit("/nominations/open", form + "&opensOn=2023-06-10", of: own.body, as: affairs).status == .seeOther)
        let opened = try await page(path, as: affairs)
        #expect(opened.body.contains("đến hết ngày 30/06/2023") && opened.body.contains("/nominations/lock"))
        let seen = try await page(path, as: head)
        #expect(seen.body.contains("/units/district_101/award-dossiers") && !seen.body.contains("/units/district_102/award-dossiers"))
        #expect(!seen.body.contains("/nominations/lock"))
        let named = "campaign=\(stage.campaign)&review=interim"
        #expect(try await submit("/nominations/lock", named, of: opened.body, as: affairs).status == .seeOther)
        #expect(try await page(path, as: head).body.contains("đã chốt danh sách ngày 20/06/2023"))
    }
}
