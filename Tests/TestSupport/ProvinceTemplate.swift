import Domain
import Logging
import Operations
import Postgres
import Storage

/// The databases that suites clone: one bootstrapped and migrated, and one that has the tenants and officers of ``ProvinceModel`` besides.
actor ProvinceTemplate {
    static let shared = ProvinceTemplate(on: .shared)
    static let apart = ProvinceTemplate(on: .apart)
    static let empty = "thidua_empty"
    static let filled = "thidua_template"
    /// How many places made beforehand the databases hold that suites clone which open tenants.
    private static let stocks = [1, 2, 5, 8, 12]

    /// Which ids the rows of the template got.
    struct Contents: Sendable {
        var tenants: [String: Tenant.ID] = [:]
        var units: [String: [String: SubUnit.ID]] = [:]
        var people: [Seat: Person.ID] = [:]
        var posts: [Seat: Post.ID] = [:]
    }

    let cluster: ScratchCluster
    private var migrating: Task<Void, any Error>?
    private var filling: Task<Contents, any Error>?
    private var stocking: [Int: Task<Void, any Error>] = [:]

    private init(on cluster: ScratchCluster) {
        self.cluster = cluster
    }

    func migrated() async throws {
        if let migrating { return try await migrating.value }
        let migrating = Task { try await Self.migrate(try await cluster.server()) }
        self.migrating = migrating
        try await migrating.value
    }

    func contents() async throws -> Contents {
        if let filling { return try await filling.value }
        let filling = Task {
            try await migrated()
            return try await Self.fill(try await cluster.server())
        }
        self.filling = filling
        return try await filling.value
    }

    /// What a suite clones whose tests open about so many tenants: the filled database, with as many places made beforehand. A tenant opened in
    /// one takes a tenth of the time, but each makes the clone larger by some hundred files: others have none.
    func stocked(for openings: Int) async throws -> String {
        guard openings > 0 else { return Self.filled }
        let step = Self.stocks.firstIndex { $0 >= openings } ?? Self.stocks.count - 1
        try await stock(step)
        return Self.name(step)
    }

    /// From the one before it, with what that lacks.
    private func stock(_ step: Int) async throws {
        if let making = stocking[step] { return try await making.value }
        let making = Task {
            if step > 0 { try await stock(step - 1) } else { _ = try await contents() }
            try await Self.prepare(step, try await cluster.server())
        }
        stocking[step] = making
        try await making.value
    }

    private static func name(_ step: Int) -> String {
        step < 0 ? filled : "\(filled)_\(stocks[step])"
    }

    private static func prepare(_ step: Int, _ server: ScratchCluster.Server) async throws {
        let name = Self.name(step)
        try await server.createDatabase(name, template: Self.name(step - 1))
        try await server.bootstrapClone(name)
        let lacking = stocks[step] - (step > 0 ? stocks[step - 1] : 0)
        // How many are kept is nobody's word afterwards, and the audit does not tell of it.
        try await server.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.installation SET places = \(stocks[step]);
            SELECT core.place_prepare() FROM generate_series(1, \(lacking));
            UPDATE core.installation SET places = NULL;
            """, database: name)
    }

    private static func migrate(_ server: ScratchCluster.Server) async throws {
        try await server.createDatabase(empty, template: "template0")
        try await server.psql(file: RepositoryPaths.sql + "/bootstrap.sql", database: empty)
        let address = try DatabaseAddress(server.url(database: empty))
        try await Migrator(SchemaFiles(directory: RepositoryPaths.sql), at: address, logger: Logger(label: "tests")).migrate()
    }

    private static func fill(_ server: ScratchCluster.Server) async throws -> Contents {
        try await server.createDatabase(filled, template: empty)
        try await server.bootstrapClone(filled)
        let keeper = Operator(try DatabaseAddress(server.url(database: filled)), logger: Logger(label: "tests"))
        return try await keeper.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.install(Installation(kind: .demonstration, businessDate: ProvinceModel.businessDate))
            var contents = Contents()
            for (position, body) in ProvinceModel.bodies.enumerated() {
                try await open(body, position: position, into: &contents, tx)
            }
            return contents
        }
    }

    /// Opens one tenant with its sub-units and officers, in a place made beforehand where there is one.
    static func open(
        _ body: ProvinceModel.Body, position: Int, into contents: inout Contents, _ tx: borrowing OperatorTransaction
    ) async throws {
        let ids = IDSource.system
        let tenant: Tenant.ID = try await tx.freePlaces(1).first ?? ids.next()
        let opened = try await tx.open(
            Tenant.Opening(
                id: tenant, slug: Tenant.Slug(body.slug)!, kind: body.kind, scope: body.scope,
                parent: body.kind == .province ? nil : contents.tenants["province"], position: position, openedOn: ProvinceModel.openedOn,
                code: body.code, name: body.name, fullName: body.name, unitKind: body.unitKind))
        precondition(opened, "the fixture's tenant \(body.slug) stands already")
        contents.tenants[body.slug] = tenant

        var units: [String: SubUnit.ID] = [:]
        let subUnits = body.units.enumerated().map { index, unit in
            let id: SubUnit.ID = ids.next()
            units[unit.code] = id
            return SubUnit(
                id: id, parent: unit.parent.flatMap { units[$0] } ?? SubUnit.ID(tenant.uuid), code: unit.code, name: unit.name,
                fullName: "\(unit.name), \(body.name)", kind: unit.kind, legalPersonality: unit.legal, position: index,
                openedOn: ProvinceModel.openedOn, closedOn: nil, validFrom: ProvinceModel.openedOn, version: 1)
        }
        try await tx.open(subUnits, in: tenant)
        contents.units[body.slug] = units

        var seats = (body.special + (body.hasUsualOfficers ? ProvinceModel.usualOfficers : [])).map { Seat($0, in: body.slug) }
        for unit in body.units { seats += ProvinceModel.unitOfficers.map { Seat($0, in: body.slug, unit: unit.code) } }
        try await fill(seats, of: tenant, units, into: &contents, ids, tx)
    }

    private static func fill(
        _ seats: [Seat], of tenant: Tenant.ID, _ units: [String: SubUnit.ID], into contents: inout Contents, _ ids: IDSource,
        _ tx: borrowing OperatorTransaction
    ) async throws {
        var people: [Person] = []
        var posts: [Post] = []
        for seat in seats {
            let person = Person(
                id: ids.next(), fullName: title(of: seat), kind: .congChuc, activeFrom: ProvinceModel.openedOn, endedOn: nil, version: 1)
            let post = Post(
                id: ids.next(), person: person.id, unit: seat.unit.flatMap { units[$0] } ?? SubUnit.ID(tenant.uuid), role: seat.role,
                title: title(of: seat), leaderRank: .directWorker, validFrom: ProvinceModel.openedOn, validTo: nil, version: 1)
            people.append(person)
            posts.append(post)
            contents.people[seat] = person.id
            contents.posts[seat] = post.id
        }
        try await tx.add(people, to: tenant)
        try await tx.add(posts, in: tenant)
        try await tx.add(
            zip(seats, people).map { seat, person in
                OperatorTransaction.Account(person: person.id, username: seat.username, passwordHash: ProvinceModel.passwordHash)
            })
        try await tx.openCredentials(zip(seats, posts).map { ($1.id, $0.token) }, label: "tests", lifetime: .seconds(30 * 86_400))
    }

    private static func title(of seat: Seat) -> String {
        "\(seat.role.rawValue) \(seat.unit ?? seat.tenant)"
    }
}

extension ScratchCluster.Server {
    /// File by file, which takes half as long as block by block through the log.
    func createDatabase(_ name: String, template: String) async throws {
        try await asSuperuser("CREATE DATABASE \(name) TEMPLATE \(template) STRATEGY FILE_COPY", database: "postgres")
    }

    func dropDatabase(_ name: String) async throws {
        try await asSuperuser("DROP DATABASE IF EXISTS \(name) WITH (FORCE)", database: "postgres")
    }

    func asSuperuser(_ script: String, database: String) async throws {
        let connection = try await Connection.open(configuration(database: database, user: "postgres"), logger: Logger(label: "tests"))
        do {
            try await connection.script(script)
            await connection.close()
        } catch {
            await connection.close()
            throw error
        }
    }
}
