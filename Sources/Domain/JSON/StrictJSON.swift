/// Reads JSON without forgiving anything: RFC 8259 in UTF-8, no duplicate names, no nesting past ``maximumDepth``, nothing after the
/// document.
public enum StrictJSON {
    /// How many arrays and objects may be open at once.
    public static let maximumDepth = 32

    /// How many combining marks may follow each other: the limit of Unicode's stream-safe text format.
    static let maximumMarks = VietnameseText.maximumMarks

    /// Reads one document.
    ///
    /// - Throws: ``JSONFaults`` with every duplicate name, and with the first place where the text stops being JSON.
    public static func parse(_ bytes: some Sequence<UInt8>) throws(JSONFaults) -> JSONValue {
        try parse(bytes, sink: nil)
    }

    private static func parse(_ bytes: some Sequence<UInt8>, sink: JSONElementSink?) throws(JSONFaults) -> JSONValue {
        var parser = StrictJSONParser(Array(bytes), sink: sink)
        return try parser.parseDocument()
    }

    /// Reads one document into a type, every fault at once.
    ///
    /// `read` walks the tree by ``JSONCursor``; it returns nil after reporting what was wrong.
    /// - Throws: ``JSONFaults`` with the faults of the text or, when it is JSON, of its content.
    public static func read<T>(_ bytes: some Sequence<UInt8>, _ read: (JSONCursor) -> T?) throws(JSONFaults) -> T {
        try self.read(bytes, sink: nil, read)
    }

    /// The same, with a sink that takes elements while the text is being read.
    static func read<T>(
        _ bytes: some Sequence<UInt8>, sink: JSONElementSink?, _ read: (JSONCursor) -> T?
    ) throws(JSONFaults) -> T {
        let log = JSONFaultLog()
        let value = read(JSONCursor(try parse(bytes, sink: sink), log: log))
        if let faults = log.faults { throw faults }
        guard let value else { throw JSONFaults(JSONFault(.root, "nội dung không hợp lệ")) }
        return value
    }
}
