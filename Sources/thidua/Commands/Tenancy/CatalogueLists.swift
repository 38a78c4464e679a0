import ArgumentParser
import Domain
import Operations

/// The working calendar as an officer takes it away; `thidua calendar list` is the operator's.
struct ReportedCalendarCommand: ListingCommand {
    static let asks = Deed.reading(.catalogue)
    static let noun = "calendar"
    static let example = "--year 2023"
    static let configuration = CommandConfiguration(
        commandName: noun, abstract: "The days of a year on which offices do otherwise than on their weekday.")

    @Option(help: "The year; this one when absent.")
    var year: Int?

    @OptionGroup var options: OfficerOptions

    func listing(in tx: borrowing TenantTransaction) async throws -> ListCalendar { ListCalendar(year: year) }
}

/// The units of the province as an officer takes them away; `thidua tenant list` is the operator's.
struct ReportedTenantsCommand: ListingCommand {
    static let asks = Deed.reading(.catalogue)
    static let noun = "tenants"
    static let configuration = CommandConfiguration(
        commandName: noun, abstract: "The units of the province on a day, in customary order.")

    @Option(help: "The day; today when absent.")
    var on: CivilDate?

    @Flag(help: "Also those closed by then.")
    var closed = false

    @OptionGroup var options: OfficerOptions

    func listing(in tx: borrowing TenantTransaction) async throws -> ListTenants { ListTenants(on: on, includingClosed: closed) }
}
