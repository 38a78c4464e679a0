import Domain
import Operations
import Web

/// The bodies of joining, moving and leaving.
enum PersonMoveBody {
    static func leaving(_ person: Person.ID, _ version: Int, _ body: inout JSONObjectReader) -> LeavePerson? {
        let lastDay = body.optional("lastDay")?.day()
        guard let (reason, handOver) = handOver(&body) else { return nil }
        return LeavePerson(person, version: version, lastDay: lastDay, reason: reason, handOver: handOver)
    }

    static func releasing(_ person: Person.ID, _ version: Int, _ body: inout JSONObjectReader) -> ReleasePerson? {
        let to = body.required("to")?.string()
        let document = body.required("documentNumber")?.text(atMost: 100)
        guard let leaving = leaving(person, version, &body), let to, let document else { return nil }
        return ReleasePerson(leaving, to: to, documentNumber: document)
    }

    static func renewing(_ person: Person.ID, _ body: inout JSONObjectReader) -> RenewRelease? {
        let to = body.optional("to", default: nil) { $0.nullable { $0.string() } }
        let document = body.optional("documentNumber")?.text(atMost: 100)
        guard let to else { return nil }
        return RenewRelease(of: person, to: to, documentNumber: document ?? "")
    }

    static func moving(_ post: Post.ID, _ version: Int, _ body: inout JSONObjectReader) -> (MovePerson, SubUnitReference?)? {
        let seat = seat(&body)
        guard let (reason, handOver) = handOver(&body), let seat else { return nil }
        return (
            MovePerson(
                from: post, version: version, to: nil, role: seat.role, title: seat.title, leaderRank: seat.leaderRank, from: seat.from,
                reason: reason, handOver: handOver), seat.unit
        )
    }

    static func joining(_ body: inout JSONObjectReader) -> JoinPerson? {
        let fullName = body.required("fullName")?.text(atMost: 120)
        let kind = body.required("kind")?.oneOf(Person.Kind.self)
        let seat = seat(&body)
        let username = body.optional("username")?.string()
        let release = body.optional("release")?.string()
        guard let fullName, let kind, let seat else { return nil }
        return JoinPerson(
            fullName: fullName, kind: kind, unit: seat.unit, role: seat.role, title: seat.title, leaderRank: seat.leaderRank,
            from: seat.from, username: username, release: release)
    }

    private struct Seat {
        let unit: SubUnitReference?
        let role: Role
        let title: String
        let leaderRank: Post.LeaderRank
        let from: CivilDate?
    }

    private static func seat(_ body: inout JSONObjectReader) -> Seat? {
        let unit = body.optional("unit")?.string()
        let role = body.required("role")?.oneOf(Role.self)
        let title = body.required("title")?.text(atMost: 200)
        let rank = body.required("leaderRank")?.oneOf(Post.LeaderRank.self)
        let from = body.optional("from")?.day()
        guard let role, let title, let rank else { return nil }
        return Seat(unit: unit.map { SubUnitReference($0) }, role: role, title: title, leaderRank: rank, from: from)
    }

    private static func handOver(_ body: inout JSONObjectReader) -> (reason: String, HandOver)? {
        let reason = body.required("reason")?.text(atMost: 500)
        let successor = body.optional("successor")?.id(Post.ID.self)
        let restToUnit = body.optional("restToUnit")?.bool()
        guard let reason else { return nil }
        return (reason, HandOver(to: successor, restToUnit: restToUnit ?? false))
    }
}
