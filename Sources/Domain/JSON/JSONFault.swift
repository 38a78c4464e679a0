/// The way from the root of a JSON document to one of its values.
public indirect enum JSONPath: Hashable, Sendable, CustomStringConvertible {
    case root
    case member(JSONPath, String)
    case element(JSONPath, Int)

    /// `$.units[0].items[3].role`; names that are no plain words are quoted: `$["tên lạ"]`.
    public var description: String {
        switch self {
        case .root: "$"
        case .element(let parent, let index): "\(parent)[\(index)]"
        case .member(let parent, let name):
            Self.isPlainWord(name) ? "\(parent).\(name)" : "\(parent)[\(JSONValue.string(name).text())]"
        }
    }

    private static func isPlainWord(_ name: String) -> Bool {
        guard let first = name.first, !first.isNumber else { return false }
        return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
}

/// One thing that is wrong with a JSON document, for the person who wrote it.
public struct JSONFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: JSONPath
    /// In Vietnamese, without the path.
    public let reason: String

    public init(_ path: JSONPath, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    /// `$.units[0].items[3].role: reason`, on one line, whatever the document holds.
    public var description: String { "\(path): \(String(reason.map { $0.isNewline ? " " : $0 }))" }

    /// A text of the document as a reason quotes it: enough to find it again.
    static func quoted(_ text: String) -> String {
        text.count > 80 ? "“\(text.prefix(80))…”" : "“\(text)”"
    }
}

/// Everything that is wrong with a JSON document. Nothing of such a document is used.
public struct JSONFaults: Error, Hashable, Sendable, CustomStringConvertible {
    /// Never empty.
    public let faults: [JSONFault]

    public init(_ first: JSONFault, _ others: [JSONFault] = []) {
        faults = [first] + others
    }

    /// One fault a line.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
