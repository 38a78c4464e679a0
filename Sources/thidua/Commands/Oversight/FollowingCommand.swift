import ArgumentParser
import Documents
import Domain
import Operations

struct FollowingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "following", abstract: "Which member of a council follows which unit, and what he noted (theo dõi, đôn đốc).",
        discussion: "Example: thidua following list --province", subcommands: [ListFollowingsCommand.self, ListFollowNotesCommand.self])
}

struct ListFollowingsCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "followings"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Who follows what, with the number of notes, the latest assigned first.",
        discussion: "Example: thidua following list --output csv")

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListFollowings { ListFollowings() }
}

struct ListFollowNotesCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "follow-notes"
    static let configuration = CommandConfiguration(
        commandName: "notes", abstract: "What members noted, the latest first.", discussion: "Example: thidua following notes --output csv")

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListFollowNotes { ListFollowNotes() }
}
