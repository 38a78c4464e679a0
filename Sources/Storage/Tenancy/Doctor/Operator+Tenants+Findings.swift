public import Domain
import FoundationEssentials
import Postgres

extension OperatorTransaction {
    /// Compares every tenant's columns, constraints, indexes, triggers, policies, grants, functions and role with the pattern.
    ///
    /// The pattern is a tenant that is opened here as any tenant is, described by the server, and undone: nothing of it stays, and nothing
    /// has to be kept equal by hand. A place that was made beforehand is compared with what it has before it is opened.
    public func tenantFindings() async throws -> [Finding] {
        let tenants = try await tenants(on: .latest)
        guard let province = tenants.first(where: { $0.kind == .province }) else { return [] }
        let sample = Tenant.Opening(
            id: Tenant.ID(UUID()), slug: try Self.sampleSlug(), kind: .department, scope: .other, parent: province.id, position: 0,
            openedOn: province.openedOn, code: "mẫu", name: "mẫu", fullName: "mẫu", unitKind: .so)
        let pattern = try await undoing { (tx: borrowing OperatorTransaction) in
            _ = try await tx.open(sample)
            return try await TenantFacts.read([sample.slug.text], in: tx)[sample.slug.text] ?? TenantFacts()
        }
        let facts = try await TenantFacts.read(tenants.map(\.slug.text), in: self)
        let old = (slug: sample.slug.text, id: sample.id.description)
        let places = try await asOwner("SELECT id, core.place_schema(id) FROM core.place ORDER BY id").decode { row in
            (id: try row.next(Tenant.ID.self), schema: try row.next(String.self))
        }
        let ready = try await TenantFacts.read(places.map(\.schema), in: self)
        let closed = pattern.closed(of: sample.slug.text)
        let ofTenants = tenants.flatMap { tenant in
            let wanted = pattern.renamed(old, to: (tenant.slug.text, tenant.id.description))
            return wanted.differences(from: facts[tenant.slug.text] ?? TenantFacts(), of: tenant.slug.text)
        }
        let ofPlaces = places.flatMap { place in
            closed.renamed(old, to: (place.schema, place.id.description))
                .differences(from: ready[place.schema] ?? TenantFacts(), of: place.schema)
        }
        return ofTenants + ofPlaces
    }

    /// A slug that no tenant has, and that is found nowhere by chance in the text of a policy.
    private static func sampleSlug() throws(Problem) -> Tenant.Slug {
        let number = UUID().lowercased.filter { $0 != "-" }
        guard let slug = Tenant.Slug("dept_sample_\(number.prefix(20))") else { throw .unexpected }
        return slug
    }
}
