extension ActingOfficer {
    /// For whom the post acts in what a unit gives by its own authority, as `core.own_parties` says it: the unit's secretary keeps its awards and
    /// its head signs; of a commune or sub-unit that gives, its own officer and its own head, and nobody above (Luật 2022 Đ.80).
    ///
    /// - Parameter giver: the unit itself (its root), or a sub-unit with legal personality.
    public func ownParties(of giver: SubUnit.ID) -> Set<AwardParty> {
        guard place == home else { return [] }
        let isWhole = giver.uuid == home.uuid && (Policy.of(role).reach == .tenant || unit == giver)
        let isItsOwn = unit == giver && Policy.of(role).reach == .subtree
        guard isWhole || isItsOwn else {
            return giver.uuid == home.uuid && Policy.of(role).reach == .subtree && may(.proposeAward) ? [.proposer] : []
        }
        var parties: Set<AwardParty> = may(.proposeAward) ? [.proposer] : []
        if may(.keepOwnAward) { parties.formUnion([.proposer, .appraiser, .unitCouncil, .clerk]) }
        if may(.giveAward) { parties.insert(.signer) }
        return parties
    }

    /// Whether the post reads what followed a decision of that giver: the unit itself all that is given in it, a commune or sub-unit its own.
    public func readsAftermath(of giver: SubUnit.ID) -> Bool {
        guard place == home else { return false }
        return Policy.of(role).reach == .tenant || Policy.of(role).reach == .subtree && unit == giver
    }

    /// The unit whose awards the post keeps: its own first-tier unit, or the commune or sub-unit in which it sits.
    public var keptGiver: SubUnit.ID? {
        guard place == home, may(.keepOwnAward) else { return nil }
        return Policy.of(role).reach == .tenant ? SubUnit.ID(home.uuid) : unit
    }

    /// Whether the post keeps what is said about awards of that giver: of the province Home Affairs, of a unit its own keeper; of a closed unit, whose own
    /// people write no more, who keeps the awards of its heir, or Home Affairs where there is none (`core.tenants_in_stead`).
    ///
    /// - Parameters:
    ///   - giver: nil: the province.
    ///   - tenant: where it gives.
    public func keepsAwards(of giver: SubUnit.ID?, in tenant: Tenant.ID?) -> Bool {
        guard let place else { return may(.appraiseAward) }
        guard let giver, place == home, mayWrite else { return false }
        return tenant == home ? ownParties(of: giver).contains(.appraiser) : answersForTheWhole(.keepOwnAward)
    }
}
