/// Căn cứ: the text that a figure or rule comes from, and whether a person has read it there.
///
/// What nobody has checked is shown as “chưa kiểm chứng”, and no document that is generated cites it.
public struct Citation: Sendable, Hashable {
    public let text: String
    public let isVerified: Bool

    public init(_ text: String, isVerified: Bool) {
        self.text = text
        self.isVerified = isVerified
    }

    public var vietnamese: String { isVerified ? text : "\(text) (chưa kiểm chứng)" }
}
