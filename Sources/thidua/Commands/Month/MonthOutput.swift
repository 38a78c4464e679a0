import Documents
import Domain
import Operations

/// Months and returns as the commands print them.
enum MonthOutput {
    static func print(_ answer: ShowMonth.Answer, as format: OutputFormat) {
        let table = answer.table
        CommandOutput.print(
            columns: MonthTables.columns, cells: table.rows.map(MonthTables.row) + [MonthTables.total(table)],
            json: MonthJSON.month(table, versions: answer.versions, answer.warnings), as: format)
        CommandOutput.warn(answer.warnings, as: format)
        guard format == .table else { return }
        if !table.difficulties.isEmpty { Swift.print("Khó khăn, vướng mắc chưa giải quyết xong:") }
        for one in table.difficulties {
            let clock = one.clock(on: table.lastDay)
            Swift.print("- \(one.placeName): \(one.title), \(one.state.vietnamese)\(clock.isEmpty ? "" : ", \(clock)")")
        }
        if !table.remedies.isEmpty { Swift.print("Tồn tại, hạn chế đang khắc phục:") }
        for one in table.remedies {
            Swift.print("- \(one.ownerName): \(one.words), \(one.state.vietnamese), \(one.clock(on: table.lastDay))")
        }
        if !table.coverageSoFar.isEmpty { Swift.print("Tuyên truyền trên báo chí trong kỳ: \(table.coverageWords)") }
        if !table.goodModels.isEmpty {
            Swift.print("Mô hình mới, cách làm hay, điển hình tiên tiến: \(GoodModelCount.words(table.goodModels))")
        }
    }

    static func print(_ answer: ShowReturn.Answer, as format: OutputFormat) {
        let figures = answer.figures ?? MonthFigures()
        let words = answer.unitReturn?.words
        let warnings = answer.unitReturn?.approval?.warnings ?? answer.standing?.warnings ?? []
        let rows =
            [
                ["Kỳ báo cáo", "\(answer.period.month.vietnamese), \(answer.period.span)"],
                ["Tình trạng", answer.unitReturn?.stateName ?? "chưa soạn"],
            ] + MonthFigures.Figure.allCases.map { [$0.vietnamese, "\(figures[$0])"] }
            + [
                ["Kết quả", words.map { $0.nothing ? "không phát sinh" : $0.results } ?? ""],
                ["Khó khăn, vướng mắc", words?.difficulties ?? ""], ["Đề xuất, kiến nghị", words?.proposals ?? ""],
                ["Giải trình", words?.explanation ?? ""],
            ] + warnings.map { ["Cảnh báo", $0.vietnamese] }
        CommandOutput.print(
            columns: ["Nội dung", "Giá trị"], rows: rows,
            json: [
                "period": MonthJSON.period(answer.period), "unit": .string(answer.unit.description), "version": .integer(answer.version),
                "return": answer.unitReturn.map(MonthJSON.unitReturn) ?? .null,
                "standing": answer.standing.map(MonthJSON.standing) ?? .null,
            ], as: format)
    }
}
