import ArgumentParser
import Domain
import Operations

struct ListReturnsCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "returns"
    static let example = "--campaign KH-77-2023 --month 2023-06"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The returns of a month in sight: a unit's with those of its sub-units, or what all units approved.",
        discussion: "Example: thidua return list --campaign KH-77-2023 --month 2023-06 --province")

    @OptionGroup var named: NamedMonth
    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListReturns {
        ListReturns(campaign: named.campaign, month: named.month)
    }
}

/// Whose return of which month.
struct NamedReturnOptions: ParsableArguments {
    @OptionGroup var named: NamedMonth

    @Option(help: "Id of a sub-unit; the unit as a whole when absent, or the post's own where it sees no more.")
    var unit: SubUnit.ID?

    var ofUnit: NamedReturn { NamedReturn(campaign: named.campaign, month: named.month, unit: unit) }
}

struct ShowReturnCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A unit's return with its figures, and what the checks say before it is sent.",
        discussion: "Example: thidua return show --campaign KH-77-2023 --month 2023-06")

    @OptionGroup var named: NamedReturnOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let (showing, entry) = (ShowReturn(named.ofUnit), try officer.tenantEntry())
        let answer = try await officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        MonthOutput.print(answer, as: officer.output)
    }
}

struct WriteReturnCommand: OfficerCommand {
    static let asks = Deed.action(.reportProgress)
    static let configuration = CommandConfiguration(
        commandName: "write", abstract: "Drafts a unit's return, or writes the draft anew.",
        discussion: """
            Example: thidua return write --campaign KH-77-2023 --month 2023-06 --results 'Hoàn thành 3 nhiệm vụ' --difficulties 'Thiếu kinh phí'
            Example: thidua return write --campaign KH-77-2023 --month 2023-06 --nothing
            """)

    @OptionGroup var named: NamedReturnOptions

    @Flag(help: "Không phát sinh.")
    var nothing = false

    @Option(help: "What was done.")
    var results = ""

    @Option(help: "What stands in the way.")
    var difficulties = ""

    @Option(help: "What is proposed.")
    var proposals = ""

    @Option(help: "A word on what the checks warn of.")
    var explanation = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let (named, entry) = (named.ofUnit, try officer.tenantEntry())
        let words = UnitReturn.Words(
            nothing: nothing, results: results, difficulties: difficulties, proposals: proposals, explanation: explanation)
        let answer = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let version = try await ShowReturn(named).perform(in: tx).version
            try await WriteReturn(named, words, version: version).perform(in: tx)
            return try await ShowReturn(named).perform(in: tx)
        }
        MonthOutput.print(answer, as: officer.output)
    }
}

struct ApproveReturnCommand: OfficerCommand {
    static let asks = Deed.action(.approveReturn)
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "The head approves the return: its figures are those of the ledger at this moment, and stay.",
        discussion: "Example: thidua return approve --campaign KH-77-2023 --month 2023-06 --version 2")

    @OptionGroup var named: NamedReturnOptions

    @Option(help: "The version that was read, from `thidua return show --output json`.")
    var version: Int

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let (named, version, entry) = (named.ofUnit, version, try officer.tenantEntry())
        let answer = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ApproveReturn(named, version: version).perform(in: tx)
            return try await ShowReturn(named).perform(in: tx)
        }
        MonthOutput.print(answer, as: officer.output)
    }
}
