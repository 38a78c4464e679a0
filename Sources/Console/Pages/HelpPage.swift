import Domain

/// “Hướng dẫn”: the guides that are for the acting post, then all.
struct HelpPage: Page {
    static let template = "help"
    let frame: Frame
    let role: String
    let own: [Row]
    let all: [Row]

    struct Row: Sendable {
        let path: String
        let title: String
        let about: String

        init(_ guide: Guide) {
            path = guide.path
            title = guide.title
            about = guide.about
        }
    }

    /// - Parameter actions: of the acting post.
    init(role: Role, _ actions: [Action], frame: Frame) {
        self.frame = frame
        self.role = role.vietnamese
        own = Guide.all.filter { $0.isFor(actions) }.map(Row.init)
        all = Guide.all.map(Row.init)
    }
}

/// One guide.
struct GuidePage: Page {
    static let template = "guide"
    let frame: Frame
    let title: String
    let about: String
    /// HTML.
    let text: String

    /// - Parameter unit: of the officer, to whose pages it leads.
    init(_ guide: Guide, unit: Tenant.Slug, frame: Frame) {
        self.frame = frame
        title = guide.title
        about = guide.about
        text = Templates.shared.text(of: guide, GuideReader(unit: unit.text))
    }
}

/// For whom a guide is written out.
struct GuideReader: Sendable {
    /// Slug of his unit.
    let unit: String
}
