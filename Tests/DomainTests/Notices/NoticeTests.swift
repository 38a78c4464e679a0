import Domain
import Foundation
import Testing

@Suite("Notices in words")
struct NoticeTests {
    private func notice(_ giver: Notice.Giver, in slug: String, of campaign: String?) throws -> Notice {
        let tenant = try #require(Tenant.Slug(slug))
        return Notice(
            id: Notice.ID(UUID()), rule: "due_in_3", tenant: tenant, subject: .item(WorkItem.ID(UUID())), campaign: campaign, giver: giver,
            code: "A-1",
            title: "Lập danh sách", dueOn: CivilDate("2023-06-20"), reason: "sắp đến hạn trong 3 ngày", source: "", day: .earliest,
            isRead: false)
    }

    @Test("say who gave the item, of which campaign it is, until when, and why")
    func text() throws {
        #expect(
            try notice(.province, in: "district_101", of: "Ba có, ba không").text
                == "Nhắc việc: Lập danh sách (mã A-1); tỉnh giao, thuộc phong trào “Ba có, ba không”; hạn 20/06/2023; sắp đến hạn trong 3 ngày."
        )
        #expect(try notice(.unit, in: "district_101", of: nil).giverWords == "cấp huyện giao")
        #expect(try notice(.unit, in: "dept_snv", of: nil).giverWords == "đơn vị giao")
        #expect(try notice(.unit, in: "dept_snv", of: nil).campaignWords == "không thuộc phong trào")
    }
}
