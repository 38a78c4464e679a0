/// Everything that can go wrong between a statement and its rows.
///
/// ``description`` is safe to show: it carries codes and names of constraints, never a value of a row. ``debugDescription`` is
/// complete and belongs into a log.
public struct PostgresError: Error, Sendable {
    /// What kind of failure it is, for decisions in code.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Value: String {
            case connectionFailed, connectionLost, connectionBusy, poolExhausted, poolClosed, deadlineExceeded, cancelled
            case server, decoding, protocolViolation, commitUnknown, clientFailed, rowCount
        }

        private let value: Value

        public var description: String { value.rawValue }

        /// The server could not be reached or refused the connection.
        public static let connectionFailed = Code(value: .connectionFailed)
        /// The connection ended while it was in use; nothing was committed by the statements concerned.
        public static let connectionLost = Code(value: .connectionLost)
        /// A second operation was begun while a COPY or a stream was under way on the same connection.
        public static let connectionBusy = Code(value: .connectionBusy)
        /// No connection became free before the deadline.
        public static let poolExhausted = Code(value: .poolExhausted)
        /// The pool is shut down or shutting down.
        public static let poolClosed = Code(value: .poolClosed)
        /// The deadline passed; the statements were cancelled and did nothing.
        public static let deadlineExceeded = Code(value: .deadlineExceeded)
        /// The task was cancelled; the statements were cancelled and did nothing.
        public static let cancelled = Code(value: .cancelled)
        /// The server refused a statement: see ``PostgresError/sqlState``.
        public static let server = Code(value: .server)
        /// A value could not be read as the Swift type asked for.
        public static let decoding = Code(value: .decoding)
        /// Something came that the protocol does not allow here, or a statement was used where it cannot be.
        public static let protocolViolation = Code(value: .protocolViolation)
        /// The connection ended, or the time was up, after the commit had been sent and before the verdict came.
        public static let commitUnknown = Code(value: .commitUnknown)
        /// A closure of the caller threw; its error is ``PostgresError/underlying``.
        public static let clientFailed = Code(value: .clientFailed)
        /// Not the number of rows that was asked for.
        public static let rowCount = Code(value: .rowCount)
    }

    var fields: Fields {
        get { box.fields }
        set { box = Box(fields: newValue) }
    }

    // Boxed, so that a typed throw moves one pointer.
    private var box: Box

    private final class Box: Sendable {
        let fields: Fields
        init(fields: Fields) { self.fields = fields }
    }

    struct Fields: Sendable {
        var code: Code
        var message: String
        var server: ServerReport?
        var decoding: DecodingReport?
        var statementIndex: Int?
        var underlying: (any Error)?
    }

    init(_ code: Code, _ message: String, underlying: (any Error)? = nil) {
        box = Box(fields: Fields(code: code, message: message, underlying: underlying))
    }

    public var code: Code { fields.code }
    /// The five characters of SQLSTATE when the server refused.
    public var sqlState: String? { fields.server?.sqlState }
    /// What happened; of the server, or of the client. May contain values of rows.
    public var message: String { fields.server?.message ?? fields.message }
    public var detail: String? { fields.server?.detail }
    public var hint: String? { fields.server?.hint }
    public var schema: String? { fields.server?.schema }
    public var table: String? { fields.server?.table }
    public var column: String? { fields.server?.column ?? fields.decoding?.column }
    public var dataType: String? { fields.server?.dataType }
    public var constraint: String? { fields.server?.constraint }
    /// The PL/pgSQL call stack.
    public var context: String? { fields.server?.context }
    /// Character of the statement at which the error was found, from 1.
    public var position: Int? { fields.server?.position }
    /// Which statement of the pipeline failed, from 0; nil when the failure came at the commit or belongs to none.
    public var statementIndex: Int? { fields.statementIndex }
    /// What caused this, or what went wrong as well while cleaning up.
    public var underlying: (any Error)? { fields.underlying }

    func with(_ change: (inout Fields) -> Void) -> PostgresError {
        var copy = self
        var fields = copy.fields
        change(&fields)
        copy.fields = fields
        return copy
    }
}

/// The error fields of the protocol.
struct ServerReport: Sendable {
    var severity: String?
    var sqlState: String?
    var message: String
    var detail: String?
    var hint: String?
    var position: Int?
    var context: String?
    var schema: String?
    var table: String?
    var column: String?
    var dataType: String?
    var constraint: String?
}

/// Where and why a value could not be read.
struct DecodingReport: Sendable {
    var column: String
    var index: Int
    var row: Int
    var columnType: OID
    var swiftType: String
    var valueKind: String
    var reason: String
    var callSite: String
}
