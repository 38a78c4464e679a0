import ArgumentParser
import Domain
import Operations

/// Which review of which campaign, and of whom.
struct ReviewOptions: ParsableArguments {
    @Option(help: "Code of the campaign.")
    var campaign: String?

    @Option(help: "interim (sơ kết) or final (tổng kết).")
    var review: Campaign.Review?

    @Option(help: "Facts dated later do not count; when absent the frozen figures, else the review's day or today before it.")
    var asOf: CivilDate?

    @Flag(help: "As frozen: an item without a date is due at the end of the campaign. Else a preview, in which it waits for one.")
    var frozen = false

    @Option(help: "Code of one unit, such as SNV, 973 or 973/32191; all in sight when absent.")
    var unit: String?

    @Option(help: "Version of the frozen figures; the latest when absent.")
    var version: Int?

    @Flag(help: "The sub-units by their own ledgers, instead of the first tier.")
    var subUnits = false

    /// Whether none of them was given.
    var isEmpty: Bool { campaign == nil && review == nil && asOf == nil && !frozen && unit == nil && version == nil && !subUnits }

    /// - Parameter otherwise: what can be given instead.
    func requireCampaign(otherwise: String? = nil) throws {
        if campaign == nil { throw ValidationError("thiếu \(otherwise.map { "\($0) hoặc " } ?? "")--campaign") }
        if review == nil { throw ValidationError("thiếu --review; chọn một trong: interim, final") }
    }

    /// - Throws: what ``requireCampaign(otherwise:)`` would have refused before.
    func gathering() throws -> GatherLedger {
        guard let campaign, let review else { throw ValidationError("thiếu --campaign hoặc --review") }
        return GatherLedger(
            campaign: campaign, review: review, isFrozen: frozen, asOf: asOf, tier: subUnits ? .subUnits : .firstTier, unit: unit,
            version: version)
    }
}

extension OfficerSeat {
    /// Reads in the unit named, else as wide as the acting post sees: the whole province, or its own unit.
    func readWidest<R: Sendable>(_ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        try await withEntrance { entrance in try await entrance.read(try await widestEntry(by: entrance), body) }
    }

    /// Where that is.
    func widestEntry() async throws -> Entry {
        try await withEntrance { entrance in try await widestEntry(by: entrance) }
    }

    private func widestEntry(by entrance: Entrance) async throws -> Entry {
        let entry = try tenantEntry()
        guard tenant == nil else { return entry }
        let me = try await entrance.read(entry) { (tx: borrowing TenantTransaction) in try await WhoAmI().perform(in: tx) }
        return me.actions.contains(.readProvince) ? try provinceEntry() : entry
    }
}
