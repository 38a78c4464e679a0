import Domain

/// Reads one group of fields. Each field is asked for by name; what nobody asked for is reported at the end.
///
/// A field that cannot be used is reported and a stand-in returned, so that reading goes on; ``CampaignFile`` never lets a campaign
/// with stand-ins out.
final class FieldReader {
    let path: String
    let log: FaultLog
    private let owner: CampaignFile.Position
    private let fields: [String: SourceField]
    private var asked: [String] = []

    private init(_ fields: [SourceField], owner: CampaignFile.Position, path: String, log: FaultLog) {
        self.owner = owner
        self.path = path
        self.log = log
        var byName: [String: SourceField] = [:]
        for field in fields {
            guard let name = field.name else {
                log.add(.fieldNameNotText, at: field.position, path: path)
                continue
            }
            if let first = byName[name] {
                log.add(.duplicateField(name, firstLine: first.position.line), at: field.position, path: Self.join(path, name))
            } else {
                byName[name] = field
            }
        }
        self.fields = byName
    }

    /// Reads a value that has to be a group of fields; nil, with the fault reported, when it is something else.
    static func read<Value>(
        _ node: SourceNode, owner: CampaignFile.Position, at path: String, log: FaultLog, _ make: (FieldReader) -> Value
    ) -> Value? {
        guard case .fields(let fields) = node.content else {
            log.spoil(.wrongShape(expected: .fields, found: node.shape), at: node.position, path: path)
            return nil
        }
        let reader = FieldReader(fields, owner: owner, path: path, log: log)
        let value = make(reader)
        reader.reportUnknown()
        return value
    }

    /// Reads nothing: gives the stand-ins of a group that is not there, without reporting each of its fields.
    static func standIn<Value>(_ make: (FieldReader) -> Value) -> Value {
        make(FieldReader([], owner: .start, path: "", log: FaultLog()))
    }

    // MARK: Finding fields

    /// The value of a field that may be left out.
    func optional(_ name: String) -> (node: SourceNode, path: String)? {
        asked.append(name)
        guard let field = fields[name] else { return nil }
        let path = Self.join(path, name)
        switch field.value.content {
        case .scalar: log.note(field.value.position, at: path)
        case .list, .fields: log.note(field.position, at: path)
        }
        return (field.value, path)
    }

    /// The value of a field that has to be there; when it is not, that is reported.
    func required(_ name: String, _ expected: CampaignFile.Shape) -> (node: SourceNode, path: String)? {
        if let found = optional(name) { return found }
        log.spoil(.missingField(name, expected: expected), at: owner, path: Self.join(path, name))
        return nil
    }

    /// Where the name of a field stands: the line that an officer takes for the place of a list or a group.
    func position(of name: String) -> CampaignFile.Position {
        fields[name]?.position ?? owner
    }

    private func reportUnknown() {
        for (name, field) in fields where !asked.contains(name) {
            let candidates = asked.filter { fields[$0] == nil }
            log.add(
                .unknownField(name, nearest: Spelling.nearest(to: name, among: candidates)), at: field.position, path: Self.join(path, name)
            )
        }
    }

    static func join(_ path: String, _ name: String) -> String {
        path.isEmpty ? name : "\(path).\(name)"
    }
}
