public import Domain

/// The month as tables: on pages and papers, by command, as a workbook. The same cells everywhere.
public enum MonthTables {
    /// What a paper has room for, so that it adds up: what is done by its four kinds, and with what is overdue and open all. The workbook shows
    /// every figure.
    public static let shown: [MonthFigures.Figure] = [.given, .items, .early, .onTime, .late, .undated, .overdue]

    /// On pages and papers.
    public static func counts(_ figures: MonthFigures) -> [String] { counted(figures).map(\.text) }

    private static func counted(_ figures: MonthFigures) -> [Table.Cell] {
        let counts = shown.map { figures[$0] } + [figures.openInTime, figures[.above], figures[.extended]]
        return counts.map { Table.Cell.count($0) } + [.text(figures.doneShare)]
    }

    public static let countTitles = shown.map(\.vietnamese) + ["Còn trong hạn", "Vượt chỉ tiêu", "Gia hạn trong kỳ", "Tỷ lệ hoàn thành"]

    static func paperCells(_ row: MonthRow) -> [String] { reported(row).map(\.text) }

    private static func reported(_ row: MonthRow) -> [Table.Cell] {
        [.text(row.name)] + counted(row.figures) + [.text(row.answer.vietnamese), .text(row.adjustmentWords)]
    }

    /// Above narrow columns, in the same order.
    static let paperTitles = [
        "Giao mới", "Lũy kế", "Trước hạn", "Đúng hạn", "Xong quá hạn", "Xong, chưa có hạn", "Còn quá hạn", "Còn trong hạn", "Vượt chỉ tiêu",
        "Gia hạn", "Tỷ lệ",
    ]

    /// On a page that lies along its long side.
    static let paperColumns: [PaperTable.Column] = {
        let keys = [
            "giao_moi", "luy_ke", "truoc_han", "dung_han", "qua_han", "chua_co_han", "con_qua_han", "con_trong_han", "vuot", "gia_han",
            "ty_le",
        ]
        let counted = zip(keys, paperTitles).map { PaperTable.Column($0, $1, share: $0 == "ty_le" ? 7 : 6, .centre) }
        return [.init("stt", "TT", share: 4, .centre), .init("ten", "Đơn vị", share: 13)] + counted
            + [.init("bao_cao", "Báo cáo", share: 8), .init("dieu_chinh", "Điều chỉnh kỳ trước", share: 8)]
    }()

    static let difficultyColumns: [PaperTable.Column] = [
        .init("stt", "TT", share: 4, .centre), .init("ten", "Đơn vị nêu", share: 18),
        .init("noi_dung", "Khó khăn, vướng mắc", share: 27), .init("ngay", "Nêu ngày", share: 10, .centre),
        .init("trang_thai", "Trạng thái", share: 11), .init("noi_xem_xet", "Nơi xem xét", share: 8),
        .init("giai_quyet", "Cơ quan, đơn vị giải quyết", share: 12), .init("thoi_han", "Thời hạn", share: 10),
    ]

    static let remedyColumns: [PaperTable.Column] = [
        .init("stt", "TT", share: 4, .centre), .init("ten", "Đơn vị, cá nhân khắc phục", share: 18),
        .init("noi_dung", "Nội dung", share: 29),
        .init("can_cu", "Căn cứ", share: 10), .init("noi_yeu_cau", "Nơi yêu cầu", share: 10),
        .init("ngay", "Ngày yêu cầu", share: 10, .centre),
        .init("trang_thai", "Trạng thái", share: 9), .init("thoi_han", "Thời hạn", share: 10),
    ]

    public static let columns = ["Mã", "Đơn vị"] + countTitles + ["Báo cáo", "Điều chỉnh kỳ trước"]

    public static func row(_ row: MonthRow) -> [Table.Cell] { [.text(row.code)] + reported(row) }

    public static func total(_ table: MonthTable) -> [Table.Cell] {
        let words = [table.missingWords, MonthRow.words(table.adjustment)]
        return [.empty, .text("Tổng số")] + counted(table.total) + words.map { Table.Cell.text($0) }
    }

    public static let returnColumns = [
        "Đơn vị", "Tình trạng", "Ngày duyệt", "Kết quả", "Khó khăn, vướng mắc", "Đề xuất, kiến nghị", "Mã định danh",
    ]

    public static func row(_ unitReturn: UnitReturn) -> [Table.Cell] {
        let words = unitReturn.words
        return [
            .text(unitReturn.unitName), .text(unitReturn.stateName), .day(unitReturn.approval?.on),
            .text(words.nothing ? "không phát sinh" : words.results), .text(words.difficulties), .text(words.proposals),
            .text(unitReturn.unit.description),
        ]
    }

    // MARK: - Workbook

    /// Every figure of every unit, the adjustments beside them, and from which version they are.
    ///
    /// - Throws: ``Problem/unavailable`` when there is no disk.
    public static func workbook(_ table: MonthTable, createdOn today: CivilDate) throws(Problem) -> [UInt8] {
        var writer = try WorkbookWriter(title: "Tổng hợp \(table.period.month.vietnamese)", createdOn: today)
        let figures = MonthFigures.Figure.allCases
        writer.begin(
            "Tổng hợp",
            columns: [.init("Mã", width: 10), .init("Đơn vị", width: 34)] + figures.map { .init($0.vietnamese, width: 12) }
                + [.init("Tỷ lệ hoàn thành", width: 12), .init("Báo cáo", width: 24), .init("Ngày duyệt", width: 12)])
        for row in table.rows {
            writer.append(
                [.text(row.code), .text(row.name)] + cells(row.figures)
                    + [.text(row.figures.doneShare), .text(row.answer.vietnamese), row.answer.approvedOn.map(Table.Cell.date) ?? .empty])
        }
        writer.append([.empty, .text("Tổng số")] + cells(table.total) + [.text(table.total.doneShare)])
        writer.begin(
            "Điều chỉnh kỳ trước",
            columns: [.init("Mã", width: 10), .init("Đơn vị", width: 34)] + figures.map { .init($0.vietnamese, width: 12) })
        for row in table.rows { writer.append([.text(row.code), .text(row.name)] + cells(row.adjustment)) }
        writer.append([.empty, .text("Tổng số")] + cells(table.adjustment))
        writer.begin("Khó khăn, vướng mắc", columns: difficultyColumns.dropFirst().map { .init($0.title, width: 24) })
        for difficulty in table.difficulties { writer.append(DifficultyJSON.reported(difficulty, on: table.lastDay)) }
        writer.begin("Khắc phục", columns: remedyColumns.dropFirst().map { .init($0.title, width: 24) })
        for remedy in table.remedies { writer.append(RemedyJSON.reported(remedy, on: table.lastDay)) }
        let soFar = CoverageJSON.countColumns.dropFirst().map { "\($0), lũy kế" }
        writer.begin("Truyền thông", columns: (CoverageJSON.countColumns + soFar).map { .init($0, width: 20) })
        for count in table.coverageSoFar {
            let inPeriod = table.coverage.first { $0.outletSlug == count.outletSlug }
            writer.append([.text(count.outletName)] + published(inPeriod) + published(count))
        }
        writer.begin("Mô hình, điển hình", columns: GoodModelJSON.countColumns.map { .init($0, width: 20) })
        for count in table.goodModels {
            let figures = GoodModelCount.Figure.allCases.map(count.inPeriod) + GoodModelCount.Figure.allCases.map(count.soFar)
            writer.append([.text(count.tenantName)] + figures.map { .number(Double($0)) })
        }
        let models = GoodModelCount.total(of: table.goodModels)
        writer.append([.text("Tổng số")] + (models.inPeriod + models.soFar).map { .number(Double($0)) })
        writer.begin("Nguồn số liệu", columns: [.init("Nội dung", width: 24), .init("Giá trị", width: 70)])
        for (name, value) in [
            ("Phong trào", table.campaign), ("Kỳ báo cáo", table.period.month.vietnamese), ("Thời gian", table.period.span),
            ("Căn cứ", table.period.citation), ("Số liệu", table.standing), ("SHA-256", table.mark?.digest ?? ""),
        ] {
            writer.append([.text(name), .text(value)])
        }
        return try writer.finish()
    }

    private static func published(_ count: CoverageCount?) -> [Table.Cell] {
        let figures = Coverage.Kind.allCases.map { count?.counts[$0] ?? 0 } + [count?.total ?? 0, count?.minutes ?? 0]
        return figures.map { .number(Double($0)) }
    }

    private static func cells(_ figures: MonthFigures) -> [Table.Cell] {
        MonthFigures.Figure.allCases.map { .number(Double(figures[$0])) }
    }
}
