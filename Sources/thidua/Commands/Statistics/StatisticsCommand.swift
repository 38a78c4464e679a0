public import ArgumentParser
public import Domain
import Operations

/// Shown by `thidua report statistics`.
struct ShowStatisticsCommand: ListingCommand {
    static let asks = Deed.action(.readProvince)
    static let noun = "statistics"
    static let example = "--form 0603 --year 2023"
    static let configuration = CommandConfiguration(
        commandName: "statistics", abstract: "Forms 0601 (campaigns) and 0603 (awards) of Thông tư 02/2023/TT-BNV with their figures.",
        discussion: "Example: thidua report statistics --form 0603 --year 2023 --output-file 0603.xlsx")

    @Option(help: "0601: campaigns; 0603: awards.")
    var form: StatisticalForm = .awards

    @Option(help: "From 1/1 to 31/12; this year when absent.")
    var year: Int?

    @Option(help: "First day, in place of the year's.")
    var from: CivilDate?

    @Option(help: "Last day, in place of the year's.")
    var to: CivilDate?

    @Option(help: "What was recorded later is left out; today when absent.")
    var knownOn: CivilDate?

    @OptionGroup var options: OfficerOptions

    func validate() throws {
        if let year, !(1_900...2_200).contains(year) { throw ValidationError("--year: ghi năm có bốn chữ số") }
    }

    func entry() throws -> Entry { try options.provinceEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ShowStatistics {
        ShowStatistics(form, year: year, from: from, to: to, knownOn: knownOn)
    }
}

extension StatisticalForm: ExpressibleByArgument {}
