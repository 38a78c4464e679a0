import ArgumentParser
import Documents
import Domain
import Foundation
import Operations

struct CalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "The working calendar: holidays and swapped days.",
        discussion: "Example: thidua calendar list --year 2024",
        subcommands: [
            ListCalendarCommand.self, ImportCalendarCommand.self, ChangeCalendarDayCommand.self,
        ])

    struct ListCalendarCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The days of a year on which offices do otherwise than on their weekday.",
            discussion: "Example: thidua calendar list --year 2024")

        @Option(help: "The year.")
        var year: Int

        @OptionGroup var options: OperatorOptions

        func run() async throws {
            let days = try await options.desk().calendar(of: year)
            CommandOutput.print(
                columns: CalendarJSON.columns, cells: days.map(CalendarJSON.row), json: .array(days.map(CalendarJSON.value)),
                as: options.output)
        }
    }

    struct ImportCalendarCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Makes the calendar of a year what a file says.",
            discussion: """
                Example: thidua calendar import deploy/calendar/2024.csv --dry-run
                Columns day,working,name,source; working is yes for a weekend that is worked, no for a weekday that is not. One year for each \
                file: days of that year which it does not name are like others again. The same file again changes nothing.
                """)

        @Argument(help: "CSV file, UTF-8.", completion: .file(extensions: ["csv"]))
        var file: String

        @Flag(help: "Tells what would change, and changes nothing.")
        var dryRun = false

        @OptionGroup var options: OperatorOptions

        func run() async throws {
            let changes = try await options.desk().importCalendar(
                try InputFile.read(file), name: URL(filePath: file).lastPathComponent, trial: dryRun)
            let changed = [("thêm", changes.added), ("sửa", changes.changed), ("bỏ", changes.removed)]
            let rows = changed.flatMap { word, days in days.map { [Table.Cell.text(word)] + CalendarJSON.row($0) } }
            CommandOutput.print(
                columns: ["Việc"] + CalendarJSON.columns, cells: rows,
                json: [
                    "dryRun": .bool(dryRun), "year": .integer(changes.year), "added": .array(changes.added.map(CalendarJSON.value)),
                    "changed": .array(changes.changed.map(CalendarJSON.value)),
                    "removed": .array(changes.removed.map(CalendarJSON.value)), "unchanged": .integer(changes.unchanged),
                ], as: options.output)
            if dryRun, options.output == .table { print("Chạy thử: chưa có gì được ghi.") }
        }
    }
}
