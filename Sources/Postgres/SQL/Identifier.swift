/// A name in SQL, spelled in the source or made from a validated schema name; it is always quoted.
public struct Identifier: Sendable, Hashable {
    /// The name as it stands in SQL: `"schema"."name"`.
    public let quoted: String

    /// A name that is written in the source code.
    public init(_ name: StaticString) {
        quoted = Self.quote(name.description)
    }

    /// A table, view or routine of a schema that is only known at run time.
    public init(schema: SchemaName, _ name: StaticString) {
        quoted = Self.quote(schema.text) + "." + Self.quote(name.description)
    }

    /// The schema itself, as in `GRANT USAGE ON SCHEMA`.
    public init(_ schema: SchemaName) {
        quoted = Self.quote(schema.text)
    }

    private static func quote(_ name: String) -> String {
        // Statements are put together at every request, and no name of ours has a quotation mark.
        guard name.utf8.contains(UInt8(ascii: "\"")) else { return "\"" + name + "\"" }
        var quoted = "\""
        for character in name.unicodeScalars {
            if character == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "\""
    }
}

/// The name of a schema that came from data: lower-case ASCII letters, digits and `_`, at most 63 bytes, a letter first.
public struct SchemaName: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    /// Nil unless the name matches `^[a-z][a-z0-9_]{0,62}$`.
    public init?(validating name: String) {
        let bytes = name.utf8
        guard let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), bytes.count <= 63 else { return nil }
        let allowed = bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            default: false
            }
        }
        guard allowed else { return nil }
        text = name
    }

    public var description: String { text }
}
