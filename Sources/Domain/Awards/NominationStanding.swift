/// What a unit has of a nomination round: its verdict, its slots, and how many are taken.
public struct NominationStanding: Sendable, Hashable {
    public let tenant: Tenant.Slug
    public let unit: SubUnit.ID
    /// As the frozen figures name it.
    public let code: String
    public let name: String
    /// In the last frozen figures.
    public let verdict: UnitVerdict.Verdict
    /// How many individuals it may put forward (A03).
    public let slots: Int
    public let taken: Int
    /// Of those taken, leaders when they were put forward: allowed, and shown (A07).
    public let leaders: Int
    /// Dossiers that it has submitted in the round, of collectives and individuals, without those that it withdrew.
    public let submitted: Int

    public init(
        tenant: Tenant.Slug, unit: SubUnit.ID, code: String, name: String, verdict: UnitVerdict.Verdict, slots: Int, taken: Int,
        leaders: Int, submitted: Int
    ) {
        self.tenant = tenant
        self.unit = unit
        self.code = code
        self.name = name
        self.verdict = verdict
        self.slots = slots
        self.taken = taken
        self.leaders = leaders
        self.submitted = submitted
    }

    /// Never below 0, also when a correction took the slots away after they were used.
    public var free: Int { max(0, slots - taken) }
}
