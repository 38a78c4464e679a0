import Domain
import Foundation

/// The days off, one file a year, as `deploy/calendar` keeps them.
enum CalendarFile {
    /// Those of every year in the folder.
    static func all(_ folder: URL) throws -> [CalendarDay] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "csv" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .flatMap(read)
    }

    private static func read(_ file: URL) throws -> [CalendarDay] {
        try DemonstrationTable(file).rows.map { row in
            CalendarDay(
                day: try row.date("day"), isWorking: try row.yes("working"), name: try row.text("name"), source: try row.text("source"))
        }
    }
}
