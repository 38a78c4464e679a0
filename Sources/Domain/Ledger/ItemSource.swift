/// A further paper that orders an item (A14): one item, many sources.
public struct ItemSource: Sendable, Hashable {
    public let directive: Directive.ID
    /// Where in the paper.
    public let clause: String
    /// As officers read it: `Chỉ thị số 04/CT-UBND ngày 16/3/2023`.
    public let paper: String

    public init(directive: Directive.ID, clause: String, paper: String) {
        self.directive = directive
        self.clause = clause
        self.paper = paper
    }
}
