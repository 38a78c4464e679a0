/// A share as papers and pages quote it: `5/17 (29,4%)`, rounded down so that it never says more than was counted (A50). Without a whole there
/// is no percentage (A19).
public struct QuotedShare: Sendable, Hashable {
    public let part: Int
    public let whole: Int

    public init(_ part: Int, of whole: Int) {
        self.part = part
        self.whole = whole
    }

    public var text: String {
        guard whole > 0 else { return "\(part)/\(whole)" }
        let tenths = 1_000 * part / whole
        return "\(part)/\(whole) (\(tenths / 10),\(tenths % 10)%)"
    }
}
