public import Domain

/// The papers that are generated (domain.md 2.5). The raw value is their name in addresses and commands.
public enum PaperKind: String, Sendable, Hashable, CaseIterable {
    /// D1.
    case launchPlan = "launch-plan"
    /// D2.
    case responsePlan = "response-plan"
    /// D3.
    case assignmentAnnex = "assignment-annex"
    /// Hướng dẫn of Home Affairs on a nomination round (domain.md 6, R2).
    case guidance
    /// D4: of the Office, of all units.
    case monthReport = "month-report"
    /// D4: the same as a part of the province's monthly steering review.
    case monthPart = "month-part"
    /// D5: of a month.
    case unitMonthReport = "unit-month-report"
    /// D5: of a review.
    case unitReviewReport = "unit-review-report"
    /// D6.
    case urgingLetter = "urging-letter"
    /// D17.
    case reviewReport = "review-report"
    /// D18.
    case difficultySlip = "difficulty-slip"
    /// D7.
    case criticism
    /// D8.
    case proposal
    /// D9.
    case achievementReport = "achievement-report"
    /// D10.
    case councilMinutes = "council-minutes"
    /// D10.
    case countMinutes = "count-minutes"
    /// D10: what a secret ballot on paper is cast with.
    case ballotSheet = "ballot-sheet"
    /// D11.
    case appraisalReport = "appraisal-report"
    /// D12.
    case homeAffairsProposal = "home-affairs-proposal"
    /// D13; with an open number it is the draft of D12.
    case awardDecision = "award-decision"
    /// D14.
    case letterOfPraise = "letter-of-praise"
    /// D15.
    case certificatePrint = "certificate-print"
    /// D16.
    case invitation
    /// D16.
    case conferenceScript = "conference-script"
    /// D16.
    case pressRelease = "press-release"
    /// D19.
    case refusalNotice = "refusal-notice"
    /// D19: what is wanting, in one list, before anything is refused.
    case supplementRequest = "supplement-request"
    /// D20.
    case revocationDecision = "revocation-decision"

    public var vietnamese: String {
        switch self {
        case .launchPlan: "Kế hoạch phát động phong trào thi đua"
        case .responsePlan: "Kế hoạch hưởng ứng phong trào thi đua"
        case .assignmentAnnex: "Phụ lục giao nhiệm vụ, chỉ tiêu"
        case .guidance: "Hướng dẫn đề nghị khen thưởng"
        case .monthReport: "Báo cáo tháng kết quả phong trào"
        case .monthPart: "Phần báo cáo tháng kết quả phong trào"
        case .unitMonthReport: "Báo cáo tháng của đơn vị"
        case .unitReviewReport: "Báo cáo sơ kết, tổng kết của đơn vị"
        case .urgingLetter: "Công văn đôn đốc"
        case .reviewReport: "Báo cáo sơ kết, tổng kết phong trào"
        case .difficultySlip: "Phiếu chuyển khó khăn, vướng mắc"
        case .criticism: "Văn bản phê bình"
        case .proposal: "Tờ trình đề nghị khen thưởng kèm danh sách"
        case .achievementReport: "Báo cáo thành tích"
        case .councilMinutes: "Biên bản họp Hội đồng Thi đua - Khen thưởng"
        case .countMinutes: "Biên bản kiểm phiếu"
        case .ballotSheet: "Phiếu biểu quyết"
        case .appraisalReport: "Báo cáo thẩm định"
        case .homeAffairsProposal: "Tờ trình ký quyết định khen thưởng"
        case .awardDecision: "Quyết định khen thưởng kèm danh sách"
        case .letterOfPraise: "Thư khen"
        case .certificatePrint: "Nội dung in bằng"
        case .invitation: "Giấy mời"
        case .conferenceScript: "Kịch bản hội nghị"
        case .pressRelease: "Thông cáo báo chí"
        case .refusalNotice: "Thông báo không đủ điều kiện, tiêu chuẩn"
        case .supplementRequest: "Công văn yêu cầu bổ sung hồ sơ"
        case .revocationDecision: "Quyết định hủy bỏ quyết định khen thưởng"
        }
    }

    /// What a browser stores it as.
    public var fileName: String { "\(rawValue).docx" }
}

/// The data of one kind of paper; the kind says how they are worded.
public protocol PaperSource: Sendable {
    static var kind: PaperKind { get }
    var paper: OfficialPaper { get }
}

extension PaperSource {
    /// As a Word document in the built-in form.
    ///
    /// - Throws: ``Problem/unavailable`` when there is no memory.
    public func docx() throws(Problem) -> [UInt8] { try paper.docx() }
}
