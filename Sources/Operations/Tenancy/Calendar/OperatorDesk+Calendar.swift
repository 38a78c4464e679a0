public import Domain
import Storage

/// What the import of a year's calendar did, or would do.
public struct CalendarChanges: Sendable, Hashable {
    public let year: Int
    public let added: [CalendarDay]
    /// As they are said now.
    public let changed: [CalendarDay]
    /// Those of the year that the file does not name.
    public let removed: [CalendarDay]
    public let unchanged: Int
}

extension OperatorDesk {
    /// Makes the working calendar of a year what a file says: days of that year which it does not name are days like others again.
    ///
    /// - Parameter trial: answers what would change, and changes nothing.
    /// - Throws: `invalid-table`; `invalid-input` with every cell at fault.
    public func importCalendar(_ content: [UInt8], name: String, trial: Bool) async throws -> CalendarChanges {
        let table = try CalendarTable(content, name: name)
        return try await perform { (tx: borrowing OperatorTransaction) in
            let standing = Dictionary(uniqueKeysWithValues: try await tx.calendar(of: table.year).map { ($0.day, $0) })
            let named = Set(table.days.map(\.day))
            let changes = CalendarChanges(
                year: table.year, added: table.days.filter { standing[$0.day] == nil },
                changed: table.days.filter { day in standing[day.day].map { $0 != day } ?? false },
                removed: standing.values.filter { !named.contains($0.day) }.sorted { $0.day < $1.day },
                unchanged: table.days.count { standing[$0.day] == $0 })
            if !trial {
                try await tx.keep(changes.added + changes.changed)
                try await tx.dropCalendarDays(changes.removed.map(\.day))
            }
            return changes
        }
    }

    /// The days of a year on which offices do otherwise than on their weekday.
    public func calendar(of year: Int) async throws -> [CalendarDay] {
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.calendar(of: year) }
    }
}
