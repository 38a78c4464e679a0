import Domain

extension CivilDate {
    /// A date that the test's author knows to exist.
    init(known year: Int, _ month: Int, _ day: Int) {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            preconditionFailure("no such day: \(year)-\(month)-\(day)")
        }
        self = date
    }
}

extension Campaign {
    /// A small campaign without a fault, for tests to spoil in one place.
    static let sample = Campaign(
        format: currentFormat, code: "MAU-2031", name: "Phong trào mẫu",
        paper: Paper(
            type: "Kế hoạch", number: "3", symbol: "KH-UBND", date: CivilDate(known: 2031, 1, 10), place: "Mẫu", issuer: "Ủy ban",
            abstract: "Phát động", signer: Signer(post: "CHỦ TỊCH", name: "(người ký)")),
        preamble: "Mở đầu",
        legalBases: [
            DirectiveCitation(
                code: "CT-1", type: "Chỉ thị", reference: "01/CT-UBND", date: CivilDate(known: 2031, 1, 5), issuer: "Ủy ban",
                abstract: "về việc", assignsTo: [.department])
        ],
        purposes: ["Mục đích"], requirements: ["Yêu cầu"], subjects: Passage(clause: "II.1", words: "Đối tượng"),
        duration: Passage(clause: "II.2", words: "Một năm"),
        firstTier: [FirstTierSelection(kind: .department, scope: "award_subject", words: "Các sở")],
        span: Span(words: "năm 2031", from: CivilDate(known: 2031, 1, 1), to: CivilDate(known: 2031, 12, 31)),
        phases: [
            Phase(
                code: "I", name: "Đợt I", words: "Từ nay đến hết ngày 30/6/2031", from: CivilDate(known: 2031, 1, 10),
                to: CivilDate(known: 2031, 6, 30), review: .interim),
            Phase(
                code: "II", name: "Đợt II", words: "thời gian còn lại", from: CivilDate(known: 2031, 7, 1),
                to: CivilDate(known: 2031, 12, 31), review: .final),
        ],
        launch: Launch(
            clause: "II.3", by: "Chủ tịch", words: ["Phát động trước ngày 01/3/2031"],
            deadline: Deadline(words: "trước ngày 01/3/2031", date: CivilDate(known: 2031, 2, 28)),
            forms: [LaunchForm(kind: .ownConference, label: "Hội nghị")], reach: Passage(clause: "V.1", words: "đến từng người")),
        motto: Motto(
            content: "III.1", name: "hai có, một không",
            parts: [
                MottoPart(code: "III.1.1", words: "Có kế hoạch", indicator: "a"),
                MottoPart(code: "III.1.2", words: "Có kết quả", indicator: "b"),
                MottoPart(code: "III.1.3", words: "Không chậm", indicator: "c"),
            ]),
        content: [
            ContentGroup(code: "III.1", label: "Phương châm", words: "Phương châm", takesItems: false, directives: [], tasks: []),
            ContentGroup(
                code: "III.2", label: "Nhiệm vụ", words: "Nhiệm vụ", takesItems: true, directives: ["CT-1"],
                tasks: [ContentTask(code: "III.2.1", label: "Một", words: "Việc một")]),
        ],
        awards: Awards(
            collectives: Passage(clause: "IV.1", words: "Tập thể"), individuals: Passage(clause: "IV.1", words: "Cá nhân"),
            reviews: [interimAward, finalAward],
            adHoc: [AdHocAward(kind: .letter, clause: "IV.3", recognition: "Thư", words: "Có thư")], ownPower: []),
        duties: [BodyDuty(clause: "V.1", body: "Các sở", role: .firstTier, units: [], duties: ["Làm"])],
        reporting: Reporting(
            clause: "V.2", words: "Hằng tháng", by: .office, to: "Chủ tịch", every: .month, perUnit: true, mergedWith: nil),
        difficulties: DifficultyRoute(clause: "VI", words: "Gửi", to: "Ủy ban", through: "Văn phòng", unit: "VP"),
        closing: "./.", recipients: ["Lưu: VT"], parameters: ParameterName.allCases.map(sampleParameter))

    private static let interimAward = ReviewAward(
        review: .interim, clause: "IV.2.a", name: "Sơ kết", recognition: "Bằng khen", words: "khi",
        conditions: [
            AwardCondition(test: .motto, words: "Phương châm"), AwardCondition(test: .dueItems, words: "Đến hạn"),
            AwardCondition(test: .laterItems, words: "tối thiểu 50%"),
        ],
        letter: LetterRule(words: "tối thiểu 20%", recognition: "Thư"), individuals: IndividualsRule(words: "không quá 03 cá nhân"))

    private static let finalAward = ReviewAward(
        review: .final, clause: "IV.2.b", name: "Tổng kết", recognition: "Bằng khen", words: "khi",
        conditions: [AwardCondition(test: .allItems, words: "100% nhiệm vụ")],
        letter: LetterRule(words: "tối thiểu 40%", recognition: "Thư"), individuals: IndividualsRule(words: "không quá 06 cá nhân"))

    private static func sampleParameter(_ name: ParameterName) -> Parameter {
        let integers: [ParameterName: Int] = [
            .minimumProgressPercent: 50, .letterPercentInterim: 20, .letterPercentFinal: 40, .individualsInterim: 3, .individualsFinal: 6,
            .reminderFirstDays: 7, .reminderSecondDays: 3,
        ]
        let value: ParameterValue =
            switch name.domain {
            case .integer(let range): .integer(integers[name] ?? range.lowerBound)
            case .flag: .flag(true)
            case .choice(let choices): .choice(choices[0])
            }
        return Parameter(name: name, value: value, basis: .decision("A01"), changer: .leadership)
    }

    /// The place of a parameter in the list, which is the order of the names.
    static func place(of name: ParameterName) -> Int {
        ParameterName.allCases.firstIndex(of: name) ?? -1
    }
}
