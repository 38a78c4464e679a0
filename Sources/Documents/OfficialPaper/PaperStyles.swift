extension PaperElement {
    /// Lùi đầu dòng: 1,27 cm (ô số 6).
    static let firstLine = 720
    /// Giữa các đoạn: at least 6 points (ô số 6).
    static let betweenParagraphs = 120

    /// The element as a style of Word, named in Vietnamese: who goes on writing by hand finds it in the list.
    var style: WordStyle {
        var style = WordStyle(id: rawValue, name: styleName, points: points, isBold: isBold, isItalic: isItalic)
        switch self {
        case .pageNumber, .nationalName, .motto, .parentBody, .issuingBody, .number, .placeAndDate, .signingPost, .signerName, .address:
            style.alignment = .center
        case .kind:
            style.alignment = .center
            style.before = 360
            style.keepsNext = true
            style.outlineLevel = 0
        case .abstract:
            style.alignment = .center
            style.keepsNext = true
        case .letterAbstract:
            style.alignment = .center
            // 6 points below number and symbol (ô số 5b).
            style.before = 120
        case .chapter, .division:
            style.alignment = .center
            style.before = Self.betweenParagraphs
            style.keepsNext = true
            style.outlineLevel = self == .chapter ? 1 : 2
        case .ground, .body, .article, .clause, .point: style = style.asText
        case .addressee:
            style.before = Self.betweenParagraphs
        case .urgency, .circulation:
            style.alignment = .center
            style.before = 120
            style.color = self == .urgency ? "FF0000" : nil
        case .appendixWord, .appendixTitle, .appendixReference:
            style.alignment = .center
            style.keepsNext = true
        case .recipientsWord, .recipients, .drafter: break
        }
        return style
    }
}

extension WordStyle {
    /// Set as the text of a paper is (ô số 6): even on both sides, the first line in, lines a little apart.
    var asText: WordStyle {
        var style = self
        style.alignment = .both
        style.firstLine = PaperElement.firstLine
        style.before = PaperElement.betweenParagraphs
        style.line = 264
        return style
    }
}

/// Styles of what the decree does not give letters of its own.
enum PaperStyle {
    /// `I. MỤC ĐÍCH, YÊU CẦU` of plans and reports.
    static let section: WordStyle = {
        var style = WordStyle(id: "muc_lon", name: "Mục lớn", points: PaperElement.body.points, isBold: true).asText
        style.keepsNext = true
        style.outlineLevel = 1
        return style
    }()

    /// `1. Mục đích`.
    static let heading: WordStyle = {
        var style = WordStyle(id: "muc_nho", name: "Mục nhỏ", points: PaperElement.body.points, isBold: true).asText
        style.keepsNext = true
        style.outlineLevel = 2
        return style
    }()

    /// Thẩm quyền ban hành over the grounds of a decision; `QUYẾT ĐỊNH:` below them.
    static let authority: WordStyle = {
        var style = WordStyle(id: "tham_quyen", name: "Thẩm quyền ban hành", points: PaperElement.kind.points, isBold: true)
        style.alignment = .center
        style.before = 240
        style.after = 120
        style.keepsNext = true
        return style
    }()

    static let cell = WordStyle(id: "o_bang", name: "Ô trong bảng", points: 12, before: 30, after: 30)
    static let columnTitle = WordStyle(
        id: "tieu_de_cot", name: "Tiêu đề cột", points: 12, isBold: true, alignment: .center, before: 30, after: 30)
    /// What a signature form says in brackets, and other remarks.
    static let remark = WordStyle(id: "ghi_chu", name: "Ghi chú", points: 12, isItalic: true, alignment: .center)

    static let all = PaperElement.allCases.map(\.style) + [section, heading, authority, cell, columnTitle, remark]
}
