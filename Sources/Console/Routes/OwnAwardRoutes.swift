import Domain
import HTTPTypes
import Operations
import Web

/// The page of what a unit gives by its own authority, and its forms.
enum OwnAwardRoutes {
    static let all: [Route] = [show, open, lock, draft, record, rules, confirm]

    private static let path = "/units/{tenant}/own-awards"

    private static let show = Route(
        .get, path, name: "page.own-awards", asks: .reading(.ownAward),
        summary: "Rounds, dossiers and rules of the unit's own awards, and the forms of who keeps them."
    ) { call in
        .html(Templates.shared.render(try await page(call)))
    }.exporting { _ in ListOwnRounds() }

    private static let open = form("open", .keepOwnAward, "Opens a round.") { call in
        guard let opensOn = try FormDay.read(call.form["opensOn"], "$.opensOn"),
            let cutOff = try FormDay.read(call.form["cutOff"], "$.cutOff"),
            let day = try FormDay.read(call.form["date"], "$.documentOn")
        else { throw Problem.invalid("$.opensOn", "nhập đủ ngày mở đợt, hạn nhận hồ sơ, ngày văn bản") }
        let opening = OpenOwnRound(
            campaign: call.form["campaign"], review: Campaign.Review(rawValue: call.form["review"]) ?? .interim, opensOn: opensOn,
            cutOff: cutOff, documentNumber: call.form["number"], documentOn: day)
        return { (tx: borrowing TenantTransaction) in _ = try await opening.perform(in: tx, ids: call.ids) }
    }

    private static let lock = form("{round}/lock", .keepOwnAward, "Locks the list of a round.", named: "lock") { call in
        let locking = LockOwnRound(try call.path("round"))
        return { (tx: borrowing TenantTransaction) in try await locking.perform(in: tx) }
    }

    private static let draft = form("draft", .proposeAward, "Drafts a dossier of a round.") { call in
        guard let round = OwnRound.ID(call.form["round"]) else { throw Problem.invalid("$.round", "chọn đợt xét") }
        let (unit, person) = (SubUnit.ID(call.form["unit"]), Person.ID(call.form["person"]))
        let achievement = call.form["achievement"]
        return { (tx: borrowing TenantTransaction) in
            let campaign = try await ShowOwnRound(round).perform(in: tx).round.campaign
            let drafting = DraftDossier(
                campaign: campaign, review: nil, unit: unit, person: person, achievement: achievement, round: round)
            _ = try await drafting.perform(in: tx, ids: call.ids)
        }
    }

    private static let record = form("record", .keepOwnAward, "Records a signed decision.") { call in
        let day = try FormDay.needed(call.form["date"], "$.signedOn", "nhập ngày ký")
        let form = call.form
        return { (tx: borrowing TenantTransaction) in
            let signed = try await dossiers(in: tx).filter { $0.record.standing.state == .decided }.map(\.record.dossier.id)
            let awards = signed.map { id in
                RecordDecision.Given(dossier: id, name: form["name-\(id)"], post: form["post-\(id)"])
            }.filter { !$0.name.isEmpty }
            let recording = RecordDecision(number: form["number"], signedOn: day, signer: form["signer"], awards: awards)
            _ = try await recording.perform(in: tx, ids: call.ids)
        }
    }

    private static let rules = form("rules", .keepOwnAward, "Takes the unit's own rules.") { call in
        guard let date = try FormDay.read(call.form["date"], "$.documentOn"), let from = try FormDay.read(call.form["from"], "$.validFrom")
        else { throw Problem.invalid("$.documentOn", "nhập đủ ngày quyết định, ngày bắt đầu hiệu lực") }
        let files = [("givers.csv", "givers"), ("criteria.csv", "criteria"), ("council-rules.csv", "councils")].map { name, field in
            (name, Array(VietnameseText.composed(call.form[field]).utf8))
        }
        let taking = TakeOwnRules(
            documentNumber: call.form["number"], documentOn: date, validFrom: from,
            validTo: try FormDay.read(call.form["through"], "$.validTo"),
            files: Dictionary(files, uniquingKeysWith: { first, _ in first }))
        return { (tx: borrowing TenantTransaction) in
            do {
                _ = try await taking.perform(in: tx, ids: call.ids)
            } catch let problem as Problem {
                throw inBoxes(problem)
            }
        }
    }

    /// What is wrong with a file is told by the name of the box in which it was typed.
    private static func inBoxes(_ problem: Problem) -> Problem {
        var problem = problem
        for (file, box) in [
            ("givers.csv", "Ô Nơi tặng"), ("criteria.csv", "Ô Tiêu chuẩn"), ("council-rules.csv", "Ô Biểu quyết của Hội đồng"),
        ] {
            problem.detail = problem.detail.replacing(file, with: box)
            problem.fields = problem.fields.map { FieldFault($0.path.replacing(file, with: box), $0.reason) }
        }
        return problem
    }

    private static let confirm = form("rules/{rules}/confirm", .giveAward, "The head confirms rules.", named: "confirm-rules") { call in
        let confirming = ConfirmOwnRules(try call.path("rules"), documentNumber: call.form["number"])
        return { (tx: borrowing TenantTransaction) in try await confirming.perform(in: tx) }
    }

    // MARK: - Forms and page

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func form(
        _ verb: String, _ action: Action, _ summary: String, named name: String? = nil, _ read: @escaping @Sendable (Call) throws -> Act
    ) -> Route {
        Route(
            .post, "\(path)/\(verb)", name: "page.own-awards.\(name ?? verb)", asks: .action(action), summary: summary, takes: .form
        ) { call in
            return try await Templates.shared.answering {
                try await call.backend.entrance.write(try call.entry(), try read(call))
                return .seeOther("/units/\(try call.path("tenant", as: String.self))/own-awards")
            } or: {
                try await page(call)
            }
        }
    }

    /// Most rows that the page shows; the list of dossiers and the API go on from there.
    private static let most = 200

    /// Those of own authority in sight, of both tracks.
    private static func dossiers(in tx: borrowing TenantTransaction) async throws -> [DossierEntry] {
        var entries: [DossierEntry] = []
        for track in [AwardTrack.ownReview, .ownAdHoc] {
            entries += try await ListDossiers(filter: DossierFilter(track: track), limit: most).perform(in: tx).entries
        }
        return entries
    }

    private static func page(_ call: Call) async throws -> OwnAwardsPage {
        let me = try await CouncilHome.officer(call)
        let tenant: String = try call.path("tenant")
        let reading = Entry(token: try call.entry().token, place: try call.entry().place, deed: .reading(.ownAward))
        return try await call.backend.entrance.read(reading) { (tx: borrowing TenantTransaction) in
            let rounds = try await ListOwnRounds(limit: most).perform(in: tx)
            // Of what is proposed by a part of the unit: that part, and who works there.
            let officer = me.officer
            let isPart = Policy.of(officer.role).reach == .subtree && officer.unit.uuid != officer.home.uuid
            let units = try await ListUnitNames(inReach: true).perform(in: tx)
            var people: [Person] = []
            let places: [SubUnit.ID?] = isPart ? units.map { $0.id } : [nil]
            for unit in places {
                people += try await ListPeople(.init(unit: unit), limit: most).perform(in: tx).people
            }
            var named: Set<Person.ID> = []
            let content = OwnAwardsPage.Content(
                rounds: rounds, entries: try await dossiers(in: tx), rules: try await ListOwnRules().perform(in: tx),
                campaigns: try await ListCampaigns().perform(in: tx).map { Choice(key: $0.code, name: $0.name) },
                units: units.map { Choice(key: $0.id.description, name: $0.fullName, isChosen: $0.id == officer.unit) },
                people: people.filter { $0.endedOn == nil && named.insert($0.id).inserted }
                    .map { Choice(key: $0.id.description, name: $0.fullName) })
            return OwnAwardsPage(
                frame: Frame(me, call), unit: try await ShowTenant().perform(in: tx).fullName, path: "/units/\(tenant)/own-awards",
                council: "/units/\(tenant)/council", content, officer: try await WhoAmI().perform(in: tx).officer)
        }
    }
}
