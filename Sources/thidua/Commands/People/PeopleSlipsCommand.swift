import ArgumentParser
import Documents
import Domain
import Foundation
import Operations

struct PeopleSlipsCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "slips", abstract: "Makes new links to hand out and prints them as slips by sub-unit; earlier links no longer work.",
        discussion: """
            Example: thidua person slips --unit PNV
            With --output json or csv the same for programs. Links are shown this once; made again, they are new ones.
            """)

    @Option(help: "Only people with a post at the sub-unit of this code; everybody when absent.")
    var unit: String?

    @Flag(help: "Also those who have set a password.")
    var includingSet = false

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let handouts = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            var place: SubUnit.ID?
            if let unit { place = try await SubUnitReference(unit).resolve(naming: "--unit", in: tx).id }
            return try await MakeHandouts(of: place, includingSet: includingSet).perform(in: tx, ids: .system)
        }
        if officer.output == .table, !handouts.isEmpty {
            HandoutOutput.printSlips(handouts)
        } else {
            HandoutOutput.print(handouts, as: officer.output)
        }
    }
}

struct PeopleTemplateCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Writes an empty list of people to be filled in.",
        discussion: "Example: thidua person template danh-sach.xlsx")

    @Argument(help: "Where it is written; .xlsx makes a workbook with the units and what may be chosen, else it is CSV.")
    var file: String

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let template = PeopleTemplate(as: file.lowercased().hasSuffix(".xlsx") ? .xlsx : .csv)
        let content = try await officer.read(entry) { (tx: borrowing TenantTransaction) in try await template.perform(in: tx) }
        guard FileManager.default.createFile(atPath: file, contents: Data(content)) else {
            throw Problem(
                .invalid, "file-not-written", "Không ghi được tệp “\(file)”. Kiểm tra lại đường dẫn và quyền ghi.",
                fields: [FieldFault("file", "không ghi được")])
        }
        print("Đã ghi \(file).")
    }
}
