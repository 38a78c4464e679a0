import Domain
import Foundation

/// The days off of a year, as `deploy/calendar` keeps them.
enum CalendarFile {
    static func read(_ file: URL) throws -> [CalendarDay] {
        return try DemonstrationTable(file).rows.map { row in
            CalendarDay(
                day: try row.date("day"), isWorking: try row.yes("working"), name: try row.text("name"), source: try row.text("source"))
        }
    }
}
