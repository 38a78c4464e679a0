/// The lines over a signer's name (box 7a of NĐ 30/2020/NĐ-CP): in whose stead he signs, and in which post.
///
/// What is a head's own power he signs with his title alone, without TM.: `CHỦ TỊCH`. A collective body is named: `TM. ỦY BAN NHÂN DÂN`,
/// below it `CHỦ TỊCH`. A delegate puts the form before the head's title and his own below it: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`.
public struct Signature: Sendable, Hashable {
    public let lines: [String]

    /// - Parameters:
    ///   - title: of the post whose power it is, as on papers: Chủ tịch UBND huyện U Minh.
    ///   - collective: the body for which the head signs; nil where he decides himself or his agency has one head.
    ///   - delegateTitle: of the post of who signs under `form`.
    public init(title: String, collective: String? = nil, form: Delegation.Form? = nil, delegateTitle: String? = nil) {
        var lines: [String] = []
        if let collective { lines.append("TM. " + collective.uppercased()) }
        lines.append((form.map { $0.abbreviation + " " } ?? "") + Self.short(title))
        if form != nil, let delegateTitle { lines.append(Self.short(delegateTitle)) }
        self.lines = lines
    }

    /// As it was recorded from under a paper, however its lines were parted there: `KT. CHỦ TỊCH, PHÓ CHỦ TỊCH`.
    public init(recorded: String) {
        let parts = recorded.split { $0 == "/" || $0 == ";" || $0.isNewline }
        // A comma parts lines only where who signs does it for another: titles have commas of their own.
        let isForAnother = ["KT.", "TL.", "TUQ.", "TM."].contains { recorded.uppercased().hasPrefix($0) }
        let pieces = isForAnother ? parts.flatMap { $0.split(separator: ",") } : parts
        lines = pieces.map { VietnameseText(String($0)).string.uppercased() }.filter { !$0.isEmpty }
    }

    /// On one line, for lists: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH.
    public var line: String { lines.joined(separator: " / ") }

    /// The title without the body's name, in capitals: a paper names its body above. Any other title stands whole.
    static func short(_ title: String) -> String {
        let deputy = "Phó "
        let (prefix, rest) = title.hasPrefix(deputy) ? (deputy, String(title.dropFirst(deputy.count))) : ("", title)
        let head = heads.first { name in
            guard rest.lowercased().hasPrefix(name.lowercased()) else { return false }
            return rest.dropFirst(name.count).first.map { !$0.isLetter } ?? true
        }
        return (prefix + (head ?? rest)).uppercased()
    }

    private static let heads = [
        "Chủ tịch", "Giám đốc", "Chánh Văn phòng", "Chánh Thanh tra", "Trưởng phòng", "Trưởng ban", "Tổng Biên tập", "Tổng Giám đốc",
        "Chi cục trưởng", "Chánh án", "Hiệu trưởng", "Viện trưởng", "Thủ trưởng", "Chỉ huy trưởng",
    ]
}
