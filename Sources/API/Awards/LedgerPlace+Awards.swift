import Domain
import Web

/// The same is done about the province's awards and about what a unit gives by its own authority.
extension LedgerPlace {
    /// By other posts in a unit: an operation of its own in the table of who may what.
    func ownName(_ operation: String) -> String { self == .province ? name(operation) : "own-" + operation }

    var readsAwards: Deed { self == .province ? .action(.readProvince) : .reading(.ownAward) }

    var keepsAwards: Action { self == .province ? .appraiseAward : .keepOwnAward }
}
