import ArgumentParser
import Documents
import Domain
import Operations

struct InspectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspection", abstract: "Inspections of the Office and what they found (kiểm tra).",
        discussion: "Example: thidua inspection visits --province",
        subcommands: [ListInspectionsCommand.self, ListVisitsCommand.self])
}

struct ListInspectionsCommand: ListingCommand {
    static let asks = Deed.action(.readProvince)
    static let noun = "inspection-plans"
    static let configuration = CommandConfiguration(
        commandName: "plans", abstract: "Plans of inspections with what was held in each unit, the latest first.",
        discussion: "Example: thidua inspection plans --output csv")

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try officer.provinceEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListInspections { ListInspections() }
}

struct ListVisitsCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "inspections"
    static let configuration = CommandConfiguration(
        commandName: "visits", abstract: "Those that were held and recorded, with what they found, the latest recorded first.",
        discussion: "Example: thidua inspection visits --output csv")

    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListVisits { ListVisits() }
}
