import Domain
import Foundation
import Testing

@Suite("Notices in words")
struct NoticeTests {
    private func notice(
        _ giver: Notice.Giver, in slug: String, of campaign: String?, about subject: Notice.Subject = .item(WorkItem.ID(UUID())),
        dueOn: CivilDate? = CivilDate("2023-06-20"), by rule: String = "due_in_3", from giverName: String? = nil
    ) throws -> Notice {
        let tenant = try #require(Tenant.Slug(slug))
        return Notice(
            id: Notice.ID(UUID()), rule: rule, tenant: tenant, subject: subject, campaign: campaign,
            campaignCode: campaign == nil ? nil : "KH-77-2023", giver: giver, code: "A-1", title: "Lập danh sách", dueOn: dueOn,
            reason: "sắp đến hạn trong 3 ngày", source: "", day: .earliest, isRead: false, giverName: giverName)
    }

    @Test("say who gave the item, of which campaign it is, until when, and why")
    func text() throws {
        #expect(
            try notice(.province, in: "district_101", of: "Ba có, ba không").text
                == "Nhắc việc: Lập danh sách (mã A-1); tỉnh giao, thuộc phong trào “Ba có, ba không”; hạn 20/06/2023; sắp đến hạn trong 3 ngày."
        )
        #expect(try notice(.unit, in: "district_101", of: nil).giverWords == "cấp huyện giao")
        #expect(try notice(.unit, in: "dept_snv", of: nil).giverWords == "đơn vị giao")
        #expect(try notice(.unit, in: "district_101", of: nil, from: "Phường 9").giverWords == "Phường 9 giao")
        #expect(try notice(.unit, in: "dept_snv", of: nil).campaignWords == "không thuộc phong trào")
    }

    @Test("lead to the month that they tell of, and to its campaign")
    func paths() throws {
        let month = try #require(ReportMonth("2023-06"))
        let missing = Notice.Subject.unitReturn(ReportPeriod.ID(UUID()), month)
        let query = "campaign=KH-77-2023&month=2023-06"
        #expect(try notice(.province, in: "district_101", of: "x", about: missing).path == "/units/district_101/months?\(query)")
        #expect(try notice(.province, in: "dept_vpub", of: "x", about: .month(month)).path == "/months?\(query)")
    }

    @Test("of a draft lead to those that wait, and say that it is the unit's own")
    func drafts() throws {
        let told = try notice(.unit, in: "district_101", of: nil, about: .draft(Draft.ID(UUID())), by: "draft_waiting")
        #expect(told.path == "/drafts" && told.giverWords == "trong đơn vị" && told.campaignWords == "không thuộc phong trào")
        #expect(told.text == "Dự thảo: Lập danh sách (mã A-1); sắp đến hạn trong 3 ngày.")
    }

    @Test("of a difficulty lead the Office to the province's page, everybody else to his unit's")
    func difficulties() throws {
        let id = Difficulty.ID(UUID())
        func path(_ giver: Notice.Giver, _ rule: String) throws -> String {
            try notice(giver, in: "district_101", of: "x", about: .difficulty(id), by: rule).path
        }
        #expect(try path(.province, "difficulty_route") == "/difficulties/\(id)")
        for (giver, rule) in [(Notice.Giver.unit, "difficulty_route"), (.province, "difficulty_answer"), (.province, "difficulty_routed")] {
            #expect(try path(giver, rule) == "/units/district_101/difficulties/\(id)", "\(rule)")
        }
    }

    @Test("of criticism and awards lead to what there is to do, and say until when where there is a last day")
    func awards() throws {
        let (criticism, dossier) = (KeptCriticism.ID(UUID()), AwardDossier.ID(UUID()))
        func path(_ subject: Notice.Subject, _ rule: String) throws -> String {
            try notice(.province, in: "district_101", of: "x", about: subject, by: rule).path
        }
        #expect(try path(.criticism(criticism), "criticism_proposed") == "/units/district_101/criticisms/\(criticism)")
        #expect(try path(.dossier(dossier), "supplement_asked") == "/units/district_101/award-dossiers/\(dossier)")
        #expect(try path(.dossier(dossier), "name_to_confirm") == "/units/district_101/award-names")
        let asked = Notice.Subject.confirmation(InitiativeConfirmation.ID(UUID()))
        #expect(try path(asked, "confirmation_asked") == "/units/district_101/initiative-confirmations")
        #expect(try notice(.unit, in: "district_101", of: nil, about: asked).campaignWords == "không nêu phong trào", "it is not told")
        #expect(try path(.dossier(dossier), "award_given") == "/units/district_101/award-history")
        #expect(try path(.dossier(dossier), "verdict_flipped") == "/award-dossiers/\(dossier)/aftermath")
        #expect(try notice(.province, in: "district_101", of: "x", about: .criticism(criticism)).text.contains("hạn 20/06/2023"))
        #expect(try !notice(.province, in: "district_101", of: "x", about: .criticism(criticism), dueOn: nil).text.contains("thời hạn"))
    }

    @Test("say of a period that is to be opened from when on, of all else until when")
    func dueWords() throws {
        let month = try #require(ReportMonth("2023-06"))
        #expect(try notice(.province, in: "dept_vpub", of: "x", about: .month(month)).dueWords == "từ 20/06/2023")
        #expect(try notice(.province, in: "dept_vpub", of: "x").dueWords == "20/06/2023")
        #expect(try notice(.province, in: "dept_vpub", of: "x", dueOn: nil).dueWords == "chưa có")
    }

    @Test("come by rules that count from the due date, of a period from its first day")
    func spans() {
        func span(_ about: ReminderRule.About, _ days: Int, _ untilDays: Int? = nil) -> String {
            ReminderRule(
                code: "x", about: about, told: .office, days: days, untilDays: untilDays, words: "x", source: "x", validFrom: .earliest,
                validTo: nil
            ).span
        }
        #expect(span(.item, -7, -4) == "từ 7 ngày trước hạn đến 4 ngày trước hạn")
        #expect(span(.unitReturn, 0, 1) == "từ ngày đến hạn đến 1 ngày sau hạn")
        #expect(span(.period, 0) == "từ ngày đầu kỳ")
        #expect(span(.period, 2, 9) == "từ 2 ngày sau ngày đầu kỳ đến 9 ngày sau ngày đầu kỳ")
    }
}
