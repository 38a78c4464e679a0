import Domain
import Operations
import Storage
import TestSupport
import Testing

@Suite("A tenant gives its own people its own posts", .province(opening: 12), .timeLimit(.minutes(30)))
struct PostTests {
    let province = Province.current

    @Test("at a sub-unit, from a day, with the names of who and where", arguments: Role.grantable.filter { $0 != .unitHead })
    func giving(role: Role) async throws {
        let district = try await province.freshDistrict()
        let person = try await province.added("Nguyễn Văn An", from: "2023-01-01", in: district)
        let unit = try await province.opened("X", "Khóm Một", from: "2023-01-01", in: district)
        let id = try await province.given(role, to: person, at: unit, from: "2023-02-01", in: district, by: .councilSecretary)
        let holding = try await province.read(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
            try await ShowPost(id).perform(in: tx)
        }
        #expect((holding.personName, holding.unitName, holding.post.role) == ("Nguyễn Văn An", "Đơn vị Khóm Một", role))
        #expect(holding.post.version == 1)
    }

    @Test("never a role that reaches past the tenant", arguments: Role.allCases.filter { !$0.isGrantable })
    func notGrantable(role: Role) async throws {
        let person = province.person(of: .individual, in: "district_101", unit: "10101")
        for giver in [Role.tenantAdmin, .unitHead, .councilSecretary] {
            let problem = await province.refusal { _ = try await province.given(role, to: person, in: "district_101", by: giver) }
            #expect(problem?.code == "role-not-grantable")
            #expect(problem?.fields.map(\.path) == ["$.role"])
        }
    }

    @Test("a role of the whole unit is given in no commune and below none, that of its head in no part at all")
    func rolesOfTheWhole() async throws {
        let district = try await province.freshDistrict()
        let commune = String(district.dropFirst("district_".count)) + "01"
        let person = try await province.added("Nguyễn Văn An", from: "2023-01-01", in: district)
        let places: [(unit: SubUnit.ID?, kinds: [SubUnit.Kind])] = [
            (nil, []), (province.unit("PNV", in: district), [.phong]), (province.unit(commune, in: district), [.xa]),
            (province.unit("TT01", in: district), [.trungTam, .xa]),
        ]
        for role in Role.grantable {
            for place in places {
                let problem = await province.refusal { _ = try await province.given(role, to: person, at: place.unit, in: district) }
                #expect(problem?.code == (role.mayBe(at: place.kinds) ? nil : "role-not-at-part"), "\(role) at \(place.kinds)")
                if let problem { #expect(problem.kind == .invalid && problem.fields.map(\.path) == ["$.role"]) }
            }
        }
        let whole = Role.grantable.filter { Policy.of($0).reach == .tenant }
        #expect(whole.allSatisfy { $0.mayBe(at: []) && !$0.mayBe(at: [.phuong]) && !$0.mayBe(at: [.trungTam, .xa]) })
        #expect(whole.filter { !$0.mayBe(at: [.phong]) } == [.unitHead] && Role.subUnitHead.mayBe(at: [.thiTran]))
    }

    @Test("never to oneself")
    func oneself() async throws {
        let problem = await province.refusal {
            _ = try await province.given(.unitHead, to: province.person(of: .tenantAdmin, in: "district_101"), in: "district_101")
        }
        #expect(problem?.code == "post-for-oneself")
    }

    @Test("only who keeps the directory gives", arguments: [Role.unitCoordinator, .clerk])
    func notOthers(role: Role) async throws {
        let person = province.person(of: .individual, in: "district_101", unit: "10101")
        let problem = await province.refusal { _ = try await province.given(.individual, to: person, in: "district_101", by: role) }
        #expect(problem == .notAllowed)
    }

    @Test("at a sub-unit of one's own that is open all the time; a foreign one looks like an absent one")
    func units() async throws {
        let district = try await province.freshDistrict()
        let person = try await province.added("Nguyễn Văn An", from: "2023-01-01", in: district)
        let young = try await province.opened("Y", from: "2023-06-01", in: district)
        var problems: [Problem?] = []
        for unit in [province.unit("10101", in: "district_101"), IDSource.system.next(), young] {
            problems.append(
                await province.refusal { _ = try await province.given(.clerk, to: person, at: unit, from: "2023-05-31", in: district) })
        }
        #expect(Set(problems).count == 1)
        #expect(problems[0]?.code == "no-such-unit")
    }

    @Test("the same post twice at a time is refused, one after the other is not")
    func twice() async throws {
        let district = try await province.freshDistrict()
        let person = try await province.added("Nguyễn Văn An", from: "2023-01-01", in: district)
        _ = try await province.given(.clerk, to: person, from: "2023-01-01", to: "2023-03-31", in: district)
        let problem = await province.refusal { _ = try await province.given(.clerk, to: person, from: "2023-03-31", in: district) }
        #expect(problem?.code == "post-there")
        _ = try await province.given(.clerk, to: person, from: "2023-04-01", in: district)
        _ = try await province.given(.unitCoordinator, to: person, from: "2023-02-01", in: district)
    }

    @Test("ends once, from its first day on; given by mistake, it was never held")
    func ending() async throws {
        let district = try await province.freshDistrict()
        let person = try await province.added("Nguyễn Văn An", from: "2023-01-01", in: district)
        let post = try await province.given(.clerk, to: person, from: "2023-02-01", in: district)
        let slip = await province.refusal { try await province.ends(post, on: "2022-02-01", in: district) }
        #expect(slip?.fields.map(\.path) == ["$.lastDay"])
        try await province.ends(post, on: "2023-06-01", in: district)
        let longer = await province.refusal { try await province.ends(post, on: "2023-06-02", in: district) }
        #expect(longer?.code == "ended-already")
        let mistake = try await province.given(.clerk, to: person, from: "2023-06-20", in: district)
        try await province.ends(mistake, on: "2023-06-19", in: district)
        let held = try await province.read(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
            try await ListPosts(.init(person: person), limit: 10).perform(in: tx).posts
        }
        #expect(held.isEmpty)
        let ever = try await province.read(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
            try await ListPosts(.init(person: person, everHeld: true), limit: 10).perform(in: tx).posts.count
        }
        #expect(ever == 2)
        // Never held: the days are free again.
        _ = try await province.given(.clerk, to: person, from: "2023-06-20", in: district)
    }

    @Test("a post that the operator gave is not the tenant's to end")
    func operatorsPosts() async throws {
        let post = province.post(of: .officeMonitor)
        let problem = await province.refusal { try await province.ends(post, in: "dept_vpub") }
        #expect(problem == .notAllowed)
    }

    @Test("pages continue where the last ended, heads first")
    func pages() async throws {
        var titles: [Role] = []
        var last: Post.ID?
        repeat {
            let listing = ListPosts(after: last, limit: 4)
            let page = try await province.read(as: .clerk, in: "district_102") { (tx: borrowing TenantTransaction) in
                try await listing.perform(in: tx)
            }
            titles += page.posts.map(\.post.role)
            last = page.next
        } while last != nil
        #expect(titles.count == 6 + 3 * 6)
        #expect(
            titles.map { role in Policy.table.firstIndex { $0.role == role } ?? 0 }
                == titles.map { role in Policy.table.firstIndex { $0.role == role } ?? 0 }.sorted())
        #expect(titles.first == .tenantAdmin)
    }
}
