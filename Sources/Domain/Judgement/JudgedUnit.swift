/// Which collectives a review is asked about.
public enum JudgedTier: String, Sendable, Hashable, CaseIterable {
    /// The units of the province that the plan judges: each with what the province gave it (A01).
    case firstTier
    /// Communes, phòng and other units below them: each by its own ledger (A01, A02).
    case subUnits
}

/// A collective that a review judges, before its items are gathered.
public struct JudgedUnit: Sendable, Hashable {
    /// The unit of the province in whose ledger its items lie.
    public let tenant: Tenant.ID
    public let slug: Tenant.Slug
    /// Equal to ``tenant`` for a first-tier unit.
    public let unit: SubUnit.ID
    /// Unique in the province: a sub-unit's own code stands behind that of its first-tier unit, `973/32191`.
    public let code: String
    public let name: String
    public let isFirstTier: Bool
    /// The decision of the provincial council, on a sub-unit of its unit's own; nil while there is none (A53).
    public let isMottoAccepted: Bool?

    public init(
        tenant: Tenant.ID, slug: Tenant.Slug, unit: SubUnit.ID, code: String, name: String, isFirstTier: Bool, isMottoAccepted: Bool?
    ) {
        self.tenant = tenant
        self.slug = slug
        self.unit = unit
        self.code = code
        self.name = name
        self.isFirstTier = isFirstTier
        self.isMottoAccepted = isMottoAccepted
    }

    /// Its part of a ledger file.
    public func ledger(_ items: [LedgerItem]) -> LedgerFile.Unit {
        LedgerFile.Unit(code: code, name: name, isFirstTier: isFirstTier, isMottoAccepted: isMottoAccepted, items: items)
    }
}
