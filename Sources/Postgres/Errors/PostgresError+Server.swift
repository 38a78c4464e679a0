extension PostgresError {
    /// The error that a failed result carries.
    static func server(_ result: borrowing ResultHandle) -> PostgresError {
        let report = ServerReport(
            severity: result.errorField(.severityNonlocalized),
            sqlState: result.errorField(.sqlState),
            message: result.errorField(.primaryMessage) ?? result.errorMessage,
            detail: result.errorField(.detail),
            hint: result.errorField(.hint),
            position: result.errorField(.position).flatMap { Int($0) },
            context: result.errorField(.context),
            schema: result.errorField(.schema),
            table: result.errorField(.table),
            column: result.errorField(.column),
            dataType: result.errorField(.dataType),
            constraint: result.errorField(.constraint))
        return PostgresError(.server, report.message).with { $0.server = report }
    }

    /// A FATAL of the server, such as 57P01 when an administrator ends the session, ends the connection too.
    var endsConnection: Bool {
        guard let severity = fields.server?.severity else { return false }
        return severity == "FATAL" || severity == "PANIC"
    }
}
