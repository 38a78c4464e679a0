public import Domain

/// Where a page of a list ended: which list, and the keys of its last row, in the order of the list.
///
/// Opaque to the client. It opens nothing: the next page is read under the same policies.
public enum Cursor {
    /// - Parameter list: the list that goes on there; another does not take it.
    public static func text(of list: String, _ keys: String...) -> String { text([list] + keys) }

    /// The same of the list that the route shows.
    public static func text(_ call: Call, _ keys: String...) -> String { text([call.route.name] + keys) }

    /// The keys, or a fault where the text is not one of ours, of another list or holds another number of keys.
    public static func keys(_ text: String?, of list: String, count: Int) throws(Problem) -> [String]? {
        guard let text else { return nil }
        let parts = bytes(text).map {
            String(decoding: $0, as: UTF8.self).split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        }
        guard let parts, parts.count == count + 1, parts[0] == list else { throw notOurs }
        return Array(parts.dropFirst())
    }

    /// Where the request goes on in the list that its route shows.
    public static func keys(_ call: Call, count: Int) throws(Problem) -> [String]? {
        try keys(call.query("cursor"), of: call.route.name, count: count)
    }

    public static let notOurs = Problem.invalid("?cursor", "không đúng; lấy từ trường next của trang trước")

    private static func text(_ parts: [String]) -> String {
        hex(Array(parts.joined(separator: "\u{1F}").utf8))
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(_ hex: String) -> [UInt8]? {
        let digits = Array(hex.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
