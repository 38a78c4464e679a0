import Crypto
public import Domain

extension FormBody {
    /// The hidden field in which a page keeps what was looked at on it.
    public static let looked = "looked"

    /// Which button was pressed on which page of which session: no part of what is asked for.
    private static let passing: Set = [FormToken.field, "step", "act", looked]

    /// What the form asks for, in few letters: what is done is held against what was looked at, for a form can be changed in between.
    ///
    /// - Parameters:
    ///   - rows: what is chosen, where the fields alone do not say it.
    ///   - isChoice: of the name of a field by which rows are chosen; they are told by `rows`.
    public func mark(rows: [String] = [], choosing isChoice: (String) -> Bool = { _ in false }) -> String {
        let named = names.subtracting(Self.passing).filter { !isChoice($0) && !self[$0].isEmpty }.sorted()
        let text = (named.flatMap { [$0, self[$0]] } + [""] + rows.sorted()).map { "\($0.utf8.count):\($0)" }.joined()
        return SHA256.hash(data: Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension Problem {
    /// What would come of it now stands on the page that says so.
    public static let changedSincePreview = Problem(
        .conflict, "changed-since-preview",
        "Nội dung đã đổi sau khi xem trước nên chưa ghi gì. Xem lại kết quả mới trên trang này rồi bấm ghi lần nữa.")
}
