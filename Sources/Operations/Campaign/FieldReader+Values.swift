import Domain

extension FieldReader {
    func text(_ name: String) -> String {
        required(name, .text).flatMap { text(in: $0.node, at: $0.path) } ?? ""
    }

    func optionalText(_ name: String) -> String? {
        optional(name).flatMap { text(in: $0.node, at: $0.path) }
    }

    func date(_ name: String) -> CivilDate {
        guard let (node, path) = required(name, .date), let text = scalar(in: node, at: path, expected: .date) else { return .earliest }
        if let date = CivilDate(text) { return date }
        log.spoil(.noSuchDate(text), at: node.position, path: path)
        return .earliest
    }

    func integer(_ name: String) -> Int {
        guard let (node, path) = required(name, .integer) else { return 0 }
        guard node.shape == .integer, case .scalar(let text, _) = node.content else {
            log.spoil(.wrongShape(expected: .integer, found: node.shape), at: node.position, path: path)
            return 0
        }
        if let value = Int(text) { return value }
        log.spoil(.numberTooLarge(text), at: node.position, path: path)
        return 0
    }

    func flag(_ name: String) -> Bool {
        guard let (node, path) = required(name, .flag) else { return false }
        guard node.shape == .flag, case .scalar(let text, _) = node.content else {
            log.spoil(.wrongShape(expected: .flag, found: node.shape), at: node.position, path: path)
            return false
        }
        return text == "true"
    }

    /// One of the named values of a type.
    func choice<Value: RawRepresentable<String> & CaseIterable>(_ name: String, standIn: Value) -> Value {
        required(name, .choice(Value.names)).flatMap { choice(in: $0.node, at: $0.path) } ?? standIn
    }

    func optionalChoice<Value: RawRepresentable<String> & CaseIterable>(_ name: String) -> Value? {
        optional(name).flatMap { choice(in: $0.node, at: $0.path) }
    }

    // MARK: Single values

    func text(in node: SourceNode, at path: String) -> String? {
        scalar(in: node, at: path, expected: .text)
    }

    func choice<Value: RawRepresentable<String> & CaseIterable>(in node: SourceNode, at path: String) -> Value? {
        guard let text = scalar(in: node, at: path, expected: .choice(Value.names)) else { return nil }
        if let value = Value(rawValue: text) { return value }
        log.spoil(.unknownChoice(text, allowed: Value.names), at: node.position, path: path)
        return nil
    }

    /// A value written on its own, not empty. An unquoted number or date is a text too, where text is expected.
    private func scalar(in node: SourceNode, at path: String, expected: CampaignFile.Shape) -> String? {
        guard case .scalar(let text, _) = node.content, node.shape != .nothing else {
            log.spoil(.wrongShape(expected: expected, found: node.shape), at: node.position, path: path)
            return nil
        }
        guard !text.isEmpty else {
            log.spoil(.wrongShape(expected: expected, found: .nothing), at: node.position, path: path)
            return nil
        }
        return text
    }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
    fileprivate static var names: [String] { allCases.map(\.rawValue) }
}
