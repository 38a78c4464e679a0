/// Phiếu giấy, or hands that were counted together: what was counted on one dossier of whom has no vote of his own on record, of those in the room and
/// of the absent together. Who handed in nothing, or neither, is blank.
public struct PaperCount: Sendable, Hashable {
    public let yes: Int
    public let no: Int
    /// How many of these ballots absent members sent.
    public let written: Int

    public init(yes: Int, no: Int, written: Int = 0) {
        self.yes = yes
        self.no = no
        self.written = written
    }

    public var json: JSONValue {
        ["yes": .integer(yes), "no": .integer(no), "written": .integer(written)]
    }
}
