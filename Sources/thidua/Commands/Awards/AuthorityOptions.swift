import ArgumentParser
import Domain
import Operations

/// By whose authority a dossier is appraised and signed.
struct AuthorityOptions: ParsableArguments {
    @Flag(help: "Of what the unit, or the commune or sub-unit of your post, gives by its own authority; else of the province.")
    var own = false

    func entry(of officer: OfficerOptions) throws -> Entry {
        own ? try officer.tenantEntry() : try officer.provinceEntry()
    }
}

/// A command of Home Affairs or of who signs for the province, and with `--own` of who does the same in a unit.
protocol AwardKeeperCommand: OfficerCommand {
    /// What it asks with `--own`.
    static var ownAsks: [Deed] { get }
    var authority: AuthorityOptions { get }
}

extension AwardKeeperCommand {
    static var ownAsks: [Deed] { [.action(.keepOwnAward)] }
    var deeds: [Deed] { authority.own ? Self.ownAsks : [Self.asks] + Self.orAsks }
}
