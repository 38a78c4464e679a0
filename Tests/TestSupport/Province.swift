public import Domain
import Foundation
import Logging
public import Operations
public import Postgres
public import Storage

/// A suite's own province: a clone of the template with every way into it. Suites get one by the trait ``Testing/Trait/province``:
///
/// ```swift
/// @Suite(.province, .timeLimit(.minutes(30))) struct LaunchTests {
///     let province = Province.current
///     @Test func `a commune reads its own launch`() async throws {
///         try await province.read(as: .subUnitOfficer, in: "district_101", unit: "10101") { (tx: borrowing TenantTransaction) in … }
///     }
/// }
/// ```
public struct Province: Sendable {
    @TaskLocal static var lent: Province?

    /// The province of the suite that runs.
    public static var current: Province {
        guard let lent else { preconditionFailure("the suite lacks the trait .province") }
        return lent
    }

    /// As long as a machine may need that is busy with all other suites.
    public static let patience = Duration.seconds(120)

    public let database: String
    /// For anything that takes an address; without user, since each door has its own login.
    public let url: String
    public let entrance: Entrance
    public let `operator`: Operator
    /// As the service, which is the same for each request.
    public let made = MadeOnce()
    /// For files of its tests: there when one makes it, and gone with the province.
    let folder: URL
    let server: ScratchCluster.Server
    private let contents: SharedContents
    private let newcomers = Counter()
    private let opening = Turnstile()

    init(database: String, server: ScratchCluster.Server, contents: ProvinceTemplate.Contents) throws {
        self.database = database
        self.server = server
        self.contents = SharedContents(contents)
        url = server.url(database: database)
        folder = FileManager.default.temporaryDirectory.appending(path: "thidua-\(database)-\(UUID())")
        entrance = try Entrance(database: url, connections: 6, patience: Self.patience, logger: Logger(label: "tests"))
        self.operator = Operator(try DatabaseAddress(url), logger: Logger(label: "tests"))
    }

    /// What tests left in ``folder``; often nothing.
    func removeFiles() {
        try? FileManager.default.removeItem(at: folder)
    }

    public var signIn: SignInDoor { entrance.signIn }
    public var worker: WorkerDoor { entrance.worker }
    public var businessDate: CivilDate { ProvinceModel.businessDate }
    public var password: String { ProvinceModel.password }

    // MARK: - Who and what is there

    public func tenant(_ slug: String) -> Tenant.ID {
        contents.read { $0.tenants[slug] } ?? missing("tenant \(slug)")
    }

    /// A sub-unit by its code; nil: the tenant's root.
    public func unit(_ code: String?, in tenant: String) -> SubUnit.ID {
        guard let code else { return SubUnit.ID(self.tenant(tenant).uuid) }
        return contents.read { $0.units[tenant]?[code] } ?? missing("unit \(code) of \(tenant)")
    }

    /// The officer of a role. Province-wide roles sit in one tenant, which need not be named.
    public func seat(_ role: Role, in tenant: String? = nil, unit: String? = nil) -> Seat {
        guard let tenant = tenant ?? ProvinceModel.home(of: role) else { return missing("tenant for \(role): name it") }
        let seat = Seat(role, in: tenant, unit: unit)
        guard contents.read({ $0.posts[seat] != nil }) else { return missing("officer \(seat.username)") }
        return seat
    }

    public func token(of role: Role, in tenant: String? = nil, unit: String? = nil) -> Token {
        seat(role, in: tenant, unit: unit).token
    }

    public func post(of role: Role, in tenant: String? = nil, unit: String? = nil) -> Post.ID {
        let seat = seat(role, in: tenant, unit: unit)
        return contents.read { $0.posts[seat] } ?? missing("post of \(seat.username)")
    }

    public func person(of role: Role, in tenant: String? = nil, unit: String? = nil) -> Person.ID {
        let seat = seat(role, in: tenant, unit: unit)
        return contents.read { $0.people[seat] } ?? missing("person of \(seat.username)")
    }

    private func missing<R>(_ what: String) -> R {
        preconditionFailure("the fixture has no \(what)")
    }

    // MARK: - Through the door

    /// How an officer enters: his own tenant, another one, or the province as a whole.
    public func entry(_ role: Role, in tenant: String? = nil, unit: String? = nil, to place: Entry.Place? = nil) -> Entry {
        let seat = seat(role, in: tenant, unit: unit)
        return Entry(token: seat.token, place: place ?? .tenant(Tenant.Slug(seat.tenant)!))
    }

    public func read<R: Sendable>(
        as role: Role, in tenant: String? = nil, unit: String? = nil, to place: Entry.Place? = nil,
        _ body: (borrowing TenantTransaction) async throws -> R
    ) async throws -> R {
        try await entrance.read(entry(role, in: tenant, unit: unit, to: place), body)
    }

    public func write<R: Sendable>(
        as role: Role, in tenant: String? = nil, unit: String? = nil, to place: Entry.Place? = nil,
        _ body: (borrowing TenantTransaction) async throws -> R
    ) async throws -> R {
        try await entrance.write(entry(role, in: tenant, unit: unit, to: place), body)
    }

    // MARK: - A tenant of one's own

    /// Opens a new district like `district_101`, with sub-units and officers of its own, for a test that must not meet others. Its units
    /// have the codes 01 … 04 behind its own code, and PNV, TT01. A suite that opens some says how many: ``Testing/Trait/province(opening:)``.
    public func freshDistrict() async throws -> String {
        let number = newcomers.next()
        // Roles belong to the cluster and stay in it: the names are the same in every clone.
        let body = ProvinceModel.district("9\(number)", "Huyện Mới \(number)", .huyen)
        let after = try await opening.pass {
            let before = contents.read { $0 }
            return try await self.operator.transaction { (tx: borrowing OperatorTransaction) in
                var grown = before
                try await ProvinceTemplate.open(body, position: 100 + number, into: &grown, tx)
                return grown
            }
        }
        contents.merge(after)
        return body.slug
    }

    // MARK: - Past the door, for negative controls and attacks

    /// Runs statements as the superuser in this clone: to take a defence away, or to look at what is really there.
    public func asSuperuser(_ script: String) async throws {
        try await server.asSuperuser(script, database: database)
    }

    /// A bare connection as one of the logins, or as `postgres`. The caller closes it.
    public func connection(as login: String, statementCacheSize: Int = 500) async throws -> Connection {
        var configuration = server.configuration(database: database, user: login)
        configuration.statementCacheSize = statementCacheSize
        return try await Connection.open(configuration, logger: Logger(label: "tests"))
    }

    /// A bare connection as one of the logins, closed afterwards.
    public func withConnection<R: Sendable>(as login: String, _ body: (Connection) async throws -> R) async throws -> R {
        let connection = try await connection(as: login)
        do {
            let result = try await body(connection)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }
}
