import ArgumentParser
import Domain
import Operations

struct ChangeUnitCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Changes a sub-unit from a day on; what it was before stays recorded, what was recorded today is written anew.",
        discussion: "Example: thidua unit change 32002 --name 'An Xuyên' --from 2023-07-01")

    @Argument(help: "Its code, or its id.")
    var unit: String

    @Option(help: "New code.")
    var code: String?

    @Option(help: "New name, without its kind.")
    var name: String?

    @Option(help: "New full name; kind and name when absent.")
    var fullName: String?

    @Option(help: "New kind.")
    var kind: SubUnit.Kind?

    @Option(help: "Code of the new unit above it.")
    var parent: String?

    @Flag(inversion: .prefixedNo, help: "Whether it may sign and submit by itself.")
    var legalPersonality: Bool?

    @Option(help: "New place in the lists.")
    var position: Int?

    @Option(help: "First day of the change; today when absent.")
    var from: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let output = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let present = try await SubUnitReference(unit).resolve(on: from, naming: "unit", in: tx)
            var change = ChangeSubUnit(
                present.id, version: present.version, code: code, name: name, fullName: fullName, kind: kind,
                legalPersonality: legalPersonality, position: position, validFrom: from)
            if let parent { change.parent = try await SubUnitReference(parent).resolve(on: from, naming: "--parent", in: tx).id }
            let day = try await change.perform(in: tx)
            return try await UnitOutput([try await ShowSubUnit(present.id, on: day).perform(in: tx)], on: day, in: tx)
        }
        output.print(as: officer.output)
    }
}
