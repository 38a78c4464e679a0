import ArgumentParser
import Domain
import Operations

struct AddUnitCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Opens a sub-unit of one's own unit.",
        discussion: "Example: thidua unit add --code PNV --name 'Phòng Nội vụ' --kind phong")

    @Option(help: "Its code: one unit's at a time.")
    var code: String

    @Option(help: "Its name, without its kind: Tân Lộc.")
    var name: String

    @Option(help: "Kind and name when absent: Xã Tân Lộc.")
    var fullName: String?

    @Option(help: "What kind of unit it is: xa, phuong, thi_tran, phong, chi_cuc, trung_tam, truong, …")
    var kind: SubUnit.Kind

    @Option(help: "Code of the unit above it; one's own unit when absent.")
    var parent: String?

    @Flag(inversion: .prefixedNo, help: "Whether it may sign and submit by itself.")
    var legalPersonality = false

    @Option(help: "Place in the lists.")
    var position = 0

    @Option(help: "First day; today when absent.")
    var openedOn: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let output = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            var opening = OpenSubUnit(
                code: code, name: name, fullName: fullName, kind: kind, legalPersonality: legalPersonality, position: position,
                openedOn: openedOn)
            if let parent { opening.parent = try await SubUnitReference(parent).resolve(on: openedOn, naming: "--parent", in: tx).id }
            let unit = try await ShowSubUnit(try await opening.perform(in: tx, ids: .system)).perform(in: tx)
            return try await UnitOutput([unit], on: openedOn, in: tx)
        }
        output.print(as: officer.output)
    }
}
