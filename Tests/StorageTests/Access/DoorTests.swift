import Domain
import Logging
import Operations
import Storage
import TestSupport
import Testing

/// The door remembers what a credential was seen to be. Whatever it remembers, the next place is entered as if it remembered nothing.
@Suite("The door", .province, .timeLimit(.minutes(30)))
struct DoorTests {
    let province = Province.current

    /// An entrance that has not seen anybody yet.
    private func withNewEntrance(_ body: (Entrance) async throws -> Void) async throws {
        let entrance = try Entrance(database: province.url, connections: 2, patience: Province.patience, logger: Logger(label: "tests"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await entrance.run() }
            defer { group.cancelAll() }
            try await body(entrance)
        }
    }

    private func place(_ name: String) -> Entry.Place {
        switch name {
        case "home": .home
        case "province": .province
        default: .tenant(Tenant.Slug(name)!)
        }
    }

    @Test(
        "is entered for one statement in any place after any other",
        arguments: ["home", "province", "dept_vpub", "district_101"], ["home", "province", "dept_vpub", "district_101"])
    func order(first: String, second: String) async throws {
        let token = province.token(of: .officeMonitor)
        try await withNewEntrance { entrance in
            for name in [first, second, first] {
                let seen = try await entrance.readOnce(Entry(token: token, place: place(name))) { (tx: borrowing TenantTransaction) in
                    try await ListTenants().perform(in: tx).map(\.slug.text)
                }
                #expect(seen.contains("district_102"))
            }
        }
    }

    @Test("stays shut to who knocked at his own first")
    func shut() async throws {
        let token = province.token(of: .subUnitHead, in: "district_101", unit: "10101")
        try await withNewEntrance { entrance in
            for name in ["home", "district_101", "district_102", "province", "district_999"] {
                let problem = await province.refusal {
                    _ = try await entrance.readOnce(Entry(token: token, place: place(name))) { (tx: borrowing TenantTransaction) in
                        try await ShowTenant().perform(in: tx)
                    }
                }
                let refused: Problem.Kind? =
                    switch name {
                    case "home", "district_101": nil
                    case "province": .notAllowed
                    default: .notFound
                    }
                #expect(problem?.kind == refused, "\(name)")
            }
        }
    }

    @Test("lends one statement to who said one, once the credential is known: a second would be of another moment")
    func twice() async throws {
        let entry = province.entry(.clerk, in: "district_102")
        try await withNewEntrance { entrance in
            func ask(_ times: Int) async -> Problem? {
                await province.refusal {
                    try await entrance.readOnce(entry) { (tx: borrowing TenantTransaction) in
                        for _ in 0..<times { _ = try await ListTenants().perform(in: tx) }
                    }
                }
            }
            #expect(await ask(1) == nil)
            #expect(await ask(1) == nil)
            #expect(await ask(2) == .unexpected)
            #expect(await ask(1) == nil)
        }
    }

    /// How a body that asks nothing is answered: with its own word, or with a refusal of the door.
    private func idle(_ entry: Entry, at entrance: Entrance, refusing: Bool = false) async -> [Problem?] {
        let word = Problem.invalid("$.x", "sai")
        let body: @Sendable (borrowing TenantTransaction) async throws -> Void = { (_: borrowing TenantTransaction) in
            if refusing { throw word }
        }
        return [
            await province.refusal { try await entrance.readOnce(entry, body) },
            await province.refusal { try await entrance.read(entry, body) },
            await province.refusal { try await entrance.write(entry, body) },
        ].map { $0 == word ? nil : $0 }
    }

    @Test(
        "is entered also for who asks nothing: not with an ended session, in a foreign tenant or past the scopes", arguments: [true, false])
    func asksNothing(refusing: Bool) async throws {
        let session = try await province.signedIn(province.seat(.clerk, in: "district_101").username).token
        let token = try await province.entrance.write(Entry(token: session, place: .home)) { (tx: borrowing TenantTransaction) in
            try await OpenToken(label: "x", days: 1, scopes: ["item.read", "paper.record"], from: session).perform(in: tx, ids: .system)
        }.token
        let own = Entry(token: session, place: .tenant(Tenant.Slug("district_101")!))
        let foreign = Entry(token: session, place: .tenant(Tenant.Slug("district_102")!))
        let scoped = Entry(token: token, place: .home, deed: .reading(.item))
        let unscoped = Entry(token: token, place: .home, deed: .action(.reportLaunch))
        try await withNewEntrance { entrance in
            // Somebody who may be in the other district makes its tables known to the door as well.
            for entry in [own, scoped, province.entry(.clerk, in: "district_102")] {
                _ = try await entrance.readOnce(entry) { (tx: borrowing TenantTransaction) in try await ShowTenant().perform(in: tx) }
            }
            #expect(await idle(own, at: entrance, refusing: refusing) == [nil, nil, nil], "the control: who may be there gets the word")
            #expect(await idle(scoped, at: entrance, refusing: refusing) == [nil, nil, nil])
            #expect(await idle(foreign, at: entrance, refusing: refusing) == [.notFound, .notFound, .notFound])
            #expect(await idle(unscoped, at: entrance, refusing: refusing).map { $0?.code } == Array(repeating: "scope-missing", count: 3))
            try await SignOut(session).perform(at: province.signIn)
            #expect(await idle(own, at: entrance, refusing: refusing) == [.notSignedIn, .notSignedIn, .notSignedIn])
        }
    }

    @Test("answers nothing over a statement that failed, whoever passed over its error")
    func passedOver() async throws {
        let entry = province.entry(.clerk, in: "district_101")
        var random = SystemRandomNumberGenerator()
        let gone = Entry(token: .random(using: &random), place: .home)
        let person = Person(
            id: IDSource.system.next(), fullName: "Nguyễn Văn An", kind: .congChuc, activeFrom: province.businessDate, endedOn: nil,
            version: 1)
        for (entry, asksFirst, code) in [(entry, false, "unexpected"), (entry, true, "unexpected"), (gone, false, "not-signed-in")] {
            let problem = await province.refusal {
                try await province.entrance.write(entry) { (tx: borrowing TenantTransaction) in
                    if asksFirst { _ = try await tx.officer() }
                    // A clerk adds nobody: the row policy refuses.
                    try? await Person.add(person, sortKey: "an", in: tx)
                }
            }
            #expect(problem?.code == code)
        }
        // The control: who may add somebody is answered.
        let added = await province.refusal {
            try await province.write(as: .tenantAdmin, in: "district_101") { (tx: borrowing TenantTransaction) in
                try await Person.add(person, sortKey: "an", in: tx)
            }
        }
        #expect(added == nil)
    }
}
