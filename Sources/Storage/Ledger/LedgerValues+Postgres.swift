public import Domain
public import Postgres

extension LedgerItem.Kind: PostgresEncodable, PostgresDecodable {}
extension LedgerItem.Role: PostgresEncodable, PostgresDecodable {}
extension Timeliness: PostgresEncodable, PostgresDecodable {}
extension TargetMeasure.Direction: PostgresEncodable, PostgresDecodable {}
extension WorkItem.Completion: PostgresEncodable, PostgresDecodable {}
extension WorkItem.Standing.Closure: PostgresEncodable, PostgresDecodable {}
extension ProgressReport.Kind: PostgresEncodable, PostgresDecodable {}
extension ProgressReport.Figure.Status: PostgresEncodable, PostgresDecodable {}
extension Ruling.Kind: PostgresEncodable, PostgresDecodable {}
extension Ruling.Fault: PostgresEncodable, PostgresDecodable {}
extension ExtensionStep.Kind: PostgresEncodable, PostgresDecodable {}
extension ItemCorrection.Kind: PostgresEncodable, PostgresDecodable {}
extension MottoStep.Kind: PostgresEncodable, PostgresDecodable {}
extension MottoStep.Body: PostgresEncodable, PostgresDecodable {}
extension DisputeStep.Kind: PostgresEncodable, PostgresDecodable {}
extension DisputeStep.Ground: PostgresEncodable, PostgresDecodable {}
extension DisputeStep.Remedy: PostgresEncodable, PostgresDecodable {}

/// Exact on both sides: `numeric(25, 10)` holds what a quantity can be.
extension Quantity: PostgresEncodable, PostgresDecodable {
    public static var postgresOID: OID { .numeric }
    public static var acceptedOIDs: [OID] { [.numeric] }

    public func encode(into buffer: inout EncodingBuffer) {
        (PostgresNumeric(description) ?? .notANumber).encode(into: &buffer)
    }

    public init(decoding cell: Cell) throws(DecodingFault) {
        guard let quantity = Quantity(try PostgresNumeric(decoding: cell).text) else { throw DecodingFault("not a quantity of the ledger") }
        self = quantity
    }
}

/// By the media type, as browsers name it.
extension DocumentFormat: PostgresEncodable, PostgresDecodable {
    public static var postgresOID: OID { .text }
    public static var acceptedOIDs: [OID] { String.acceptedOIDs }

    public func encode(into buffer: inout EncodingBuffer) { mediaType.encode(into: &buffer) }

    public init(decoding cell: Cell) throws(DecodingFault) {
        guard let format = DocumentFormat(mediaType: try String(decoding: cell)) else {
            throw DecodingFault("not the media type of a kept file")
        }
        self = format
    }
}

extension LedgerEntry.Position {
    /// Items without a due date sort as if due at the end of time.
    var sortDue: PostgresDate {
        dueOn.map { PostgresDate(daysSince1970: $0.daysSince1970) } ?? .infinity
    }
}
