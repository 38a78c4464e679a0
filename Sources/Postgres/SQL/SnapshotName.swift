/// The name under which one transaction shares the moment that it sees: hexadecimal digits and `-`, as `pg_export_snapshot()` gives it.
///
/// `SET TRANSACTION SNAPSHOT` takes no value beside its text, so the name must stand in it; nothing else of its shape does.
public struct SnapshotName: Sendable, Hashable {
    let text: String

    /// Nil unless the text is such a name.
    public init?(validating text: String) {
        let isName = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "-"): true
            default: false
            }
        }
        guard isName, (1...63).contains(text.utf8.count) else { return nil }
        self.text = text
    }
}

extension SQL.StringInterpolation {
    /// The name of a shared snapshot, quoted.
    public mutating func appendInterpolation(snapshot name: SnapshotName) {
        sql.append(text: "'" + name.text + "'")
    }
}
