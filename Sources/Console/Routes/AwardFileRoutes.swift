import Domain
import HTTPTypes
import Operations
import Web

/// The files of one signed paper, in a unit or in the province.
enum AwardFileRoutes {
    static let all: [Route] = CouncilHome.both(show) + CouncilHome.both(attach)

    private static let query = [
        QueryParameter("owner", .oneOf(AwardFile.Owner.Kind.self), "What the files prove."), QueryParameter("of", .uuid, "Its id."),
    ]

    private static func path(_ home: CouncilHome) -> String { home == .unit ? "/units/{tenant}/award-files" : "/award-files" }
    private static func name(_ home: CouncilHome) -> String { home == .unit ? "page.award-files" : "page.province-award-files" }

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, path(home), name: name(home), asks: .reading(.item), orAsks: [.reading(.council)],
            summary: "The files of one signed paper, with the form to add one.", query: query
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }
    }

    private static func attach(_ home: CouncilHome) -> Route {
        Route(
            .post, path(home), name: name(home) + ".attach", asks: .action(home == .unit ? .proposeAward : .appraiseAward),
            orAsks: home == .unit
                ? [
                    .action(.keepCouncil), .action(.keepOwnAward), .action(.registerInitiative), .action(.reportProgress),
                    .action(.answerReview), .selfService,
                ] : [.action(.keepReview)],
            summary: "Adds a file, or supersedes a wrong one.", query: query, takes: .form(withFile: Evidence.largest)
        ) { call in
            let owner = try owner(call)
            return try await Templates.shared.answering(also: [.tooLarge, .unsupported, .malformed]) {
                guard let file = call.form.file("file") else {
                    throw Problem.invalid("$.file", "chưa chọn tệp; chọn tệp PDF, DOCX, XLSX, PNG hoặc JPG")
                }
                let attaching = AttachAwardFile(
                    owner: owner, fileName: file.name, file: try file.spooled, supersedes: AwardFile.ID(call.form["supersedes"]),
                    reason: call.form["reason"])
                _ = try file.spooled.documentFormat()
                try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in
                    _ = try await attaching.perform(in: tx, ids: call.ids)
                }
                return .seeOther(AwardFilesPage.path(owner.kind, owner.id, in: try tenant(call, home)))
            } or: {
                try await page(call, home)
            }
        }
    }

    private static func tenant(_ call: Call, _ home: CouncilHome) throws -> String? {
        home == .unit ? try call.path("tenant", as: String.self) : nil
    }

    private static func owner(_ call: Call) throws -> AwardFile.Owner {
        guard let kind = try call.queryChoice("owner", AwardFile.Owner.Kind.self),
            let id = try call.queryID("of", as: EntityID<AwardFile.Owner>.self)
        else { throw Problem.notFound }
        return AwardFile.Owner(kind, id)
    }

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> AwardFilesPage {
        let me = try await CouncilHome.officer(call)
        let (owner, tenant) = (try owner(call), try tenant(call, home))
        let entry = try home.entry(call)
        let reading = Entry(
            token: entry.token, place: entry.place, deed: owner.kind == .session ? .reading(.council) : .reading(.item))
        let (found, isOnesOwn) = try await call.backend.entrance.read(reading) { (tx: borrowing TenantTransaction) in
            try await ShowAwardFiles(of: owner).perform(in: tx)
        }
        let unit = tenant.map { "/units/\($0)" } ?? ""
        let back =
            switch owner.kind {
            case .session: "\(unit)/council/sessions/\(owner.id)"
            case .decision: home == .unit ? "\(unit)/own-awards" : "/awards"
            case .document: "\(unit)/award-dossiers"
            case .initiative: home == .unit ? "\(unit)/initiatives/\(owner.id)" : "/initiatives"
            case .consent, .nameConfirmation: home == .unit ? "\(unit)/award-names" : "/awards"
            case .remedy: "\(unit)/remedies"
            case .goodModel: "\(unit)/good-models/\(owner.id)"
            case .reviewPaper: "\(unit)/review-events"
            }
        let isAtHome = tenant.map { $0 == me.tenant.slug.text } ?? true
        return AwardFilesPage(
            frame: Frame(me, call), owner, path: AwardFilesPage.path(owner.kind, owner.id, in: tenant), back: back,
            files: "/api/v1/" + (tenant.map { "tenants/\($0)" } ?? "province") + "/award-files", found,
            mayAdd: isAtHome && (isOnesOwn || owner.kind.deeds(isWide: home == .province).contains { me.actions.contains($0) }))
    }
}
