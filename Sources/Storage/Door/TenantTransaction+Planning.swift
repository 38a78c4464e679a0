import Postgres

extension TenantTransaction {
    /// Before a statement that joins the parents of all tenants; does nothing inside one tenant.
    ///
    /// At 300 tenants a plan that is made anew for its values costs 180 ms; the generic one is made once for a connection and is not
    /// slower here, since partitions are pruned when it runs. Compiling such a plan costs more than 5 s and gains nothing.
    func planForAllTenants() async throws {
        guard scope == .province else { return }
        try await planOnce()
        try await execute("SET LOCAL jit = off")
    }

    /// Before the further pages of a long list: they are planned once, since they differ in where they begin and in nothing else. A plan for each
    /// took a tenth of the time of the whole.
    func planOnce() async throws {
        try await execute("SET LOCAL plan_cache_mode = force_generic_plan")
    }
}
