public import FoundationEssentials

/// The identifier of one kind of thing: an id of a campaign cannot be passed where an id of a person is due.
///
/// `Entity` is only a tag; write `typealias ID = EntityID<Campaign>` beside the entity.
public struct EntityID<Entity>: Hashable, Sendable {
    public let uuid: UUID

    public init(_ uuid: UUID) {
        self.uuid = uuid
    }
}

extension EntityID: LosslessStringConvertible, CustomDebugStringConvertible {
    /// Reads the form of 36 characters with hyphens, in either case.
    public init?(_ text: String) {
        guard text.utf8.count == 36, let uuid = UUID(uuidString: text) else { return nil }
        self.init(uuid)
    }

    /// 36 characters in lower case.
    public var description: String { uuid.uuidString.lowercased() }

    public var debugDescription: String { "\(Entity.self)(\(description))" }
}

extension EntityID: Comparable {
    /// The order of the bytes; for version 7 the order in which the ids were made.
    public static func < (lhs: EntityID, rhs: EntityID) -> Bool { lhs.uuid < rhs.uuid }
}

extension EntityID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = EntityID(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is not a UUID")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
