extension FieldReader {
    /// A group of fields.
    func group<Value>(_ name: String, _ make: (FieldReader) -> Value) -> Value {
        guard let (node, path) = required(name, .fields) else { return Self.standIn(make) }
        return Self.read(node, owner: position(of: name), at: path, log: log, make) ?? Self.standIn(make)
    }

    func optionalGroup<Value>(_ name: String, _ make: (FieldReader) -> Value) -> Value? {
        guard let (node, path) = optional(name) else { return nil }
        return Self.read(node, owner: position(of: name), at: path, log: log, make)
    }

    /// A list of groups, in order.
    func groups<Value>(_ name: String, _ make: (FieldReader) -> Value) -> [Value] {
        list(required(name, .list)) { Self.read($0, owner: $0.position, at: $1, log: log, make) }
    }

    /// A list of groups that may be left out when it would be empty.
    func optionalGroups<Value>(_ name: String, _ make: (FieldReader) -> Value) -> [Value] {
        list(optional(name)) { Self.read($0, owner: $0.position, at: $1, log: log, make) }
    }

    /// A list of texts, in order.
    func texts(_ name: String) -> [String] {
        list(required(name, .list), element: text)
    }

    /// A list of texts that may be left out when it would be empty.
    func optionalTexts(_ name: String) -> [String] {
        list(optional(name), element: text)
    }

    func choices<Value: RawRepresentable<String> & CaseIterable>(_ name: String) -> [Value] {
        list(required(name, .list), element: choice)
    }

    func optionalChoices<Value: RawRepresentable<String> & CaseIterable>(_ name: String) -> [Value] {
        list(optional(name), element: choice)
    }

    private func list<Value>(_ found: (node: SourceNode, path: String)?, element: (SourceNode, String) -> Value?) -> [Value] {
        guard let (node, path) = found else { return [] }
        guard case .list(let nodes) = node.content else {
            log.spoil(.wrongShape(expected: .list, found: node.shape), at: node.position, path: path)
            return []
        }
        guard !nodes.isEmpty else {
            log.spoil(.wrongShape(expected: .list, found: .nothing), at: node.position, path: path)
            return []
        }
        var values: [Value] = []
        for (index, node) in nodes.enumerated() {
            let place = "\(path)[\(index)]"
            log.note(node.position, at: place)
            if let value = element(node, place) { values.append(value) }
        }
        return values
    }
}
