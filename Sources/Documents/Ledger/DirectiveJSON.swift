public import Domain

/// A paper as programs read it.
public enum DirectiveJSON {
    public static func value(_ directive: Directive) -> JSONValue {
        [
            "id": .string(directive.id.description), "type": .string(directive.paper.type), "number": .string(directive.paper.number),
            "issuedOn": .string(directive.paper.issuedOn.description), "issuer": .string(directive.paper.issuer),
            "abstract": .string(directive.paper.abstract), "file": directive.file.map(file) ?? nil, "version": .integer(directive.version),
            "recordedOn": .string(directive.recordedOn.description),
        ]
    }

    static func file(_ file: Directive.File) -> JSONValue {
        let digest = file.digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return [
            "name": .string(file.name), "mediaType": .string(file.format.mediaType), "bytes": .integer(file.byteCount),
            "sha256": .string(digest),
        ]
    }
}
