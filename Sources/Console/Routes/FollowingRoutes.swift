import Domain
import HTTPTypes
import Operations
import Web

/// Members of a council who follow units, and what they note; of a unit, and for the province.
enum FollowingRoutes {
    static let all: [Route] = CouncilHome.both(show) + CouncilHome.both(assign) + CouncilHome.both(note)

    private static let noun = "followings"

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(of: noun), name: home.page("followings"), asks: .reading(.item),
            summary: "Which member of the council follows which unit, and what was noted."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }.exporting(in: { call in try home.entry(call) }) { _ in ListFollowings() }
    }

    private static func assign(_ home: CouncilHome) -> Route {
        Route(
            .post, home.path(of: noun), name: home.page("followings.assign"), asks: home.keeps,
            summary: "Assigns a member a unit.", takes: .form
        ) { call in
            try await act(call, home) { (form: FormBody, tx: borrowing TenantTransaction) in
                guard let person = Person.ID(form["person"]) else { throw Problem.invalid("$.person", "chọn thành viên Hội đồng") }
                guard let unit = SubUnit.ID(form["unit"]) else { throw Problem.invalid("$.unit", "chọn đơn vị") }
                let through = try FormDay.read(form["through"], "$.through")
                _ = try await AssignFollowing(
                    person: person, followed: unit, campaign: form["campaign"], from: try FormDay.needed(form["from"], "$.from"),
                    through: through,
                    documentNumber: form["number"]
                ).perform(in: tx, ids: call.ids)
            }
        }
    }

    private static func note(_ home: CouncilHome) -> Route {
        Route(
            .post, home.path(of: noun) + "/note", name: home.page("followings.note"), asks: .action(.decideMotto),
            orAsks: [.action(home == .unit ? .answerReview : .decideAward)],
            summary: "The member himself notes what he guided, urged or found.", takes: .form
        ) { call in
            try await act(call, home) { (form: FormBody, tx: borrowing TenantTransaction) in
                guard let following = Following.ID(form["following"]) else { throw Problem.invalid("$.following", "chọn đơn vị") }
                guard let kind = FollowNote.Kind(rawValue: form["kind"]) else { throw Problem.invalid("$.kind", "chọn việc") }
                _ = try await RecordFollowNote(following, kind, words: form["words"], on: try FormDay.needed(form["on"], "$.on"))
                    .perform(in: tx, ids: call.ids)
            }
        }
    }

    private static func act(
        _ call: Call, _ home: CouncilHome, _ step: @escaping @Sendable (FormBody, borrowing TenantTransaction) async throws -> Void
    ) async throws -> Reply {
        return try await Templates.shared.answering {
            let form = call.form
            try await call.backend.entrance.write(try home.entry(call)) { (tx: borrowing TenantTransaction) in try await step(form, tx) }
            return .seeOther(try home.address(of: noun, call))
        } or: {
            try await page(call, home)
        }
    }

    /// Whether the officer may note for a council here: by its post, or because a unit is assigned to him.
    static func isMember(_ me: WhoAmI.Answer, _ home: CouncilHome, among followings: [Following]) -> Bool {
        me.officer.may(.decideMotto)
            || (me.officer.mayFollow(isWide: home == .province) && followings.contains { $0.person == me.officer.person })
    }

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> FollowingsPage {
        let me = try await CouncilHome.officer(call)
        let path = try home.address(of: noun, call)
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let followings = try await ListFollowings(limit: 500).perform(in: tx).followings
            var (members, units): ([Choice], [Choice]) = ([], [])
            var campaigns: [Choice] = []
            if me.actions.contains(home == .unit ? .keepCouncil : .appraiseAward) {
                let council = try await ShowCouncil().perform(in: tx)
                campaigns = try await ListCampaigns().perform(in: tx).map { .init(key: $0.code, name: $0.name) }
                members = council.mayKeep ? council.seated.map { .init(key: $0.member.person.description, name: $0.name) } : []
                if home == .unit {
                    units = try await ListSubUnits(limit: 500).perform(in: tx).units
                        .filter { $0.id.uuid != me.officer.home.uuid && $0.closedOn == nil }
                        .map { .init(key: $0.id.description, name: $0.fullName) }
                } else {
                    units = try await ListTenants().perform(in: tx).map { .init(key: $0.id.description, name: $0.fullName) }
                }
            }
            return FollowingsPage(
                frame: Frame(me, call), unit: try await home.unitName(in: tx), path: path,
                remedies: try home.address(of: "remedies", call), followings: followings,
                notes: try await ListFollowNotes(limit: 200).perform(in: tx).notes,
                member: isMember(me, home, among: followings) ? me.officer.person : nil, members: members, units: units,
                campaigns: campaigns)
        }
    }
}
