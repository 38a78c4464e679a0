/// What a password must be: long, and not made of what anybody would try first. No rules of composition, which make passwords alike
/// (NIST SP 800-63B, 5.1.1.2).
public struct PasswordRule: Sendable {
    public static let least = 12
    /// Argon2 takes any length; a limit keeps a request small.
    public static let most = 256
    /// So many characters must be left once the words that anybody would try are taken out.
    public static let leastOwn = 6

    /// Folded, longest first, so that a word within another does not cut it apart.
    private let common: [String]
    private let context: [String]

    /// - Parameters:
    ///   - common: passwords that many use, as `core.common_password` keeps them.
    ///   - context: names, codes and years that stand around the account: its unit, its person, the campaigns.
    public init(common: some Sequence<String>, context: some Sequence<String>) {
        self.common = Self.ordered(common.map(Self.folded))
        // "Huyện Một" forbids "huyenmot" and "mot" alike; two letters alone forbid nothing.
        let words = context.flatMap { text in
            [Self.folded(text)] + text.split { !$0.isLetter && !$0.isNumber }.map { Self.folded(String($0)) }
        }
        self.context = Self.ordered(words.filter { $0.count >= 3 })
    }

    /// Why the password cannot be taken, in Vietnamese, or nil.
    public func fault(of password: String) -> String? {
        let length = VietnameseText.composed(password).count
        if length < Self.least { return "phải có ít nhất \(Self.least) ký tự; có thể dùng một câu dễ nhớ" }
        if length > Self.most { return "dài quá \(Self.most) ký tự" }
        let folded = Self.folded(password)
        if Self.own(folded, without: common) < Self.leastOwn {
            return "là mật khẩu nhiều người dùng hoặc dãy phím quen thuộc; dùng một câu mà chỉ mình nhớ"
        }
        if Self.own(folded, without: context + common) < Self.leastOwn {
            return "chủ yếu gồm tên đơn vị, họ tên, tên đăng nhập, số hiệu phong trào hoặc năm; dùng một câu không liên quan đến công việc"
        }
        return nil
    }

    /// Lower case without marks, blanks and signs; digits and signs that stand for letters are those letters.
    static func folded(_ text: String) -> String {
        var result = ""
        for character in VietnameseText(text).folded {
            if let letter = substitutes[character] {
                result.append(letter)
            } else if character.isLetter || character.isNumber {
                result.append(character)
            }
        }
        return result
    }

    private static let substitutes: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    private static func ordered(_ words: [String]) -> [String] {
        Set(words).filter { !$0.isEmpty }.sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// How many characters somebody thought of himself: without the words, and without runs like aaaa, 1234 and dcba.
    private static func own(_ folded: String, without words: [String]) -> Int {
        var rest = folded
        for word in words where rest.contains(word) { rest = rest.replacing(word, with: " ") }
        return rest.split(separator: " ").reduce(0) { $0 + unpredicted(Array($1.unicodeScalars)) }
    }

    /// Characters that do not follow from the two before them.
    private static func unpredicted(_ scalars: [Unicode.Scalar]) -> Int {
        let steps = zip(scalars.dropFirst(), scalars).map { Int($0.value) - Int($1.value) }
        let predicted = zip(steps.dropFirst(), steps).count { $0 == $1 && abs($0) <= 1 }
        return scalars.count - predicted
    }
}
