/// A character that no text may hold: it is not seen, and it would hide or turn round what is.
///
/// Control characters other than tab and line breaks, and the marks that override or isolate the direction of writing (U+202A to U+202E,
/// U+2066 to U+2069). PostgreSQL keeps no NUL at all.
public struct StrayCharacter: Hashable, Sendable {
    public let scalar: Unicode.Scalar

    /// The first in the text; nil when it is clean.
    public init?(in text: some StringProtocol) {
        guard let scalar = text.unicodeScalars.first(where: Self.isStray) else { return nil }
        self.scalar = scalar
    }

    /// For the person who entered it: what is wrong and the next step.
    public var reason: String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "có ký tự không hợp lệ (\(name)), không nhìn thấy được; xóa mục này rồi gõ lại"
    }

    private static func isStray(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
