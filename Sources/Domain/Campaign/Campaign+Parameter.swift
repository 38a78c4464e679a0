extension Campaign {
    /// One number or choice of the campaign: what it is set to, why, and who may change it.
    public struct Parameter: Hashable, Sendable, Codable {
        public var name: ParameterName
        public var value: ParameterValue
        public var basis: Basis
        public var changer: DutyRole
        /// What the value means in this campaign, where the name does not say it all.
        public var note: String?

        public init(name: ParameterName, value: ParameterValue, basis: Basis, changer: DutyRole, note: String? = nil) {
            self.name = name
            self.value = value
            self.basis = basis
            self.changer = changer
            self.note = note
        }
    }

    /// Where a value comes from.
    public enum Basis: Hashable, Sendable {
        /// A section of the plan itself.
        case plan(String)
        /// A decision on what the plan leaves open, by its number, such as `A45`.
        case decision(String)
        /// Another legal text, with its article.
        case law(String)
        /// A custom of the place, stated in words.
        case local(String)
    }

    public enum ParameterValue: Hashable, Sendable {
        case integer(Int)
        case flag(Bool)
        case choice(String)
    }

    public func parameter(_ name: ParameterName) -> Parameter? {
        parameters.first { $0.name == name }
    }

    /// The value of a whole-number parameter; nil when this campaign does not need it.
    public func integer(_ name: ParameterName) -> Int? {
        guard case .integer(let value) = parameter(name)?.value else { return nil }
        return value
    }

    /// The value of a yes-or-no parameter; nil when this campaign does not need it.
    public func flag(_ name: ParameterName) -> Bool? {
        guard case .flag(let value) = parameter(name)?.value else { return nil }
        return value
    }

    /// The value of a parameter with named choices; nil when this campaign does not need it.
    public func choice(_ name: ParameterName) -> String? {
        guard case .choice(let value) = parameter(name)?.value else { return nil }
        return value
    }
}

extension Campaign.ParameterValue: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let integer = try? container.decode(Int.self) {
            self = .integer(integer)
        } else {
            self = .choice(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .integer(let value): try container.encode(value)
        case .flag(let value): try container.encode(value)
        case .choice(let value): try container.encode(value)
        }
    }
}

extension Campaign.Basis: Codable {
    /// The four kinds of source, by the names they have in files and documents.
    public enum Kind: String, CodingKey, CaseIterable, Sendable {
        case plan, decision, law, local
    }

    public init(_ kind: Kind, _ text: String) {
        switch kind {
        case .plan: self = .plan(text)
        case .decision: self = .decision(text)
        case .law: self = .law(text)
        case .local: self = .local(text)
        }
    }

    public var kind: Kind {
        switch self {
        case .plan: .plan
        case .decision: .decision
        case .law: .law
        case .local: .local
        }
    }

    public var text: String {
        switch self {
        case .plan(let text), .decision(let text), .law(let text), .local(let text): text
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Kind.self)
        guard let kind = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a basis has exactly one of plan, decision, law, local")
            )
        }
        self.init(kind, try container.decode(String.self, forKey: kind))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Kind.self)
        try container.encode(text, forKey: kind)
    }
}
