import Documents
import Domain
import Foundation

/// One paper of each kind, with data such as the province's; persons are named by what they are.
struct SamplePapers {
    static let province = PaperIssuer(parent: nil, name: "Ủy ban nhân dân tỉnh Cà Mau")
    static let homeAffairs = PaperIssuer(parent: "Ủy ban nhân dân tỉnh Cà Mau", name: "Sở Nội vụ")
    static let district = PaperIssuer(parent: "Tỉnh Cà Mau", name: "Ủy ban nhân dân huyện U Minh")
    static let council = PaperIssuer(parent: "Ủy ban nhân dân huyện U Minh", name: "Hội đồng Thi đua - Khen thưởng")
    static let chairman = PaperSigner(title: "Chủ tịch UBND tỉnh", body: "Ủy ban nhân dân", name: "(Chủ tịch)")
    static let director = PaperSigner(
        title: "Giám đốc Sở Nội vụ", name: "(Phó Giám đốc)", form: .kt, delegateTitle: "Phó Giám đốc Sở Nội vụ")
    static let districtHead = PaperSigner(title: "Chủ tịch UBND huyện U Minh", body: "Ủy ban nhân dân", name: "(Chủ tịch huyện)")
    static let movement = """
        Phong trào thi đua trong thực hiện nhiệm vụ trọng tâm được Ủy ban nhân dân tỉnh, Chủ tịch Ủy ban nhân dân tỉnh giao năm 2023
        """
    static let authority = "Chủ tịch Ủy ban nhân dân tỉnh Cà Mau"
    static let deputy = "Phó Chủ tịch Ủy ban nhân dân huyện"

    let signedOn: CivilDate
    let occasion: AwardOccasion
    let proposal: QuotedPaper
    let decision: QuotedPaper
    var campaign = Campaign.sample

    init() throws(Problem) {
        guard let signedOn = CivilDate(year: 2023, month: 7, day: 5), let until = CivilDate(year: 2023, month: 6, day: 30) else {
            throw Problem.unexpected
        }
        self.signedOn = signedOn
        occasion = AwardOccasion(campaign: Self.movement, review: .interim, until: until)
        proposal = QuotedPaper("Tờ trình", "152/TTr-SNV", signedOn: signedOn)
        campaign.closing = "Thủ trưởng các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện Kế hoạch này."
        decision = QuotedPaper("Quyết định", "1234/QĐ-UBND", signedOn: signedOn, issuer: Self.authority)
    }

    func frame(
        _ issuer: PaperIssuer, _ number: String?, _ symbol: String, _ place: String = "Cà Mau", by signer: PaperSigner,
        to recipients: [String] = ["Như trên", "Hội đồng Thi đua - Khen thưởng tỉnh"], kept: String = "VT, TĐKT"
    ) -> PaperFrame {
        let date = number == nil ? PaperDate(place, year: 2023) : PaperDate(place, signedOn: signedOn)
        return PaperFrame(
            issuer: issuer, number: PaperNumber(number, symbol: symbol), date: date, signer: signer, recipients: recipients,
            archive: PaperArchive(kept))
    }

    static func collective(_ name: String, of position: String = "Ủy ban nhân dân huyện U Minh") -> Awardee {
        Awardee(
            .collective, name: name, position: position, form: .provincialCertificate,
            achievement: "Hoàn thành có chất lượng, đúng tiến độ, đúng quy định 45/45 nhiệm vụ, chỉ tiêu được giao; vượt tiến độ 20%")
    }

    static func person(_ name: String, _ position: String = "Chuyên viên Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện U Minh")
        -> Awardee
    {
        Awardee(
            .individual, name: name, position: position, form: .provincialCertificate,
            achievement: "Tham mưu hoàn thành 12/12 nhiệm vụ được giao, có 03 nhiệm vụ vượt tiến độ")
    }

    var awardees: [Awardee] {
        [
            Self.collective("Ủy ban nhân dân huyện U Minh", of: ""), Self.collective("Phòng Tài chính - Kế hoạch"),
            Self.person("(Họ và tên người thứ nhất)"), Self.person("(Họ và tên người thứ hai)", "Trưởng phòng Nội vụ huyện U Minh"),
        ]
    }

    var meeting: CouncilMeeting {
        let tally = CouncilTally(
            members: 9, attending: 8, votes: CouncilTally.Votes(yes: 7, no: 1, blank: 0),
            written: 1, recused: 1, recusedAttending: 1, chair: .yes)
        let items = awardees.enumerated().map { index, awardee in
            CouncilMeeting.Item(
                awardee, method: awardee.subject == .individual ? .secret : .showOfHands, tally: tally,
                outcome: index == 3 ? .notPassed : .passed, base: 9,
                recused: index == 1 ? ["(Ủy viên thứ tư), phụ trách hoặc thuộc phòng, ban, đơn vị được đề nghị khen thưởng"] : [])
        }
        let members: [CouncilMeeting.Member] = [
            .init("(Chủ tịch Hội đồng)", .chair, post: "Chủ tịch UBND huyện", isPresent: true),
            .init("(Phó Chủ tịch Hội đồng)", .deputyChair, post: "Phó Chủ tịch UBND huyện", isPresent: true),
            .init("(Thư ký Hội đồng)", .secretary, post: "Trưởng phòng Nội vụ", isPresent: true),
            .init("(Ủy viên thứ tư)", .member, post: "Trưởng phòng Tài chính - Kế hoạch", isPresent: true),
            .init("(Ủy viên thứ năm)", .member, post: "Chánh Thanh tra huyện", isPresent: false),
        ]
        return CouncilMeeting(
            council: "Hội đồng Thi đua - Khen thưởng huyện U Minh", heldOn: signedOn, from: "08 giờ 00", to: "10 giờ 30",
            place: "phòng họp số 2, trụ sở Ủy ban nhân dân huyện U Minh", members: members, items: items,
            rules: ["Cuộc họp hợp lệ khi có ít nhất 2/3 thành viên tham dự", "Thông qua khi có ít nhất 70% tổng số thành viên đồng ý"])
    }

    /// The same council, asked in writing.
    var written: CouncilMeeting {
        let tally = CouncilTally(members: 5, attending: 0, votes: CouncilTally.Votes(yes: 4, no: 0, blank: 0), written: 4, chair: .yes)
        return CouncilMeeting(
            council: meeting.council, heldOn: signedOn, from: "", to: "", place: "trụ sở Ủy ban nhân dân huyện U Minh",
            members: meeting.members.map { .init($0.name, $0.duty, post: $0.post, isPresent: false) },
            items: awardees.map { .init($0, method: .written, tally: tally, outcome: .passed, base: 5) }, rules: [])
    }

    var conference: Conference {
        Conference(
            name: "Hội nghị sơ kết Phong trào thi đua năm 2023", time: "08 giờ 00", heldOn: signedOn,
            place: "Hội trường Ủy ban nhân dân tỉnh", chair: "Chủ tịch Ủy ban nhân dân tỉnh")
    }

    var grounds: [Citation] {
        [
            Citation("Căn cứ Luật Tổ chức chính quyền địa phương", isVerified: true),
            Citation("Căn cứ Luật Thi đua, khen thưởng", isVerified: true),
            Citation("Căn cứ một văn bản chưa ai kiểm chứng", isVerified: false),
        ]
    }

    var entries: [AwardProposal.Entry] { awardees.map { AwardProposal.Entry($0, vote: "7/9 (77,7%)") } }

    /// Every kind once, in the order of ``PaperKind``.
    var all: [any PaperSource] {
        plans + months + reports + proposals + councils + appraisals + decisions + conferences + notices
    }

    private var plans: [any PaperSource] {
        let criticism = CriticismLetter(
            frame: frame(Self.province, "512", "UBND-TH", by: Self.chairman, kept: "VT, NC-TH"), sender: "Chủ tịch Ủy ban nhân dân tỉnh",
            addressee: "Ủy ban nhân dân huyện U Minh", occasion: occasion,
            facts: ["NV-014: thời hạn 30/4/2023, quá hạn 66 ngày", "NV-022: thời hạn 15/5/2023, quá hạn 51 ngày"], explanation: nil,
            orders: ["Kiểm điểm, làm rõ trách nhiệm", "Hoàn thành nhiệm vụ NV-014, NV-022 trước ngày 15/7/2023"])
        let response = ResponsePlan(
            frame: frame(Self.district, "9", "KH-UBND", "U Minh", by: Self.districtHead), campaign: campaign,
            launch: ["Tổ chức phát động lồng ghép với hội nghị giao ban tháng 4 năm 2023."],
            assignments: [
                .init(code: "NV-001", content: "Rà soát thủ tục hành chính", responsible: "Phòng Nội vụ", dueOn: signedOn),
                .init(code: "NV-002", content: "Giải ngân vốn đầu tư công", responsible: "Phòng Tài chính - Kế hoạch", dueOn: nil),
            ], duties: ["Phòng Nội vụ theo dõi, đôn đốc, tổng hợp kết quả."])
        let plans: [any PaperSource] = [LaunchPlan(campaign: campaign, archive: PaperArchive("VT, TH02/3")), response, criticism]
        guard let rule = campaign.awards.reviews.first else { return plans }
        let guidance = RoundGuidance(
            frame: frame(Self.homeAffairs, "12", "HD-SNV", by: Self.director), campaign: campaign, occasion: occasion, rule: rule,
            papers: [
                .init("Tờ trình kèm danh sách"),
                .init("Báo cáo thành tích", forms: ["Mẫu số 07 ban hành kèm theo Nghị định số 91/2017/NĐ-CP"], isConfirmed: true),
            ], opensOn: signedOn, cutOff: signedOn)
        return plans + [guidance]
    }

    private var months: [any PaperSource] {
        let period = ReportPeriod(
            id: ReportPeriod.ID(UUID()), campaign: Campaign.ID(UUID()), code: "KH-77-2023", month: ReportMonth(signedOn),
            from: signedOn.adding(days: -20),
            to: signedOn.adding(days: -1), subUnitDueOn: signedOn, dueOn: signedOn, closesOn: signedOn, citation: "Nghị định 09/2019/NĐ-CP",
            openedOn: signedOn)
        var figures = MonthFigures()
        figures[.items] = 20
        figures[.early] = 12
        figures[.overdue] = 8
        let slugs = ["district_973", "district_967"].compactMap { Tenant.Slug($0) }
        let rows = slugs.enumerated().map { index, slug in
            MonthRow(
                tenant: slug, code: "97\(index)", name: index == 0 ? "Huyện U Minh" : "Huyện Thới Bình",
                answer: .init(state: index == 0 ? .sent : .missing, approvedOn: nil, isLate: false, missing: index * 2), figures: figures,
                before: index == 0 ? (closed: MonthFigures(), known: figures) : nil)
        }
        let table = MonthTable(campaign: "KH-77-2023", period: period, standing: "chốt ngày 05/07/2023, phiên bản 1", mark: nil, rows: rows)
        let office = PaperIssuer(parent: "Ủy ban nhân dân tỉnh Cà Mau", name: "Văn phòng Ủy ban nhân dân tỉnh")
        let monitor = PaperSigner(title: "Chánh Văn phòng", name: "(Chánh Văn phòng)")
        let words = UnitReturn.Words(
            nothing: false, results: "Hoàn thành 12 nhiệm vụ.", difficulties: "Thiếu kinh phí", proposals: "",
            explanation: "Chậm do mưa bão")
        let report = MonthReport(
            frame: frame(office, nil, "BC-VP", by: monitor), campaign: Self.movement, addressees: [Self.authority], table: table,
            words: [(unit: "Huyện U Minh", difficulties: "Thiếu kinh phí", proposals: "Bổ sung kinh phí")])
        return [
            report, MonthPart(report),
            UnitMonthReport(
                frame: frame(Self.district, nil, "BC-UBND", "U Minh", by: Self.districtHead), campaign: Self.movement,
                addressees: ["Văn phòng Ủy ban nhân dân tỉnh Cà Mau"], period: period, words: words,
                approval: .init(on: signedOn, isLate: false, missingUnits: 0, warnings: [.overdue], figures: figures)),
        ] + slips
    }

    private var overdue: [OverdueItem] {
        let (item, tenant) = (WorkItem.ID(UUID()), Tenant.ID(UUID()))
        let urging = Urging(
            id: Urging.ID(UUID()), tenant: tenant, number: "12/VP-TH", signedOn: signedOn.adding(days: -3),
            causes: [.init(item: item, dueOn: signedOn.adding(days: -9))], isAgain: false)
        return [
            OverdueItem(
                id: item, code: "NV-014", title: "Rà soát thủ tục hành chính", source: "Quyết định 503/QĐ-UBND ngày 20/03/2023",
                giver: "Ủy ban nhân dân tỉnh", dueOn: signedOn.adding(days: -9), days: 9, urgings: [urging]),
            OverdueItem(
                id: WorkItem.ID(UUID()), code: "NV-022", title: "Giải ngân vốn đầu tư công", source: "",
                giver: "Văn phòng Ủy ban nhân dân tỉnh",
                dueOn: signedOn.adding(days: -2), days: 2, urgings: []),
        ]
    }

    /// Verdicts as a snapshot keeps them.
    private func verdict(_ code: String, _ verdict: String, failures: String = "[]") -> UnitVerdict? {
        let text = """
            {"code":"\(code)","verdict":"\(verdict)","letter":true,"individuals":2,"counted":20,"aheadOrAbove":4,"aheadBase":20,"s1":12,"s2":8,\
            "failures":\(failures),"flags":[]}
            """
        return try? UnitVerdict(reading: Array(text.utf8), name: "Huyện \(code)")
    }

    private var reports: [any PaperSource] {
        let office = PaperIssuer(parent: "Ủy ban nhân dân tỉnh Cà Mau", name: "Văn phòng Ủy ban nhân dân tỉnh")
        let monitor = PaperSigner(title: "Chánh Văn phòng", name: "(Chánh Văn phòng)")
        let units = [
            verdict("966", "pass"), verdict("967", "fail", failures: #"[{"item":"NV-014","rule":"late","detail":"quá hạn 9 ngày"}]"#),
        ].compactMap(\.self)
        let mark = FrozenMark(version: 1, on: signedOn, digest: "ab")
        let followed = Following(
            id: Following.ID(UUID()), person: Person.ID(UUID()), memberName: "(Họ và tên)", followed: SubUnit.ID(UUID()),
            followedName: "Huyện U Minh", campaign: "KH-77-2023", from: signedOn.adding(days: -60), through: nil, documentNumber: "",
            notes: [:])
        let conduct = ReviewMatter.Conduct(
            launched: (LaunchTally([]), LaunchTally([])), coverage: [], visits: [], followings: [followed])
        func matter(_ units: [UnitVerdict], _ conduct: ReviewMatter.Conduct? = nil) -> ReviewMatter {
            ReviewMatter(
                campaign: Self.movement,
                verdicts: Verdicts(campaign: "KH-77-2023", review: .interim, asOf: signedOn, units: units, frozen: mark), mark: mark,
                words: [
                    (
                        unit: "Huyện U Minh",
                        words: UnitReturn.Words(
                            nothing: false, results: "", difficulties: "Thiếu kinh phí", proposals: "Bổ sung kinh phí", explanation: "")
                    )
                ], conduct: conduct)
        }
        let words = UnitReturn.Words(
            nothing: false, results: "Hoàn thành 12 nhiệm vụ.", difficulties: "", proposals: "Bổ sung kinh phí", explanation: "")
        let assignments = [
            AssignmentAnnex.Assignment(
                code: "NV-014", title: "Rà soát thủ tục hành chính", lead: "Sở Nội vụ", coordinators: ["Sở Tư pháp", "Huyện U Minh"],
                product: "Báo cáo", submitTo: "Ủy ban nhân dân tỉnh", due: signedOn.vietnamese)
        ]
        return [
            AssignmentAnnex(
                frame: frame(Self.province, nil, "PL-UBND", by: Self.chairman),
                attachedTo: QuotedPaper("Quyết định", "503/QĐ-UBND", signedOn: signedOn, issuer: "Ủy ban nhân dân tỉnh"),
                assignments: assignments),
            UrgingLetter(
                frame: frame(office, nil, "VP", by: monitor), campaign: Self.movement, addressee: "Ủy ban nhân dân huyện U Minh",
                asOf: signedOn, answerBy: signedOn.adding(days: 7), items: overdue),
            ReviewReport(
                frame: frame(office, nil, "BC-VP", by: monitor),
                addressees: [Self.authority, "Ban Thi đua - Khen thưởng Trung ương"], matter: matter(units, conduct)),
            UnitReviewReport(
                frame: frame(Self.district, nil, "BC-UBND", "U Minh", by: Self.districtHead),
                addressees: ["Văn phòng Ủy ban nhân dân tỉnh Cà Mau"],
                matter: matter(
                    [verdict("966", "fail", failures: #"[{"item":"NV-014","rule":"late","detail":"Quá hạn 9 ngày"}]"#)].compactMap(\.self)),
                months: [(month: ReportMonth(signedOn), words: words)], titles: ["NV-014": "Rà soát thủ tục hành chính"]),
        ]
    }

    private var slips: [any PaperSource] {
        guard let slug = Tenant.Slug("district_973") else { return [] }
        let solver = Difficulty.Solver(tenant: Tenant.ID(UUID()), unit: SubUnit.ID(UUID()), name: "Sở Tài chính")
        let difficulty = Difficulty(
            id: Difficulty.ID(UUID()), tenant: Tenant.ID(UUID()), slug: slug, tenantName: "Huyện U Minh", unit: SubUnit.ID(UUID()),
            unitName: "Huyện U Minh", campaign: "KH-77-2023", title: "Chưa được phân bổ vốn đợt 2",
            obstacle: "Dự án chưa có vốn để giải ngân.",
            proposal: "Phân bổ vốn trong tháng 7", raisedOn: signedOn, state: .answered, level: .province, dueOn: nil, solver: solver,
            steps: 3)
        let acts: [DifficultyDetail.Act] = [
            .init(
                step: .route, words: "", documentNumber: "12/PC-VP", recordedOn: signedOn, solverName: solver.name,
                dueOn: signedOn.adding(days: 14), title: "x"),
            .init(
                step: .answer, words: "Đã trình phân bổ vốn.", documentNumber: "90/STC-NS", recordedOn: signedOn, solverName: "",
                dueOn: nil,
                title: "x"),
        ]
        let items = [DifficultyDetail.Item(id: WorkItem.ID(UUID()), code: "NV-002", title: "Giải ngân vốn đầu tư công", dueOn: signedOn)]
        let office = PaperIssuer(parent: "Ủy ban nhân dân tỉnh Cà Mau", name: "Văn phòng Ủy ban nhân dân tỉnh")
        return [
            DifficultySlip(
                frame: frame(
                    office, "12", "PC-VP", by: PaperSigner(title: "Chánh Văn phòng", name: "(Chánh Văn phòng)")), campaign: Self.movement,
                addressee: "Sở Tài chính", raiser: "Ủy ban nhân dân huyện U Minh",
                detail: DifficultyDetail(difficulty: difficulty, items: items, extensions: [], acts: acts))
        ]
    }

    private var proposals: [any PaperSource] {
        let frame = frame(Self.district, "58", "TTr-UBND", "U Minh", by: Self.districtHead)
        let proposal = AwardProposal(
            frame: frame, occasion: occasion, addressees: ["Chủ tịch Ủy ban nhân dân tỉnh", "Sở Nội vụ tỉnh Cà Mau"],
            guidance: QuotedPaper("Công văn", "1001/SNV-TĐKT", signedOn: signedOn, issuer: "Sở Nội vụ"),
            minutes: [QuotedPaper("Biên bản", "03/BB-HĐTĐKT", signedOn: signedOn, issuer: "Hội đồng Thi đua - Khen thưởng huyện")],
            entries: entries, enclosures: ["Báo cáo thành tích của tập thể, cá nhân", "Biên bản họp Hội đồng", "Biên bản kiểm phiếu"])
        var own = frame
        own.number = nil
        let report = AchievementReport(
            frame: own, occasion: occasion, awardee: awardees[2], superior: "",
            introduction: ["Trình độ chuyên môn: Đại học", "Năm vào ngành: 2010"],
            figures: [.init("Nhiệm vụ, chỉ tiêu được giao", "12"), .init("Hoàn thành đúng tiến độ", "12"), .init("Vượt tiến độ", "03")],
            deeds: ["Đã tham mưu rút ngắn thời gian giải quyết thủ tục hành chính từ 05 ngày xuống còn 03 ngày làm việc."],
            earlierAwards: [], confirmer: Self.districtHead)
        return [proposal, report]
    }

    private var councils: [any PaperSource] {
        let frame = frame(
            Self.council, "3", "BB-HĐTĐKT", "U Minh", by: Self.districtHead, to: ["Thành viên Hội đồng"], kept: "Hồ sơ Hội đồng")
        return [
            CouncilMinutes(frame: frame, occasion: occasion, meeting: meeting, chairAgencyPost: "Chủ tịch UBND huyện"),
            CountMinutes(frame: frame, occasion: occasion, meeting: meeting, counters: ["(Ủy viên thứ tư)", "(Thư ký Hội đồng)"]),
            BallotSheet(frame: frame, occasion: occasion, council: meeting.council, awardees: awardees),
        ]
    }

    private var appraisals: [any PaperSource] {
        let findings = awardees.enumerated().map { index, awardee in
            AppraisalReport.Finding(
                awardee, proposer: "UBND huyện U Minh", verdict: "đạt", conclusion: index == 3 ? .notEligible : .eligible,
                note: index == 3 ? "Thiếu xác nhận của cấp trình trên báo cáo thành tích" : "")
        }
        let report = AppraisalReport(
            frame: frame(Self.homeAffairs, "77", "BC-SNV", by: Self.director), occasion: occasion,
            addressees: ["Hội đồng Thi đua - Khen thưởng tỉnh"], findings: findings,
            remarks: ["Cá nhân giữ chức vụ lãnh đạo chiếm 01/02 cá nhân được đề nghị"])
        let proposal = HomeAffairsProposal(
            frame: frame(Self.homeAffairs, nil, "TTr-SNV", by: Self.director), occasion: occasion,
            addressee: "Chủ tịch Ủy ban nhân dân tỉnh", appraisal: QuotedPaper("Báo cáo thẩm định", "77/BC-SNV", signedOn: signedOn),
            minutes: [QuotedPaper("Biên bản họp", "05/BB-HĐTĐKT", signedOn: signedOn, issuer: "Hội đồng Thi đua - Khen thưởng tỉnh")],
            entries: entries, money: 10_800_000, letters: 2)
        return [report, proposal]
    }

    private var decisions: [any PaperSource] {
        let frame = frame(
            Self.province, nil, "QĐ-UBND", by: Self.chairman,
            to: ["Như Điều 3", "TT. Tỉnh ủy, TT. HĐND tỉnh (báo cáo)", "Cổng Thông tin điện tử tỉnh"], kept: "VT, NC-TH")
        let award = AwardDecision(
            frame: frame, occasion: occasion, authority: Self.authority, grounds: grounds, proposer: "Giám đốc Sở Nội vụ",
            proposal: proposal,
            entries: awardees.map { AwardDecision.Entry($0, reward: nil) }, fund: "quỹ thi đua, khen thưởng của tỉnh",
            executors: "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ")
        let letter = LetterOfPraisePaper(
            frame: self.frame(Self.province, "1", "TK", by: Self.chairman), sender: Self.authority,
            addressee: "Ủy ban nhân dân huyện U Minh", occasion: occasion,
            deeds: ["Trong 45 nhiệm vụ, chỉ tiêu được giao có 09 nhiệm vụ, chỉ tiêu vượt tiến độ hoặc vượt chỉ tiêu, đạt 20%."])
        let print = CertificatePrint(
            frame: self.frame(Self.homeAffairs, "80", "DS-SNV", by: Self.director), occasion: occasion, decision: decision,
            signer: "CHỦ TỊCH", certificates: awardees.enumerated().map { CertificatePrint.Certificate($1, registerNumber: $0 + 101) })
        return [award, letter, print]
    }

    private var conferences: [any PaperSource] {
        let issuer = PaperIssuer(
            parent: nil, name: Self.province.name, address: "Địa chỉ, số điện thoại, địa chỉ thư điện tử của cơ quan")
        let frame = frame(issuer, "21", "GM-UBND", by: Self.chairman)
        let script = ConferenceScript(
            frame: self.frame(issuer, "22", "CTr-UBND", by: Self.chairman), conference: conference,
            steps: [
                .init("08 giờ 00", "Ổn định tổ chức, tuyên bố lý do, giới thiệu đại biểu", by: "Văn phòng Ủy ban nhân dân tỉnh"),
                .init("08 giờ 15", "Công bố quyết định, trao tặng Bằng khen", by: "Sở Nội vụ"),
            ], presentations: awardees.map { .init($0, presenter: "Chủ tịch Ủy ban nhân dân tỉnh") })
        return [
            Invitation(
                frame: frame, conference: conference, guests: ["Thủ trưởng các sở, ban, ngành tỉnh", "Chủ tịch UBND các huyện, thành phố"],
                remarks: ["Đại biểu có mặt trước 15 phút"]), script,
            PressRelease(
                frame: self.frame(issuer, "23", "TC-UBND", by: Self.chairman), conference: conference,
                awards: awardees.map { .init($0, decision: decision) },
                results: ["Sau 03 tháng thực hiện, các cơ quan, đơn vị đã hoàn thành 1.245 nhiệm vụ, chỉ tiêu."]),
        ]
    }

    private var notices: [any PaperSource] {
        let frame = frame(Self.homeAffairs, "640", "TB-SNV", by: Self.director)
        let refusal = RefusalNotice(
            frame: frame, occasion: occasion, addressee: "Ủy ban nhân dân huyện U Minh", proposal: proposal,
            entries: [.init(awardees[3], reason: "Thiếu xác nhận của cấp trình trên báo cáo thành tích")], petitionUntil: signedOn)
        let supplement = SupplementRequest(
            frame: self.frame(Self.homeAffairs, "641", "SNV-TĐKT", by: Self.director), addressee: "Ủy ban nhân dân huyện U Minh",
            proposal: proposal,
            entries: [.init(awardees[3], defects: ["Thiếu biên bản họp xét của Hội đồng", "Chưa có xác nhận trên báo cáo thành tích"])],
            until: signedOn)
        let revocation = RevocationDecision(
            frame: self.frame(Self.province, nil, "QĐ-UBND", by: Self.chairman, to: ["Như Điều 3"]), authority: Self.authority,
            grounds: grounds, proposer: "Giám đốc Sở Nội vụ", decision: decision, awardee: awardees[2], ground: .falseDeclaration,
            evidence: QuotedPaper("Kết luận kiểm tra", "12/KL-SNV", signedOn: signedOn, issuer: "Sở Nội vụ"), money: 1_800_000,
            returnBy: signedOn, returnTo: "Sở Nội vụ", executors: "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ")
        return [refusal, supplement, revocation]
    }
}
