import Domain

/// The dates and names that the rules of a demonstration refer to, from `settings.csv`.
struct DemonstrationSettings {
    /// Path of the calendar's table, from the folder.
    let calendar: String
    let firstDay: CivilDate
    let openedOn: CivilDate
    let businessDate: CivilDate
    let launchDocument: String
    let interimEnd: CivilDate
    let finalEnd: CivilDate
    let lateUntil: CivilDate
    let extendedFrom: CivilDate
    let overdueFrom: CivilDate
    let lastResultDay: CivilDate
    let latestDay: CivilDate
    /// Three days, ascending.
    let reportDays: [CivilDate]
    /// Day of the month.
    let periodicDay: Int
    let password: String
    let enteredBy: String
    let launchedBy: String
    let decidedBy: String
    let exemptionDocument: String
    let cancellationDocument: String
    let extensionDocument: String
    let findingDocument: String
    /// With `{month}` and `{year}`.
    let combinedWith: String

    init(_ table: DemonstrationTable) throws {
        var values: [String: DemonstrationTable.Row] = [:]
        for row in table.rows {
            values[try row.text("name")] = row
        }
        func row(_ name: String) throws -> DemonstrationTable.Row {
            guard let row = values[name] else { throw Problem.demonstrationData("\(table.file): thiếu dòng \(name).") }
            return row
        }
        func date(_ name: String) throws -> CivilDate { try row(name).date("value") }
        func text(_ name: String) throws -> String { try row(name).text("value") }

        calendar = try text("calendar")
        firstDay = try date("first_day")
        openedOn = try date("opened_on")
        businessDate = try date("business_date")
        launchDocument = try text("launch_document")
        interimEnd = try date("interim_end")
        finalEnd = try date("final_end")
        lateUntil = try date("late_until")
        extendedFrom = try date("extended_from")
        overdueFrom = try date("overdue_from")
        lastResultDay = try date("last_result_day")
        latestDay = try date("latest_day")
        reportDays = try text("report_days").split(separator: " ").compactMap { CivilDate(String($0)) }
        guard reportDays.count == 3, reportDays == reportDays.sorted() else {
            throw try row("report_days").fault("value", "phải là ba ngày tăng dần")
        }
        periodicDay = try row("periodic_day").whole("value")
        password = try text("password")
        enteredBy = try text("entered_by")
        launchedBy = try text("launched_by")
        decidedBy = try text("decided_by")
        exemptionDocument = try text("exemption_document")
        cancellationDocument = try text("cancellation_document")
        extensionDocument = try text("extension_document")
        findingDocument = try text("finding_document")
        combinedWith = try text("combined_with")
    }
}
