extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    /// Codes and names only; no text of the server, which can contain values.
    public var description: String {
        var parts = ["PostgresError.\(code)"]
        if let sqlState { parts.append("SQLSTATE \(sqlState)") }
        if let constraint { parts.append("constraint \(constraint)") }
        if let table { parts.append("table \(table)") }
        if let column { parts.append("column \(column)") }
        if let statementIndex { parts.append("statement \(statementIndex)") }
        return parts.joined(separator: ", ")
    }

    public var debugDescription: String {
        var lines = [description + ": " + message]
        func add(_ name: String, _ value: (some Any)?) {
            if let value { lines.append("  \(name): \(value)") }
        }
        add("detail", detail)
        add("hint", hint)
        add("schema", schema)
        add("data type", dataType)
        add("position", position)
        add("context", context)
        if let decoding = fields.decoding {
            add("row", decoding.row)
            add("column number", decoding.index + 1)
            add("column type", decoding.columnType)
            add("asked for", decoding.swiftType)
            add("value", decoding.valueKind)
            add("read at", decoding.callSite)
        }
        if let underlying { add("underlying", String(reflecting: underlying)) }
        return lines.joined(separator: "\n")
    }
}
