extension SQL: ExpressibleByStringInterpolation {
    public init(stringLiteral literal: String) {
        self.init(text: literal, binds: [])
    }

    public init(stringInterpolation interpolation: StringInterpolation) {
        self = interpolation.sql
    }

    /// What may stand between `\(` and `)` inside SQL.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var sql: SQL

        public init(literalCapacity: Int, interpolationCount: Int) {
            var text = ""
            text.reserveCapacity(literalCapacity + 3 * interpolationCount)
            // Most pieces bind nothing: no room is made beforehand.
            sql = SQL(text: text, binds: [])
        }

        public mutating func appendLiteral(_ literal: String) {
            sql.append(text: literal)
        }

        /// A value, sent beside the text and never inside it.
        public mutating func appendInterpolation<T: PostgresEncodable>(_ value: T) {
            sql.append(value, oid: T.postgresOID)
        }

        /// A value or NULL; NULL keeps the type of `T`.
        public mutating func appendInterpolation<T: PostgresEncodable>(_ value: T?) {
            sql.append(value, oid: T.postgresOID)
        }

        /// The quoted name of a table, column or schema.
        public mutating func appendInterpolation(identifier: Identifier) {
            sql.append(text: identifier.quoted)
        }

        /// Another piece of SQL; its binds are renumbered.
        public mutating func appendInterpolation(fragment: SQL) {
            sql.append(fragment)
        }

        /// Another piece of SQL, or nothing.
        public mutating func appendInterpolation(fragment: SQL?) {
            if let fragment { sql.append(fragment) }
        }
    }
}
