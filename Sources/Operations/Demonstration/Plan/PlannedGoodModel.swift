public import Domain

/// A good model of a demonstration, how far it came, and who adopted it.
public struct PlannedGoodModel: Sendable, Hashable {
    /// The last step that was taken of it.
    public enum Reach: String, Sendable, Hashable, CaseIterable {
        case registered, confirmed, proposed, spread
    }

    /// Code of the first-tier unit.
    public let unit: String
    /// Code of the sub-unit whose it is; nil: the unit's.
    public let subUnit: String?
    public let statement: GoodModel.Statement
    public let reaches: Reach
    /// Code of the first-tier unit that adopted it, with how and with what came of it.
    public let adopter: String?
    public let adoption: String?
    public let result: String?
}
