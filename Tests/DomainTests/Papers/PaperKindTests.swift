import Documents
import Domain
import Testing

@Suite("The papers of the campaign and of its awards")
struct PaperKindTests {
    private let samples: SamplePapers
    private let all: [any PaperSource]

    init() throws {
        samples = try SamplePapers()
        all = samples.all
    }

    private static func kind(_ source: any PaperSource) -> PaperKind { type(of: source).kind }

    /// Spaces to be written in.
    private static func gap(_ count: Int) -> String { String(repeating: "\u{A0}", count: count) }

    private func document(_ kind: PaperKind) throws -> ReadDocument {
        let source = try #require(all.first { Self.kind($0) == kind })
        return try ReadDocument(source.docx())
    }

    @Test("every kind is among the samples, once, and can be read back")
    func kinds() throws {
        #expect(all.map { Self.kind($0) }.sorted { $0.rawValue < $1.rawValue } == PaperKind.allCases.sorted { $0.rawValue < $1.rawValue })
        let rules = try FormatRule.all()
        for source in all {
            let document = try ReadDocument(source.docx())
            for rule in rules {
                let faults = try rule.faults(in: document) ?? []
                #expect(faults.isEmpty, "\(Self.kind(source)): \(faults)")
            }
            let heads = source.paper.isPart ? 0 : 1
            #expect(
                document.paragraphs("quoc_hieu").count == heads && document.paragraphs("dia_danh_ngay").count == heads,
                "\(Self.kind(source))")
            #expect(
                document.paragraphs("ho_ten").isEmpty == (source.paper.isPart || Self.kind(source) == .ballotSheet), "\(Self.kind(source))")
        }
    }

    @Test("the same data gives the same bytes, other data others")
    func bytes() throws {
        let again = try SamplePapers().all
        for (one, other) in zip(all, again) { #expect(try one.docx() == other.docx(), "\(Self.kind(one))") }
        #expect(try Set(all.map { try $0.docx() }).count == all.count)
    }

    @Test("a part's place in the archive and its time are always the same")
    func archive() throws {
        let document = try document(.invitation)
        #expect(
            document.members.map(\.name) == [
                "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/_rels/document.xml.rels",
                "word/styles.xml", "word/settings.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml",
            ])
        // Every part that is named is there, and every one that is there is named.
        let named = try document.part("[Content_Types].xml").all("Override").compactMap { $0.attributes["PartName"]?.dropFirst() }
        #expect(
            Set(named.map(String.init)) == Set(document.members.map(\.name).filter { $0.hasSuffix(".xml") && $0 != "[Content_Types].xml" }))
    }

    @Test("a paragraph of nothing is left out, and what a letter of thanks says has no ./.")
    func blank() throws {
        var paper = OfficialPaper.whole(signedOn: nil)[1]
        paper.body = [.paragraph("Một"), .paragraph(" "), .paragraph("")]
        #expect(try ReadDocument(paper.docx()).paragraphs("body").map(\.text) == ["Một./."])
        paper.form = .courtesy("Thư khen")
        #expect(try ReadDocument(paper.docx()).paragraphs("body").map(\.text) == ["Một"])
    }

    @Test("what the Chairman does of his own power has no TM., what a body does has; letters of thanks have no number")
    func ownPower() throws {
        let own: Set<PaperKind> = [.launchPlan, .criticism, .awardDecision, .letterOfPraise, .revocationDecision]
        for source in all where own.contains(Self.kind(source)) {
            let lines = try ReadDocument(source.docx()).paragraphs("quyen_han_chuc_vu").map(\.text)
            #expect(lines == ["CHỦ TỊCH"], "\(Self.kind(source)): \(lines)")
        }
        #expect(try document(.proposal).paragraphs("quyen_han_chuc_vu").map(\.text) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"])
        #expect(try document(.homeAffairsProposal).paragraphs("quyen_han_chuc_vu").map(\.text) == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"])
        #expect(try document(.letterOfPraise).paragraphs("so_ky_hieu").isEmpty)
        #expect(try document(.letterOfPraise).paragraphs("ten_loai").map(\.text) == ["THƯ KHEN"])
    }

    @Test(
        "KT., TL. and TUQ. stand before the post whose power it is, the delegate's own below",
        arguments: [
            (
                Delegation.Form.kt, "Phó Chủ tịch UBND tỉnh", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
                ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
            ),
            (
                .tl, "Chánh Văn phòng UBND tỉnh", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
                ["TM. ỦY BAN NHÂN DÂN", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]
            ),
            (.tuq, "Giám đốc Sở Nội vụ", ["TUQ. CHỦ TỊCH", "GIÁM ĐỐC"], ["TM. ỦY BAN NHÂN DÂN", "TUQ. CHỦ TỊCH", "GIÁM ĐỐC"]),
        ])
    func delegates(form: Delegation.Form, title: String, own: [String], body: [String]) {
        let signer = PaperSigner(title: "Chủ tịch UBND tỉnh", body: "Ủy ban nhân dân", name: "", form: form, delegateTitle: title)
        #expect(signer.ownPower.lines == own)
        #expect(signer.forBody.lines == body)
    }

    @Test(
        "a signed paper bears what was recorded from under it, however its lines were parted there",
        arguments: [
            ("KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
            ("KT. Chủ tịch, Phó Chủ tịch", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]), ("CHỦ TỊCH", ["CHỦ TỊCH"]),
            ("Trưởng phòng Văn hóa, Thể thao", ["TRƯỞNG PHÒNG VĂN HÓA, THỂ THAO"]),
        ])
    func recorded(text: String, lines: [String]) {
        let signer = PaperSigner(recorded: text, name: "(Người ký)")
        #expect(signer.ownPower.lines == lines && signer.forBody.lines == lines && signer.ownPower.name == "(Người ký)")
    }

    @Test("of several who lead a body the deputy is known by his title, and his head's by it")
    func deputies() {
        let deputy = NamedHolder(title: "Phó Chánh Văn phòng Ủy ban nhân dân tỉnh", name: "")
        #expect(deputy.isDeputy && deputy.headTitle == "Chánh Văn phòng Ủy ban nhân dân tỉnh")
        let head = NamedHolder(title: "Giám đốc Sở Nội vụ", name: "")
        #expect(!head.isDeputy && head.headTitle == head.title)
    }

    @Test("a decision names its power over the grounds, ends with ./. and says in its list to what it belongs")
    func decision() throws {
        let document = try document(.awardDecision)
        #expect(document.paragraphs("tham_quyen").map(\.text) == ["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CÀ MAU", "QUYẾT ĐỊNH:"])
        #expect(document.paragraphs("can_cu").count == 3 && document.paragraphs("can_cu").last?.text.hasPrefix("Theo đề nghị của") == true)
        #expect(!document.text.contains("chưa ai kiểm chứng"))
        #expect(document.paragraphs("dieu").map { $0.text.prefix(8) } == ["Điều 1. ", "Điều 2. ", "Điều 3. "])
        #expect(document.paragraphs("dieu").last?.text.hasSuffix("./.") == true)
        #expect(document.paragraphs("so_ky_hieu").map(\.text) == ["Số: \(Self.gap(8))/QĐ-UBND"])
        #expect(
            document.paragraphs("phu_luc_ref").map { $0.text.replacing("\n", with: " ") } == [
                "(Kèm theo Quyết định số \(Self.gap(8))/QĐ-UBND ngày\(Self.gap(6))tháng\(Self.gap(6))năm 2023 của Chủ tịch Ủy ban nhân dân tỉnh Cà Mau)"
            ])
    }

    @Test(
        "money stands in the list of a decision where every figure that it rests on was checked, and nowhere else",
        arguments: [true, false])
    func money(isVerified: Bool) throws {
        let rules = RewardRules(
            rates: [
                RewardRate(
                    decree: "nd", form: .provincialCertificate, subject: .individual, percentOfBaseSalary: 100,
                    validity: ValidityPeriod(from: .earliest, through: nil), citation: Citation("Mức", isVerified: isVerified))
            ],
            salaries: [
                BaseSalary(
                    amount: 1_800_000, validity: ValidityPeriod(from: .earliest, through: nil),
                    citation: Citation("Lương", isVerified: true))
            ],
            roundings: [
                RewardRounding(
                    decree: "nd", unit: 10_000, direction: .nearest, validity: ValidityPeriod(from: .earliest, through: nil),
                    citation: Citation("Tròn", isVerified: true))
            ])
        let regime = LegalRegime(
            code: "nd", law: "Luật", decree: "nd", circular: "", validity: ValidityPeriod(from: .earliest, through: nil),
            citation: Citation("", isVerified: true))
        let reward = try rules.reward(.provincialCertificate, .individual, signedOn: samples.signedOn, under: regime)
        let decision = AwardDecision(
            frame: samples.frame(SamplePapers.province, "1", "QĐ-UBND", by: SamplePapers.chairman), occasion: samples.occasion,
            authority: SamplePapers.authority, grounds: [], proposer: "Giám đốc Sở Nội vụ", proposal: samples.proposal,
            entries: [AwardDecision.Entry(samples.awardees[2], reward: reward)], fund: "quỹ thi đua, khen thưởng của tỉnh",
            executors: "Sở Nội vụ"
        )
        let text = try ReadDocument(decision.docx()).text
        #expect(text.contains("1.800.000") == isVerified)
        #expect(text.contains("Tiền thưởng (đồng)") == isVerified)
    }

    @Test("an appraisal sets apart what another body appraised and what waits for its verdict; of a deed it says so once")
    func appraisal() throws {
        func text(_ conclusions: [AppraisalReport.Conclusion], _ occasion: AwardOccasion) throws -> String {
            let findings = conclusions.map {
                AppraisalReport.Finding(samples.awardees[0], proposer: "Huyện U Minh", verdict: "đạt", conclusion: $0, note: "")
            }
            let frame = samples.frame(SamplePapers.homeAffairs, "1", "BC-SNV", by: SamplePapers.director)
            let report = AppraisalReport(frame: frame, occasion: occasion, addressees: ["x"], findings: findings, remarks: [])
            return try ReadDocument(report.docx()).text.replacing("\n", with: " ")
        }
        let all = try text(AppraisalReport.Conclusion.allCases, samples.occasion)
        for words in [
            "1. Đủ điều kiện, tiêu chuẩn: 01 tập thể.",
            "2. Đủ điều kiện, tiêu chuẩn theo kết quả thẩm định của cơ quan khác: 01 tập thể.",
            "3. Đủ điều kiện, chờ kết quả xét cuối cùng: 01 tập thể.", "đối với 02 tập thể đủ điều kiện",
        ] {
            #expect(all.contains(words), "\(words) in \(all)")
        }
        let deed = try text([.eligible], AwardOccasion(campaign: "phong trào thi đua", review: nil))
        #expect(!deed.contains("cơ quan khác") && !deed.contains("chờ kết quả xét"), "\(deed)")
        #expect(deed.contains("hồ sơ đề nghị khen thưởng đột xuất") && !deed.contains("khen thưởng khen thưởng"), "\(deed)")
    }

    @Test("minutes tell begin, place, who came, who led, what was counted, end; secretary and chair sign")
    func minutes() throws {
        let document = try document(.councilMinutes)
        let text = document.text
        for words in [
            "Thời gian bắt đầu: 08 giờ 00, ngày 05 tháng 7 năm 2023.", "Địa điểm: phòng họp số 2", "Thành phần tham dự: 04/05 thành viên",
            "Vắng mặt: (Ủy viên thứ năm), Chánh Thanh tra huyện - Ủy viên.", "Chủ trì: (Chủ tịch Hội đồng)", "Thư ký: (Thư ký Hội đồng)",
            "bỏ phiếu kín, biểu quyết giơ tay", "7/9", "không thông qua", "Cuộc họp kết thúc vào 10 giờ 30, ngày 05 tháng 7 năm 2023.",
            "Không tham gia biểu quyết:",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(document.paragraphs("quyen_han_chuc_vu").map(\.text) == ["THƯ KÝ", "CHỦ TRÌ", "CHỦ TỊCH UBND HUYỆN"])
        #expect(document.paragraphs("ho_ten").map(\.text) == ["(Thư ký Hội đồng)", "(Chủ tịch Hội đồng)"])
    }

    @Test("minutes of written opinions say whom the council asked: nobody came to a room, and who chairs is its chair")
    func written() throws {
        let meeting = samples.written
        let frame = samples.frame(SamplePapers.council, "4", "BB-HĐTĐKT", by: SamplePapers.districtHead)
        let minutes = try ReadDocument(
            CouncilMinutes(frame: frame, occasion: samples.occasion, meeting: meeting, chairAgencyPost: meeting.chair?.post).docx())
        for words in [
            "Thời gian lấy ý kiến: ngày 05 tháng 7 năm 2023.", "Lấy ý kiến của 05 thành viên", "Chủ trì: (Chủ tịch Hội đồng)",
            "lấy ý kiến bằng văn bản", "Biên bản được lập theo ý kiến bằng văn bản",
        ] {
            #expect(minutes.text.contains(words), "\(words)")
        }
        let count = try ReadDocument(
            CountMinutes(frame: frame, occasion: samples.occasion, meeting: meeting, counters: ["x"]).docx()
        ).text
        #expect(count.contains("Tổng số thành viên Hội đồng Thi đua - Khen thưởng huyện U Minh: 05."))
        for words in ["tham dự", "Vắng mặt", "vắng mặt", "có mặt", "Cuộc họp", "cùng nghe", "00/05", "……", "công bố trước"] {
            #expect(!minutes.text.contains(words), "\(words)")
            #expect(words == "……" || !count.contains(words), "the count: \(words)")
        }
        // The control: a meeting says who came.
        #expect(try document(.councilMinutes).text.contains("Vắng mặt"))
    }

    @Test("minutes of the count leave out what was voted by show of hands")
    func count() throws {
        let text = try document(.countMinutes).text
        #expect(text.contains("(Họ và tên người thứ nhất)") && text.contains("7/9 (77,7%)"))
        #expect(!text.contains("Phòng Tài chính - Kế hoạch\n"))
    }

    @Test("a ballot sheet lists every dossier with two boxes to mark, and neither number nor name tells whose it is")
    func ballot() throws {
        let document = try document(.ballotSheet)
        #expect(document.text.count { $0 == "☐" } == samples.awardees.count * 2)
        #expect(document.paragraphs("so_ky_hieu").isEmpty && document.paragraphs("quyen_han_chuc_vu").isEmpty)
        #expect(document.paragraphs("noi_nhan_word").isEmpty)
    }

    @Test("a part has neither head nor signature; an annex says to what it belongs, and its table asks what each must do by when")
    func parts() throws {
        #expect(Set(all.filter { $0.paper.isPart }.map { Self.kind($0) }) == [.assignmentAnnex, .monthPart])
        let annex = try document(.assignmentAnnex)
        #expect(annex.paragraphs("phu_luc_word").map(\.text) == ["Phụ lục"])
        #expect(
            annex.paragraphs("phu_luc_ref").map { $0.text.replacing("\n", with: " ") }
                == ["(Kèm theo Quyết định số 503/QĐ-UBND ngày 05/7/2023 của Ủy ban nhân dân tỉnh)"])
        let rows = try #require(annex.body.children.first { $0.name == "w:tbl" }).all("w:tr").map { $0.all("w:tc").map(\.text) }
        #expect(
            rows == [
                ["TT", "Nhiệm vụ, chỉ tiêu", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Cấp trình", "Thời hạn"],
                [
                    "1", "Rà soát thủ tục hành chính", "Sở Nội vụ", "Sở Tư pháp, Huyện U Minh", "Báo cáo", "Ủy ban nhân dân tỉnh",
                    "05/07/2023",
                ],
            ])
        let (part, report) = (try document(.monthPart), try document(.monthReport))
        let total = "Giao lũy kế 40 nhiệm vụ, chỉ tiêu"
        #expect(part.text.contains(total) && report.text.contains(total), "the same figures")
        let title = try document(.unitMonthReport).text.replacing("\n", with: " ")
        #expect(title.contains("tháng 7 năm 2023 thực hiện"), "of which month, then of what")
        // The table of all units lies along the long side; what is read as text stands upright.
        for (document, pages) in [(part, [false, true]), (report, [false, true, false])] {
            let sizes = document.body.all("w:sectPr").compactMap { $0.child("w:pgSz")?.attributes }
            let upright = ["w:w": "11906", "w:h": "16838"]
            #expect(sizes == pages.map { $0 ? ["w:w": "16838", "w:h": "11906", "w:orient": "landscape"] : upright })
            let wide = try #require(document.body.children.last { $0.name == "w:tbl" && $0.all("w:gridCol").count == 15 })
            let widths = wide.all("w:gridCol").compactMap { $0.attributes["w:w"].flatMap(Int.init) }
            // Within the edges; and nothing that is counted stands in less than 14 mm.
            #expect(widths.reduce(0, +) == 16_838 - 1_701 - 850 && (widths.dropFirst(2).min() ?? 0) >= 800, "\(widths)")
        }
        // The control: the report itself has its head.
        #expect(!report.paragraphs("quoc_hieu").isEmpty && part.paragraphs("noi_nhan_word").isEmpty)
    }

    @Test("a letter urges each item with its source, due date, days and who gave it, and says what was urged before")
    func urging() throws {
        let letter = try document(.urgingLetter)
        for words in [
            "còn 2 nhiệm vụ, chỉ tiêu quá hạn, lâu nhất 9 ngày", "Trong đó 1 nhiệm vụ, chỉ tiêu đã được đôn đốc",
            "Công văn số 12/VP-TH ngày 02/07/2023", "trước ngày 12/07/2023",
        ] {
            #expect(letter.text.contains(words), "\(words)")
        }
        let rows = try #require(letter.body.children.last { $0.name == "w:tbl" }).all("w:tr").map { $0.all("w:tc").map(\.text) }
        #expect(
            rows.dropFirst().first == [
                "1", "Rà soát thủ tục hành chính", "Quyết định 503/QĐ-UBND ngày 20/03/2023", "26/06/2023", "9", "Ủy ban nhân dân tỉnh",
                "Công văn số 12/VP-TH ngày 02/07/2023",
            ])
        #expect(rows.count == 3 && rows[2].last == "", "of the other nothing was said before")
    }

    @Test("the report of a review quotes the frozen verdicts in sum and unit by unit")
    func review() throws {
        let report = try document(.reviewReport)
        for words in [
            "Số cơ quan, đơn vị được xét: 2; số nhiệm vụ, chỉ tiêu được xét: 40, đến hạn trước sơ kết 24, đến hạn sau sơ kết 16",
            "đạt 1, không đạt 1",
            "Vượt tiến độ, vượt chỉ tiêu: 8/40 (20,0%)", "Lý do không đạt: hoàn thành quá hạn 1", "phiên bản 1",
        ] {
            #expect(report.text.contains(words), "\(words)")
        }
        for words in [
            "I. TỔ CHỨC THỰC HIỆN", "Tuyên truyền trên báo chí: không", "1 thành viên Hội đồng theo dõi 1 cơ quan",
            "II. KẾT QUẢ THỰC HIỆN",
        ] {
            #expect(report.text.contains(words), "\(words)")
        }
        let followers = report.body.children.filter { $0.name == "w:tbl" }.flatMap { $0.all("w:tr") }.map { $0.all("w:tc").map(\.text) }
        #expect(followers.contains { Array($0.prefix(3)) == ["1", "Huyện U Minh", "(Họ và tên)"] }, "who followed what, as a list")
        // In the figures of the year, too, all that is due later than the interim review is due: it is said of which day.
        let heads = report.body.children.filter { $0.name == "w:tbl" }.flatMap { $0.all("w:tr").prefix(1) }.flatMap { $0.all("w:tc") }
        let split = ["Đến hạn trước sơ kết", "Đến hạn sau sơ kết"]
        #expect(split.allSatisfy { words in heads.contains { $0.text == words } }, "\(heads.map(\.text))")
        let own = try document(.unitReviewReport).text
        #expect(split.allSatisfy { own.contains($0) })
        #expect(own.contains("4/20 (20,0%)") && own.contains("Tháng 7 năm 2023: Hoàn thành 12 nhiệm vụ"))
        #expect(!own.contains("Huyện 967"), "a unit's own alone")
        // Why it did not pass, by the names of its items and once; what it wrote each month stands under a head of its own.
        #expect(own.contains("“Rà soát thủ tục hành chính” (NV-014): quá hạn 9 ngày") && own.contains("Theo báo cáo từng tháng"))
    }

    @Test("a list of 300 keeps every row whole and its head on every page")
    func longList() throws {
        let entries = (1...300).map { index in
            AwardProposal.Entry(SamplePapers.person("Nguyễn Thị Hoàng Ước Nguyện Phương Quỳnh \(index)"), vote: "9/9 (100,0%)")
        }
        let proposal = AwardProposal(
            frame: samples.frame(SamplePapers.district, "1", "TTr-UBND", by: SamplePapers.districtHead), occasion: samples.occasion,
            addressees: ["Sở Nội vụ"], guidance: nil, minutes: [], entries: entries, enclosures: [])
        let document = try ReadDocument(proposal.docx())
        let rows = try #require(document.body.children.last { $0.name == "w:tbl" }).all("w:tr")
        // Its head, the heading of the group, the people.
        #expect(rows.count == 302)
        #expect(rows.map { $0.child("w:trPr")?.child("w:tblHeader") != nil }.enumerated().allSatisfy { $0.element == ($0.offset == 0) })
        #expect(rows.allSatisfy { $0.child("w:trPr")?.child("w:cantSplit") != nil })
        #expect(rows[301].all("w:tc").prefix(2).map(\.text) == ["300", "Nguyễn Thị Hoàng Ước Nguyện Phương Quỳnh 300"])
        #expect(document.text.contains("cho 300 cá nhân"))
    }

    @Test("decomposed letters are composed: the same paper, whichever keyboard")
    func composed() throws {
        func bytes(_ name: String) throws -> [UInt8] {
            let entries = [AwardProposal.Entry(SamplePapers.collective(name), vote: "")]
            return try AwardProposal(
                frame: samples.frame(SamplePapers.district, "1", "TTr-UBND", by: SamplePapers.districtHead), occasion: samples.occasion,
                addressees: ["Sở Nội vụ"], guidance: nil, minutes: [], entries: entries, enclosures: []
            ).docx()
        }
        let decomposed = "U\u{31B}\u{301}c Đu\u{31B}\u{300}ng"
        #expect(try bytes("Ước Đường") != bytes("Uoc Duong"))
        #expect(try bytes("\u{1EE8}c Đ\u{1EEB}ng") == bytes(decomposed))
    }

    @Test("what could be markup is text; what XML does not know is left out")
    func markup() throws {
        let name = "A & B <w:p> \"C\" ]]> 'D'\u{1}\u{FFFF}"
        var paper = OfficialPaper.whole(signedOn: nil)[1]
        paper.body = [.paragraph(name), .paragraph("một\nhai\tba")]
        let texts = try ReadDocument(paper.docx()).paragraphs("body").map(\.text)
        #expect(texts == ["A & B <w:p> \"C\" ]]> 'D'", "một", "hai\tba./."], "a line that was typed is a paragraph")
    }

    @Test("long names of bodies are set in several lines, none of a single word")
    func longNames() throws {
        var paper = OfficialPaper.whole(signedOn: nil)[0]
        paper.issuer = PaperIssuer(
            parent: "Ủy ban nhân dân tỉnh Cà Mau", name: "Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh Cà Mau")
        let lines = try #require(try ReadDocument(paper.docx()).paragraphs("co_quan_ban_hanh").first).text.split(separator: "\n")
        #expect(lines.count > 1)
        #expect(lines.allSatisfy { $0.split(separator: " ").count > 1 }, "\(lines)")
        #expect(lines.joined(separator: " ") == "BAN QUẢN LÝ KHU KINH TẾ VÀ CÁC KHU CÔNG NGHIỆP TỈNH CÀ MAU")
        // One that would all but touch the national name is parted too.
        paper.issuer = PaperIssuer(parent: nil, name: "Ủy ban nhân dân phường 9")
        #expect(try ReadDocument(paper.docx()).paragraphs("co_quan_ban_hanh").first?.text == "ỦY BAN NHÂN DÂN\nPHƯỜNG 9")
    }
}
