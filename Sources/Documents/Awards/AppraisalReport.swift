import Domain

/// D11: báo cáo thẩm định, for the council and who signs: the Chairman, or who gives by own authority.
public struct AppraisalReport: PaperSource, Hashable {
    /// What was found on one nominee.
    public struct Finding: Sendable, Hashable {
        public let awardee: Awardee
        /// Who proposed it.
        public let proposer: String
        /// Kết quả xét, from the frozen snapshot.
        public let verdict: String
        public let conclusion: Conclusion
        /// Why not, or what to look at; empty: nothing.
        public let note: String

        public init(_ awardee: Awardee, proposer: String, verdict: String, conclusion: Conclusion, note: String) {
            self.awardee = awardee
            self.proposer = proposer
            self.verdict = verdict
            self.conclusion = conclusion
            self.note = note
        }
    }

    public enum Conclusion: String, Sendable, Hashable, CaseIterable {
        case eligible
        /// By another body: of who appraises (A66).
        case elsewhere
        /// Not before its verdict is final.
        case awaiting
        /// Not as long as something holds it (domain.md 1.3).
        case held
        case notEligible

        public var vietnamese: String {
            switch self {
            case .eligible: "đủ điều kiện, tiêu chuẩn"
            case .elsewhere: "đủ điều kiện, tiêu chuẩn theo kết quả thẩm định của cơ quan khác"
            case .awaiting: "đủ điều kiện, chờ kết quả xét cuối cùng"
            case .held: "đang tạm dừng xét khen thưởng"
            case .notEligible: "không đủ điều kiện, tiêu chuẩn"
            }
        }
    }

    public static let kind = PaperKind.appraisalReport

    public let frame: PaperFrame
    public let occasion: AwardOccasion
    public let addressees: [String]
    public let findings: [Finding]
    /// Leader and worker ratio and what else the council should see, a paragraph each.
    public let remarks: [String]

    public init(
        frame: PaperFrame, occasion: AwardOccasion, addressees: [String], findings: [Finding], remarks: [String]
    ) {
        self.frame = frame
        self.occasion = occasion
        self.addressees = addressees
        self.findings = findings
        self.remarks = remarks
    }

    public var paper: OfficialPaper {
        let abstract = "Kết quả thẩm định hồ sơ đề nghị \(occasion.awarding)"
        var paper = frame.paper(.named("Báo cáo", abstract: abstract), signed: frame.signer.forBody)
        paper.addressees = addressees
        paper.body = body
        paper.appendices = [
            PaperAppendix(title: "Kết quả thẩm định", body: [.table(PaperTable("tham_dinh", columns: columns, rows: rows))])
        ]
        paper.fields = ["phong_trao": occasion.campaign]
        return paper
    }

    private var body: [PaperBlock] {
        var blocks: [PaperBlock] = [
            .section("I. HỒ SƠ TIẾP NHẬN"),
            .paragraph(
                """
                \(frame.issuer.name) đã tiếp nhận hồ sơ của \(Awardee.padded(Set(findings.map(\.proposer)).count)) cơ quan, đơn vị, đề nghị \
                tặng \(Awardee.forms(findings.map(\.awardee))) cho \(Awardee.count(findings.map(\.awardee))) \(occasion.achievement)\
                \(occasion.dated).
                """), .section("II. KẾT QUẢ THẨM ĐỊNH"),
        ]
        let groups = Conclusion.allCases.filter { conclusion in
            conclusion == .eligible || conclusion == .notEligible || findings.contains { $0.conclusion == conclusion }
        }
        for (index, conclusion) in groups.enumerated() {
            let found = findings.filter { $0.conclusion == conclusion }.map(\.awardee)
            let words = conclusion.vietnamese.startingLarge
            blocks.append(.paragraph("\(index + 1). \(words): \(found.isEmpty ? "không có trường hợp nào" : Awardee.count(found))."))
        }
        blocks.append(.paragraph("Kết quả từng trường hợp ghi tại Phụ lục kèm theo Báo cáo này."))
        if !remarks.isEmpty {
            blocks.append(.section("III. NỘI DUNG CẦN LƯU Ý"))
            blocks += PaperBlock.numbered(remarks)
        }
        blocks.append(.section("\(remarks.isEmpty ? "III" : "IV"). ĐỀ XUẤT"))
        let passed = findings.filter { $0.conclusion == .eligible || $0.conclusion == .elsewhere }.map(\.awardee)
        blocks.append(
            .paragraph("\(frame.issuer.name) kính trình xem xét việc khen thưởng đối với \(Awardee.count(passed)) đủ điều kiện, tiêu chuẩn")
        )
        return blocks
    }

    private var columns: [PaperTable.Column] {
        var added: [PaperTable.Column] = [.init("don_vi_trinh", "Đơn vị trình", share: 16)]
        if isJudged { added.append(.init("ket_qua_xet", "Kết quả xét", share: 12, .centre)) }
        added.append(.init("tham_dinh", "Kết luận thẩm định", share: 16, .centre))
        added.append(.init("ghi_chu", "Lý do, lưu ý", share: 18))
        return Awardee.columns + added
    }

    /// What a unit gives itself rests on no verdict of the province.
    private var isJudged: Bool { findings.contains { !$0.verdict.isEmpty } }

    private var rows: [PaperTable.Row] {
        Awardee.rows(findings, awardee: \.awardee) { found in
            [found.proposer] + (isJudged ? [found.verdict] : []) + [found.conclusion.vietnamese, found.note]
        }
    }
}
