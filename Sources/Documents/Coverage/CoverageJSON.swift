public import Domain

/// What the media report as programs read it, and as tables show it.
public enum CoverageJSON {
    public static func line(_ line: CoverageLine, on day: CivilDate) -> JSONValue {
        let state = line.state(on: day)
        return [
            "id": .string(line.id.description), "version": .integer(line.version), "campaign": .string(line.campaign),
            "occasion": .string(line.content.occasion.rawValue), "occasionName": .string(line.content.occasion.vietnamese),
            "subject": .string(line.content.subject), "kind": .string(line.content.kind.rawValue),
            "kindName": .string(line.content.kind.vietnamese), "outlet": .string(line.outletSlug.text),
            "outletName": .string(line.outletName), "plannedOn": .string(line.content.plannedOn.description),
            "reason": .string(line.reason), "publications": .integer(line.publications),
            "publishedOn": .string(orNull: line.publishedOn?.description),
            "kitApprovedOn": .string(orNull: line.kitApprovedOn?.description), "state": .string(state.rawValue),
            "stateName": .string(line.stateWords(on: day)), "withoutKit": .integer(line.withoutKit),
            "early": .integer(line.early),
        ]
    }

    public static func detail(_ detail: CoverageLineDetail, on day: CivilDate) -> JSONValue {
        guard case .object(var members) = line(detail.line, on: day) else { return .null }
        members.append("versions", .array(detail.versions.map(version)))
        members.append("kits", .array(detail.kits.map(kit)))
        members.append("coverage", .array(detail.publications.map(value)))
        return .object(members)
    }

    private static func version(_ line: CoverageLine) -> JSONValue {
        [
            "version": .integer(line.version), "occasion": .string(line.content.occasion.rawValue),
            "subject": .string(line.content.subject), "kind": .string(line.content.kind.rawValue), "outlet": .string(line.outletSlug.text),
            "plannedOn": .string(line.content.plannedOn.description), "dropped": .bool(line.isDropped), "reason": .string(line.reason),
            "recordedOn": .string(line.recordedOn.description),
        ]
    }

    private static func kit(_ kit: PressKit) -> JSONValue {
        [
            "version": .integer(kit.version), "facts": .string(kit.facts?.words ?? ""), "approver": .string(kit.facts?.approver ?? ""),
            "approvedOn": .string(orNull: kit.facts?.approvedOn.description), "documentNumber": .string(kit.facts?.documentNumber ?? ""),
            "notBefore": .string(orNull: kit.facts?.notBefore?.description), "shown": .string(kit.facts == nil ? "" : kit.consentWords),
            "withdrawn": .bool(kit.facts == nil), "reason": .string(kit.reason), "recordedOn": .string(kit.recordedOn.description),
        ]
    }

    public static func value(_ coverage: Coverage) -> JSONValue {
        [
            "id": .string(coverage.id.description), "outlet": .string(coverage.outletSlug.text),
            "outletName": .string(coverage.outletName), "campaign": .string(coverage.campaign),
            "line": .string(orNull: coverage.line?.description), "subject": .string(coverage.subject),
            "kind": .string(coverage.report.kind.rawValue), "kindName": .string(coverage.report.kind.vietnamese),
            "title": .string(coverage.report.title), "on": .string(coverage.report.publishedOn.description),
            "minutes": coverage.report.minutes.map { .integer($0) } ?? .null, "link": .string(coverage.report.link),
            "hasKit": .bool(coverage.hasKit), "isEarly": .bool(coverage.isEarly),
            "corrects": .string(orNull: coverage.corrects?.description), "reason": .string(coverage.reason),
            "recordedOn": .string(coverage.recordedOn.description),
        ]
    }

    public static func count(_ count: CoverageCount) -> JSONValue {
        var members = JSONObject([("outlet", .string(count.outletSlug.text)), ("outletName", .string(count.outletName))])
        for kind in Coverage.Kind.allCases { members.append(kind.rawValue, .integer(count.counts[kind] ?? 0)) }
        members.append("total", .integer(count.total))
        members.append("minutes", .integer(count.minutes))
        return .object(members)
    }

    // MARK: - Tables

    public static let lineColumns = [
        "Ngày dự kiến", "Dịp", "Nội dung", "Thể loại", "Cơ quan", "Tài liệu đã duyệt ngày", "Đã đăng, phát", "Ngày đăng, phát đầu tiên",
        "Tình trạng", "Lý do sửa, bỏ", "Mã định danh",
    ]

    public static func lineRow(_ line: CoverageLine, on day: CivilDate) -> [Table.Cell] {
        [
            .date(line.content.plannedOn), .text(line.content.occasion.vietnamese), .text(line.content.subject),
            .text(line.content.kind.vietnamese), .text(line.outletName), .day(line.kitApprovedOn),
            .text(VietnameseNumber.text(line.publications)), .day(line.publishedOn), .text(line.stateWords(on: day)), .text(line.reason),
            .text(line.id.description),
        ]
    }

    public static let columns = [
        "Cơ quan", "Thể loại", "Tiêu đề", "Ngày đăng, phát", "Thời lượng (phút)", "Đường dẫn", "Theo kế hoạch", "Bộ tư liệu",
        "Lý do sửa", "Mã định danh",
    ]

    public static func row(_ coverage: Coverage) -> [Table.Cell] {
        [
            .text(coverage.outletName), .text(coverage.report.kind.vietnamese), .text(coverage.report.title),
            .date(coverage.report.publishedOn), .text(coverage.report.minutes.map { VietnameseNumber.text($0) } ?? ""),
            .text(coverage.report.link), .text(planned(coverage)), .text(coverage.kitWords), .text(coverage.reason),
            .text(coverage.id.description),
        ]
    }

    /// What it was planned as.
    public static func planned(_ coverage: Coverage) -> String {
        coverage.line == nil ? "ngoài kế hoạch" : coverage.subject.isEmpty ? "theo kế hoạch" : coverage.subject
    }

    public static let countColumns =
        ["Cơ quan"] + Coverage.Kind.allCases.map { $0.vietnamese.startingLarge } + ["Tổng số", "Thời lượng (phút)"]

    public static func countRow(_ count: CoverageCount) -> [Table.Cell] {
        let figures = Coverage.Kind.allCases.map { count.counts[$0] ?? 0 } + [count.total, count.minutes]
        return [.text(count.outletName)] + figures.map { Table.Cell.text(VietnameseNumber.text($0)) }
    }
}
