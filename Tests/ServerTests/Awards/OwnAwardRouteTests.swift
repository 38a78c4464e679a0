import Domain
import Foundation
import HTTPTypes
import Postgres
import TestSupport
import Testing

/// Giấy khen over HTTP with the real posts: from a unit's own rules to its book (issue 5, track 2).
@Suite("Own authority over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct OwnAwardRouteTests {
    private let province = Province.current

    /// Two givers: the district, and one of its communes.
    private static let givers = ["101,CHỦ TỊCH,Quỹ thi đua huyện,1,1,giver", "10101,CHỦ TỊCH,Quỹ thi đua xã,0,1,giver"]
    private static let others = ["102,CHỦ TỊCH,Quỹ thi đua huyện,1,1,giver", "10201,CHỦ TỊCH,Quỹ thi đua xã,0,1,giver"]

    /// Through receipt and appraisal by who keeps the giver's awards.
    private func appraise(_ dossier: String, _ stage: OwnAwardStage, as keeper: Token) async throws {
        for verb in ["receipt", "appraisal"] {
            let taken = try await stage.step(verb, dossier, as: keeper)
            #expect(taken.status == 201, "\(verb): \(taken.json.text())")
        }
    }

    /// Seats the district's council by its secretary and lets it pass these.
    private func pass(_ dossiers: [String], _ stage: OwnAwardStage) async throws {
        let council = stage.path + "/council"
        for (role, duty) in [(Role.unitHead, "chair"), (.councilSecretary, "secretary"), (.unitCoordinator, "member")] {
            let person = province.person(of: role, in: stage.tenant).description
            let seated = try await stage.api.send(
                .post, council + "/terms", as: stage.secretary,
                ["person": .string(person), "duty": .string(duty), "from": "2023-01-01", "documentNumber": "5/QĐ-UBND"])
            #expect(seated.status == 201 || seated.code == "member-there", "\(seated.json.text())")
        }
        let present = [Role.unitHead, .councilSecretary, .unitCoordinator].map {
            JSONValue.string(province.person(of: $0, in: stage.tenant).description)
        }
        let opened = try await stage.api.send(
            .post, council + "/sessions", as: stage.secretary,
            [
                "heldOn": "2023-06-20", "place": "Phòng họp", "present": .array(present),
                "dossiers": .array(dossiers.map(JSONValue.string)),
            ])
        #expect(opened.status == 201, "\(opened.json.text())")
        // By its own rule: what ships would have the vote on a person secret, and the rules that came later a share of nine tenths.
        #expect(opened.list("dossiers").allSatisfy { $0.member("method") == "showOfHands" })
        #expect(opened.list("dossiers").allSatisfy { $0.members("rule").member("share") == "60%" }, "\(opened.json.text())")
        let session = opened.text("id")
        for dossier in dossiers {
            let voted = try await stage.api.send(
                .post, "\(council)/sessions/\(session)/votes", as: stage.secretary,
                ["dossier": .string(dossier), "votes": [], "otherwise": "yes"])
            #expect(voted.status == 201, "\(voted.json.text())")
        }
        let closed = try await stage.api.send(.post, "\(council)/sessions/\(session)/closing", as: stage.secretary, [:])
        #expect(closed.status == 201, "\(closed.json.text())")
        // By page too it goes on from here: what the unit gives itself was appraised before its council met.
        let sheet = "/units/\(stage.tenant)/council/sessions/\(session)"
        #expect(try await page(sheet, as: stage.secretary).contains("Ghi kết quả</button>"))
        #expect(try await !page(sheet, as: stage.head).contains("Ghi kết quả</button>"))
        let taken = try await stage.api.send(.post, "\(council)/sessions/\(session)/outcomes", as: stage.secretary, [:])
        #expect(taken.status == 201, "\(taken.json.text())")
        #expect(try await !page(sheet, as: stage.secretary).contains("Ghi kết quả</button>"), "once")
    }

    @Test("a district gives to a commune and to a person by its own rules, council, signer, book and budget, whatever rules come meanwhile")
    func district() async throws {
        let stage = try await OwnAwardStage(province, campaign: "GK-HUYEN")
        #expect(try await stage.takeRules(Self.givers, as: stage.head).status == 403, "the head signs, and keeps nothing")
        let bad = try await stage.takeRules(Self.givers + ["TT01,GIÁM ĐỐC,Quỹ,1,1,giver", "KHONG,x,Quỹ,1,1,giver"])
        #expect(bad.status == 422 && bad.faults == ["givers.csv", "givers.csv"], "a phòng without legal personality gives nothing (A10)")
        #expect(try await stage.openRound().code == "own-rules-missing")
        let rules = try await stage.takeRules(Self.givers)
        #expect(rules.status == 201 && rules.items.first?.member("documentNumber") == "10/QĐ", "\(rules.json.text())")
        let round = try await stage.openRound()
        #expect(round.status == 201, "\(round.json.text())")
        #expect(round.json.members("individuals").member("slots") == "1")
        #expect(try await stage.openRound().code == "round-there")
        // Rules that come meanwhile move nothing of it.
        let later = try await stage.takeRules(["101,CHỦ TỊCH,Quỹ khác,9,9,giver"], number: "11/QĐ", from: "2023-06-02")
        #expect(later.status == 201)
        let again = try await stage.api.send(.get, "\(stage.path)/award-rounds/\(round.text("id"))", as: stage.head)
        #expect(again.json.members("collectives").member("slots") == "1" && again.text("rules") == "10/QĐ", "\(again.json.text())")

        let id = round.text("id")
        let commune = try await stage.draft("10101", round: id, as: stage.officer("10101"))
        let other = try await stage.draft("10102", round: id, as: stage.officer("10102"))
        let elsewhere = try await stage.draft("10102", round: id, as: stage.officer("10101"))
        #expect(elsewhere.hasPrefix("403"), "a commune proposes its own: \(elsewhere)")
        let clerk = province.person(of: .clerk, in: stage.tenant)
        let person = try await stage.draft(nil, person: clerk, round: id, as: stage.secretary)
        for (dossier, token) in [(commune, stage.officer("10101")), (person, stage.secretary)] {
            let submitted = try await stage.step("submission", dossier, as: token)
            #expect(submitted.status == 201 && submitted.text("form") == "districtCommendation", "\(submitted.json.text())")
        }
        #expect(try await stage.step("submission", other, as: stage.officer("10102")).code == "nomination-quota-full")

        #expect(try await stage.step("receipt", commune, as: stage.officer("10101")).status == 403)
        #expect(try await stage.step("receipt", commune, as: stage.head).status == 403, "the head signs, and appraises nothing (A66)")
        for dossier in [commune, person] { try await appraise(dossier, stage, as: stage.secretary) }
        try await pass([commune, person], stage)
        for dossier in [commune, person] {
            #expect(try await stage.step("decision", dossier, as: stage.head).status != 201, "not put to him yet")
            #expect(try await stage.step("submission-to-chairman", dossier, as: stage.secretary).status == 201)
            #expect(try await stage.step("decision", dossier, as: stage.secretary).status == 403)
            #expect(try await stage.step("decision", dossier, as: stage.chairman("10101")).status != 201)
            let decided = try await stage.step("decision", dossier, as: stage.head)
            #expect(decided.status == 201 && decided.text("state") == "decided", "\(decided.json.text())")
        }
        // Who proposed is told, in the commune whoever recorded it; not who did it, nor who does not read it; and the link opens.
        func told(_ dossier: String, _ token: Token) async throws -> [JSONValue] {
            try await stage.api.send(.get, "/api/v1/notices", as: token).items.filter { $0.member("dossier") == dossier }
        }
        for token in [stage.secretary, stage.officer("10101"), stage.chairman("10101")] {
            let notices = try await told(commune, token)
            #expect(notices.map { $0.member("rule") } == ["award_decided"], "once")
            #expect(notices.first?.member("text").contains("; đơn vị xét, thuộc phong trào") == true)
            #expect(try await page("/units/\(stage.tenant)/award-dossiers/\(commune)", as: token).contains("đã ký quyết định"))
        }
        let nominee = province.token(of: .clerk, in: stage.tenant)
        for token in [stage.head, stage.officer("10102"), stage.chairman("10102"), nominee] {
            #expect(try await told(commune, token).isEmpty)
        }
        #expect(try await told(person, stage.officer("10101")).isEmpty)
        #expect(try await told(person, nominee).isEmpty, "he hears when it is issued")
        #expect(try await stage.record([commune], as: stage.head).status == 403)
        let recorded = try await stage.record([commune, person], as: stage.secretary)
        #expect(recorded.status == 201, "\(recorded.json.text())")
        #expect(Set(recorded.items.map { $0.member("number") }) == ["1", "2"], "numbers without gaps")
        #expect(try await told(person, nominee).map { $0.member("rule") } == ["award_given"])
        // 60 and 30 hundredths of 1,490,000, rounded to tens of thousands.
        #expect(Set(recorded.items.map { $0.member("reward") }) == ["890000", "450000"], "\(recorded.json.text())")
        #expect(try await stage.record([commune], as: stage.secretary).status == 409, "the number is taken")
        let shown = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(commune)", as: stage.head)
        #expect(shown.text("state") == "issued" && shown.json.members("decision").member("number") == "01/QĐ-UBND")
        let paper = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(commune)/papers/award-decision", as: stage.head)
        let given = try ReadPaper.text(paper.bytes)
        #expect(given.contains("Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 01/TTr"), "by who signed the tờ trình: \(given)")
        #expect(given.contains("Lưu: VT, NV") && given.contains("Trưởng phòng Nội vụ, bộ phận tài chính - kế toán"), "\(given)")
        let proposal = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(commune)/papers/proposal", as: stage.head)
        #expect(proposal.status == 200 && proposal.bytes.starts(with: Array("PK".utf8)), "\(proposal.json.text())")
        let report = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(person)/papers/achievement-report", as: stage.head)
        let said = try ReadPaper.text(report.bytes)
        #expect(said.contains("Giấy khen của Chủ tịch Ủy ban nhân dân huyện Một"), "by who gives it: \(said)")
        // What its own desk found and put to its own signer.
        for (paper, words) in [
            ("appraisal-report", ["Hội đồng Thi đua - Khen thưởng huyện Một", "Đủ điều kiện, tiêu chuẩn: 01 "]),
            ("home-affairs-proposal", ["01/TTr", "Biên bản họp số", "danh sách kèm theo"]),
        ] {
            let made = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(commune)/papers/\(paper)", as: stage.head)
            let said = try ReadPaper.text(made.bytes)
            let all =
                words + [
                    "ỦY BAN NHÂN DÂN HUYỆN MỘT", "PHÒNG NỘI VỤ", "Chủ tịch Ủy ban nhân dân huyện Một", "TRƯỞNG PHÒNG",
                    "Phòng Nội vụ kính trình",
                ]
            for words in all { #expect(said.contains(words), "\(words) in \(paper): \(said)") }
            #expect(!said.contains("Sở Nội vụ") && !said.contains("Kết quả xét"), "\(paper): \(said)")
            #expect(!said.contains("TM. ") && !said.contains("TL. "), "by itself, not for the committee: \(said)")
        }
        let notice = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(commune)/papers/refusal-notice", as: stage.head)
        #expect(notice.code == "paper-too-early", "it was not refused: \(notice.json.text())")
        // What its desk writes to who proposed bears the unit's body, never the province's.
        let deed = try await stage.draft(
            "10102", giver: province.unit(nil, in: stage.tenant).description, achievement: "Cứu người trong bão", as: stage.secretary)
        let steps: [(String, JSONValue, String?, [String])] = [
            ("submission", [:], nil, []), ("receipt", [:], nil, []),
            ("supplement-request", ["reason": "Thiếu dấu"], "supplement-request", ["Thiếu dấu"]), ("supplement", [:], nil, []),
            (
                "refusal", ["reason": "Chưa đủ thành tích", "documentNumber": "7/TB-PNV"], "refusal-notice",
                ["Chưa đủ thành tích", "THÔNG BÁO", "7/TB-PNV"]
            ),
        ]
        for (verb, body, paper, words) in steps {
            let taken = try await stage.step(verb, deed, as: stage.secretary, body)
            #expect(taken.status == 201, "\(verb): \(taken.json.text())")
            guard let paper else { continue }
            let made = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(deed)/papers/\(paper)", as: stage.secretary)
            let said = made.status == 200 ? try ReadPaper.text(made.bytes) : made.json.text()
            for words in words + ["ỦY BAN NHÂN DÂN HUYỆN MỘT", "PHÒNG NỘI VỤ", "Kính gửi: Ủy ban nhân dân xã"] {
                #expect(said.contains(words), "\(words) in \(paper): \(said)")
            }
            #expect(!said.contains("Sở Nội vụ") && !said.contains("SỞ NỘI VỤ") && !said.contains("DÂN TỈNH"), "\(paper): \(said)")
        }
        for token in [stage.head, stage.officer("10102"), stage.chairman("10102")] {
            let notices = try await told(deed, token)
            #expect(Set(notices.map { $0.member("rule") }) == ["supplement_asked", "award_refused"] && notices.count == 2)
            #expect(notices.first?.member("reason") == "không đủ điều kiện, tiêu chuẩn: Chưa đủ thành tích", "the newest first")
        }
        for token in [stage.secretary, stage.officer("10101")] { #expect(try await told(deed, token).isEmpty) }
        let presented = try await stage.step("presentation", commune, as: stage.secretary)
        #expect(presented.status == 201, "\(presented.json.text())")
        let cost = try await stage.api.send(.get, "\(stage.path)/award-rounds/\(id)", as: stage.secretary)
        #expect(cost.json.members("cost").member("amount") == "1340000" && cost.text("budget") == "Quỹ thi đua huyện")
    }

    @Test("sơ kết and tổng kết each reward the same nominee in the same words (A65); one of them does it once")
    func both() async throws {
        let stage = try await OwnAwardStage(province, campaign: "GK-HAIKY")
        #expect(try await stage.takeRules(["101,CHỦ TỊCH,Quỹ thi đua huyện,2,2,giver"]).status == 201)
        for review in ["interim", "final"] {
            let round = try await stage.openRound(review)
            #expect(round.status == 201, "\(round.json.text())")
            let dossier = try await stage.draft("10101", round: round.text("id"), as: stage.officer("10101"))
            let submitted = try await stage.step("submission", dossier, as: stage.officer("10101"))
            #expect(submitted.status == 201, "\(review): \(submitted.json.text())")
            let key = "round \(round.text("id"))"
            #expect(
                try await province.count("SELECT count(*) FROM core.achievement_claim WHERE achievement = \(key) AND freed_on IS NULL") == 1
            )
            let again = try await stage.draft("10101", round: round.text("id"), as: stage.officer("10101"))
            let twice = try await stage.step("submission", again, as: stage.officer("10101"))
            #expect(twice.status == 409, "\(twice.json.text())")
        }
    }

    @Test("who was voted down or refused in a round is not drafted there anew, and hears why; another round takes him")
    func refusedOnce() async throws {
        let stage = try await OwnAwardStage(province, campaign: "GK-LAPLAI")
        #expect(try await stage.takeRules(["101,CHỦ TỊCH,Quỹ thi đua huyện,5,5,giver"]).status == 201)
        let (round, later) = (try await stage.openRound().text("id"), try await stage.openRound("final").text("id"))
        for (unit, left) in [("10101", "state = 'refused', voted_down = true"), ("10102", "state = 'refused'")] {
            let officer = stage.officer(unit)
            let dossier = try await stage.draft(unit, round: round, as: officer)
            #expect(try await stage.step("submission", dossier, as: officer).status == 201)
            // As its council, or who appraises, leaves it.
            try await province.asSuperuser("UPDATE core.award_dossier SET \(left) WHERE id = '\(dossier)'")
            let again = try await stage.draft(unit, round: round, as: officer)
            #expect(again.hasPrefix("409") && again.contains("nomination-repeated") && again.contains("ở đợt xét sau"), "\(again)")
            let next = try await stage.draft(unit, round: later, as: officer)
            #expect(AwardDossier.ID(next) != nil, "another round: \(next)")
        }
        let other = try await stage.draft("10103", round: round, as: stage.secretary)
        #expect(AwardDossier.ID(other) != nil, "the control: \(other)")
    }

    @Test("a commune's chairman gives to his own person, in his own number and book; the district's head does not")
    func commune() async throws {
        let stage = try await OwnAwardStage(province, campaign: "GK-XA", in: "district_102")
        #expect(try await stage.takeRules(Self.others, from: "2023-06-05").status == 201)
        let officer = stage.officer("10201")
        #expect(try await stage.openRound(as: stage.officer("10202")).code == "own-rules-missing", "its decision does not name it")
        let round = try await stage.openRound(as: officer)
        #expect(round.status == 201 && round.text("form") == "communeCommendation", "\(round.json.text())")
        let own = province.person(of: .individual, in: stage.tenant, unit: "10201")
        let stranger = province.person(of: .individual, in: stage.tenant, unit: "10202")
        let refused = try await stage.draft("10201", person: stranger, round: round.text("id"), as: officer)
        #expect(refused.hasPrefix("422"), "he holds no post there: \(refused)")
        let byHead = try await stage.draft("10201", person: own, round: round.text("id"), as: stage.head)
        #expect(byHead.hasPrefix("403"), "\(byHead)")
        let dossier = try await stage.draft("10201", person: own, round: round.text("id"), as: officer)
        #expect(try await stage.step("submission", dossier, as: officer).status == 201)
        #expect(try await stage.step("receipt", dossier, as: stage.secretary).status == 403, "it is not the district's")
        try await appraise(dossier, stage, as: officer)
        let passed = try await stage.step("council-finding", dossier, as: officer, ["documentNumber": "3/BB-HĐ"])
        #expect(passed.status == 201 && passed.text("state") == "councilReviewed", "\(passed.json.text())")
        func paper(_ kind: String) async throws -> String {
            try ReadPaper.text(try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(dossier)/papers/\(kind)", as: officer).bytes)
        }
        let open = try await paper("home-affairs-proposal")
        for words in [
            "ỦY BAN NHÂN DÂN XÃ 102 SỐ 1", "102 số 1, ngày", "BỘ PHẬN THI ĐUA - KHEN THƯỞNG", "Chủ tịch Ủy ban nhân dân xã 102 số 1",
            "Biên bản họp số 03/BB-HĐ", "/TTr-……",
        ] {
            #expect(open.contains(words), "before it is put, with an open number: \(words) in \(open)")
        }
        let bare = try await stage.step("submission-to-chairman", dossier, as: officer, ["documentNumber": "  "])
        #expect(bare.status == 422 && bare.faults == ["$.documentNumber"], "\(bare.json.text())")
        let put = try await stage.step("submission-to-chairman", dossier, as: officer, ["documentNumber": "8/TTr-UBND"])
        #expect(put.status == 201, "\(put.json.text())")
        #expect(try await paper("home-affairs-proposal").contains("08/TTr-UBND"), "the number that the clerk gave")
        #expect(try await stage.step("decision", dossier, as: stage.head).status == 403)
        #expect(try await stage.step("decision", dossier, as: officer).status == 403)
        #expect(try await stage.step("decision", dossier, as: stage.chairman("10201")).status == 201)
        #expect(try await stage.record([dossier], as: stage.secretary).status == 422, "nor is its decision")
        let slip = try await stage.record([dossier], number: "01/QĐ-XA", as: officer)
        #expect(slip.status == 422 && slip.faults == ["$.number"], "a commune's decision is of its committee: \(slip.json.text())")
        let recorded = try await stage.record([dossier], number: "01/QĐ-UBND", as: officer)
        #expect(recorded.status == 201 && recorded.items.map { $0.member("number") } == ["1"], "\(recorded.json.text())")
        // 15 hundredths of 1,490,000: 223,500 to the nearest ten thousand (golden case 7).
        #expect(recorded.items.first?.member("reward") == "220000")
        // Headed and confirmed by who gives, and by his name.
        let report = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(dossier)/papers/achievement-report", as: officer)
        let said = try ReadPaper.text(report.bytes)
        for words in [
            "ỦY BAN NHÂN DÂN XÃ 102 SỐ 1", "102 số 1, ngày 19 tháng 6 năm 2023", "Số: 01/TTr",
            "Giấy khen của Chủ tịch Ủy ban nhân dân xã 102 số 1",
        ] {
            #expect(said.contains(words), "\(words) in \(said)")
        }
        #expect(!said.contains("xã, phường, thị trấn") && !said.contains("ỦY BAN NHÂN DÂN THỊ XÃ HAI"), "\(said)")
        let book = try await stage.api.send(.get, stage.path + "/awards", as: stage.chairman("10201"))
        #expect(book.items.count == 1, "\(book.json.text())")
        let elsewhere = try await stage.api.send(.get, stage.path + "/awards", as: stage.chairman("10202"))
        #expect(elsewhere.status == 200 && elsewhere.items.isEmpty, "another commune's book")
    }

    @Test("a department gives to a phòng for a deed, without a council")
    func department() async throws {
        let stage = try await OwnAwardStage(province, campaign: "GK-SO", in: "dept_snv")
        #expect(try await stage.takeRules(["SNV,GIÁM ĐỐC,Quỹ thi đua sở,5,5,eachUnit"]).status == 201)
        let giver = province.unit(nil, in: "dept_snv").description
        let branch = province.unit("CCVTLT", in: "dept_snv").description
        let unnamed = try await stage.draft("CCVTLT-P1", giver: branch, as: stage.secretary)
        #expect(unnamed.hasPrefix("4"), "the rules do not name it: \(unnamed)")
        let dossier = try await stage.draft("CCVTLT-P1", giver: giver, as: stage.secretary)
        #expect(try await stage.step("submission", dossier, as: stage.secretary).status == 201)
        try await appraise(dossier, stage, as: stage.secretary)
        // Another deed is put by itself: neither stands in the papers of the other.
        let other = try await stage.draft("CCVTLT", giver: giver, as: stage.secretary)
        #expect(try await stage.step("submission", other, as: stage.secretary).status == 201)
        try await appraise(other, stage, as: stage.secretary)
        for (kind, words) in [("appraisal-report", "Đủ điều kiện, tiêu chuẩn: 01 "), ("home-affairs-proposal", "cho 01 tập thể")] {
            let made = try await stage.api.send(.get, "\(stage.path)/award-dossiers/\(dossier)/papers/\(kind)", as: stage.secretary)
            let said = try ReadPaper.text(made.bytes)
            #expect(said.contains(words), "\(kind): \(said)")
        }
        #expect(try await stage.step("submission-to-chairman", dossier, as: stage.secretary, ["documentNumber": "2/TTr"]).status == 201)
        let decided = try await stage.step("decision", dossier, as: stage.head)
        #expect(decided.status == 201 && decided.text("form") == "departmentCommendation", "\(decided.json.text())")
        let recorded = try await stage.record([dossier], number: "07/QĐ-SNV", as: stage.secretary)
        #expect(recorded.status == 201 && recorded.items.first?.member("reward") == "890000", "\(recorded.json.text())")
    }

    @Test("nothing of it is there for another unit, and for the province totals alone")
    func abroad() async throws {
        let stage = try await OwnAwardStage(province, campaign: "GK-KIN", in: "district_102")
        let rules = try await stage.takeRules(["102,CHỦ TỊCH,Quỹ thi đua,5,5,giver"], number: "12/QĐ", from: "2023-06-06")
        #expect(rules.status == 201, "\(rules.json.text())")
        let round = try await stage.openRound()
        let dossier = try await stage.draft("10201", round: round.text("id"), as: stage.secretary)
        #expect(try await stage.step("submission", dossier, as: stage.secretary).status == 201)
        let stranger = province.token(of: .councilSecretary, in: "district_101")
        let affairs = province.token(of: .homeAffairsOfficer)
        for rest in ["/award-rules", "/award-rounds", "/award-rounds/\(round.text("id"))", "/award-dossiers/\(dossier)", "/awards"] {
            let answer = try await stage.api.send(.get, stage.path + rest, as: stranger)
            #expect(answer.status == 404, "\(rest): \(answer.status)")
            let absent = try await stage.api.send(.get, "/api/v1/tenants/district_999" + rest, as: stranger)
            #expect(answer.json.member("code") == absent.json.member("code"), "\(rest): as one that is nowhere")
            let wide = try await stage.api.send(.get, stage.path + rest, as: affairs)
            #expect([403, 404].contains(wide.status), "\(rest): \(wide.status)")
        }
        let own = "/api/v1/tenants/district_101"
        #expect(try await stage.api.send(.get, "\(own)/award-rounds/\(round.text("id"))", as: stranger).status == 404)
        #expect(try await stage.api.send(.get, "\(own)/award-dossiers/\(dossier)", as: stranger).status == 404)
        #expect(try await stage.api.send(.get, "/api/v1/province/award-dossiers/\(dossier)", as: affairs).status == 404)
        let listed = try await stage.api.send(.get, "/api/v1/province/award-dossiers?limit=200", as: affairs)
        #expect(!listed.json.text().contains(dossier))

        try await appraise(dossier, stage, as: stage.secretary)
        try await stage.province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.award_dossier SET state = 'putToChairman' WHERE id = '\(dossier)';
            SET session_replication_role = origin;
            """)
        #expect(try await stage.step("decision", dossier, as: stage.head).status == 201)
        #expect(try await stage.record([dossier], as: stage.secretary).status == 201)
        let totals = try await stage.api.send(.get, "/api/v1/province/own-award-totals?year=2023", as: affairs)
        let line = totals.items.first { $0.member("tenant") == "district_102" && $0.member("form") == "districtCommendation" }
        #expect(line?.member("awards") == "1" && line?.member("reward") == "890000", "\(totals.json.text())")
        #expect(!totals.json.text().contains("Tên in trên Giấy khen"), "no names")
        #expect(try await stage.api.send(.get, "/api/v1/province/own-award-totals?year=2023", as: stranger).status == 403)
        let book = try await stage.api.send(.get, "/api/v1/province/awards", as: affairs)
        #expect(!book.json.text().contains(dossier), "the province's book is its own")
    }

    @Test("is kept on a page: rules, a round, a dossier and its steps, and what was signed")
    func page() async throws {
        let stage = try await OwnAwardStage(province, campaign: "GK-TRANG", in: "district_102")
        let path = "/units/district_102/own-awards"
        let taken = try await stage.takeRules(["102,CHỦ TỊCH,Quỹ thi đua,3,3,giver"], number: "30/QĐ", from: "2023-06-03")
        #expect(taken.status == 201, "\(taken.json.text())")
        let shown = try await page(path, as: stage.secretary)
        #expect(shown.contains("30/QĐ") && shown.contains("Mở đợt xét") && shown.contains("Nhập quy định"))
        let fields = "campaign=GK-TRANG&review=interim&opensOn=2023-06-10&cutOff=2023-06-30&number=1&date=2023-06-10"
        let byHead = try await province.submit(
            path + "/open", fields, of: try await page(path, as: stage.head), cookie: "thidua=\(stage.head.text)")
        #expect(byHead.status == .forbidden, "the head signs, and opens nothing")
        let opened = try await province.submit(path + "/open", fields, of: shown, cookie: "thidua=\(stage.secretary.text)")
        #expect(opened.status == .seeOther, "\(opened.body)")
        let after = try await page(path, as: stage.head)
        #expect(after.contains("GK-TRANG, sơ kết") && !after.contains("Mở đợt xét</summary>"))

        // A commune proposes itself and nobody else; who proposes for the whole unit, all of it.
        func isOffered(_ unit: String, to token: Token) async throws -> Bool {
            try await page(path, as: token).contains("<option value=\"\(province.unit(unit, in: "district_102"))\"")
        }
        // One's own comes chosen.
        func isChosen(_ unit: String?, for token: Token) async throws -> Bool {
            try await page(path, as: token).contains("<option value=\"\(province.unit(unit, in: "district_102"))\" selected>")
        }
        #expect(try await isChosen("10203", for: stage.officer("10203")))
        #expect(try await isChosen(nil, for: stage.secretary))
        #expect(try await !isChosen("10201", for: stage.secretary))
        #expect(try await isOffered("10203", to: stage.officer("10203")))
        #expect(try await !isOffered("10201", to: stage.officer("10203")))
        #expect(try await isOffered("10201", to: stage.secretary))

        // Rules as they are typed: a share in percent too, and what is wrong is told by the box.
        func take(_ share: String) async throws -> (status: HTTPResponse.Status, body: String) {
            let boxes = [
                ("givers", "unit,signer,budget,collectives,individuals,scope\n102,CHỦ TỊCH,Quỹ thi đua,3,3,giver\n"),
                ("criteria", OwnAwardStage.criteria), ("councils", OwnAwardStage.councils.replacing("60/100", with: share)),
            ]
            let typed = boxes.map { "&\($0)=" + ($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "") }.joined()
            let answer = try await province.submit(
                path + "/rules", "number=31&date=2023-06-10&from=2023-07-01&through=" + typed, of: shown,
                cookie: "thidua=\(stage.secretary.text)")
            return (answer.status, answer.body)
        }
        let wrong = try await take("170%")
        #expect(wrong.body.contains("Ô Biểu quyết của Hội đồng, dòng 2") && !wrong.body.contains("council-rules.csv"), "\(wrong.body)")
        #expect(try await take("70 %").status == .seeOther)

        // A dossier that waits for its appraiser offers that step to the secretary, and it is taken in the unit.
        let rounds = try await stage.api.send(.get, stage.path + "/award-rounds", as: stage.head)
        let round = try #require(rounds.items.first { $0.member("campaign") == "GK-TRANG" })
        let dossier = try await stage.draft("10203", round: round.member("id"), as: stage.secretary)
        #expect(try await stage.step("submission", dossier, as: stage.secretary).status == 201)
        let place = "/units/district_102/award-dossiers/\(dossier)"
        #expect(try await page(place, as: stage.secretary).contains("\(place)/receive?own=yes"))
        #expect(try await page(place, as: stage.head).contains("/receive") == false)
        let form = try await page(place, as: stage.secretary)
        let received = try await province.submit(
            place + "/receive?own=yes", "date=", of: form, cookie: "thidua=\(stage.secretary.text)")
        #expect(received.status == .seeOther, "\(received.body)")
        #expect(try await page(place, as: stage.secretary).contains(AwardDossier.State.received.vietnamese))
    }

    private func page(_ path: String, as token: Token) async throws -> String {
        let answer = try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
        #expect(answer.status == .ok, "\(path): \(answer.status)")
        return answer.body
    }
}
