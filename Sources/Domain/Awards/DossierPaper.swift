/// Thành phần hồ sơ: a paper that a dossier has to hold when it is received (domain.md 1.5). Data, with its source.
public struct DossierPaper: Dated, Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case proposal, achievementReport, summaryReport, councilMinutes

        public var vietnamese: String {
            switch self {
            case .proposal: "tờ trình kèm danh sách đề nghị khen thưởng"
            case .achievementReport: "báo cáo thành tích"
            case .summaryReport: "báo cáo tóm tắt thành tích"
            case .councilMinutes: "biên bản họp xét của Hội đồng"
            }
        }
    }

    public let track: AwardTrack
    public let kind: Kind
    /// Whether the proposing level has to confirm it.
    public let isConfirmed: Bool
    public let validity: ValidityPeriod
    public let citation: Citation

    public init(track: AwardTrack, kind: Kind, isConfirmed: Bool, validity: ValidityPeriod, citation: Citation) {
        self.track = track
        self.kind = kind
        self.isConfirmed = isConfirmed
        self.validity = validity
        self.citation = citation
    }
}

extension Sequence<DossierPaper> {
    /// What is wanting, in one list, so that a unit is asked once (domain.md 1.5). Empty: the dossier is complete.
    ///
    /// - Parameter there: the papers that the dossier holds, and whether each is confirmed by the proposing level.
    public func defects(of track: AwardTrack, on day: CivilDate, there: [DossierPaper.Kind: Bool]) -> [String] {
        compactMap { paper in
            guard paper.track == track, paper.validity.contains(day) else { return nil }
            guard let confirmed = there[paper.kind] else { return "Thiếu \(paper.kind.vietnamese)" }
            return paper.isConfirmed && !confirmed ? "Chưa có xác nhận của cấp trình trên \(paper.kind.vietnamese)" : nil
        }
    }
}

extension Problem {
    /// - Parameter defects: what is wanting, each in words.
    public static func dossierIncomplete(_ defects: [String] = []) -> Problem {
        Problem(
            .refused, "dossier-incomplete",
            "Hồ sơ còn thiếu tài liệu, hoặc tài liệu chưa có xác nhận của cấp trình. Mở hồ sơ xem phần còn thiếu, bổ sung rồi trình.",
            fields: defects.map { FieldFault("$.papers", $0) })
    }
}
