extension JudgementParameters {
    /// One parameter given another value, by its name in the ledger file.
    public struct Change: Hashable, Sendable {
        public let name: String
        /// As it is written in a ledger file, without quotes: `3`, `average`, `false`, `2023-06-25`.
        public let value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        /// Reads `name=value`.
        public init?(_ text: some StringProtocol) {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else { return nil }
            self.init(name: String(parts[0]), value: String(parts[1]))
        }
    }

    /// The names of all parameters, in the order of the ledger file.
    public static let names: [String] = ledgerFileDefaults.members.map { $0.0 }

    var members: [(String, JSONValue)] {
        guard case .object(let object) = json else { return [] }
        return object.members
    }

    /// These parameters with some of them changed; the rest stays as the campaign has it.
    ///
    /// - Throws: ``JSONFaults`` with every name that is none and every value that does not fit, each at `$.name`.
    public func applying(_ changes: [Change]) throws(JSONFaults) -> JudgementParameters {
        var values = members
        var faults: [JSONFault] = []
        var named: Set<String> = []
        for change in changes {
            let path = JSONPath.member(.root, change.name)
            guard let index = values.firstIndex(where: { $0.0 == change.name }) else {
                faults.append(JSONFault(path, "không có tham số này; chọn một trong: \(Self.names.joined(separator: ", "))"))
                continue
            }
            if !named.insert(change.name).inserted { faults.append(JSONFault(path, "ghi hai lần; chỉ giữ một")) }
            values[index].1 = Self.value(change.value)
        }
        if let first = faults.first { throw JSONFaults(first, Array(faults.dropFirst())) }
        return try StrictJSON.read(JSONValue.object(JSONObject(values)).bytes()) { JudgementParameters.read($0) }
    }

    private static func value(_ text: String) -> JSONValue {
        if let integer = Int(text), String(integer) == text { return .integer(integer) }
        return switch text {
        case "true": .bool(true)
        case "false": .bool(false)
        default: .string(text)
        }
    }

    /// Of those that differ between the two, the name with the value before and after.
    public func differences(to other: JudgementParameters) -> [(name: String, before: String, after: String)] {
        zip(members, other.members).filter { $0.1 != $1.1 }.map { before, after in
            (name: before.0, before: Self.text(before.1), after: Self.text(after.1))
        }
    }

    static func text(_ value: JSONValue) -> String {
        if case .string(let text) = value { text } else { value.text() }
    }
}
