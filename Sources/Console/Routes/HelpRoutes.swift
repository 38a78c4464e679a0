import Domain
import HTTPTypes
import Operations
import Web

/// How to work with the pages, for officers.
enum HelpRoutes {
    static let all: [Route] = [list, show]

    private static let list = Route(
        .get, "/help", name: "page.help", asks: .selfService, summary: "The guides, those for one's own post first."
    ) { call in
        let me = try await officer(call)
        return .html(Templates.shared.render(HelpPage(role: me.officer.role, me.actions, frame: Frame(me, call))))
    }

    private static let show = Route(
        .get, "/help/{guide}", name: "page.guide", asks: .selfService,
        summary: "One guide; it leads to the pages that are for one's own post."
    ) { call in
        let name = try call.path("guide", as: String.self)
        guard let guide = Guide.all.first(where: { $0.name == name }) else { throw Problem.notFound }
        let me = try await officer(call)
        let reader = GuideReader(unit: me.tenant.slug, role: me.officer.role, me.actions)
        return .html(Templates.shared.render(GuidePage(guide, for: reader, frame: Frame(me, call))))
    }

    private static func officer(_ call: Call) async throws -> WhoAmI.Answer {
        try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
    }
}
