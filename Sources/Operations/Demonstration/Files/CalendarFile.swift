import Domain
import Foundation

/// The days off of a year, as `deploy/calendar` keeps them.
enum CalendarFile {
    static func read(_ file: URL) throws -> [CalendarDay] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw Problem.demonstrationData("\(file.path): không đọc được tệp.")
        }
        return try DemonstrationTable(file: file.lastPathComponent, text: text).rows.map { row in
            CalendarDay(
                day: try row.date("day"), isWorking: try row.yes("working"), name: try row.text("name"), source: try row.text("source"))
        }
    }
}
