import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// Notices and where one is written to, after a form that was refused.
    static var notices: any Page {
        let told = Tenant.Slug("district_101").map { slug in
            [true, false].map { isRead in
                Notice(
                    id: IDSource.system.next(), rule: "x", tenant: slug, subject: .item(IDSource.system.next()), campaign: "x",
                    campaignCode: "x", giver: .province, code: "x", title: "x", dueOn: .earliest, reason: "x", source: "x", day: .earliest,
                    isRead: isRead)
            }
        }
        let many = Array(repeatElement(told ?? [], count: NoticesPage.most).joined())
        var page = NoticesPage(many, NoticeSettings(email: "a@b.vn", quietFrom: 21, quietTo: 6), frame: Frame())
        page.fault = FormFault(.invalid("$.email", "x"))
        return page
    }
}
