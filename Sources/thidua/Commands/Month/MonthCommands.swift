import ArgumentParser
import Documents
import Domain
import Operations

struct ListMonthsCommand: ListingCommand {
    static let asks = Deed.reading(.catalogue)
    static let noun = "months"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the months that were opened, with their days.",
        discussion: "Example: thidua month list --campaign KH-77-2023")

    @Option(help: "Code of the campaign; all when absent.")
    var campaign: String?

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListMonths { ListMonths(campaign: campaign) }
}

struct OpenMonthCommand: OfficerCommand {
    static let asks = Deed.action(.keepReview)
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Opens a month, from its first day on.",
        discussion: """
            Example: thidua month open --campaign KH-77-2023 --month 2023-06
            Its first and last day follow from the plan, or from the rule that is in force; by that returns are due and it may be closed.
            Where the day of the communes has passed, the days of the rule are counted from today.
            """)

    @OptionGroup var named: NamedMonth

    @Option(help: "Last day for returns of units, not before today; communes' comes before it. By the rule when absent.")
    var due: CivilDate?

    @Option(help: "From when the close waits for nobody; by the rule when absent.")
    var closes: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = OpenMonth(campaign: named.campaign, month: named.month, dueOn: due, closesOn: closes)
        let showing = ShowMonth(campaign: named.campaign, month: named.month)
        let entry = try officer.provinceEntry()
        let answer = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: IDSource.system)
            return try await showing.perform(in: tx)
        }
        MonthOutput.print(answer, as: officer.output)
    }
}

/// Which table of a month.
struct ShownMonth: ParsableArguments {
    @OptionGroup var named: NamedMonth

    @Option(help: "Version of the close; the latest when absent.")
    var version: Int?

    @Option(help: "As known at the end of that day, counted anew from the history, whatever was closed.")
    var asOf: CivilDate?

    var showing: ShowMonth { ShowMonth(campaign: named.campaign, month: named.month, version: version, asOf: asOf) }
}

struct ShowMonthCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "month-rows"
    static let example = "--campaign KH-77-2023 --month 2023-05 --province"
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The table of a month: as it was closed, as it stands, or as a past day showed it.",
        discussion: """
            Example: thidua month show --campaign KH-77-2023 --month 2023-06 --province
            Example: thidua month show --campaign KH-77-2023 --month 2023-06 --as-of 2023-06-10 --output json
            """)

    @OptionGroup var shown: ShownMonth
    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ShowMonth { shown.showing }

    /// With all that stands beside the units.
    func run() async throws {
        let there = try entry()
        let answer = try await options.read(there) { (tx: borrowing TenantTransaction) in try await listing(in: tx).perform(in: tx) }
        MonthOutput.print(answer, as: place.officer.output)
    }
}

struct CloseMonthCommand: OfficerCommand {
    static let asks = Deed.action(.keepReview)
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Closes a month: the table of all units under one hash.",
        discussion: """
            Example: thidua month close --campaign KH-77-2023 --month 2023-06
            Refused until the day of the close while a unit has sent no return.
            """)

    @OptionGroup var named: NamedMonth
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        try await officer.close(CloseMonth(campaign: named.campaign, month: named.month))
    }
}

struct CorrectMonthCommand: OfficerCommand {
    static let asks = Deed.action(.keepReview)
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Makes a new version of a closed month by a minute, until the next month is closed.",
        discussion: """
            Example: thidua month correct --campaign KH-77-2023 --month 2023-06 --number 12/BB-VP --date 2023-06-22 --reason 'Ghi sai ngày hoàn thành'
            """)

    @OptionGroup var named: NamedMonth

    @Option(help: "Number and symbol of the minute.")
    var number: String

    @Option(help: "Its date.")
    var date: CivilDate

    @Option(help: "What was wrong.")
    var reason: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let minute = ReviewSnapshot.Minute(number: number, on: date, reason: reason)
        try await officer.close(CloseMonth(campaign: named.campaign, month: named.month, minute: minute))
    }
}

extension OfficerOptions {
    fileprivate func close(_ act: CloseMonth) async throws {
        let entry = try provinceEntry()
        let showing = ShowMonth(campaign: act.campaign, month: act.month)
        let answer = try await write(entry) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
            return try await showing.perform(in: tx)
        }
        MonthOutput.print(answer, as: output)
    }
}

struct VerifyMonthCommand: OfficerCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Computes a close anew: hashes of all rows in sight.",
        discussion: """
            Example: thidua month verify --campaign KH-77-2023 --month 2023-06
            Exits with 1 when anything does not agree.
            """)

    @OptionGroup var named: NamedMonth

    @Option(help: "Version of the close; the latest when absent.")
    var version: Int?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let verifying = VerifyMonth(ShowMonth(campaign: named.campaign, month: named.month, version: version))
        let found = try await officer.seat.readWidest { (tx: borrowing TenantTransaction) in try await verifying.perform(in: tx) }
        ReviewOutput.print(found, as: officer.output)
        if !found.faults.isEmpty { throw ExitCode(1) }
    }
}
