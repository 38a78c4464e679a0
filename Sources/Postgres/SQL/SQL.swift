/// SQL text with typed binds.
///
/// It is built only from literals, binds, identifiers and other SQL values; a `String` is not SQL and does not become SQL.
///
/// ```swift
/// let sql: SQL = """
///     SELECT id, title
///     FROM \(identifier: table)
///     WHERE due_on <= \(day)
///     """
/// ```
public struct SQL: Sendable {
    /// The statement with `$1`, `$2` … in place of the binds.
    public private(set) var text: String
    /// The values behind `$1`, `$2` …, in this order.
    public private(set) var binds: [Bind]

    init(text: String, binds: [Bind]) {
        self.text = text
        self.binds = binds
    }

    /// Both texts one after the other; the binds of the second are renumbered.
    public static func + (lhs: SQL, rhs: SQL) -> SQL {
        var sum = lhs
        sum.append(rhs)
        return sum
    }

    public static func += (lhs: inout SQL, rhs: SQL) {
        lhs.append(rhs)
    }

    /// The parts with the separator between them; no parts give empty SQL.
    public static func joined(_ parts: [SQL], separator: SQL) -> SQL {
        var whole = SQL(text: "", binds: [])
        for (index, part) in parts.enumerated() {
            if index > 0 { whole.append(separator) }
            whole.append(part)
        }
        return whole
    }
}

extension SQL {
    mutating func append(text more: String) {
        text += more
    }

    mutating func append(_ value: (any PostgresEncodable)?, oid: OID) {
        text += "$"
        binds.append(Bind(value: value, oid: oid, mark: text.utf8.count))
        text += String(binds.count)
    }

    mutating func append(_ other: SQL) {
        guard !other.binds.isEmpty else {
            text += other.text
            return
        }
        guard !binds.isEmpty else {
            // Its numbers stay as they are.
            let start = text.utf8.count
            text += other.text
            binds = start == 0 ? other.binds : other.binds.map { Bind(value: $0.value, oid: $0.oid, mark: $0.mark + start) }
            return
        }
        let source = other.text.utf8
        var copied = source.startIndex
        for (index, bind) in other.binds.enumerated() {
            let mark = source.index(source.startIndex, offsetBy: bind.mark)
            text += other.text[copied..<mark]
            binds.append(Bind(value: bind.value, oid: bind.oid, mark: text.utf8.count))
            text += String(binds.count)
            copied = source.index(mark, offsetBy: String(index + 1).utf8.count)
        }
        text += other.text[copied...]
    }
}

extension SQL: CustomStringConvertible {
    /// The text without the values, so that it can go into a log.
    public var description: String { text }
}
