public import Domain

/// How units keep the motto, as programs read it.
public enum MottoJSON {
    public static func sheet(_ sheet: MottoSheet) -> JSONValue {
        var members: [(String, JSONValue)] = head(sheet.campaign, sheet.review, sheet.asOf)
        members += row(sheet.unit, sheet.standing)
        members += [
            ("motto", .string(sheet.motto.name)), ("position", .integer(sheet.standing.position)),
            ("indicators", .array(sheet.indicators.map(indicator))), ("steps", .array(sheet.standing.steps.map(step))),
            ("criticisms", .array(sheet.standing.criticisms.map(JSONValue.string))),
        ]
        return .object(JSONObject(members))
    }

    public static func list(_ answer: MottoList) -> JSONValue {
        .object(JSONObject(head(answer.campaign, answer.review, answer.asOf) + [("units", .array(answer.rows.map(value)))]))
    }

    public static func value(_ row: MottoList.Row) -> JSONValue { .object(JSONObject(self.row(row.unit, row.standing))) }

    private static func head(_ campaign: String, _ review: Campaign.Review, _ asOf: CivilDate) -> [(String, JSONValue)] {
        [("campaign", .string(campaign)), ("review", .string(review.rawValue)), ("asOf", .string(asOf.description))]
    }

    private static func row(_ unit: JudgedUnit, _ standing: MottoStanding) -> [(String, JSONValue)] {
        [
            ("code", .string(unit.code)), ("tenant", .string(unit.slug.text)), ("name", .string(unit.name)),
            ("firstTier", .bool(unit.isFirstTier)), ("state", .string(standing.state.rawValue)),
            ("stateName", .string(standing.state.vietnamese)), ("movers", .array(standing.movers.map { .string($0.rawValue) })),
            ("move", .string(standing.moveWords)), ("decidedOn", .string(orNull: standing.decision?.happenedOn)),
            ("documentNumber", .string(orNull: standing.decision?.documentNumber)),
        ]
    }

    private static func indicator(_ indicator: MottoIndicator) -> JSONValue {
        [
            "code": .string(indicator.part.code), "words": .string(indicator.part.words), "indicator": .string(indicator.part.indicator),
            "figures": .array(indicator.figures.map(figure)),
        ]
    }

    private static func figure(_ figure: MottoIndicator.Figure) -> JSONValue {
        [
            "measure": .string(figure.measure.rawValue), "name": .string(figure.measure.vietnamese),
            "count": figure.count.map(JSONValue.integer) ?? .null, "base": figure.base.map(JSONValue.integer) ?? .null,
            "words": .string(figure.vietnamese),
            "sources": .array(
                figure.sources.map { ["item": .string(orNull: $0.item), "code": .string($0.code), "words": .string($0.words)] }),
        ]
    }

    private static func step(_ step: MottoStep) -> JSONValue {
        [
            "id": .string(step.id.description), "position": .integer(step.position), "step": .string(step.kind.rawValue),
            "stepName": .string(step.kind.vietnamese), "body": .string(step.body.rawValue), "bodyName": .string(step.body.vietnamese),
            "date": .string(step.happenedOn.description),
            "parts": .array(
                step.parts.map {
                    [
                        "code": .string($0.code), "grade": .string($0.grade.rawValue), "gradeName": .string($0.grade.vietnamese),
                        "remark": .string($0.remark),
                    ]
                }),
            "accepted": step.isAccepted.map(JSONValue.bool) ?? .null, "documentNumber": .string(step.documentNumber),
            "criticism": .string(step.criticism), "words": .string(step.words), "recordedBy": .string(orNull: step.recordedBy),
            "recordedOn": .string(step.recordedOn.description),
        ]
    }

    // MARK: - Tables

    public static let columns = ["Mã", "Đơn vị", "Tình trạng", "Đến lượt", "Ngày kết luận", "Văn bản"]

    public static func row(_ row: MottoList.Row) -> [Table.Cell] {
        let decision = row.standing.decision
        return [
            .text(row.unit.code), .text(row.unit.name), .text(row.standing.state.vietnamese), .text(row.standing.moveWords),
            .day(decision?.happenedOn), .text(decision?.documentNumber ?? ""),
        ]
    }

    public static let sheetColumns = ["Mục", "Nội dung", "Kết quả", "Căn cứ"]

    public static func rows(_ sheet: MottoSheet) -> [[String]] {
        let state = [sheet.standing.state.vietnamese, sheet.standing.moveWords].filter { !$0.isEmpty }.joined(separator: ", ")
        let figures = sheet.indicators.flatMap { indicator in
            indicator.figures.map { figure in
                [
                    indicator.part.words, figure.measure.vietnamese, figure.vietnamese,
                    figure.sources.map { [$0.code, $0.words].filter { !$0.isEmpty }.joined(separator: ": ") }.joined(separator: "; "),
                ]
            }
        }
        let steps = sheet.standing.steps.flatMap { step -> [[String]] in
            let result = step.isAccepted.map { $0 ? "thực hiện tốt" : "chưa thực hiện tốt" } ?? ""
            let paper = [step.happenedOn.vietnamese, step.documentNumber, step.criticism].filter { !$0.isEmpty }.joined(separator: ", ")
            let names = Dictionary(sheet.motto.parts.map { ($0.code, $0.words) }, uniquingKeysWith: { first, _ in first })
            return [["\(step.body.vietnamese) \(step.kind.vietnamese)", step.words, result, paper]]
                + step.parts.map { ["", names[$0.code] ?? $0.code, $0.grade.vietnamese, $0.remark] }
        }
        return [["Đơn vị", sheet.unit.name, state, ""]] + figures + steps
    }
}
