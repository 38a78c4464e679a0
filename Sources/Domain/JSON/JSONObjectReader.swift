/// Reads the members of one JSON object and remembers which were asked for.
public struct JSONObjectReader {
    /// The object itself, for faults that concern several members at once.
    public let cursor: JSONCursor
    private let object: JSONObject
    private var known: Set<String> = []

    init(_ object: JSONObject, at cursor: JSONCursor) {
        self.object = object
        self.cursor = cursor
    }

    /// A member that must be there; reported as missing when it is not.
    public mutating func required(_ name: String) -> JSONCursor? {
        if let member = optional(name) { return member }
        cursor.member(name, .null).report("thiếu mục bắt buộc này; ghi thêm")
        return nil
    }

    /// A member that may be absent.
    public mutating func optional(_ name: String) -> JSONCursor? {
        known.insert(name)
        return object[name].map { cursor.member(name, $0) }
    }

    /// A member that may be absent, with what its absence means; nil only after a fault.
    public mutating func optional<T>(_ name: String, default absent: T, _ read: (JSONCursor) -> T?) -> T? {
        guard let member = optional(name) else { return absent }
        return read(member)
    }

    /// Whether there were any.
    func reportUnknownMembers() -> Bool {
        let unknown = object.members.filter { !known.contains($0.0) }
        for (name, value) in unknown {
            cursor.member(name, value).report("không có mục này trong quy định; bỏ đi hoặc sửa tên mục")
        }
        return !unknown.isEmpty
    }
}
