/// A piece of the text of a paper (ô số 6).
public enum PaperBlock: Sendable, Hashable {
    case paragraph(String)
    /// Roman numeral in a line of its own, the title below it in capitals: `Phần I`.
    case chapter(String, title: String)
    /// Mục, tiểu mục: arabic numeral in a line of its own, the title below it in capitals: `Mục 1`.
    case division(String, title: String)
    /// `I. MỤC ĐÍCH, YÊU CẦU` of plans and reports.
    case section(String)
    /// `1. Mục đích`.
    case heading(String)
    /// `Điều 1.`, then its heading or its text.
    case article(Int, heading: String?, text: String)
    /// `1.`, its heading in bold on its own line if it has one.
    case clause(Int, heading: String?, text: String)
    /// `a)`, from 1 by the Vietnamese alphabet.
    case point(Int, String)
    /// In the middle and bold: `QUYẾT ĐỊNH:`.
    case centred(String)
    case table(PaperTable)

    /// A paragraph each.
    static func paragraphs(_ texts: [String]) -> [PaperBlock] {
        texts.map { PaperBlock.paragraph($0) }
    }

    /// A line each, after a dash.
    static func dashes(_ texts: [String]) -> [PaperBlock] {
        texts.map { PaperBlock.paragraph("- \($0)") }
    }

    /// The same as items of one sentence: `;` after each, `.` after the last.
    static func items(_ texts: [String]) -> [PaperBlock] {
        dashes(texts.enumerated().map { index, text in text.ending(with: index == texts.count - 1 ? "." : ";") })
    }

    /// A paragraph each, `1.`, `2.` …
    ///
    /// - Parameter first: number of the first.
    static func numbered(_ texts: [String], from first: Int = 1) -> [PaperBlock] {
        paragraphs(texts.enumerated().map { index, text in "\(index + first). \(text.ending(with: "."))" })
    }

    /// Chữ cái tiếng Việt theo thứ tự: f, j, w and z are none.
    public static let pointLetters = Array("abcdđeghiklmnopqrstuvxy")

    /// The letter of a point; beyond the alphabet its number.
    public static func letter(_ number: Int) -> String {
        pointLetters.indices.contains(number - 1) ? String(pointLetters[number - 1]) : "\(number)"
    }
}

/// A table of a paper; its head comes again on every page.
public struct PaperTable: Sendable, Hashable {
    public struct Column: Sendable, Hashable {
        public enum Place: Sendable, Hashable { case left, centre, right }

        /// By which a template names it: `ho_ten`.
        public let key: String
        public let title: String
        /// Of all the columns' shares together.
        public let share: Int
        public let place: Place

        public init(_ key: String, _ title: String, share: Int, _ place: Place = .left) {
            self.key = key
            self.title = title
            self.share = max(1, share)
            self.place = place
        }
    }

    public enum Row: Sendable, Hashable {
        case cells([String])
        /// Over all columns, bold: `I. TẬP THỂ`.
        case heading(String)
    }

    /// By which a template names it: `danh_sach`.
    public let key: String
    public let columns: [Column]
    public let rows: [Row]

    public init(_ key: String, columns: [Column], rows: [Row]) {
        self.key = key
        self.columns = columns
        self.rows = rows
    }
}

/// Phụ lục: on pages of its own with their own numbers.
public struct PaperAppendix: Sendable, Hashable {
    public let title: String
    /// `(Kèm theo Quyết định số …)`; nil: made from the paper's own number and date.
    public let reference: String?
    /// Along the long side of the page, for a table of many columns.
    public let isWide: Bool
    public let body: [PaperBlock]

    public init(title: String, reference: String? = nil, isWide: Bool = false, body: [PaperBlock]) {
        self.title = title
        self.reference = reference
        self.isWide = isWide
        self.body = body
    }
}
