public import Domain
import Postgres

/// The province's lists that no officer keeps, and the end of a demonstration's load.
extension OperatorTransaction {
    /// Enters days on which offices do otherwise than on their weekday; a day that is there takes what is given here.
    public func keep(_ days: [CalendarDay]) async throws {
        guard !days.isEmpty else { return }
        try await asOwner(
            """
            INSERT INTO core.calendar_day (day, working, name, source)
            SELECT d.day, d.working, d.name, d.source
            FROM unnest(\(days.map(\.day)), \(days.map(\.isWorking)), \(days.map(\.name)), \(days.map(\.source))) AS d (day, working, name, source)
            ON CONFLICT (day) DO UPDATE
            SET working = excluded.working, name = excluded.name, source = excluded.source
            """)
    }

    /// The days of a year on which offices do otherwise than on their weekday.
    public func calendar(of year: Int) async throws -> [CalendarDay] {
        try await asOwner(
            "SELECT c.day, c.working, c.name, c.source FROM core.calendar_day AS c WHERE extract(year FROM c.day) = \(Int32(clamping: year)) ORDER BY c.day"
        ).decode { row in
            CalendarDay(day: try row.next(), isWorking: try row.next(), name: try row.next(), source: try row.next())
        }
    }

    /// Makes days what their weekday says again.
    public func dropCalendarDays(_ days: [CivilDate]) async throws {
        guard !days.isEmpty else { return }
        try await asOwner("DELETE FROM core.calendar_day AS c WHERE c.day = ANY (\(days))")
    }

    /// Enters sectors (lĩnh vực) in the order of the lists; one that is there takes the name given here.
    public func keepSectors(_ sectors: [(code: String, name: String)]) async throws {
        guard !sectors.isEmpty else { return }
        try await asOwner(
            """
            INSERT INTO core.sector (code, name, position)
            SELECT s.code, s.name, s.position
            FROM unnest(\(sectors.map(\.code)), \(sectors.map(\.name))) WITH ORDINALITY AS s (code, name, position)
            ON CONFLICT (code) DO UPDATE
            SET name = excluded.name, position = excluded.position
            """)
    }

    /// Whether a demonstration was loaded to its end.
    public func isLoaded() async throws -> Bool {
        try await asOwner("SELECT EXISTS (SELECT FROM core.installation WHERE loaded_at IS NOT NULL)").only { row in try row.next() }
    }

    /// Notes that the demonstration is complete.
    public func noteLoaded() async throws {
        try await asOwner("UPDATE core.installation SET loaded_at = clock_timestamp()")
    }

    /// Ends the tokens that were opened under a label.
    public func endCredentials(labelled label: String) async throws {
        try await asOwner("UPDATE core.credential SET ended_at = clock_timestamp() WHERE label = \(label) AND ended_at IS NULL")
    }
}
