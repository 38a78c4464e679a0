public import Domain

/// What the reports of a review say: the verdicts of one frozen version, and what followed from it.
public struct ReviewMatter: Sendable {
    /// Name of the campaign.
    public let campaign: String
    /// Quoted from the frozen figures.
    public let verdicts: Verdicts
    public let mark: FrozenMark
    /// That the province gave for this review, in the order of the golden book.
    public let awards: [RecordedAward]
    /// That the frozen figures give.
    public let letters: [PraiseLetter]
    /// Open on the day of the freeze.
    public let difficulties: [Difficulty]
    /// Of the units, in customary order: what each says in its last approved return of the time under review.
    public let words: [(unit: String, words: UnitReturn.Words)]
    /// How it was carried out; nil of a unit alone.
    public let conduct: Conduct?

    /// How the campaign was carried out until the day of the figures, as it was known when they were frozen.
    public struct Conduct: Sendable {
        /// Of the first tier, and of all units.
        public let launched: (firstTier: LaunchTally, all: LaunchTally)
        /// What the media published.
        public let coverage: [CoverageCount]
        /// Inspections that were held, the earliest first.
        public let visits: [InspectionVisit]
        /// Who followed which unit, in the order in which they were assigned.
        public let followings: [Following]

        public init(
            launched: (firstTier: LaunchTally, all: LaunchTally), coverage: [CoverageCount], visits: [InspectionVisit],
            followings: [Following]
        ) {
            self.launched = launched
            self.coverage = coverage
            self.visits = visits
            self.followings = followings
        }
    }

    public init(
        campaign: String, verdicts: Verdicts, mark: FrozenMark, awards: [RecordedAward] = [], letters: [PraiseLetter] = [],
        difficulties: [Difficulty] = [], words: [(unit: String, words: UnitReturn.Words)] = [], conduct: Conduct? = nil
    ) {
        self.campaign = campaign
        self.verdicts = verdicts
        self.mark = mark
        self.awards = awards
        self.letters = letters
        self.difficulties = difficulties
        self.words = words
        self.conduct = conduct
    }

    public var sum: VerdictSum { VerdictSum(verdicts.units) }

    /// `sơ kết`.
    var review: String { verdicts.review.vietnamese }

    /// `số liệu tính đến 30/06/2023, chốt ngày 10/07/2023, phiên bản 1`.
    var standing: String { "số liệu tính đến \(verdicts.asOf.vietnamese), \(mark.vietnamese)" }

    /// Signed and sent.
    var sent: [PraiseLetter] { letters.filter { $0.answer?.isDeclined == false } }

    // MARK: - Tables

    static let verdictColumns: [PaperTable.Column] = [
        .init("stt", "TT", share: 5, .centre), .init("ten", "Đơn vị", share: 22), .init("ket_qua", "Kết quả xét", share: 12),
        .init("thu_khen", "Thư khen", share: 7, .centre), .init("ca_nhan", "Cá nhân", share: 7, .centre),
        .init("den_han", "Đến hạn trước sơ kết", share: 7, .centre), .init("den_han_sau", "Đến hạn sau sơ kết", share: 7, .centre),
        .init("vuot", "Vượt tiến độ, vượt chỉ tiêu", share: 13, .centre), .init("ly_do", "Lý do", share: 20),
    ]

    var verdictTable: PaperTable {
        let rows = verdicts.units.enumerated().map { index, unit in
            let cells = JudgementTables.row(unit).map(\.text)
            return PaperTable.Row.cells(["\(index + 1)", cells[1], cells[2], cells[3], cells[4], cells[6], cells[7], cells[5], cells[8]])
        }
        return PaperTable("ket_qua_xet", columns: Self.verdictColumns, rows: rows)
    }

    /// Every figure, and from which version they are.
    ///
    /// - Throws: ``Problem/unavailable`` when there is no disk.
    public func workbook() throws(Problem) -> [UInt8] {
        var writer = try WorkbookWriter(title: "Kết quả \(review)", createdOn: mark.on)
        let counts = [
            "Cá nhân", "Đến hạn trước sơ kết", "Đến hạn sau sơ kết", "Tổng số được xét", "Vượt tiến độ, vượt chỉ tiêu", "Tính trên",
        ]
        writer.begin(
            "Kết quả xét",
            columns: [.init("Mã", width: 10), .init("Đơn vị", width: 34), .init("Kết quả xét", width: 20), .init("Thư khen", width: 10)]
                + counts.map { .init($0, width: 12) } + [.init("Tỷ lệ", width: 14), .init("Lý do", width: 60)])
        for unit in verdicts.units {
            let texts = JudgementTables.row(unit).map(\.text)
            let numbers = [unit.individuals, unit.s1, unit.s2, unit.counted, unit.aheadOrAbove, unit.aheadBase]
            writer.append(
                [.text(unit.code), .text(unit.name), .text(unit.verdict.vietnamese), .text(texts[3])]
                    + Self.cells(numbers) + [.text(unit.share), .text(texts[8])])
        }
        let sum = sum
        let totals = Self.cells([sum.individuals, sum.s1, sum.s2, sum.counted, sum.aheadOrAbove, sum.aheadBase])
        let named: [Table.Cell] = [.empty, .text("Tổng số"), .text("đạt \(sum[.pass])"), .number(Double(sum.letters))]
        writer.append(named + totals + [.text(sum.share)])
        appendWhatFollowed(to: &writer)
        writer.begin("Nguồn số liệu", columns: [.init("Nội dung", width: 24), .init("Giá trị", width: 70)])
        for (name, value) in [
            ("Phong trào", verdicts.campaign), ("Kỳ", review), ("Số liệu", standing), ("SHA-256", mark.digest),
        ] {
            writer.append([.text(name), .text(value)])
        }
        return try writer.finish()
    }

    private static func cells(_ numbers: [Int]) -> [Table.Cell] { numbers.map { .number(Double($0)) } }

    private func appendWhatFollowed(to writer: inout WorkbookWriter) {
        writer.begin(
            "Khen thưởng",
            columns: [
                .init("Tên", width: 34), .init("Chức vụ", width: 30), .init("Đơn vị trình", width: 30), .init("Hình thức", width: 34),
                .init("Quyết định", width: 18), .init("Ngày ký", width: 12),
            ])
        for award in awards {
            writer.append([
                .text(award.printedName), .text(award.printedPost), .text(award.awardee.tenantName), .text(award.form.vietnamese),
                .text(award.decision.number), .date(award.decision.signedOn),
            ])
        }
        writer.begin("Thư khen", columns: [.init("Đơn vị", width: 34), .init("Tỷ lệ", width: 14), .init("Ngày ký", width: 12)])
        for letter in sent {
            writer.append([.text(letter.name), .text(letter.share?.text ?? ""), .day(letter.answer?.signedOn)])
        }
        writer.begin(
            "Khó khăn, vướng mắc",
            columns: [
                .init("Đơn vị", width: 34), .init("Nội dung", width: 60), .init("Nêu ngày", width: 12), .init("Trạng thái", width: 24),
            ])
        for difficulty in difficulties {
            writer.append([
                .text(difficulty.placeName), .text(difficulty.title), .date(difficulty.raisedOn), .text(difficulty.state.vietnamese),
            ])
        }
    }
}
