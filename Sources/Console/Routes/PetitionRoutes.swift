import Domain
import HTTPTypes
import Operations
import Web

/// Petitions and complaints: of a unit, and for the province.
enum PetitionRoutes {
    static let all: [Route] = [unit, province, file, fileOwn, answer, answerOwn]

    private static let noun = "petitions"
    private static let here = CouncilHome.unit.path(of: noun)

    private static let unit = Route(
        .get, here, name: "page.unit-petitions", asks: .reading(.criticism),
        summary: "The unit's petitions and complaints, the form to file one, and to answer those on what is given in the unit."
    ) { call in
        .html(Templates.shared.render(try await page(call, .unit)))
    }.exporting { _ in ListPetitions() }

    private static let province = Route(
        .get, "/petitions", name: "page.petitions", asks: .reading(.criticism),
        summary: "Those on what the province gives; for Home Affairs the form to answer."
    ) { call in
        .html(Templates.shared.render(try await page(call, .province)))
    }.exporting(in: { call in try CouncilHome.province.entry(call) }) { _ in ListPetitions() }

    private static let file = keeping(.unit, here, "page.unit-petitions.file", .action(.proposeAward), "Files one.") { call in
        try filing(call, isOwn: false)
    }

    private static let fileOwn = keeping(
        .unit, here + "/own", "page.unit-petitions.file-own", .selfService, "A person concerned files one for himself."
    ) { call in
        try filing(call, isOwn: true)
    }

    private static func filing(_ call: Call, isOwn: Bool) throws -> Act {
        let form = call.form
        guard let kind = Petition.Kind(rawValue: form["kind"]) else { throw Problem.invalid("$.kind", "chọn loại") }
        let dossier = AwardDossier.ID(form["dossier"])
        if dossier == nil, !form["dossier"].isEmpty { throw Problem.invalid("$.dossier", "chọn hồ sơ, hoặc chọn “không về hồ sơ nào”") }
        let giver = SubUnit.ID(form["giver"])
        if giver == nil, !form["giver"].isEmpty { throw Problem.invalid("$.giver", "chọn nơi trả lời") }
        let filing = FilePetition(
            kind: kind, campaign: form["campaign"], dossier: dossier, giver: giver, words: form["words"], isOwn: isOwn)
        return { (tx: borrowing TenantTransaction) in _ = try await filing.perform(in: tx, ids: call.ids) }
    }

    private static let answer = keeping(
        .province, "/petitions/{petition}/answer", "page.petitions.answer", .action(.appraiseAward), "Answers one, once.", answering)

    private static let answerOwn = keeping(
        .unit, here + "/{petition}/answer", "page.own-petitions.answer", .action(.keepOwnAward),
        "Answers one on what is given in the unit, once.", answering)

    private static let answering: @Sendable (Call) throws -> Act = { call in
        guard let outcome = Petition.Outcome(rawValue: call.form["outcome"]) else { throw Problem.invalid("$.outcome", "chọn kết luận") }
        let answering = AnswerPetition(
            try call.path("petition"), outcome: outcome, words: call.form["words"], documentNumber: call.form["number"])
        return { (tx: borrowing TenantTransaction) in _ = try await answering.perform(in: tx) }
    }

    // MARK: - Forms and pages

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func keeping(
        _ home: CouncilHome, _ path: String, _ name: String, _ asks: Deed, _ summary: String,
        _ read: @escaping @Sendable (Call) throws -> Act
    ) -> Route {
        Route(.post, path, name: name, asks: asks, summary: summary, takes: .form) { call in
            return try await Templates.shared.answering {
                try await call.backend.entrance.write(try home.entry(call), try read(call))
                return .seeOther(try home.address(of: noun, call))
            } or: {
                try await page(call, home)
            }
        }
    }

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> PetitionsPage {
        let me = try await CouncilHome.officer(call)
        let path = try home.address(of: noun, call)
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let (found, next, day) = try await ListPetitions(limit: 200).perform(in: tx)
            let officer = try await ShowOfficer().perform(in: tx)
            let mayFile = officer.place == officer.home && officer.may(.proposeAward)
            let isPart = !officer.answersForTheWhole(.proposeAward)
            // Whoever is concerned, for himself and in nobody's stead.
            let mayFileOwn = officer.place == officer.home && officer.mayWrite && officer.delegation == nil && officer.person != nil
            let campaigns = mayFile || mayFileOwn ? try await ListCampaigns().perform(in: tx) : []
            // The unit on what the province gives, a part of it on what is given in the unit.
            let dossiers = mayFile || mayFileOwn ? try await ListDossiers(limit: 500).perform(in: tx).entries.map(\.record) : []
            let allGivers = mayFile && isPart || mayFileOwn ? try await ListGivers().perform(in: tx) : []
            let givers = mayFile && isPart ? allGivers.filter { $0.unit != officer.unit } : []
            return PetitionsPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), path: path, found, on: day, more: next != nil,
                mayFile: mayFile && (!isPart || !givers.isEmpty), officer: officer,
                campaigns: campaigns.map { .init(key: $0.code, name: $0.name) },
                dossiers: dossiers.filter { ($0.dossier.giver == nil) != isPart }.map(Choice.init),
                givers: givers.map { .init(key: $0.unit.description, name: $0.name) },
                own: mayFileOwn
                    ? PetitionsPage.Own(
                        dossiers: dossiers.filter { $0.dossier.nominee.person == officer.person }.map(Choice.init),
                        givers: allGivers.map { .init(key: $0.unit.description, name: $0.name) })
                    : nil)
        }
    }
}
