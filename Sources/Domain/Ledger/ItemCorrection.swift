/// Why work was cut otherwise than it was given (A15): nothing is split or merged without.
public struct ItemCorrection: Sendable, Hashable {
    public typealias ID = EntityID<ItemCorrection>

    public let id: ID
    public let kind: Kind
    public let decidedOn: CivilDate
    public let documentNumber: String
    /// Who issued the record; the assigner where it named nobody else.
    public let documentIssuer: String
    public let reason: String
    /// Codes of what it took out of the count.
    public let replaced: [String]
    /// Codes of what stands in their place.
    public let made: [String]
    public let recordedBy: Post.ID
    public let recordedOn: CivilDate

    public init(
        id: ID, kind: Kind, decidedOn: CivilDate, documentNumber: String, reason: String, replaced: [String], made: [String],
        recordedBy: Post.ID, recordedOn: CivilDate, documentIssuer: String = ""
    ) {
        self.id = id
        self.kind = kind
        self.decidedOn = decidedOn
        self.documentNumber = documentNumber
        self.documentIssuer = documentIssuer
        self.reason = reason
        self.replaced = replaced
        self.made = made
        self.recordedBy = recordedBy
        self.recordedOn = recordedOn
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case split, merged

        public var vietnamese: String { self == .split ? "tách nhiệm vụ" : "gộp nhiệm vụ" }
    }
}
