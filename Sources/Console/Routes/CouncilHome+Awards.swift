import Domain

/// What is said about awards stands in the same two homes: of the province by itself, of what a unit gives by its own authority under the unit.
extension CouncilHome {
    /// What an operation of such pages is called.
    func awardPage(_ operation: String) -> String { (self == .unit ? "page.own-" : "page.") + operation }

    var readsAwards: Deed { self == .unit ? .reading(.ownAward) : .action(.readProvince) }

    var keepsAwards: Action { self == .unit ? .keepOwnAward : .appraiseAward }
}
