/// Phiếu giấy: what was counted by hand on one dossier. Who was in the room and handed in nothing is blank.
public struct PaperCount: Sendable, Hashable {
    public let yes: Int
    public let no: Int
    /// Of absent members who wrote.
    public let written: CouncilTally.Votes

    public init(yes: Int, no: Int, written: CouncilTally.Votes = .none) {
        self.yes = yes
        self.no = no
        self.written = written
    }

    public var json: JSONValue {
        [
            "yes": .integer(yes), "no": .integer(no), "writtenYes": .integer(written.yes), "writtenNo": .integer(written.no),
            "writtenBlank": .integer(written.blank),
        ]
    }
}
