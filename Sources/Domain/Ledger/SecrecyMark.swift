/// The marks that a state secret bears (độ mật). What bears one is followed apart and not entered (A21).
public enum SecrecyMark: String, Sendable, CaseIterable {
    case topSecret = "tuyệt mật"
    case secret = "tối mật"
    case confidential = "mật"

    /// The mark that a text bears: in brackets anywhere, or before the rest of it. “Mật độ dân số” and “danh mục bí mật nhà nước” bear none.
    public init?(in text: String) {
        let words = VietnameseText(text).string.lowercased()
        let found = Self.allCases.first { mark in
            let brackets = [("[", "]"), ("(", ")"), ("{", "}")]
            if brackets.contains(where: { words.contains("\($0)\(mark.rawValue)\($1)") }) { return true }
            let begun = words.drop { !$0.isLetter && !$0.isNumber }
            guard begun.hasPrefix(mark.rawValue) else { return false }
            let rest = begun.dropFirst(mark.rawValue.count)
            guard let next = rest.first(where: { !$0.isWhitespace }) else { return true }
            // One word alone begins others.
            return mark == .confidential ? !next.isLetter && !next.isNumber : rest.first.map { !$0.isLetter } ?? true
        }
        guard let found else { return nil }
        self = found
    }

    /// Why a text that bears it is not taken, and what to do instead.
    public var refusal: String {
        "có dấu “\(rawValue)”: nhiệm vụ mật không nhập vào sổ, phải theo dõi riêng; Văn phòng Ủy ban nhân dân tỉnh xác nhận số lượng và kết quả bằng văn bản"
    }
}
