import Domain
import Foundation
import HTTPTypes
import Operations
import TestSupport
import Testing

/// The papers of awards over HTTP: filled with what is recorded of the right dossiers and of no others, in their state, the same bytes each time.
@Suite("Papers of awards over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct AwardPaperRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }

    private static let unit = "/api/v1/tenants/district_101/award-dossiers"
    private static let wide = "/api/v1/province/award-dossiers"

    private func paper(_ kind: String, _ id: AwardDossier.ID, at base: String, as token: Token) async throws -> APIAnswer {
        try await api.send(.get, "\(base)/\(id)/papers/\(kind)", as: token)
    }

    private func take(_ verb: String, _ id: AwardDossier.ID, as token: Token, _ body: JSONValue = [:]) async throws {
        let taken = try await api.send(.post, "\(Self.wide)/\(id)/\(verb)", as: token, body)
        #expect(taken.status == 201, "\(verb): \(taken.json.text())")
    }

    /// What it says; empty, with an issue, where it is a refusal.
    private func text(_ answer: APIAnswer) throws -> String {
        guard answer.status == 200 else {
            Issue.record("\(answer.status) \(answer.json.text())")
            return ""
        }
        return try ReadPaper.text(answer.bytes)
    }

    @Test("a unit's tờ trình lists all that it proposes and nobody else's, with what its council voted, in the same bytes each time")
    func proposal() async throws {
        let papers = try await PaperStage(province, campaign: "VB-KT1")
        let one = try await papers.dossier(.drafted, named: "Người được đề nghị số 1")
        let draft = try await papers.dossier(.drafted, named: "Người còn soạn hồ sơ")
        let two = try await papers.dossier(.councilReviewed, named: "Người được đề nghị số 2")
        let elsewhere = try await papers.dossier(.submitted, of: "district_102", named: "Người của nơi khác")
        let early = try await paper("proposal", one, at: Self.unit, as: head)
        #expect(early.status == 409 && early.code == "paper-too-early", "\(early.json.text())")
        let session = try await papers.session(on: one, method: .secret, minutes: 7)
        try await papers.pass(one, in: session)

        let made = try await paper("proposal", one, at: Self.unit, as: head)
        let said = try text(made)
        for words in [
            "TỜ TRÌNH", "ỦY BAN NHÂN DÂN HUYỆN MỘT", "/TTr-UBND", "Người được đề nghị số 1", "Người được đề nghị số 2", "5/6 (83,3%)",
            "7/BB-HĐTĐKT", "12/HD-SNV",
        ] {
            #expect(said.contains(words), "\(words) in \(said)")
        }
        #expect(!said.contains("Người còn soạn hồ sơ") && !said.contains("Người của nơi khác"), "\(said)")
        #expect(made.headers[.contentType] == DocumentFormat.docx.mediaType && made.headers[.xContentTypeOptions] == "nosniff")
        let disposition = made.headers[.contentDisposition] ?? ""
        #expect(
            disposition.hasPrefix("attachment; filename=\"proposal.docx\"; filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh"), "\(disposition)")
        #expect(try await paper("proposal", one, at: Self.unit, as: head).bytes == made.bytes, "the same data, the same bytes")

        // The unit chooses whom it puts forward: with one too many for its two slots there is no list before it did (A03).
        let three = try await papers.dossier(.councilReviewed, named: "Người được đề nghị số 3")
        let crowded = try await paper("proposal", one, at: Self.unit, as: head)
        #expect(crowded.status == 409 && crowded.code == "proposal-beyond-slots", "\(crowded.json.text())")
        for words in ["Có 3 cá nhân", "chỉ còn 2 suất", "thừa 1", "Người được đề nghị số 3"] {
            #expect(crowded.text("detail").contains(words), "\(words) in \(crowded.text("detail"))")
        }
        let withdrawn = try await api.send(.post, "\(Self.unit)/\(three)/withdrawal", as: head, ["reason": "Đơn vị chọn hai người khác"])
        #expect(withdrawn.status == 201, "\(withdrawn.json.text())")
        #expect(try await paper("proposal", one, at: Self.unit, as: head).bytes == made.bytes, "the list of those whom it chose")

        // What is elsewhere, and what is no paper, is answered like what is nowhere.
        let other = province.token(of: .unitHead, in: "district_102")
        let absent: AwardDossier.ID = IDSource.system.next()
        for (id, base, token) in [(one, Self.unit, other), (elsewhere, Self.unit, head), (draft, Self.wide, affairs)] {
            let (foreign, none) = (
                try await paper("proposal", id, at: base, as: token), try await paper("proposal", absent, at: base, as: token)
            )
            #expect(foreign.status == 404 && foreign.status == none.status && foreign.code == none.code)
        }
        #expect(try await paper("launch-plan", one, at: Self.unit, as: head).status == 404)
        #expect(try await paper("council-minutes", one, at: Self.unit, as: head).status == 404)
        let format = try await api.send(.get, "\(Self.unit)/\(one)/papers/proposal?format=odt", as: head)
        #expect(format.status == 422 && format.faults == ["?format"], "\(format.json.text())")

        // Once the unit fails, who was not submitted cannot be any more: nobody asks for him.
        try await papers.stage.put(one, in: .submitted)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.review_part AS p
            SET verdict = v.json, sha256 = sha256(p.ledger || '\\x0a'::bytea || v.json || '\\x0a'::bytea || p.checks)
            FROM (SELECT convert_to('{"verdict":"fail"}', 'UTF8') AS json) AS v
            WHERE p.review_id = '\(papers.stage.review)' AND p.tenant_id = '\(province.tenant("district_101"))';
            SET session_replication_role = origin;
            """)
        let left = try text(try await paper("proposal", one, at: Self.unit, as: head))
        #expect(left.contains("Người được đề nghị số 1") && !left.contains("Người được đề nghị số 2"), "\(left)")
        #expect(try await paper("proposal", two, at: Self.unit, as: head).code == "paper-too-early")
    }

    @Test("a báo cáo thành tích holds the frozen figures and who confirms it; without frozen figures there is none")
    func report() async throws {
        let papers = try await PaperStage(province, campaign: "VB-KT2")
        let one = try await papers.dossier(.drafted, named: "Người có thành tích")
        let said = try text(try await paper("achievement-report", one, at: Self.unit, as: head))
        for words in ["BÁO CÁO THÀNH TÍCH", "Người có thành tích", "Đơn vị đã chốt", "09/6/2023, phiên bản 1", "5/20 (25,0%)", "đạt"] {
            #expect(said.contains(words), "\(words) in \(said)")
        }
        // The phòng, xã of a person judges itself; he stands by what brings him his place (A02, A03).
        let below = try await papers.dossier(.drafted, unit: "10101", named: "Người của xã")
        let ofTheCommune = try text(try await paper("achievement-report", below, at: Self.unit, as: head))
        #expect(ofTheCommune.contains("Đơn vị đã chốt") && ofTheCommune.contains("5/20 (25,0%)"), "\(ofTheCommune)")
        #expect(!ofTheCommune.contains("Huyện Một, Huyện Một"), "each unit once: \(ofTheCommune)")
        let whole = try await papers.stage.dossier(.drafted)
        let ofTheDistrict = try text(try await paper("achievement-report", whole, at: Self.unit, as: head))
        #expect(ofTheDistrict.contains("Cơ quan cấp trên trực tiếp: Ủy ban nhân dân tỉnh"), "\(ofTheDistrict)")
        #expect(ofTheDistrict.contains(": Ủy ban nhân dân huyện Một"), "the collective by its committee: \(ofTheDistrict)")
        #expect(said.contains("XÁC NHẬN CỦA CẤP TRÌNH KHEN THƯỞNG") || said.contains("Xác nhận của cấp trình khen thưởng"))
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            DELETE FROM core.review_part WHERE review_id = '\(papers.stage.review)';
            SET session_replication_role = origin;
            """)
        let unfrozen = try await paper("achievement-report", one, at: Self.unit, as: head)
        #expect(unfrozen.status == 409 && unfrozen.code == "dossier-not-frozen", "\(unfrozen.json.text())")
    }

    @Test("Home Affairs asks the unit for all that is wanting in one letter, and tells it what is refused under one number")
    func toTheUnit() async throws {
        let papers = try await PaperStage(province, campaign: "VB-KT3")
        let (one, two) = (
            try await papers.dossier(.received, named: "Người thiếu hồ sơ một"),
            try await papers.dossier(.received, named: "Người thiếu hồ sơ hai")
        )
        let elsewhere = try await papers.dossier(.received, of: "district_102", named: "Người của nơi khác")
        #expect(try await paper("supplement-request", one, at: Self.wide, as: affairs).code == "paper-too-early")
        for (id, reason) in [(one, "- Thiếu dấu; - thiếu ngày"), (two, "Thiếu biên bản"), (elsewhere, "Thiếu báo cáo")] {
            try await take("supplement-request", id, as: affairs, ["reason": .string(reason)])
        }
        let letter = try text(try await paper("supplement-request", one, at: Self.wide, as: affairs))
        for words in ["Người thiếu hồ sơ một", "Thiếu dấu", "thiếu ngày", "Người thiếu hồ sơ hai", "SỞ NỘI VỤ", "/SNV"] {
            #expect(letter.contains(words), "\(words) in \(letter)")
        }
        #expect(!letter.contains("- -"), "\(letter)")
        #expect(letter.contains("Ủy ban nhân dân huyện Một") && !letter.contains("Người của nơi khác"), "\(letter)")
        let byUnit = try await paper("supplement-request", one, at: Self.unit, as: head)
        #expect(byUnit.status == 409 && byUnit.code == "paper-of-the-province", "\(byUnit.json.text())")

        try await papers.stage.put(two, in: .received)
        try await take("refusal", two, as: affairs, ["reason": "Chưa đủ thời gian công tác", "documentNumber": "31/TB-SNV"])
        let notice = try text(try await paper("refusal-notice", two, at: Self.wide, as: affairs))
        for words in ["Số: 31/TB-SNV", "ngày 20 tháng 6 năm 2023", "Người thiếu hồ sơ hai", "Chưa đủ thời gian công tác"] {
            #expect(notice.contains(words), "\(words) in \(notice)")
        }
        #expect(!notice.contains("Người thiếu hồ sơ một"))
        // Once answered, the letter is made again as it was sent.
        try await papers.stage.put(one, in: .received)
        let again = try text(try await paper("supplement-request", one, at: Self.wide, as: affairs))
        #expect(again.contains("Thiếu dấu") && again.contains("Thiếu biên bản") && !again.contains("Người của nơi khác"), "\(again)")
        #expect(try await paper("refusal-notice", one, at: Self.wide, as: affairs).code == "paper-too-early")
        // What who signs refuses was found in order: the appraisal says so still.
        try await take("appraisal", one, as: affairs)
        try await papers.stage.put(one, in: .putToChairman)
        try await take("refusal", one, as: province.token(of: .chairman), ["reason": "Để xét sau", "documentNumber": "32/TB-UBND"])
        let found = try text(try await paper("appraisal-report", one, at: Self.wide, as: affairs))
        #expect(found.contains("1. Đủ điều kiện, tiêu chuẩn: 01 ") && found.contains("Không đủ điều kiện, tiêu chuẩn: 01 "), "\(found)")
        #expect(found.contains("Chưa đủ thời gian công tác") && !found.contains("Để xét sau"), "\(found)")
        // Its notice bears neither the Chairman's number nor that of a council's minutes, and no citation that nobody has checked.
        let signers = try text(try await paper("refusal-notice", one, at: Self.wide, as: affairs))
        #expect(signers.contains("Để xét sau") && signers.contains("/TB-SNV") && !signers.contains("32/TB-UBND"), "\(signers)")
        let session = try await papers.session(on: one, byProvince: true, method: .secret, minutes: 1)
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.dossier_step
            SET party = 'provincialCouncil', session_id = '\(session)', outcome = 'notPassed', document_number = '1/BB-HĐTĐKT',
                reason = 'Đồng ý 2/6 (33,3%). Căn cứ: Tạm áp dụng (chưa kiểm chứng).'
            WHERE dossier_id = '\(one)' AND step = 'refuse';
            SET session_replication_role = origin;
            """)
        let councils = try text(try await paper("refusal-notice", one, at: Self.wide, as: affairs))
        #expect(councils.contains("Đồng ý 2/6 (33,3%).") && councils.contains("/TB-SNV"), "\(councils)")
        #expect(!councils.contains("HĐTĐKT") && !councils.contains("Tạm áp dụng"), "\(councils)")
    }

    @Test("what goes to the Chairman and what he signed stand in papers under their numbers; the letter where the share is reached")
    func toTheChairman() async throws {
        let papers = try await PaperStage(province, campaign: "VB-KT4")
        let person = try await papers.dossier(.received, named: "Người được tặng Bằng khen")
        let unit = try await papers.stage.dossier(.received)
        let behind = try await papers.dossier(.received, of: "district_102", named: "Người còn chờ")
        #expect(try await paper("appraisal-report", person, at: Self.wide, as: affairs).code == "paper-too-early")
        for id in [person, unit] {
            try await take("appraisal", id, as: affairs)
            try await papers.stage.pass(id, by: .passProvincialCouncil, to: .provincialCouncilReviewed)
        }
        let found = try text(try await paper("appraisal-report", person, at: Self.wide, as: affairs))
        #expect(found.contains("Người được tặng Bằng khen") && found.contains("Huyện Một") && !found.contains("Người còn chờ"), "\(found)")
        try await province.asSuperuser(
            """
            INSERT INTO core.integrity_hold (id, tenant_id, unit_id, person_id, document_number, document_issuer, valid_from, recorded_by, recorded_on)
            SELECT gen_random_uuid(), d.tenant_id, NULL, d.person_id, '7/TB-TTr', 'Thanh tra tỉnh', '2023-06-15',
                '\(province.post(of: .homeAffairsOfficer))', '2023-06-15'
            FROM core.award_dossier AS d WHERE d.id = '\(person)';
            """)
        let held = try text(try await paper("appraisal-report", person, at: Self.wide, as: affairs))
        for words in ["Đang tạm dừng xét khen thưởng: 01 cá nhân", "từ ngày 15/6/2023 theo Văn bản số 7/TB-TTr"] {
            #expect(held.contains(words) && !found.contains(words), "\(words) in \(held)")
        }
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            DELETE FROM core.integrity_hold WHERE document_number = '7/TB-TTr';
            SET session_replication_role = origin;
            """)
        #expect(try await paper("home-affairs-proposal", behind, at: Self.wide, as: affairs).code == "paper-too-early")
        let draft = try text(try await paper("award-decision", person, at: Self.wide, as: affairs))
        #expect(draft.contains("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh") && !draft.contains("Chủ tịch UBND"), "written out: \(draft)")
        #expect(draft.contains("Người được tặng Bằng khen") && draft.contains("/QĐ-UBND") && !draft.contains("Người còn chờ"), "\(draft)")
        #expect(
            try ReadPaper.rows(try await paper("award-decision", person, at: Self.wide, as: affairs).bytes).contains { row in
                row.contains("Ủy ban nhân dân huyện Một")
            }, "a territory by its committee: \(draft)")
        for id in [person, unit] { try await take("submission-to-chairman", id, as: affairs, ["documentNumber": "91/TTr-SNV"]) }
        let proposal = try text(try await paper("home-affairs-proposal", person, at: Self.wide, as: affairs))
        #expect(proposal.contains("Số: 91/TTr-SNV") && proposal.contains("Người được tặng Bằng khen"), "\(proposal)")

        let early = try await paper("certificate-print", person, at: Self.wide, as: affairs)
        #expect(early.status == 409 && early.code == "paper-too-early", "\(early.json.text())")
        #expect(try await paper("letter-of-praise", unit, at: Self.wide, as: affairs).code == "letter-without-award")
        for id in [person, unit] { try await take("decision", id, as: province.token(of: .chairman)) }
        let signed: JSONValue = [
            "number": "1507/QĐ-UBND", "signedOn": "2023-06-20", "signer": "CHỦ TỊCH", "nameReason": "Danh sách in trước",
            "awards": [
                ["dossier": .string(person.description), "name": "Người được tặng Bằng khen"],
                ["dossier": .string(unit.description), "name": "Huyện Một"],
            ],
        ]
        let recorded = try await api.send(.post, "/api/v1/province/award-decisions", as: affairs, signed)
        #expect(recorded.status == 201, "\(recorded.json.text())")
        let answer = try await paper("award-decision", person, at: Self.wide, as: affairs)
        let decision = try text(answer)
        for words in [
            "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết",
            "Căn cứ Kế hoạch số 77/KH-UBND ngày",
        ] {
            #expect(decision.contains(words), "\(words) in \(decision)")
        }
        for words in ["Số: 1507/QĐ-UBND", "ngày 20 tháng 6 năm 2023", "Người được tặng Bằng khen", "Huyện Một", "91/TTr-SNV", "1.490.000"] {
            #expect(decision.contains(words), "\(words) in \(decision)")
        }
        #expect(!decision.contains("Người còn chờ"))
        #expect(try await paper("award-decision", unit, at: Self.wide, as: affairs).bytes == answer.bytes, "one decision, one paper")
        let print = try text(try await paper("certificate-print", person, at: Self.wide, as: affairs))
        #expect(print.contains("1507/QĐ-UBND") && print.contains("Người được tặng Bằng khen"), "\(print)")
        let letter = try text(try await paper("letter-of-praise", unit, at: Self.wide, as: affairs))
        #expect(letter.contains("THƯ KHEN") && letter.contains("5/20 (25,0%)") && !letter.contains("Số:"), "\(letter)")
        #expect(try await paper("letter-of-praise", person, at: Self.wide, as: affairs).code == "paper-too-early")
        // Offered on its page where the frozen figures have the share, and not where they have it no more.
        func isOffered() async throws -> Bool {
            let shown = try await province.call(
                .get, "/units/district_101/award-dossiers/\(unit)", headers: [.cookie: "thidua=\(affairs.text)"])
            #expect(shown.status == .ok && shown.body.contains("/papers/award-decision"), "\(shown.body)")
            return shown.body.contains("/papers/letter-of-praise")
        }
        #expect(try await isOffered())
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.review_part AS p
            SET verdict = v.bytes, sha256 = sha256(p.ledger || '\\x0a'::bytea || v.bytes || '\\x0a'::bytea || p.checks)
            FROM (SELECT q.tenant_id, q.review_id, q.version, q.unit_id,
                    convert_to(jsonb_set(convert_from(q.verdict, 'UTF8')::jsonb, '{letter}', 'false')::text, 'UTF8') AS bytes
                FROM core.review_part AS q) AS v
            WHERE (v.tenant_id, v.review_id, v.version, v.unit_id) = (p.tenant_id, p.review_id, p.version, p.unit_id)
              AND p.review_id = (SELECT d.review_id FROM core.award_dossier AS d WHERE d.id = '\(unit)');
            SET session_replication_role = origin;
            """)
        #expect(try await paper("letter-of-praise", unit, at: Self.wide, as: affairs).code == "letter-without-share")
        #expect(try await !isOffered())
        #expect(try await paper("award-decision", person, at: Self.unit, as: head).code == "paper-of-the-province")

        // What another signs later is a decision of its own; the tờ trình lists all that was put under its number.
        let later = try await papers.dossier(.received, named: "Người được ký thay")
        try await take("appraisal", later, as: affairs)
        try await papers.stage.pass(later, by: .passProvincialCouncil, to: .provincialCouncilReviewed)
        try await take("submission-to-chairman", later, as: affairs, ["documentNumber": "91/TTr-SNV"])
        try await take("decision", later, as: province.token(of: .viceChairman))
        let second = try text(try await paper("award-decision", later, at: Self.wide, as: affairs))
        #expect(second.contains("Người được ký thay") && !second.contains("Người được tặng Bằng khen"), "\(second)")
        let both = try text(try await paper("home-affairs-proposal", later, at: Self.wide, as: affairs))
        #expect(both.contains("Người được ký thay") && both.contains("Người được tặng Bằng khen"), "\(both)")
    }

    @Test("the head of several who lead signs; what his deputy decided bears KT., the deputy's post and name, as it was recorded")
    func signatures() async throws {
        let papers = try await PaperStage(province, campaign: "VB-KT9")
        // Deputies in the same role, who came before the heads.
        for tenant in ["district_101", "dept_snv"] {
            let deputy = try await papers.stage.people(1, of: tenant)[0]
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
                VALUES (gen_random_uuid(), '\(deputy)', '\(province.tenant(tenant))', '\(province.tenant(tenant))', 'unit_head',
                    '\(tenant == "dept_snv" ? "Phó Giám đốc Sở Nội vụ" : "Phó Chủ tịch Ủy ban nhân dân huyện Một")', 'department', '2000-01-01');
                SET session_replication_role = origin;
                """)
        }
        try await province.asSuperuser(
            "UPDATE core.person SET full_name = 'Người ký thay' WHERE id = '\(province.person(of: .viceChairman))'")
        let person = try await papers.dossier(.received, named: "Người được Phó Chủ tịch ký")
        let report = try text(try await paper("achievement-report", person, at: Self.unit, as: head))
        #expect(report.contains("TM. ỦY BAN NHÂN DÂN") && !report.contains("PHÓ CHỦ TỊCH"), "\(report)")
        try await take("appraisal", person, as: affairs)
        try await papers.stage.pass(person, by: .passProvincialCouncil, to: .provincialCouncilReviewed)
        try await take("submission-to-chairman", person, as: affairs, ["documentNumber": "9/TTr-SNV"])
        let proposal = try text(try await paper("home-affairs-proposal", person, at: Self.wide, as: affairs))
        #expect(proposal.contains("Số: 09/TTr-SNV") && proposal.contains("ngày 20 tháng 6 năm 2023"), "its number and its day: \(proposal)")
        #expect(!proposal.contains("PHÓ GIÁM ĐỐC"), "\(proposal)")
        let draft = try text(try await paper("award-decision", person, at: Self.wide, as: affairs))
        #expect(!draft.contains("KT. CHỦ TỊCH") && !draft.contains("Phó Giám đốc"), "nobody has signed: \(draft)")
        try await take("decision", person, as: province.token(of: .viceChairman))
        let recorded = try await api.send(
            .post, "/api/v1/province/award-decisions", as: affairs,
            [
                "number": "1511/QĐ-UBND", "signedOn": "2023-06-20", "signer": "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH",
                "nameReason": "Danh sách in trước",
                "awards": [["dossier": .string(person.description), "name": "Người được Phó Chủ tịch ký"]],
            ])
        #expect(recorded.status == 201, "\(recorded.json.text())")
        let signed = try text(try await paper("award-decision", person, at: Self.wide, as: affairs))
        for words in ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Người ký thay"] { #expect(signed.contains(words), "\(words) in \(signed)") }
        #expect(!signed.contains("TM."), "the Chairman's own power: \(signed)")
        let print = try text(try await paper("certificate-print", person, at: Self.wide, as: affairs))
        #expect(print.contains("KT. CHỦ TỊCH, PHÓ CHỦ TỊCH") && !print.contains("KT. GIÁM ĐỐC"), "\(print)")
    }

    @Test("a tờ trình cites the minutes of every session by their register, and leaves out for whom nothing can be signed yet")
    func sessions() async throws {
        let papers = try await PaperStage(province, campaign: "VB-KT10")
        var ids: [AwardDossier.ID] = []
        for (name, tenant, minutes) in [("một", "district_101", 5), ("hai", "district_101", 6), ("còn chờ", "district_102", 6)] {
            let id = try await papers.dossier(.appraised, of: tenant, named: "Người được trình \(name)")
            try await papers.stage.pass(id, by: .passProvincialCouncil, to: .provincialCouncilReviewed)
            let session = try await papers.session(on: id, of: tenant, byProvince: true, method: .secret, minutes: minutes)
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                UPDATE core.dossier_step SET session_id = '\(session)', document_number = '9/BB' WHERE dossier_id = '\(id)';
                SET session_replication_role = origin;
                """)
            ids.append(id)
        }
        func judge(_ verdict: String) async throws {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                UPDATE core.review_part AS p
                SET verdict = v.json, sha256 = sha256(p.ledger || '\\x0a'::bytea || v.json || '\\x0a'::bytea || p.checks)
                FROM (SELECT convert_to('{"verdict":"\(verdict)"}', 'UTF8') AS json) AS v
                WHERE p.review_id = '\(papers.stage.review)' AND p.tenant_id = '\(province.tenant("district_102"))';
                SET session_replication_role = origin;
                """)
        }
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, supplements,
                own_dossier, late, wanting, awarded, verdict, snapshot_version)
            SELECT d.tenant_id, gen_random_uuid(), d.id, 1, 'submit', '2023-06-12', d.recorded_by, '2023-06-12', 'councilReviewed', 'submitted', 0, false, false,
                '{}', true, 'pending', 1
            FROM core.award_dossier AS d WHERE d.id = '\(ids[2])';
            SET session_replication_role = origin;
            """)
        try await judge("pending")
        let said = try text(try await paper("home-affairs-proposal", ids[0], at: Self.wide, as: affairs))
        for words in ["số 05/BB-HĐTĐKT", "số 06/BB-HĐTĐKT", "Người được trình một", "Người được trình hai"] {
            #expect(said.contains(words), "\(words) in \(said)")
        }
        #expect(!said.contains("9/BB") && !said.contains("Người được trình còn chờ"), "\(said)")
        for kind in ["home-affairs-proposal", "award-decision"] {
            #expect(try await paper(kind, ids[2], at: Self.wide, as: affairs).code == "paper-too-early", "\(kind)")
        }
        // The control: once it passed, it is listed.
        try await judge("pass")
        #expect(
            try text(try await paper("home-affairs-proposal", ids[0], at: Self.wide, as: affairs)).contains("Người được trình còn chờ"))
    }

    @Test("a decision lists all whom it names, deeds beside a review, with the money that was recorded; so do the certificates")
    func wholeDecision() async throws {
        let papers = try await PaperStage(province, campaign: "VB-KT8")
        let person = try await papers.dossier(.decided, named: "Người trong kỳ sơ kết")
        let deed = try await papers.deed(named: "Người có thành tích đột xuất")
        let other = try await papers.dossier(.decided, named: "Người của quyết định khác")
        for (number, dossiers) in [("1508", [person, deed]), ("1509/QĐ-UBND", [other])] {
            let body: JSONValue = [
                "number": .string(number), "signedOn": "2023-06-20", "signer": "CHỦ TỊCH", "nameReason": "Danh sách in trước",
                "awards": .array(dossiers.map { ["dossier": .string($0.description), "name": .string("Tên in \($0)")] }),
            ]
            let recorded = try await api.send(.post, "/api/v1/province/award-decisions", as: affairs, body)
            #expect(recorded.status == 201, "\(recorded.json.text())")
        }
        for kind in ["award-decision", "certificate-print"] {
            let made = try await paper(kind, person, at: Self.wide, as: affairs)
            let said = try text(made)
            #expect(said.contains("1508/QĐ-UBND"), "\(said)")
            #expect(said.contains("Tên in \(person)") && said.contains("Tên in \(deed)"), "\(kind): \(said)")
            #expect(!said.contains("Tên in \(other)"), "\(kind): \(said)")
            #expect(try await paper(kind, deed, at: Self.wide, as: affairs).bytes == made.bytes, "one decision, one paper")
        }
        // What was recorded stays, whatever the figures say since.
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.reward_rounding SET verified = true;
            UPDATE core.award SET reward = 1234000 WHERE dossier_id = '\(deed)';
            SET session_replication_role = origin;
            """)
        let paid = try text(try await paper("award-decision", person, at: Self.wide, as: affairs))
        #expect(paid.contains("1.234.000") && paid.contains("1.490.000"), "\(paid)")
    }

    @Test("a post is that of the day of recording; a replacing decision's name, post and number are printed and told")
    func replaced() async throws {
        let papers = try await PaperStage(province, campaign: "VB-KT11")
        let person = try await papers.stage.people(1)[0]
        let one = try await papers.stage.dossier(.decided, person: person)
        let other = try await papers.deed(named: "Người cùng quyết định")
        func title(_ words: String) async throws {
            try await province.asSuperuser(
                """
                SET session_replication_role = replica;
                DELETE FROM core.post WHERE person_id = '\(person)';
                INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from)
                VALUES (gen_random_uuid(), '\(person)', '\(province.tenant("district_101"))', '\(province.tenant("district_101"))', 'clerk',
                    '\(words)', 'department', '2020-01-01');
                SET session_replication_role = origin;
                """)
        }
        try await title("Phó trưởng phòng Nội vụ")
        let recorded = try await api.send(
            .post, "/api/v1/province/award-decisions", as: affairs,
            [
                "number": "1512/QĐ-UBND", "signedOn": "2023-06-20", "signer": "CHỦ TỊCH", "nameReason": "Danh sách in trước",
                "awards": .array([one, other].map { ["dossier": .string($0.description), "name": .string("Trần Thị Bế")] }),
            ])
        #expect(recorded.status == 201, "\(recorded.json.text())")
        try await title("Trưởng phòng Tư pháp")
        let before = try text(try await paper("certificate-print", one, at: Self.wide, as: affairs))
        #expect(before.contains("Phó trưởng phòng Nội vụ") && !before.contains("Tư pháp"), "a promotion changes nothing (A71): \(before)")
        try await take(
            "replacement", one, as: province.token(of: .chairman),
            [
                "number": "1513/QĐ-UBND", "signedOn": "2023-06-20", "signer": "CHỦ TỊCH", "facts": "Ghi sai tên, chức vụ",
                "name": "Trần Thị Bé", "post": "Trưởng phòng Nội vụ",
            ])
        let print = try text(try await paper("certificate-print", one, at: Self.wide, as: affairs))
        for words in ["Trần Thị Bé", "Trưởng phòng Nội vụ", "1512/QĐ-UBND", "Riêng bằng của Trần Thị Bé: in Quyết định số 1513/QĐ-UBND"] {
            #expect(print.contains(words), "\(words) in \(print)")
        }
        #expect(!print.contains("Phó trưởng phòng"), "\(print)")
        let told = try await api.send(.get, "/api/v1/tenants/district_101/award-history?person=\(person)", as: head)
        let words = told.items.map { [$0.member("name"), $0.member("post"), $0.member("decision")] }
        #expect(words == [["Trần Thị Bé", "Trưởng phòng Nội vụ", "1513/QĐ-UBND"]], "\(told.json.text())")
        let book = try await province.call(.get, "/awards", headers: [.cookie: "thidua=\(affairs.text)"]).body
        #expect(book.contains("1513/QĐ-UBND ngày 20/06/2023): Trần Thị Bé, Trưởng phòng Nội vụ"), "\(book)")
        try await take(
            "replacement", one, as: province.token(of: .chairman),
            [
                "number": "1514/QĐ-UBND", "signedOn": "2023-06-20", "signer": "CHỦ TỊCH", "facts": "Ghi sai tên đệm",
                "name": "Trần Thu Bé",
            ])
        let again = try text(try await paper("certificate-print", one, at: Self.wide, as: affairs))
        #expect(again.contains("Trần Thu Bé") && again.contains("Trưởng phòng Nội vụ"), "the post stays that was printed: \(again)")
    }

    @Test("minutes are made of a closed session, with its own number; of an open one, and without ballots, there are none")
    func minutes() async throws {
        let papers = try await PaperStage(province, campaign: "VB-KT5")
        let one = try await papers.dossier(.drafted, named: "Người được Hội đồng xét")
        let base = "/api/v1/tenants/district_101/council/sessions"
        let secretary = province.token(of: .councilSecretary, in: "district_101")
        let (closed, open, shown) = (
            try await papers.session(on: one, method: .secret, minutes: 8),
            try await papers.session(on: one, method: .secret, minutes: nil),
            try await papers.session(on: one, method: .showOfHands, minutes: 9)
        )
        func minutes(_ kind: String, _ id: CouncilSession.ID, as token: Token) async throws -> APIAnswer {
            try await api.send(.get, "\(base)/\(id)/papers/\(kind)", as: token)
        }
        let made = try await minutes("council-minutes", closed, as: secretary)
        let said = try text(made)
        for words in ["BIÊN BẢN", "Số: 08/BB-HĐTĐKT", "Người được Hội đồng xét", "Phòng họp số 1", "5/6", "bỏ phiếu kín"] {
            #expect(said.contains(words), "\(words) in \(said)")
        }
        #expect(try await minutes("council-minutes", closed, as: secretary).bytes == made.bytes)
        let count = try text(try await minutes("count-minutes", closed, as: secretary))
        #expect(count.contains("5/6 (83,3%)") && count.contains("Người được Hội đồng xét"), "\(count)")
        let early = try await minutes("council-minutes", open, as: secretary)
        #expect(early.status == 409 && early.code == "session-open", "\(early.json.text())")
        #expect(try await minutes("count-minutes", shown, as: secretary).code == "session-without-ballots")
        let byHands = try text(try await minutes("council-minutes", shown, as: secretary))
        #expect(byHands.contains("Số: 09/BB-HĐTĐKT") && byHands.contains("biểu quyết giơ tay"), "\(byHands)")
        let ballot = try text(try await minutes("ballot-sheet", open, as: secretary))
        #expect(ballot.contains("PHIẾU BIỂU QUYẾT") && ballot.contains("Người được Hội đồng xét"), "\(ballot)")
        #expect(try await minutes("ballot-sheet", shown, as: secretary).code == "session-without-ballots")
        #expect(try await minutes("proposal", closed, as: secretary).status == 404)
        for outsider in [province.token(of: .councilSecretary, in: "district_102"), affairs] {
            #expect(try await minutes("council-minutes", closed, as: outsider).status == 404)
        }
    }

    @Test("the pages of a dossier and of a session link to what can be made, and the links answer it")
    func pages() async throws {
        let papers = try await PaperStage(province, campaign: "VB-KT6")
        let one = try await papers.dossier(.drafted, named: "Người trên trang")
        let session = try await papers.session(on: one, method: .secret, minutes: 11)
        func page(_ path: String, as token: Token) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, body: String) {
            try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
        }
        let path = "/units/district_101/award-dossiers/\(one)"
        let drafted = try await page(path, as: head).body
        #expect(drafted.contains("\(path)/papers/achievement-report") && !drafted.contains("/papers/proposal"))
        try await papers.pass(one, in: session)
        #expect(try await page(path, as: head).body.contains("\(path)/papers/proposal?format=pdf"))
        let file = try await page("\(path)/papers/proposal", as: head)
        #expect(file.status == .ok && file.headers[.contentType] == DocumentFormat.docx.mediaType)
        try await papers.stage.put(one, in: .provincialCouncilReviewed)
        let wide = try await page(path, as: affairs).body
        #expect(wide.contains("\(path)/papers/award-decision") && !wide.contains("/papers/certificate-print"))
        #expect(try await page("\(path)/papers/award-decision", as: affairs).status == .ok, "made of the whole round")
        let council = "/units/district_101/council/sessions/\(session)"
        let secretary = province.token(of: .councilSecretary, in: "district_101")
        #expect(try await page(council, as: secretary).body.contains("\(council)/papers/count-minutes"))
        #expect(try await page("\(council)/papers/council-minutes", as: secretary).status == .ok)
        #expect(try await page("\(path)/papers/proposal", as: province.token(of: .unitHead, in: "district_102")).status == .notFound)
    }

    @Test("commands write them to files, and say why not with the exit codes of the others")
    func commands() async throws {
        let papers = try await PaperStage(province, campaign: "VB-KT7")
        let one = try await papers.dossier(.drafted, named: "Người trong lệnh")
        let session = try await papers.session(on: one, method: .secret, minutes: 12)
        let folder = FileManager.default.temporaryDirectory.appending(path: "thidua-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func run(_ words: [String], as token: Token, to name: String) async throws -> (code: Int32, errors: String, text: String?) {
            let file = folder.appending(path: name)
            let outcome = try await Executable.run(
                words + ["--output-file", file.path], environment: ["DATABASE_URL": province.url, "THIDUA_TOKEN": token.text])
            let bytes = try? Data(contentsOf: file)
            return (outcome.code, outcome.errors, try bytes.map { try ReadPaper.text(Array($0)) })
        }
        let report = try await run(["dossier", "paper", "\(one)", "achievement-report"], as: head, to: "bao-cao.docx")
        #expect(report.code == 0 && report.text?.contains("Người trong lệnh") == true, "\(report.errors)")
        let early = try await run(["dossier", "paper", "\(one)", "proposal"], as: head, to: "som.docx")
        #expect(early.code == 3 && early.text == nil && early.errors.contains("chưa lập được"), "\(early.errors)")
        let unknown = try await run(["dossier", "paper", "\(one)", "launch-plan"], as: head, to: "khac.docx")
        #expect(unknown.code != 0 && unknown.text == nil && unknown.errors.contains("achievement-report"), "\(unknown.errors)")
        let secretary = province.token(of: .councilSecretary, in: "district_101")
        let minutes = try await run(["council", "paper", "\(session)", "council-minutes"], as: secretary, to: "bien-ban.docx")
        #expect(minutes.code == 0 && minutes.text?.contains("12/BB-HĐTĐKT") == true, "\(minutes.errors)")
    }
}
