import ArgumentParser
import Domain
import Foundation
import Operations

struct DirectoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory", abstract: "The directory of units.", subcommands: [ImportDirectoryCommand.self])

    struct ImportDirectoryCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Opens the units of CSV files and renames those that are called otherwise.",
            discussion: """
                Example: thidua directory import units.csv departments.csv department-units.csv --from 2022-01-01 --dry-run
                What a file holds is told by its first line:
                  code,name,full_name,level,parent_code                    province, districts, communes
                  code,name,kind,scope                                     departments, agencies, press
                  tenant,code,parent_code,name,kind,legal_personality      units inside them; tenant may be each:district, each:huyen …
                Every row of every file is checked first; all is written, or nothing. The same files again change nothing.
                Many new units are opened sooner after thidua tenant prepare --places N.
                """)

        @Argument(help: "CSV files, UTF-8.", completion: .file(extensions: ["csv"]))
        var files: [String]

        @Option(help: "Day from which what is new is there and what is changed is called so; today when absent.")
        var from: CivilDate?

        @Flag(help: "Tells what would change, and changes nothing.")
        var dryRun = false

        @OptionGroup var options: OperatorOptions

        func run() async throws {
            let read = try files.map { path in
                guard let content = FileManager.default.contents(atPath: path) else {
                    throw Problem(.notFound, "file-not-found", "Không đọc được tệp “\(path)”. Kiểm tra lại đường dẫn và quyền đọc.")
                }
                return DirectoryFile(name: path, content: Array(content))
            }
            let changes = try await options.desk().importDirectory(read, from: from, trial: dryRun)
            report(changes)
        }

        private func report(_ changes: DirectoryChanges) {
            var rows =
                changes.openedTenants.map { ["mở", $0.slug, $0.fullName] }
                + changes.renamedTenants.map { ["đổi tên", $0.slug, $0.fullName] }
            if options.output == .table {
                rows += [
                    ["mở", "", "\(changes.openedUnits) đơn vị trực thuộc"], ["thay đổi", "", "\(changes.changedUnits) đơn vị trực thuộc"],
                    ["giữ nguyên", "", "\(changes.unchanged) đơn vị"],
                ]
                if changes.leftOut > 0 {
                    rows.append(["bỏ qua", "", "\(changes.leftOut) đơn vị nội bộ: nhập bằng danh sách đơn vị trực thuộc"])
                }
            }
            func units(_ named: [DirectoryChanges.Named]) -> JSONValue {
                .array(named.map { ["slug": .string($0.slug), "fullName": .string($0.fullName)] })
            }
            CommandOutput.print(
                columns: ["Việc", "Đơn vị", "Tên"], rows: rows,
                json: [
                    "dryRun": .bool(dryRun), "openedTenants": units(changes.openedTenants), "renamedTenants": units(changes.renamedTenants),
                    "openedUnits": .integer(changes.openedUnits), "changedUnits": .integer(changes.changedUnits),
                    "unchanged": .integer(changes.unchanged), "leftOut": .integer(changes.leftOut),
                ],
                as: options.output)
            if dryRun, options.output == .table { print("Chạy thử: chưa có gì được ghi.") }
        }
    }
}
