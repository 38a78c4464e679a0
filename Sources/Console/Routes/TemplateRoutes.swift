import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The forms of an office's papers: a unit's own, and the province's.
enum TemplateRoutes {
    static let all: [Route] = CouncilHome.allCases.flatMap { home in [show(home), file(home), replace(home), restore(home)] }

    private static let noun = "paper-templates"

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun), name: home.page("templates"), asks: .reading(.item), summary: "The office's own forms of its papers."
        ) { call in .html(Templates.shared.render(try await page(call, home))) }
    }

    private static func file(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun) + "/{template}/file", name: home.page("templates.file"), asks: .reading(.item),
            summary: "The document of one form."
        ) { call in
            let reading = ReadTemplate(try call.path("template"))
            return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                let (name, content) = try await reading.perform(in: tx)
                return .attachment(content, mediaType: DocumentFormat.docx.mediaType, name: name, plain: "mau-van-ban.docx")
            }
        }
    }

    private static func replace(_ home: CouncilHome) -> Route {
        Route(
            .post, home.path(of: noun), name: home.page("templates.replace"), asks: deed(home),
            summary: "Replaces the form of one kind of paper.",
            takes: .form(withFile: ReplaceTemplate.File.largest)
        ) { call in
            try await changing(call, home) {
                guard let file = call.form.file("file") else { throw Problem.invalid("$.file", "chưa chọn tệp; chọn tệp .docx") }
                return ReplaceTemplate(
                    try kind(call), by: ReplaceTemplate.File(name: file.name, content: try file.content),
                    validFrom: try FormDay.read(call.form["from"], "$.from"))
            }
        }
    }

    private static func restore(_ home: CouncilHome) -> Route {
        Route(
            .post, home.path(of: noun) + "/built-in", name: home.page("templates.restore"), asks: deed(home),
            summary: "Uses the built-in form again.",
            takes: .form
        ) { call in
            try await changing(call, home) {
                ReplaceTemplate(
                    try kind(call), by: nil, reason: call.form["reason"], validFrom: try FormDay.read(call.form["from"], "$.from"))
            }
        }
    }

    // MARK: - Forms and pages

    static func deed(_ home: CouncilHome) -> Deed {
        switch home {
        case .unit: .action(.proposeAward)
        case .province: .action(.appraiseAward)
        }
    }

    private static func kind(_ call: Call) throws -> PaperKind {
        guard let kind = PaperKind(rawValue: call.form["document"]), PaperKind.replaceable.contains(kind) else {
            throw Problem.invalid("$.document", "chọn loại văn bản")
        }
        return kind
    }

    private static func changing(_ call: Call, _ home: CouncilHome, _ read: () throws -> ReplaceTemplate) async throws -> Reply {
        return try await Templates.shared.answering(also: [.tooLarge]) {
            let act = try read()
            try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                _ = try await act.perform(in: tx, ids: call.ids)
            }
            return .seeOther(try home.address(of: noun, call))
        } or: {
            try await page(call, home)
        }
    }

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> TemplatesPage {
        let me = try await CouncilHome.officer(call)
        let address = try home.address(of: noun, call)
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let (templates, mayChange) = try await ListTemplates().perform(in: tx)
            return TemplatesPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), path: address, templates, mayChange: mayChange)
        }
    }
}
