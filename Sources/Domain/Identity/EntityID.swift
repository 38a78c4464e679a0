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
        guard let uuid = UUID(characters: text) else { return nil }
        self.init(uuid)
    }

    /// 36 characters in lower case.
    public var description: String { uuid.lowercased }

    public var debugDescription: String { "\(Entity.self)(\(description))" }
}

extension UUID {
    /// 36 characters with hyphens in lower case. Lists are full of ids: written at once, with no text in between.
    public var lowercased: String {
        withUnsafeBytes(of: uuid) { bytes in
            String(unsafeUninitializedCapacity: 36) { text in
                var place = 0
                for (index, byte) in bytes.enumerated() {
                    if index == 4 || index == 6 || index == 8 || index == 10 {
                        text[place] = UInt8(ascii: "-")
                        place += 1
                    }
                    text[place] = Self.digit(byte >> 4)
                    text[place + 1] = Self.digit(byte & 15)
                    place += 2
                }
                return place
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
    }

    /// Of 36 characters with hyphens, in either case. Foundation asks `sscanf` for every byte, which takes signs and spaces for digits.
    fileprivate init?(characters: String) {
        var characters = characters
        var uuid: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        let isRead = characters.withUTF8 { text in
            guard text.count == 36 else { return false }
            return withUnsafeMutableBytes(of: &uuid) { bytes in
                var place = 0
                for index in bytes.indices {
                    if index == 4 || index == 6 || index == 8 || index == 10 {
                        guard text[place] == UInt8(ascii: "-") else { return false }
                        place += 1
                    }
                    guard let high = Self.value(text[place]), let low = Self.value(text[place + 1]) else { return false }
                    bytes[index] = high << 4 | low
                    place += 2
                }
                return true
            }
        }
        guard isRead else { return nil }
        self.init(uuid: uuid)
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
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
