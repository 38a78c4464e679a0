import Domain

/// What a template may name: texts by name, and rows by the name of their list.
public struct PaperFields: Sendable, Hashable {
    /// `so_ky_hieu`: `Số: 07/QĐ-UBND`. Several lines are several paragraphs.
    public var texts: [String: String]
    /// `danh_sach`: a row for each awardee, by column.
    public var lists: [String: [[String: String]]]

    public init(texts: [String: String], lists: [String: [[String: String]]]) {
        self.texts = texts
        self.lists = lists
    }

    /// As an office may write them, sorted.
    func names() -> [String] {
        let columns = lists.flatMap { list, rows in Set(rows.flatMap(\.keys)).map { "\(list).\($0)" } }
        return (texts.keys + columns).sorted()
    }
}

extension OfficialPaper {
    /// The paper's data by name, for templates: the parts of NĐ 30/2020/NĐ-CP, what its kind adds (``fields``), and its tables.
    public var templateFields: PaperFields {
        var texts = fields
        texts["co_quan_chu_quan"] = issuer.parent.map { PaperElement.parentBody.written($0) } ?? ""
        texts["co_quan_ban_hanh"] = PaperElement.issuingBody.written(issuer.name)
        texts["so_ky_hieu"] = number?.line ?? ""
        texts["dia_danh_ngay"] = date.line
        switch form {
        case .named(let kind, let abstract):
            texts["ten_loai"] = PaperElement.kind.written(kind)
            texts["trich_yeu"] = abstract
        case .letter(let abstract): texts["trich_yeu"] = abstract
        case .courtesy(let kind): texts["ten_loai"] = PaperElement.kind.written(kind)
        }
        texts["kinh_gui"] = addressees.joined(separator: "\n")
        texts["tham_quyen"] = authority?.uppercased() ?? ""
        texts["can_cu"] = grounds.filter(\.isVerified).map(\.text).joined(separator: "\n")
        texts["noi_dung"] = body.flatMap(\.paragraphs).map { $0.runs.map(\.text).joined() }.joined(separator: "\n")
        texts["noi_nhan"] = (recipients + (archive.map { [$0.line] } ?? [])).joined(separator: "\n")
        texts["quyen_han_ky"] = signatures.last.map { $0.lines.map(PaperElement.signingPost.written).joined(separator: "\n") } ?? ""
        texts["nguoi_ky"] = signatures.last?.name ?? ""
        // Who signs to the left of the last one.
        texts["nguoi_ky_trai"] = signatures.count > 1 ? signatures[0].name : ""
        for name in ["ten_loai", "trich_yeu"] where texts[name] == nil { texts[name] = "" }
        return PaperFields(texts: texts, lists: lists)
    }

    private var lists: [String: [[String: String]]] {
        var lists: [String: [[String: String]]] = [:]
        for block in body + appendices.flatMap(\.body) {
            guard case .table(let table) = block else { continue }
            lists[table.key] = table.rows.compactMap { row in
                guard case .cells(let cells) = row else { return nil }
                return Dictionary(zip(table.columns.map(\.key), cells), uniquingKeysWith: { first, _ in first })
            }
        }
        return lists
    }
}
