import Documents
import Domain
import Testing

/// Forms 0601 and 0603 of Thông tư 02/2023/TT-BNV, from facts alone.
@Suite("Forms of the yearly statistics")
struct StatisticalTableTests {
    private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .earliest }

    private let period: StatisticalPeriod

    init() throws {
        period = try StatisticalPeriod(from: Self.day("2023-01-01"), to: Self.day("2023-12-31"), knownOn: Self.day("2023-12-31"))
    }

    private func figure(_ code: String, _ column: String, in table: StatisticalTable) -> Int? {
        let row = table.rows.first { $0.code == code }
        return table.form.columns.firstIndex { $0.code == column }.flatMap { row?.figures[$0] }
    }

    @Test("a campaign stands under its duration, counted in whole years")
    func durations() {
        let cases = [
            ("2023-03-31", "2023-12-31", "underOneYear"), ("2023-01-01", "2023-12-30", "underOneYear"),
            ("2023-01-01", "2023-12-31", "oneYear"), ("2023-01-01", "2024-01-01", "underThreeYears"),
            ("2023-01-01", "2025-12-30", "underThreeYears"), ("2023-01-01", "2025-12-31", "underFiveYears"),
            ("2021-01-01", "2025-12-30", "underFiveYears"), ("2021-01-01", "2025-12-31", "fiveYears"),
        ]
        for (first, last, expected) in cases {
            let fact = CampaignFact(level: .province, firstDay: Self.day(first), lastDay: Self.day(last), count: 1)
            #expect(fact.duration.rawValue == expected, "\(first) to \(last)")
        }
    }

    @Test("0601 counts each launch once by level, scope, duration and mode, and its total is the sum of its levels")
    func campaigns() {
        let (first, last) = (Self.day("2023-03-31"), Self.day("2023-12-31"))
        let facts = [
            CampaignFact(level: .province, firstDay: first, lastDay: last, count: 1),
            CampaignFact(level: .department, firstDay: first, lastDay: last, count: 19),
            CampaignFact(level: .commune, firstDay: first, lastDay: last, count: 101),
        ]
        let table = StatisticalTable(facts, in: period)
        #expect(table.form == .campaigns)
        #expect(figure("00", "total", in: table) == 121)
        #expect(figure("01", "locality", in: table) == 1 && figure("01", "agency", in: table) == 0)
        #expect(figure("02", "agency", in: table) == 19 && figure("04", "underOneYear", in: table) == 101)
        #expect(figure("00", "thematic", in: table) == 121 && figure("00", "regular", in: table) == 0)
        for column in table.form.columns.indices {
            let sum = table.rows.dropFirst().reduce(0) { $0 + ($1.figures[column] ?? 0) }
            #expect(table.rows[0].figures[column] == sum, "\(table.form.columns[column].name)")
        }
    }

    @Test("0603 splits individuals by the rank of their post, and a revocation lowers the figures of its period")
    func awards() {
        let facts = [
            AwardFact(mode: .thematic, subject: .collective, rank: nil, count: 28),
            AwardFact(mode: .thematic, subject: .individual, rank: .department, count: 10),
            AwardFact(mode: .thematic, subject: .individual, rank: nil, count: 4),
            AwardFact(mode: .adHoc, subject: .individual, rank: .directWorker, count: -1),
        ]
        let table = StatisticalTable(facts, in: period)
        #expect(table.form == .awards)
        #expect(figure("10", "total", in: table) == 41 && figure("10", "collectives", in: table) == 28)
        #expect(figure("10", "individuals", in: table) == 13 && figure("12", "department", in: table) == 10)
        #expect(figure("12", "direct_worker", in: table) == 4, "who holds no post leads nobody")
        #expect(figure("13", "total", in: table) == -1 && figure("13", "direct_worker", in: table) == -1)
        #expect(figure("20", "total", in: table) == nil, "of what the register does not hold, nothing is said")
        #expect(table.rows.allSatisfy { $0.figures.count == table.form.columns.count })
    }

    @Test("the cells of its files are the figures of the table, under a heading each")
    func sheet() {
        for table in [StatisticalTable([CampaignFact](), in: period), StatisticalTable([AwardFact](), in: period)] {
            let sheet = table.form.sheet
            for row in table.rows {
                let cells = sheet.texts(row)[0]
                #expect(cells.count == sheet.titles.count)
                #expect(Array(cells.dropFirst(2).dropLast()) == row.figures.map { $0.map { "\($0)" } ?? "" })
            }
        }
    }

    @Test("a period does not end before it begins")
    func order() {
        #expect(throws: Problem.self) {
            try StatisticalPeriod(from: Self.day("2023-02-01"), to: Self.day("2023-01-31"), knownOn: Self.day("2023-12-31"))
        }
    }
}
