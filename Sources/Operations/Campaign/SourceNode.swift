/// A value of a campaign file with the place where it stands.
struct SourceNode {
    enum Content {
        case scalar(text: String, isQuoted: Bool)
        case list([SourceNode])
        case fields([SourceField])
    }

    var position: CampaignFile.Position
    var content: Content

    /// What an officer would call this value.
    var shape: CampaignFile.Shape {
        switch content {
        case .scalar(let text, false) where ["", "~", "null"].contains(text): .nothing
        case .scalar("true", false), .scalar("false", false): .flag
        case .scalar(let text, false): Self.isInteger(text) ? .integer : .text
        case .scalar(_, true): .text
        case .list: .list
        case .fields: .fields
        }
    }

    static func isInteger(_ text: String) -> Bool {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
        return !digits.isEmpty && text.utf8.count - digits.count <= 1
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

/// A name and its value in a group of fields.
struct SourceField {
    /// Nil when the name is no text.
    var name: String?
    var position: CampaignFile.Position
    var value: SourceNode
}
