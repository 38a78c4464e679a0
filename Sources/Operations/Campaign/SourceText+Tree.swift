import Domain
import Yams

extension SourceText {
    /// The value that a node of the parser stands for, with all that is in it.
    func node(of node: Node, level: Int) throws(CampaignFile.Rejection) -> SourceNode {
        let position = node.mark.map(CampaignFile.Position.init) ?? .start
        guard level <= Self.deepestLevel else { throw CampaignFile.Rejection(position, "", .tooDeep(limit: Self.deepestLevel)) }
        if let anchor = node.anchor { throw CampaignFile.Rejection(position, "", .anchor(anchor.rawValue)) }
        let tag: Tag
        let content: SourceNode.Content
        switch node {
        case .scalar(let scalar):
            tag = scalar.tag
            let isQuoted = scalar.style != .plain
            content = .scalar(text: VietnameseText(scalar.string).string, isQuoted: isQuoted)
        case .sequence(let sequence):
            tag = sequence.tag
            var list: [SourceNode] = []
            for element in sequence { list.append(try self.node(of: element, level: level + 1)) }
            content = .list(list)
        case .mapping(let mapping):
            tag = mapping.tag
            var fields: [SourceField] = []
            for (key, value) in mapping {
                let place = key.mark.map(CampaignFile.Position.init) ?? position
                if let anchor = key.anchor { throw CampaignFile.Rejection(place, "", .anchor(anchor.rawValue)) }
                let name = key.scalar.map { unmasked($0.string) }
                fields.append(SourceField(name: name, position: place, value: try self.node(of: value, level: level + 1)))
            }
            content = .fields(fields)
        case .alias:
            throw CampaignFile.Rejection(position, "", .alias(""))
        }
        // The parser itself gives plain values a tag of the standard set; any other was written by hand.
        guard ["", "!"].contains(tag.description) || tag.description.hasPrefix("tag:yaml.org,2002:") else {
            throw CampaignFile.Rejection(position, "", .tag(tag.description))
        }
        return SourceNode(position: position, content: content)
    }
}

extension CampaignFile.Position {
    init(_ mark: Mark) {
        self.init(line: mark.line, column: mark.column)
    }
}
