import Domain
import HTTPTypes
import Operations
import Web

/// A unit's council and the provincial one: who sits in it, what waits, its sessions.
enum CouncilRoutes {
    static let all: [Route] =
        CouncilHome.both(show) + CouncilHome.both(seat) + CouncilHome.both(end) + CouncilHome.both(open) + SessionRoutes.all

    private static func show(_ home: CouncilHome) -> Route {
        Route(
            .get, home.path(""), name: home.name("show"), asks: .reading(.council),
            summary: "Members, dossiers that wait, sessions; for who keeps it the forms to seat members and to open a session."
        ) { call in
            .html(Templates.shared.render(try await page(call, home)))
        }
    }

    private static func seat(_ home: CouncilHome) -> Route {
        keeping(home, "/terms", "seat", "Seats a member for a term.") { call in
            guard let person = Person.ID(call.form["person"]) else {
                throw Problem.invalid("$.person", "ghi mã định danh 36 ký tự, lấy ở trang Nhân sự")
            }
            guard let duty = CouncilMember.Duty(rawValue: call.form["duty"]) else { throw Problem.invalid("$.duty", "chọn chức danh") }
            let from = try FormDay.needed(call.form["from"], "$.from", "nhập ngày bắt đầu nhiệm kỳ")
            let seating = SeatMember(
                person: person, duty: duty, from: from, through: try FormDay.read(call.form["through"], "$.through"),
                documentNumber: call.form["number"])
            return { (tx: borrowing TenantTransaction) in try await seating.perform(in: tx, ids: call.ids) }
        }
    }

    private static func end(_ home: CouncilHome) -> Route {
        keeping(home, "/terms/{term}/end", "end-term", "Ends a term, once.") { call in
            let through = try FormDay.needed(call.form["through"], "$.through", "nhập ngày cuối của nhiệm kỳ")
            let ending = EndTerm(try call.path("term"), through: through)
            return { (tx: borrowing TenantTransaction) in try await ending.perform(in: tx) }
        }
    }

    private static func open(_ home: CouncilHome) -> Route {
        keeping(home, "/sessions", "open-session", "Opens a session with those who are ticked.") { call in
            let form = call.form
            let heldOn = try FormDay.needed(form["heldOn"], "$.heldOn", "nhập ngày họp")
            return { (tx: borrowing TenantTransaction) in
                let council = try await ShowCouncil().perform(in: tx)
                let opening = OpenSession(
                    heldOn: heldOn, place: form["place"],
                    present: council.seated.map(\.member.person).filter { form["p-\($0)"] == "yes" },
                    dossiers: council.waiting.map(\.id).filter { form["d-\($0)"] == "yes" })
                _ = try await opening.perform(in: tx, ids: call.ids)
            }
        }
    }

    // MARK: - Forms and pages

    private typealias Act = @Sendable (borrowing TenantTransaction) async throws -> Void

    private static func keeping(
        _ home: CouncilHome, _ path: String, _ name: String, _ summary: String, _ read: @escaping @Sendable (Call) throws -> Act
    ) -> Route {
        Route(.post, home.path(path), name: home.name(name), asks: home.keeps, summary: summary, takes: CouncilHome.form) { call in
            return try await Templates.shared.answering {
                try await call.backend.entrance.write(try home.entry(call), try read(call))
                return .seeOther(try home.address(call))
            } or: {
                try await page(call, home)
            }
        }
    }

    private static func page(_ call: Call, _ home: CouncilHome) async throws -> CouncilPage {
        let me = try await CouncilHome.officer(call)
        let address = try home.address(call)
        return try await call.backend.entrance.read(try home.entry(call)) { (tx: borrowing TenantTransaction) in
            let answer = try await ShowCouncil().perform(in: tx)
            let (sessions, next) = try await ListSessions().perform(in: tx)
            let unit = try await home.unitName(in: tx)
            let candidates = answer.mayKeep ? try await ListCouncilCandidates().perform(in: tx) : []
            return CouncilPage(
                frame: Frame(me, call), unit: unit, path: address, answer, sessions: sessions, more: next != nil, candidates: candidates)
        }
    }
}
