import Domain

/// D4 as its own part of the province's monthly steering review: what the report says, without head and signature; behind it
/// the table of all units.
public struct MonthPart: PaperSource, Hashable {
    public static let kind = PaperKind.monthPart

    public let report: MonthReport

    public init(_ report: MonthReport) {
        self.report = report
    }

    public var paper: OfficialPaper {
        var paper = report.paper
        let table = report.table
        paper.isPart = true
        let all = PaperAppendix(
            title: report.listTitle, reference: "Số liệu \(table.period.span), \(table.standing)", isWide: true,
            body: [.table(report.list)])
        paper.appendices = [all] + report.difficulties + report.remedies
        paper.body = [
            .section("KẾT QUẢ THỰC HIỆN \(report.campaign.uppercased())"),
            .paragraph("Số liệu \(table.period.month.vietnamese), \(table.period.span), \(table.standing)."),
            .heading("Kết quả chung"),
        ]
        paper.body += report.results + [.heading("Chế độ báo cáo")] + report.reporting
        paper.body += [.heading("Đơn vị cần đôn đốc")] + report.behind
        if !report.said.isEmpty { paper.body += [.heading("Khó khăn, vướng mắc và kiến nghị của các đơn vị")] + report.said }
        return paper
    }
}
