import CLibPQ
import Logging

/// Where notices and warnings of the server go: the log, at level debug.
final class NoticeSink: Sendable {
    private let logger: Logger

    init(logger: Logger) {
        self.logger = logger
    }

    /// `result` belongs to libpq and lives only during the call.
    @unsafe func receive(_ result: OpaquePointer) {
        guard logger.logLevel <= .debug else { return }
        func field(_ field: ResultHandle.ErrorField) -> String {
            unsafe PQresultErrorField(result, Int32(field.letter.value)).map { unsafe String(cString: $0) } ?? ""
        }
        logger.debug(
            "notice of the server",
            metadata: [
                "severity": "\(field(.severityNonlocalized))", "sqlstate": "\(field(.sqlState))", "notice": "\(field(.primaryMessage))",
            ])
    }
}
