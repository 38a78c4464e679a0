import Domain

@testable import Console

extension TemplateTests {
    /// The list of guides, and one of them.
    static var help: [any Page] {
        [HelpPage(role: .clerk, [], frame: Frame()), GuidePage(Guide.all[0], for: reader, frame: Frame())]
    }

    /// Whom guides are written out for.
    static var reader: GuideReader { GuideReader(unit: Tenant.Slug("district_101")!, role: .clerk, []) }
}
