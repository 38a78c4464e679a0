extension AwardDossier {
    /// What can be done to a dossier.
    public enum Step: String, Sendable, Hashable, CaseIterable {
        case passUnitCouncil, submit, receive, askSupplement, supplement, appraise, passProvincialCouncil, putToChairman, decide, issue,
            present
        case withdraw, refuse, hold, release, correct, replace, revoke

        public var vietnamese: String {
            switch self {
            case .passUnitCouncil: "ghi kết quả Hội đồng của đơn vị thông qua"
            case .submit: "trình hồ sơ"
            case .receive: "tiếp nhận hồ sơ"
            case .askSupplement: "yêu cầu bổ sung hồ sơ"
            case .supplement: "bổ sung hồ sơ"
            case .appraise: "thẩm định"
            case .passProvincialCouncil: "ghi kết quả Hội đồng TĐKT tỉnh thông qua"
            case .putToChairman: "trình ký"
            case .decide: "ký quyết định"
            case .issue: "ghi số, ngày ban hành"
            case .present: "trao tặng"
            case .withdraw: "rút hồ sơ"
            case .refuse: "kết luận không đủ điều kiện, tiêu chuẩn"
            case .hold: "tạm dừng xét"
            case .release: "thôi tạm dừng xét"
            case .correct: "đính chính"
            case .replace: "thay thế quyết định"
            case .revoke: "hủy bỏ quyết định, thu hồi hiện vật và tiền thưởng"
            }
        }

        /// Whether it is taken only with a reason: the list of defects, the notice of refusal, the document of the hold, the ground of the
        /// revocation.
        public var needsReason: Bool {
            switch self {
            case .askSupplement, .withdraw, .refuse, .hold, .release, .correct, .replace, .revoke: true
            case .passUnitCouncil, .submit, .receive, .supplement, .appraise, .passProvincialCouncil, .putToChairman, .decide, .issue,
                .present:
                false
            }
        }

        /// Stopped while discipline, an investigation or a complaint about the nominee is under way: submitting, council and signing
        /// (domain.md 1.3).
        public var isStoppedByHold: Bool {
            switch self {
            case .submit, .passUnitCouncil, .passProvincialCouncil, .decide: true
            case .receive, .askSupplement, .supplement, .appraise, .putToChairman, .issue, .present, .withdraw, .refuse, .hold, .release,
                .correct, .replace, .revoke:
                false
            }
        }
    }
}
