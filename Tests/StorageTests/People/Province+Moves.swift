import Domain
import Operations
import Storage
import TestSupport

/// Joining, moving and leaving as a tenant's own manager records them.
extension Province {
    func leaves(
        _ person: Person.ID, on day: String? = nil, to successor: Post.ID? = nil, restToUnit: Bool = false, version: Int? = nil,
        in tenant: String, as role: Role = .tenantAdmin
    ) async throws -> PersonMove {
        let current = if let version { version } else { try await self.person(person, in: tenant).version }
        let leaving = LeavePerson(
            person, version: current, lastDay: day.flatMap { CivilDate($0) },
            reason: "nghỉ hưu", handOver: HandOver(to: successor, restToUnit: restToUnit))
        return try await write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
            try await ShowMove(try await leaving.perform(in: tx, ids: .system)).perform(in: tx)
        }
    }

    func moves(
        _ post: Post.ID, to unit: SubUnit.ID?, role: Role = .subUnitOfficer, from day: String? = nil, successor: Post.ID? = nil,
        restToUnit: Bool = false, in tenant: String
    ) async throws -> PersonMove {
        let moving = MovePerson(
            from: post, version: try await self.post(post, in: tenant).version, to: unit, role: role, title: "Chuyên viên",
            leaderRank: .directWorker, from: day.flatMap { CivilDate($0) }, reason: "điều động",
            handOver: HandOver(to: successor, restToUnit: restToUnit))
        return try await write(as: .tenantAdmin, in: tenant) { (tx: borrowing TenantTransaction) in
            try await ShowMove(try await moving.perform(in: tx, ids: .system)).perform(in: tx)
        }
    }

    func joins(_ joining: JoinPerson, in tenant: String, as role: Role = .tenantAdmin) async throws -> JoinPerson.Answer {
        try await write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in try await joining.perform(in: tx, ids: .system) }
    }

    /// Somebody with a post at a sub-unit from the beginning of the year.
    func worker(_ name: String, at unit: String?, role: Role = .subUnitOfficer, in tenant: String) async throws -> (
        person: Person.ID, post: Post.ID
    ) {
        let person = try await added(name, from: "2023-01-01", in: tenant)
        return (
            person, try await given(role, to: person, at: self.unit(unit, in: tenant), from: "2023-01-01", in: tenant)
        )
    }
}
