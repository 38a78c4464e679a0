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
        let entrance = try Entrance(database: province.url, connections: 2, logger: Logger(label: "tests"))
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
                #expect(problem == (["home", "district_101"].contains(name) ? nil : .notFound))
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
}
