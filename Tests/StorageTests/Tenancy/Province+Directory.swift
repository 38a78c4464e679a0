import Domain
import Operations
import Storage
import TestSupport

/// The directory of a tenant as its own manager keeps it.
extension Province {
    func opened(
        _ code: String, _ name: String? = nil, kind: SubUnit.Kind = .donVi, under parent: SubUnit.ID? = nil, from day: String? = nil,
        in tenant: String, as role: Role = .tenantAdmin
    ) async throws -> SubUnit.ID {
        let opening = OpenSubUnit(
            code: code, name: name ?? "Đơn vị \(code)", kind: kind, parent: parent, legalPersonality: false,
            openedOn: day.flatMap { CivilDate($0) })
        return try await write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in try await opening.perform(in: tx, ids: .system)
        }
    }

    func unit(_ id: SubUnit.ID, on day: String? = nil, in tenant: String) async throws -> SubUnit {
        try await read(as: .tenantAdmin, in: tenant) { (tx: borrowing TenantTransaction) in
            try await ShowSubUnit(id, on: day.flatMap { CivilDate($0) }).perform(in: tx)
        }
    }

    func change(_ change: ChangeSubUnit, in tenant: String, as role: Role = .tenantAdmin) async throws {
        _ = try await write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in try await change.perform(in: tx) }
    }

    func move(_ id: SubUnit.ID, under parent: SubUnit.ID, from day: String? = nil, in tenant: String) async throws {
        let version = try await unit(id, in: tenant).version
        try await change(ChangeSubUnit(id, version: version, parent: parent, validFrom: day.flatMap { CivilDate($0) }), in: tenant)
    }

    func close(_ id: SubUnit.ID, on day: String? = nil, version: Int? = nil, in tenant: String, as role: Role = .tenantAdmin) async throws {
        let current = try await unit(id, in: tenant).version
        let closing = CloseSubUnit(id, version: version ?? current, lastDay: day.flatMap { CivilDate($0) })
        try await write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in try await closing.perform(in: tx) }
    }

    func added(
        _ name: String, kind: Person.Kind = .congChuc, from day: String? = nil, in tenant: String, as role: Role = .tenantAdmin
    ) async throws -> Person.ID {
        let adding = AddPerson(fullName: name, kind: kind, activeFrom: day.flatMap { CivilDate($0) })
        return try await write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in try await adding.perform(in: tx, ids: .system) }
    }

    func given(
        _ role: Role, to person: Person.ID, at unit: SubUnit.ID? = nil, from first: String? = nil, to last: String? = nil,
        in tenant: String,
        by giver: Role = .tenantAdmin
    ) async throws -> Post.ID {
        let giving = GivePost(
            person: person, unit: unit, role: role, title: "Chuyên viên", leaderRank: .directWorker,
            validFrom: first.flatMap { CivilDate($0) },
            validTo: last.flatMap { CivilDate($0) })
        return try await write(as: giver, in: tenant) { (tx: borrowing TenantTransaction) in try await giving.perform(in: tx, ids: .system)
        }
    }

    func post(_ id: Post.ID, in tenant: String) async throws -> Post {
        try await read(as: .tenantAdmin, in: tenant) { (tx: borrowing TenantTransaction) in try await ShowPost(id).perform(in: tx).post }
    }

    func person(_ id: Person.ID, on day: String? = nil, in tenant: String) async throws -> Person {
        try await read(as: .tenantAdmin, in: tenant) { (tx: borrowing TenantTransaction) in
            try await ShowPerson(id, on: day.flatMap { CivilDate($0) }).perform(in: tx)
        }
    }

    func ends(_ id: Person.ID, on day: String? = nil, in tenant: String) async throws {
        let ending = EndPerson(id, version: try await person(id, in: tenant).version, lastDay: day.flatMap { CivilDate($0) })
        try await write(as: .tenantAdmin, in: tenant) { (tx: borrowing TenantTransaction) in try await ending.perform(in: tx) }
    }

    func ends(_ id: Post.ID, on day: String? = nil, in tenant: String) async throws {
        let ending = EndPost(id, version: try await post(id, in: tenant).version, lastDay: day.flatMap { CivilDate($0) })
        try await write(as: .tenantAdmin, in: tenant) { (tx: borrowing TenantTransaction) in try await ending.perform(in: tx) }
    }
}
