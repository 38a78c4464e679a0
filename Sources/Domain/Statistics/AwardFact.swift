/// Awards of the province's register of one kind, for form 0603.
public struct AwardFact: Sendable, Hashable {
    public let mode: Mode
    public let subject: AwardSubject
    /// Of a person, on the day of the decision; nil: of no post.
    public let rank: Post.LeaderRank?
    /// Those given, less those revoked: a revocation lowers the figures of its own year, never those of the year of the decision.
    public let count: Int

    public init(mode: Mode, subject: AwardSubject, rank: Post.LeaderRank?, count: Int) {
        self.mode = mode
        self.subject = subject
        self.rank = rank
        self.count = count
    }

    /// How an award comes about (Thông tư 02/2023/TT-BNV, biểu 0603.N).
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        case regular, thematic, adHoc, foreign, devotion, tenure, resistance

        public var vietnamese: String {
            switch self {
            case .regular: "thường xuyên"
            case .thematic: "theo chuyên đề"
            case .adHoc: "đột xuất"
            case .foreign: "đối ngoại"
            case .devotion: "cống hiến"
            case .tenure: "niên hạn"
            case .resistance: "kháng chiến"
            }
        }
    }
}

extension AwardTrack {
    /// What a campaign gives is given theo chuyên đề or đột xuất (domain.md 1.3, NĐ 152/2025/NĐ-CP).
    public var statisticalMode: AwardFact.Mode { isAdHoc ? .adHoc : .thematic }
}

extension StatisticalTable {
    /// Form 0603. Of its forms of award the register holds the Bằng khen alone; of the others nothing is said rather than none counted.
    public init(_ facts: [AwardFact], in period: StatisticalPeriod) {
        func figures(_ facts: [AwardFact]) -> [Int?] {
            func count(_ isCounted: (AwardFact) -> Bool) -> Int? { facts.filter(isCounted).reduce(0) { $0 + $1.count } }
            // Who holds no post leads nobody. Units of the register are agencies: no enterprise, no household is among them.
            let ranks = Post.LeaderRank.allCases.map { rank in
                count { $0.subject == .individual && ($0.rank ?? .directWorker) == rank }
            }
            return [count { _ in true }, count { $0.subject == .collective }, 0, 0, count { $0.subject == .individual }] + ranks
        }
        let modes = AwardFact.Mode.allCases.enumerated().map { index, mode in
            Row(code: "1\(index + 1)", name: "Bằng khen: \(mode.vietnamese)", figures: figures(facts.filter { $0.mode == mode }))
        }
        let others = [("20", "Chiến sĩ thi đua"), ("30", "Cờ thi đua"), ("40", "Kỷ niệm chương")].map { code, name in
            Row(
                code: code, name: name, figures: StatisticalForm.awards.columns.map { _ in nil },
                note: "không thuộc sổ khen thưởng của phong trào; Sở Nội vụ lấy từ sổ riêng")
        }
        self.init(
            form: .awards, period: period, rows: [Row(code: "10", name: "Bằng khen", figures: figures(facts))] + modes + others)
    }
}
