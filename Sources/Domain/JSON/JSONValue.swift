/// A JSON document as a tree that loses nothing: members keep their order, numbers keep their digits.
public enum JSONValue: Hashable, Sendable {
    case object(JSONObject)
    case array([JSONValue])
    case string(String)
    case number(JSONNumber)
    case bool(Bool)
    case null
}

/// The members of a JSON object in the order of the document.
public struct JSONObject: Sendable {
    /// Name and value, as a literal has them: an object of a list is made without copying it once more.
    public private(set) var members: [(String, JSONValue)]

    /// The names must differ from each other.
    public init(_ members: [(String, JSONValue)] = []) {
        self.members = members
    }

    public subscript(name: String) -> JSONValue? {
        members.first { $0.0 == name }?.1
    }

    /// Adds a member at the end; the name must not be there yet.
    public mutating func append(_ name: String, _ value: JSONValue) {
        members.append((name, value))
    }
}

extension JSONObject: Hashable {
    public static func == (lhs: JSONObject, rhs: JSONObject) -> Bool {
        lhs.members.elementsEqual(rhs.members) { $0 == $1 }
    }

    public func hash(into hasher: inout Hasher) {
        for (name, value) in members {
            hasher.combine(name)
            hasher.combine(value)
        }
    }
}

/// A JSON number, kept as the digits that were written: nothing is rounded.
public struct JSONNumber: Hashable, Sendable {
    /// A text of the grammar of RFC 8259 section 6.
    public let text: String

    @inlinable
    public init(_ integer: some BinaryInteger) {
        text = integer.description
    }

    /// Only for text that is known to follow the grammar.
    init(checked text: String) {
        self.text = text
    }

    /// The number as an integer, or nil when it is written with a fraction or exponent, or lies outside `Int`.
    public var integer: Int? { Int(text) }

    /// Whether it is written with digits only, so that a nil ``integer`` means "too large".
    public var isWrittenAsInteger: Bool { !text.utf8.contains { ".eE".utf8.contains($0) } }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
    public init(nilLiteral: ()) { self = .null }

    /// An integer that is not a literal.
    @inlinable
    public static func integer(_ value: some BinaryInteger) -> JSONValue { .number(JSONNumber(value)) }

    /// The string, or null.
    @inlinable
    public static func string(orNull value: (some CustomStringConvertible)?) -> JSONValue {
        value.map { .string($0.description) } ?? .null
    }
}
