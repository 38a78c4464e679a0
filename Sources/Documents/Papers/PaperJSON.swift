public import Domain

/// A signed paper as programs read it.
public enum PaperJSON {
    public static func value(_ paper: PaperAct) -> JSONValue {
        [
            "id": .string(paper.id.description), "signer": .string(paper.signer.description), "signerTitle": .string(paper.signerTitle),
            "number": .string(paper.number), "signedOn": .string(paper.signedOn.description), "abstract": .string(paper.abstract),
            "file": paper.file.map(DirectiveJSON.file) ?? .null, "recordedBy": .string(paper.recordedBy.description),
            "recorderTitle": .string(paper.recorderTitle), "recordedOn": .string(paper.recordedOn.description),
        ]
    }

    /// On what was recorded from it.
    public static func mark(_ mark: PaperAct.Mark) -> JSONValue {
        [
            "id": .string(mark.id.description), "number": .string(mark.number), "signedOn": .string(mark.signedOn.description),
            "signer": .string(mark.signerTitle), "recorder": .string(mark.recorderTitle), "words": .string(mark.vietnamese),
        ]
    }
}
