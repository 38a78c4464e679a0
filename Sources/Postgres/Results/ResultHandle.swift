import CLibPQ

/// Owns one `PGresult`; freed exactly once, when the handle ends.
///
/// `@unchecked Sendable`: libpq documents that a `PGresult` is read-only after `PQgetResult` returned it and may be read from several
/// threads at once. Nothing here calls the few functions that would change it.
@safe struct ResultHandle: ~Copyable, @unchecked Sendable {
    private let raw: OpaquePointer

    init(_ raw: OpaquePointer) {
        unsafe self.raw = unsafe raw
    }

    deinit {
        unsafe PQclear(raw)
    }

    /// The letters of `PG_DIAG_…`, which are macros of characters that Swift does not import.
    struct ErrorField {
        let letter: Unicode.Scalar

        static let severityNonlocalized = ErrorField(letter: "V")
        static let sqlState = ErrorField(letter: "C")
        static let primaryMessage = ErrorField(letter: "M")
        static let detail = ErrorField(letter: "D")
        static let hint = ErrorField(letter: "H")
        static let position = ErrorField(letter: "P")
        static let context = ErrorField(letter: "W")
        static let schema = ErrorField(letter: "s")
        static let table = ErrorField(letter: "t")
        static let column = ErrorField(letter: "c")
        static let dataType = ErrorField(letter: "d")
        static let constraint = ErrorField(letter: "n")
    }

    var status: ExecStatusType { unsafe PQresultStatus(raw) }
    var rows: Int { Int(unsafe PQntuples(raw)) }
    var fields: Int { Int(unsafe PQnfields(raw)) }
    /// In memory, all of it.
    var byteCount: Int { unsafe PQresultMemorySize(raw) }
    var commandTag: String { unsafe PQcmdStatus(raw).map { unsafe String(cString: $0) } ?? "" }
    var affected: Int { unsafe PQcmdTuples(raw).flatMap { unsafe Int(String(cString: $0)) } ?? 0 }
    var errorMessage: String { unsafe PQresultErrorMessage(raw).map { unsafe String(cString: $0) } ?? "" }

    func errorField(_ field: ErrorField) -> String? {
        unsafe PQresultErrorField(raw, Int32(field.letter.value)).map { unsafe String(cString: $0) }
    }

    func name(_ column: Int) -> String {
        unsafe PQfname(raw, Int32(column)).map { unsafe String(cString: $0) } ?? ""
    }

    func type(_ column: Int) -> OID {
        OID(rawValue: unsafe PQftype(raw, Int32(column)))
    }

    func isText(_ column: Int) -> Bool {
        unsafe PQfformat(raw, Int32(column)) == 0
    }

    /// The cell, nil for NULL. `owner` is what keeps this handle alive.
    func cell(row: Int, column: Int, owner: ResultSet) -> Cell? {
        let row = Int32(truncatingIfNeeded: row)
        let column = Int32(truncatingIfNeeded: column)
        let length = Int(unsafe PQgetlength(raw, row, column))
        if length == 0, unsafe PQgetisnull(raw, row, column) != 0 { return nil }
        let bytes = unsafe UnsafeRawBufferPointer(start: PQgetvalue(raw, row, column), count: length)
        return unsafe Cell(bytes, oid: OID(rawValue: PQftype(raw, column)), owner: owner)
    }
}
