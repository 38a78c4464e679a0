import Domain

/// A year of the working calendar as `deploy/calendar` keeps it: one line for each day on which offices do otherwise than on its weekday.
struct CalendarTable {
    let days: [CalendarDay]
    let year: Int

    private static let header = ["day", "working", "name", "source"]

    /// - Parameter name: of the file, for what is said of it.
    /// - Throws: `invalid-table`; `invalid-input` with every cell at fault.
    init(_ content: [UInt8], name: String) throws(Problem) {
        let records = try CSVRecords(content, file: name).records
        guard records[0].cells == Self.header else {
            throw Problem(.invalid, "invalid-table", "\(name): dòng đầu phải là \(Self.header.joined(separator: ",")).")
        }
        var check = InputCheck()
        var days: [CalendarDay] = []
        var seen: Set<CivilDate> = []
        for record in records.dropFirst() {
            guard let day = Self.day(record, &check) else { continue }
            if !seen.insert(day.day).inserted { check.fault("dòng \(record.row), cột day", "ghi hai lần; chỉ giữ một") }
            days.append(day)
        }
        guard let first = days.first else {
            try check.finish()
            throw Problem(.invalid, "invalid-table", "\(name): không có ngày nào.")
        }
        for day in days where day.day.year != first.day.year {
            check.fault("cột day", "ngày \(day.day.vietnamese) không thuộc năm \(first.day.year); mỗi tệp một năm")
        }
        try check.finish()
        self.days = days
        year = first.day.year
    }

    private static func day(_ record: CSVRecords.Record, _ check: inout InputCheck) -> CalendarDay? {
        func path(_ column: String) -> String { "dòng \(record.row), cột \(column)" }
        guard record.cells.count == header.count else {
            check.fault("dòng \(record.row)", "phải có \(header.count) cột: \(header.joined(separator: ", "))")
            return nil
        }
        let isWorking = ["yes": true, "no": false][record.cells[1]]
        if isWorking == nil { check.fault(path("working"), "phải là yes (làm bù) hoặc no (nghỉ)") }
        let name = check.line(record.cells[2], path("name"), atMost: 200)
        let source = check.line(record.cells[3], path("source"), atMost: 500)
        guard let day = CivilDate(record.cells[0]) else {
            check.fault(path("day"), "phải là ngày có thật dạng YYYY-MM-DD")
            return nil
        }
        guard let isWorking else { return nil }
        if day.weekday.isWeekend != isWorking {
            check.fault(
                path("working"),
                isWorking ? "không phải thứ bảy, chủ nhật nên không có làm bù" : "là thứ bảy, chủ nhật nên đã nghỉ; bỏ dòng này")
        }
        return CalendarDay(day: day, isWorking: isWorking, name: name, source: source)
    }
}
