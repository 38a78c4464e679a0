import Domain
import Storage

/// The tenants and sub-units that are open, as they are named last.
struct DirectoryStanding: Sendable {
    struct Body: Sendable {
        let tenant: Tenant
        let root: SubUnit
        /// By code; the root is not among them.
        var units: [String: SubUnit] = [:]
    }

    private(set) var bodies: [String: Body] = [:]
    /// Of all tenants that ever were: a slug is never given twice.
    private(set) var slugs: Set<Tenant.Slug> = []

    init() {}

    static func read(on day: CivilDate, in tx: borrowing OperatorTransaction) async throws -> DirectoryStanding {
        var standing = DirectoryStanding()
        for tenant in try await tx.tenants(on: .latest) {
            standing.slugs.insert(tenant.slug)
            guard tenant.closedOn.map({ $0 >= day }) ?? true else { continue }
            let units = try await tx.subUnits(of: tenant.id, on: .latest).filter { $0.closedOn.map { $0 >= day } ?? true }
            guard let root = units.first(where: { $0.parent == nil }) else { continue }
            var body = Body(tenant: tenant, root: root)
            for unit in units where unit.parent != nil { body.units[unit.code] = unit }
            standing.bodies[tenant.code] = body
        }
        return standing
    }

    /// The commune of this code that is open elsewhere than in the tenant of another code: such codes are given once in a province.
    func commune(_ code: String, outside tenant: String) -> (unit: SubUnit, host: String)? {
        for (host, body) in bodies.sorted(by: { $0.key < $1.key }) where host != tenant {
            if body.tenant.kind == .commune, host == code { return (body.root, body.tenant.fullName) }
            if let unit = body.units[code], Self.communes.contains(unit.kind) { return (unit, body.tenant.fullName) }
        }
        return nil
    }

    static let communes: Set<SubUnit.Kind> = [.xa, .phuong, .thiTran]

    var known: [String: KnownTenant] {
        bodies.mapValues { KnownTenant(kind: $0.tenant.kind, unitKind: $0.root.kind, fullName: $0.tenant.fullName) }
    }
}
