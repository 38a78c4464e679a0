import Domain
import Operations
import Web

/// The fields of a form that records leaving or moving.
struct MoveForm {
    let version: Int
    let day: CivilDate?
    let reason: String
    let handOver: HandOver

    /// - Throws: a fault of the day.
    init(_ form: FormBody) throws(Problem) {
        version = Int(form["version"]) ?? 0
        day = try FormDay.read(form["day"], "$.lastDay")
        reason = form["reason"]
        handOver = HandOver(to: Post.ID(form["successor"]), restToUnit: form["restToUnit"] == "on")
    }

    func leaving(_ person: Person.ID) -> LeavePerson {
        LeavePerson(person, version: version, lastDay: day, reason: reason, handOver: handOver)
    }

    func moving(_ post: Post.ID, to seat: SeatForm) -> MovePerson {
        MovePerson(
            from: post, version: version, to: seat.unit, role: seat.role, title: seat.title, leaderRank: seat.leaderRank, from: day,
            reason: reason, handOver: handOver)
    }
}

/// The fields of a form that gives a post.
struct SeatForm {
    let unit: SubUnit.ID?
    let role: Role
    let title: String
    let leaderRank: Post.LeaderRank

    /// - Throws: faults of the choices.
    init(_ form: FormBody) throws(Problem) {
        unit = SubUnit.ID(form["unit"])
        title = form["title"]
        guard let role = Role(rawValue: form["role"]) else { throw .invalid("$.role", "chọn vai trò trong danh sách") }
        guard let rank = Post.LeaderRank(rawValue: form["leaderRank"]) else {
            throw .invalid("$.leaderRank", "chọn cấp lãnh đạo trong danh sách")
        }
        self.role = role
        leaderRank = rank
    }

    func giving(to person: Person.ID, _ form: FormBody) throws(Problem) -> GivePost {
        GivePost(
            person: person, unit: unit, role: role, title: title, leaderRank: leaderRank,
            validFrom: try FormDay.read(form["validFrom"], "$.validFrom"), validTo: try FormDay.read(form["validTo"], "$.validTo"))
    }

    func joining(_ form: FormBody) throws(Problem) -> JoinPerson {
        guard let kind = Person.Kind(rawValue: form["kind"]) else { throw .invalid("$.kind", "chọn loại trong danh sách") }
        let release = form["release"]
        return JoinPerson(
            fullName: form["fullName"], kind: kind, unit: unit.map(SubUnitReference.id), role: role, title: title, leaderRank: leaderRank,
            from: try FormDay.read(form["day"], "$.from"), username: form["username"], release: release.isEmpty ? nil : release)
    }
}
