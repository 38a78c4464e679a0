/// Khổ giấy, định lề, phông chữ (NĐ 30/2020/NĐ-CP, Phụ lục I, mục I, khoản 1 to 4): A4 upright. An appendix that is one wide table lies
/// along the long side, as the decree has it for papers whose tables are no appendices of their own.
public enum PaperPage {
    public enum Edge: String, Sendable, Hashable, CaseIterable {
        case top = "margin_top"
        case bottom = "margin_bottom"
        case left = "margin_left"
        case right = "margin_right"

        /// What the decree allows, in millimetres.
        public var allowed: ClosedRange<Int> {
            switch self {
            case .top, .bottom: 20...25
            case .left: 30...35
            case .right: 15...20
            }
        }

        /// Of our papers: the widest field that is allowed.
        public var millimetres: Int { allowed.lowerBound }
    }

    public static let font = "Times New Roman"
    public static let citation = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục I"
    public static let width = 210
    public static let height = 297

    /// In Word's measure, a twentieth of a point.
    static func twips(_ millimetres: Int) -> Int { (millimetres * 14_400 + 127) / 254 }

    static let layout = WordDocument.Page(
        width: twips(width), height: twips(height), top: twips(Edge.top.millimetres), bottom: twips(Edge.bottom.millimetres),
        left: twips(Edge.left.millimetres), right: twips(Edge.right.millimetres), header: twips(10))
}
