import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("A tenant keeps its own people", .province(opening: 5), .timeLimit(.minutes(30)))
struct PersonTests {
    let province = Province.current

    private func list(_ selection: Person.Selection = .init(), limit: Int = 200, in district: String) async throws -> [Person] {
        var people: [Person] = []
        var last: Person.ID?
        repeat {
            let listing = ListPeople(selection, after: last, limit: limit)
            let page = try await province.read(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
                try await listing.perform(in: tx)
            }
            people += page.people
            last = page.next
        } while last != nil
        return people
    }

    @Test("they are listed by given name, then family name, over the pages too")
    func order() async throws {
        let district = try await province.freshDistrict()
        let names = ["Nguyễn Thị Ẩn", "Trần Văn Bình", "Lê An", "Đỗ Thị Đào", "Bùi Văn Dần", "Âu Bình", "Phạm Văn An"]
        for name in names { _ = try await province.added(name, kind: .vienChuc, in: district) }
        let sorted = ["Lê An", "Phạm Văn An", "Nguyễn Thị Ẩn", "Âu Bình", "Trần Văn Bình", "Bùi Văn Dần", "Đỗ Thị Đào"]
        #expect(try await list(.init(kind: .vienChuc), in: district).map(\.fullName) == sorted)
        #expect(try await list(.init(kind: .vienChuc), limit: 3, in: district).map(\.fullName) == sorted)
    }

    @Test("a name typed decomposed is kept composed; faults are named")
    func composed() async throws {
        let district = try await province.freshDistrict()
        let id = try await province.added("  Nguye\u{302}\u{303}n   Va\u{306}n An", in: district)
        #expect(try await province.person(id, in: district).fullName.utf8.elementsEqual("Nguyễn Văn An".utf8))
        for name in ["", "  ", "An 2", String(repeating: "a", count: 121)] {
            let problem = await province.refusal { _ = try await province.added(name, in: district) }
            #expect(problem?.fields.first?.path == "$.fullName", "\(name)")
        }
    }

    @Test("another name or kind holds from its day on, and what was recorded stays with its days")
    func change() async throws {
        let district = try await province.freshDistrict()
        let id = try await province.added("Lê Thị Hoa", kind: .vienChuc, from: "2023-01-01", in: district)
        try await change(ChangePerson(id, version: 1, fullName: "Lê Thị Huệ", validFrom: CivilDate("2023-03-01")), in: district)
        try await change(ChangePerson(id, version: 2, kind: .congChuc, validFrom: CivilDate("2023-05-01")), in: district)
        var seen: [String] = []
        for day in ["2023-02-28", "2023-03-01", "2023-04-30", "2023-05-01"] {
            let person = try await province.person(id, on: day, in: district)
            seen.append("\(person.fullName), \(person.kind.vietnamese)")
        }
        #expect(seen == ["Lê Thị Hoa, viên chức", "Lê Thị Huệ, viên chức", "Lê Thị Huệ, viên chức", "Lê Thị Huệ, công chức"])
        for day in ["2023-04-30", "2023-06-21"] {
            let problem = await province.refusal {
                try await change(ChangePerson(id, version: 3, fullName: "Lê Thị Mai", validFrom: CivilDate(day)), in: district)
            }
            #expect(problem?.code == "change-out-of-order")
        }
        let stale = await province.refusal { try await change(ChangePerson(id, version: 1, fullName: "Lê Thị Mai"), in: district) }
        #expect(stale?.kind == .stale)
    }

    @Test("a name put right on its own day leaves what it replaced")
    func correction() async throws {
        let district = try await province.freshDistrict()
        let id = try await province.added("Lê Thị Hao", in: district)
        try await change(ChangePerson(id, version: 1, fullName: "Lê Thị Hoa"), in: district)
        #expect(try await province.person(id, in: district).fullName == "Lê Thị Hoa")
        let kept = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT full_name FROM core.person_before WHERE person_id = \(id)").decode { row in
                try row.next(String.self)
            }
        }
        #expect(kept == ["Lê Thị Hao"])
    }

    @Test("who has left holds no post any more, is not listed, and the record stays")
    func leaving() async throws {
        let district = try await province.freshDistrict()
        let id = try await province.added("Lê Thị Hoa", from: "2023-01-01", in: district)
        let held = try await province.given(.clerk, to: id, from: "2023-02-01", in: district)
        let over = try await province.given(.individual, to: id, from: "2023-02-01", to: "2023-03-31", in: district)
        let coming = try await province.given(.unitCoordinator, to: id, from: "2023-07-01", in: district)
        try await province.ends(id, on: "2023-06-15", in: district)
        #expect(try await province.post(held, in: district).validTo == CivilDate("2023-06-15"))
        #expect(try await province.post(over, in: district).validTo == CivilDate("2023-03-31"))
        #expect(try await province.post(coming, in: district).validTo == CivilDate("2023-06-30"))
        #expect(!(try await list(in: district).contains { $0.id == id }))
        #expect(try await list(.init(on: CivilDate("2023-06-15")), in: district).contains { $0.id == id })
        #expect(try await list(.init(includingEnded: true), in: district).contains { $0.id == id })
        let again = await province.refusal { try await province.ends(id, on: "2023-06-20", in: district) }
        #expect(again?.code == "ended-already")
        let post = await province.refusal { _ = try await province.given(.clerk, to: id, from: "2023-06-16", in: district) }
        #expect(post?.code == "outside-persons-time")
    }

    @Test("a person of another tenant and an absent one look alike")
    func foreign() async throws {
        let theirs = province.person(of: .clerk, in: "district_102")
        let absent: Person.ID = IDSource.system.next()
        for id in [theirs, absent] {
            let shown = await province.refusal { _ = try await province.person(id, in: "district_101") }
            let changed = await province.refusal {
                try await change(ChangePerson(id, version: 1, fullName: "Lê Thị Mai"), in: "district_101")
            }
            let ended = await province.refusal {
                try await province.write(as: .tenantAdmin, in: "district_101") { (tx: borrowing TenantTransaction) in
                    try await EndPerson(id, version: 1).perform(in: tx)
                }
            }
            let given = await province.refusal { _ = try await province.given(.clerk, to: id, in: "district_101") }
            #expect([shown, changed, ended] == [.notFound, .notFound, .notFound])
            #expect(given?.fields.map(\.path) == ["$.person"])
        }
    }

    @Test("only who keeps the directory may", arguments: [Role.unitCoordinator, .clerk])
    func notOthers(role: Role) async throws {
        let added = await province.refusal { _ = try await province.added("Lê An", in: "district_101", as: role) }
        #expect(added == .notAllowed)
        let id = province.person(of: .individual, in: "district_101", unit: "10101")
        let changed = await province.refusal {
            try await province.write(as: role, in: "district_101") { (tx: borrowing TenantTransaction) in
                try await ChangePerson(id, version: 1, fullName: "Lê An").perform(in: tx)
            }
        }
        #expect(changed == .notAllowed)
    }

    private func change(_ change: ChangePerson, in district: String) async throws {
        try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in try await change.perform(in: tx) }
    }
}
