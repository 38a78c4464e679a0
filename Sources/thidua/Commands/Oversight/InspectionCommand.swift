import ArgumentParser
import Documents
import Domain
import Operations

struct InspectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspection", abstract: "Inspections of the Office and what they found (kiểm tra).",
        discussion: "Example: thidua inspection visits --province",
        subcommands: [
            ListVisitsCommand.self, ListInspectionsCommand.self, ShowInspectionCommand.self, PlanInspectionCommand.self,
            RecordVisitCommand.self,
        ])

    /// Prints plans with what was held in each unit.
    static func print(_ inspections: [Inspection], json: JSONValue, as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Kế hoạch", "Đơn vị", "Ngày kiểm tra", "Biên bản", "Kết luận", "Mã định danh"],
            rows: inspections.flatMap { inspection in
                inspection.places.map { place in
                    [
                        inspection.title, place.name, place.visit?.heldOn.vietnamese ?? "", place.visit?.minutesNumber ?? "",
                        place.visit?.findings.map(\.words).joined(separator: "\n") ?? "", inspection.id.description,
                    ]
                }
            }, json: json, as: format)
    }

    static func print(_ inspection: Inspection, as format: OutputFormat) {
        print([inspection], json: InspectionJSON.value(inspection), as: format)
    }

    /// Does it in the whole province, and prints the plan as it stands afterwards.
    static func print(
        _ officer: OfficerOptions, _ act: (borrowing TenantTransaction) async throws -> Inspection.ID
    ) async throws {
        let entry = try officer.provinceEntry()
        let inspection = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowInspection(try await act(tx)).perform(in: tx)
        }
        print(inspection, as: officer.output)
    }
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

struct ShowInspectionCommand: OfficerCommand {
    static let asks = Deed.action(.readProvince)
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One plan with what was held in each unit.",
        discussion: "Example: thidua inspection show 01890a5d-ac96-774b-bcce-b302099a8057 --output json")

    @Argument(help: "Id of the plan, from `thidua inspection plans`.")
    var inspection: Inspection.ID

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let (showing, entry) = (ShowInspection(inspection), try officer.provinceEntry())
        let shown = try await officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        InspectionCommand.print(shown, as: officer.output)
    }
}

struct PlanInspectionCommand: OfficerCommand {
    static let asks = Deed.action(.keepReview)
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Plans an inspection; the units know of it once it is held and recorded. For the Office.",
        discussion: """
            Example: thidua inspection plan --campaign KH-77-2023 --title 'Kiểm tra quý II' --content 'Sổ theo dõi nhiệm vụ' \
            --leader 'Phó Chánh Văn phòng' --from 2023-06-01 --to 2023-06-30 --unit district_964 --unit dept_snv
            """)

    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "What the plan is called.")
    var title: String

    @Option(help: "What is inspected.")
    var content: String

    @Option(help: "Who leads, by his post.")
    var leader: String

    @Option(help: "First day.")
    var from: CivilDate

    @Option(help: "Last day.")
    var to: CivilDate

    @Option(help: "A unit of the first tier, as its pages name it; once for each.")
    var unit: [String]

    @Option(help: "Number and symbol of the plan.")
    var number = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let planned = self
        try await InspectionCommand.print(officer) { (tx: borrowing TenantTransaction) in
            try await PlanInspection(
                campaign: planned.campaign, title: planned.title, content: planned.content, leader: planned.leader, from: planned.from,
                to: planned.to, units: try await NamedUnits.find(planned.unit, "--unit", in: tx), documentNumber: planned.number
            ).perform(in: tx, ids: .system)
        }
    }
}

struct RecordVisitCommand: OfficerCommand {
    static let asks = Deed.action(.keepReview)
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Records that a unit of the plan was inspected, and what was found. For the Office.",
        discussion: """
            Example: thidua inspection record 01890a5d-ac96-774b-bcce-b302099a8057 --unit district_964 --held-on 2023-06-15 \
            --minutes 15/BB-VP --minutes-on 2023-06-16 --finding 'Chưa cập nhật tiến độ'
            """)

    @Argument(help: "Id of the plan, from `thidua inspection plans`.")
    var inspection: Inspection.ID

    @Option(help: "The unit, as its pages name it.")
    var unit: String

    @Option(help: "The day of the inspection.")
    var heldOn: CivilDate

    @Option(help: "Number and symbol of the minutes.")
    var minutes: String

    @Option(help: "Day of the minutes.")
    var minutesOn: CivilDate

    @Option(help: "What was found; once for each.")
    var finding: [String] = []

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let recorded = self
        try await InspectionCommand.print(officer) { (tx: borrowing TenantTransaction) in
            guard let unit = try await NamedUnits.find([recorded.unit], "--unit", in: tx).first else { throw Problem.notFound }
            return try await RecordVisit(
                recorded.inspection, tenant: unit, heldOn: recorded.heldOn, minutesNumber: recorded.minutes, minutesOn: recorded.minutesOn,
                findings: recorded.finding
            ).perform(in: tx, ids: .system)
        }
    }
}

/// Units of the first tier by the names that their pages have.
enum NamedUnits {
    /// - Throws: `invalid-input` for a name that is none.
    static func find(_ names: [String], _ option: String, in tx: borrowing TenantTransaction) async throws -> [Tenant.ID] {
        let known = Dictionary(try await ListTenants().perform(in: tx).map { ($0.slug.text, $0.id) }) { first, _ in first }
        return try names.map { name in
            guard let id = known[name] else { throw Problem.invalid(option, "không có đơn vị \(name)") }
            return id
        }
    }
}
