public import Domain
public import Logging
import Storage

/// Where the operator works: the commands that use his own database rights, never an officer's, never the service's.
public struct OperatorDesk: Sendable {
    let address: DatabaseAddress
    let home: String
    let logger: Logger

    /// - Parameters:
    ///   - database: as for ``Entrance``.
    ///   - home: the folder that holds `sql/` and `deploy/`.
    public init(database: String, home: String, logger: Logger) throws(Problem) {
        do {
            address = try DatabaseAddress(database)
        } catch {
            throw Problem(.invalid, "database-address", "Địa chỉ cơ sở dữ liệu không đúng dạng postgresql://máy:cổng/tên.")
        }
        self.home = home
        self.logger = logger
    }

    /// Brings the schema to what the files say; answers what was done, a line each.
    public func migrate(report: (String) -> Void) async throws {
        let files = try SchemaFiles(directory: home + "/sql")
        let steps = try await Migrator(files, at: address, logger: logger).migrate { step in
            switch step {
            case .migration(let name): report("Đã áp dụng \(name)")
            case .routines(let count): report("Đã cập nhật \(count) tệp routine")
            case .tenants(0): break
            case .tenants(let count): report("Đã áp dụng mẫu cho \(count) đơn vị")
            }
        }
        if steps.isEmpty { report("Cơ sở dữ liệu đã đúng với các tệp, không có gì phải cập nhật.") }
    }

    /// Makes a production installation; the same again changes nothing.
    public func install() async throws {
        try await perform { (tx: borrowing OperatorTransaction) in
            try await tx.install(Installation(kind: .production, businessDate: nil))
        }
    }

    /// The day on which business is done.
    public func today() async throws -> CivilDate {
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.today() }
    }

    public func moveBusinessDate(to day: CivilDate) async throws {
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.moveBusinessDate(to: day) }
    }

    /// Opens a tenant; false where the same one stands already.
    ///
    /// - Throws: `invalid-input` with every field at fault; `tenant-there` where another one of that slug stands.
    public func open(_ tenant: Tenant.Opening) async throws -> Bool {
        var check = InputCheck()
        _ = check.line(tenant.code, "$.code", atMost: 40)
        _ = check.line(tenant.name, "$.name", atMost: 200)
        _ = check.line(tenant.fullName, "$.fullName", atMost: 300)
        try check.finish()
        return try await perform { (tx: borrowing OperatorTransaction) in
            var tenant = tenant
            if let place = try await tx.freePlaces(1).first { tenant.id = place }
            if try await tx.open(tenant) { return true }
            let standing = try await tx.tenants(on: tenant.openedOn).first { $0.slug == tenant.slug }
            if let standing { try Self.compare(standing, tenant) }
            return false
        }
    }

    /// What was opened under a slug stays what it is; another name is a change from a day on.
    private static func compare(_ standing: Tenant, _ asked: Tenant.Opening) throws(Problem) {
        var faults: [FieldFault] = []
        func compare(_ path: String, _ there: String, _ asked: String) {
            if there != asked { faults.append(FieldFault(path, "đã mở với “\(there)”; ghi đúng như vậy, hoặc mở đơn vị bằng mã khác")) }
        }
        compare("$.code", standing.code, asked.code)
        compare("$.name", standing.name, asked.name)
        compare("$.fullName", standing.fullName, asked.fullName)
        compare("$.openedOn", standing.openedOn.vietnamese, asked.openedOn.vietnamese)
        guard faults.isEmpty else {
            throw Problem(
                .conflict, "tenant-there", "\(asked.slug) đã có và khác với nội dung vừa nhập. Chưa có gì thay đổi.", fields: faults)
        }
    }

    /// Keeps so many places ready from now on; as many as were kept when nil. Makes those that are missing, each by itself.
    ///
    /// - Parameter report: told how many are ready, and of how many, after each.
    public func preparePlaces(_ number: Int?, report: (_ ready: Int, _ kept: Int) -> Void) async throws {
        if let number {
            guard Self.mostPlaces.contains(number) else { throw Problem.invalid("--places", "phải từ 0 đến \(Self.mostPlaces.upperBound)") }
            try await perform { (tx: borrowing OperatorTransaction) in
                guard try await tx.installation() != nil else { throw OperatorTransaction.notInstalled }
                try await tx.keepPlaces(number)
            }
        }
        while true {
            let made = try await perform { (tx: borrowing OperatorTransaction) in try await tx.preparePlace() }
            let places = try await perform { (tx: borrowing OperatorTransaction) in try await tx.places() }
            report(places.ready, places.kept)
            switch made {
            case true?: continue
            case false?: return
            // The worker makes one, or a migration is under way.
            case nil: try await Task.sleep(for: .milliseconds(500))
            }
        }
    }

    private static let mostPlaces = 0...200

    /// Closes a unit after its last day.
    ///
    /// - Returns: how many items of the province it leaves open, and in how many of others it co-ordinates.
    public func close(_ slug: Tenant.Slug, lastDay: CivilDate) async throws -> (leading: Int, helping: Int) {
        try await perform { (tx: borrowing OperatorTransaction) in
            try await tx.close(slug, lastDay: lastDay)
            return (leading: try await tx.openItems(of: slug), helping: try await tx.openItems(of: slug, as: .coordinate))
        }
    }

    /// Records which unit follows another.
    public func succeed(_ predecessor: Tenant.Slug, by successor: Tenant.Slug, from day: CivilDate, document: String) async throws {
        guard predecessor != successor else { throw Problem.invalid("--by", "chọn đơn vị khác; đơn vị không kế thừa chính nó") }
        let document = VietnameseText(document).string
        if document.isEmpty { throw Problem.invalid("--document", "ghi số, ký hiệu, ngày của văn bản sáp nhập, chia tách") }
        try await perform { (tx: borrowing OperatorTransaction) in
            try await tx.succeed(predecessor, by: successor, from: day, document: document)
        }
    }

    /// Takes back a closing that was recorded by mistake.
    public func reopen(_ slug: Tenant.Slug) async throws {
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.reopen(slug) }
    }

    /// All tenants that were ever opened; of today when no day is named.
    public func tenants(on day: CivilDate?) async throws -> [Tenant] {
        try await perform { (tx: borrowing OperatorTransaction) in
            let today = try await tx.today()
            return try await tx.tenants(on: day ?? today)
        }
    }

    func perform<R: Sendable>(_ body: (borrowing OperatorTransaction) async throws -> R) async throws -> R {
        try await Operator(address, logger: logger).transaction(body)
    }
}
