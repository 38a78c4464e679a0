public import Domain

/// D4: the Office's monthly report to the Chairman: a summary of one page, the table of all units and what they say stands in the way.
public struct MonthReport: PaperSource, Hashable {
    public static let kind = PaperKind.monthReport

    public let frame: PaperFrame
    /// Name of the campaign.
    public let campaign: String
    public let addressees: [String]
    public let table: MonthTable
    /// Of the units, in customary order: what they find difficult, what they propose.
    public let words: [(unit: String, difficulties: String, proposals: String)]

    public init(
        frame: PaperFrame, campaign: String, addressees: [String], table: MonthTable,
        words: [(unit: String, difficulties: String, proposals: String)]
    ) {
        self.frame = frame
        self.campaign = campaign
        self.addressees = addressees
        self.table = table
        self.words = words
    }

    public static func == (lhs: MonthReport, rhs: MonthReport) -> Bool { lhs.paper == rhs.paper }
    public func hash(into hasher: inout Hasher) { hasher.combine(paper) }

    public var paper: OfficialPaper {
        let month = table.period.month.vietnamese
        var paper = frame.paper(.named("Báo cáo", abstract: "Kết quả \(month) thực hiện \(campaign)"), signed: frame.signer.ownPower)
        paper.addressees = addressees
        paper.body = [
            .paragraph("\(frame.issuer.name) báo cáo kết quả \(month), số liệu \(table.period.span), \(table.standing), như sau:")
        ]
        for (title, part) in zip(["I. KẾT QUẢ CHUNG", "II. CHẾ ĐỘ BÁO CÁO", "III. ĐƠN VỊ CẦN ĐÔN ĐỐC"], [results, reporting, behind]) {
            paper.body += [.section(title)] + part
        }
        let all = PaperAppendix(title: listTitle, isWide: true, body: [.table(list)])
        paper.appendices =
            [all] + difficulties + remedies
            + (said.isEmpty ? [] : [PaperAppendix(title: "Khó khăn, vướng mắc và kiến nghị của các đơn vị", body: said)])
        paper.fields = ["ky_bao_cao": month, "phong_trao": campaign]
        return paper
    }

    var results: [PaperBlock] {
        let total = table.total
        let adjusted = MonthRow.words(table.adjustment)
        let told = table.coverageSoFar.isEmpty ? [] : ["Tuyên truyền trên báo chí trong kỳ: \(table.coverageWords)"]
        let corrected = table.correction.map { [$0.vietnamese] } ?? []
        let late = table.difficulties.count { $0.isOverdue(on: table.lastDay) }
        let stuck =
            table.difficulties.isEmpty
            ? [] : ["Khó khăn, vướng mắc chưa giải quyết xong: \(table.difficulties.count), trong đó quá hạn giải quyết \(late)"]
        let unmended = table.remedies.count { $0.isOverdue(on: table.lastDay) }
        let mended =
            table.remedies.isEmpty ? [] : ["Tồn tại, hạn chế đang khắc phục: \(table.remedies.count), trong đó quá hạn \(unmended)"]
        let models =
            table.goodModels.isEmpty
            ? [] : ["Mô hình mới, cách làm hay, điển hình tiên tiến: \(GoodModelCount.words(table.goodModels))"]
        let undated = total[.undated] == 0 ? "" : ", chưa có thời hạn \(total[.undated])"
        let counted = [
            "Giao lũy kế \(total[.items]) nhiệm vụ, chỉ tiêu; giao mới trong kỳ \(total[.given])",
            """
            Hoàn thành lũy kế \(total.doneShare): trước hạn \(total[.early]), đúng hạn \(total[.onTime]), quá hạn \(total[.late])\(undated); \
            trong kỳ hoàn thành \(total.doneInPeriod)
            """,
            "Còn quá hạn \(total[.overdue]); còn trong hạn \(total.openInTime), trong đó sắp đến hạn \(total[.dueSoon])",
            """
            Vượt chỉ tiêu \(total[.above]); gia hạn trong kỳ \(total[.extended]); không tính vào đánh giá \(total[.exempted]); \
            chưa tiếp nhận \(total[.unacknowledged])
            """,
            "Điều chỉnh số liệu kỳ trước so với bản chốt lần đầu: \(adjusted.isEmpty ? "không" : adjusted)",
        ]
        return PaperBlock.numbered(counted + corrected + stuck + mended + told + models)
    }

    var reporting: [PaperBlock] {
        let awaited = table.rows.count - table.ended.count
        let ended =
            table.ended.isEmpty ? [] : ["Không phải báo cáo: \(Self.names(table.ended) { "\($0.name) (\($0.answer.vietnamese))" })"]
        return PaperBlock.numbered(
            [
                "Đã gửi báo cáo \(LedgerCounts.share(awaited - table.missing.count, of: awaited)) đơn vị",
                "Gửi muộn: \(Self.names(table.late) { $0.name })", "Không báo cáo: \(Self.names(table.missing, Self.missing))",
            ] + ended)
    }

    private static func missing(_ row: MonthRow) -> String {
        row.answer.missing > 1 ? "\(row.name) (\(row.answer.missing) kỳ liên tiếp)" : row.name
    }

    private static func names(_ rows: [MonthRow], _ name: (MonthRow) -> String) -> String {
        rows.isEmpty ? "không" : rows.map(name).joined(separator: ", ")
    }

    /// As many as fit on the summary's page.
    private static let mostBehind = 5

    var behind: [PaperBlock] {
        let (named, rest) = (table.behind.prefix(Self.mostBehind), table.behind.dropFirst(Self.mostBehind))
        guard !named.isEmpty else { return [.paragraph("Không có đơn vị còn nhiệm vụ, chỉ tiêu quá hạn.")] }
        let lines = named.map { "\($0.name): còn quá hạn \($0.figures[.overdue]), hoàn thành \($0.figures.doneShare)" }
        // Without it the lines would not add up to what is overdue in all.
        let others = rest.isEmpty ? [] : ["Đơn vị khác: \(Self.names(Array(rest)) { "\($0.name) \($0.figures[.overdue])" })"]
        return PaperBlock.items(lines + others)
    }

    var listTitle: String { "Tổng hợp kết quả của các cơ quan, đơn vị \(table.period.month.vietnamese)" }

    var list: PaperTable {
        var rows = table.rows.enumerated().map { index, row in PaperTable.Row.cells(["\(index + 1)"] + MonthTables.paperCells(row)) }
        rows.append(.cells(["", "Tổng số"] + MonthTables.counts(table.total) + ["", MonthRow.words(table.adjustment)]))
        return PaperTable("tong_hop", columns: MonthTables.paperColumns, rows: rows)
    }

    /// What stood in the way; none: no such appendix.
    var difficulties: [PaperAppendix] {
        guard !table.difficulties.isEmpty else { return [] }
        let rows = table.difficulties.enumerated().map { index, difficulty in
            PaperTable.Row.cells(["\(index + 1)"] + DifficultyJSON.reported(difficulty, on: table.lastDay).map(\.text))
        }
        return [
            PaperAppendix(
                title: "Khó khăn, vướng mắc chưa giải quyết xong \(table.period.month.vietnamese)", isWide: true,
                body: [.table(PaperTable("kho_khan", columns: MonthTables.difficultyColumns, rows: rows))])
        ]
    }

    /// What still had to be put right; none: no such appendix.
    var remedies: [PaperAppendix] {
        guard !table.remedies.isEmpty else { return [] }
        let rows = table.remedies.enumerated().map { index, remedy in
            PaperTable.Row.cells(["\(index + 1)"] + RemedyJSON.reported(remedy, on: table.lastDay).map(\.text))
        }
        return [
            PaperAppendix(
                title: "Tồn tại, hạn chế đang khắc phục \(table.period.month.vietnamese)", isWide: true,
                body: [.table(PaperTable("khac_phuc", columns: MonthTables.remedyColumns, rows: rows))])
        ]
    }

    var said: [PaperBlock] {
        words.flatMap { unit, difficulties, proposals -> [PaperBlock] in
            let texts = [("Khó khăn, vướng mắc", difficulties), ("Đề xuất, kiến nghị", proposals)].filter { !$0.1.isEmpty }
            guard !texts.isEmpty else { return [] }
            return [.heading(unit)] + PaperBlock.dashes(texts.map { "\($0.0): \($0.1)" })
        }
    }
}
