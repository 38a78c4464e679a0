import Domain

/// A form as browsers send it: `application/x-www-form-urlencoded`.
public struct FormBody: Sendable {
    private let fields: [String: String]

    public init(_ bytes: [UInt8]) {
        var fields: [String: String] = [:]
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = parts.count == 2 ? Self.decoded(parts[1]) : "" else { continue }
            fields[name] = value
        }
        self.fields = fields
    }

    public static let mediaType = "application/x-www-form-urlencoded"

    /// A field, empty when it was not sent.
    public subscript(name: String) -> String { fields[name] ?? "" }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var plain: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
                plain.append(value)
                rest = rest.dropFirst(2)
            default: plain.append(byte)
            }
        }
        return String(validating: plain, as: UTF8.self)
    }
}
