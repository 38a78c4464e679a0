import CLibPQ

/// Where a session stands between two commands.
public enum TransactionStatus: UInt8, Sendable {
    /// No transaction is open.
    case idle
    /// A command is under way.
    case active
    /// A transaction is open and may go on.
    case inTransaction
    /// A transaction is open and failed: only ROLLBACK is accepted.
    case inError
    /// The connection is gone.
    case unknown

    init(_ status: PGTransactionStatusType) {
        switch status {
        case PQTRANS_IDLE: self = .idle
        case PQTRANS_ACTIVE: self = .active
        case PQTRANS_INTRANS: self = .inTransaction
        case PQTRANS_INERROR: self = .inError
        default: self = .unknown
        }
    }
}
