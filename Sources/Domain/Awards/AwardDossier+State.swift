extension AwardDossier {
    /// Where a dossier is (domain.md 7.11; words of section 9).
    public enum State: String, Sendable, Hashable, CaseIterable {
        case drafted, councilReviewed, submitted, received, supplementAsked, appraised, provincialCouncilReviewed, putToChairman, decided,
            issued, presented
        // Aside.
        case withdrawn, refused, held, corrected, replaced, revoked

        public var vietnamese: String {
            switch self {
            case .drafted: "đang soạn"
            case .councilReviewed: "Hội đồng của đơn vị đã xét"
            case .submitted: "đã trình"
            case .received: "đã tiếp nhận"
            case .supplementAsked: "yêu cầu bổ sung hồ sơ"
            case .appraised: "đã thẩm định"
            case .provincialCouncilReviewed: "Hội đồng TĐKT tỉnh đã xét"
            case .putToChairman: "trình ký"
            case .decided: "đã ký quyết định"
            case .issued: "đã ban hành"
            case .presented: "đã trao tặng"
            case .withdrawn: "đã rút"
            case .refused: "không đủ điều kiện, tiêu chuẩn"
            case .held: "tạm dừng xét"
            case .corrected: "đã đính chính"
            case .replaced: "đã thay thế quyết định"
            case .revoked: "đã hủy bỏ quyết định, thu hồi hiện vật và tiền thưởng"
            }
        }

        /// The decision is signed and in force: what is wrong with it is corrected, replaced or revoked, never undone (domain.md 1.9).
        public var isDecided: Bool {
            switch self {
            case .decided, .issued, .presented, .corrected, .replaced: true
            case .drafted, .councilReviewed, .submitted, .received, .supplementAsked, .appraised, .provincialCouncilReviewed,
                .putToChairman, .withdrawn, .refused, .held, .revoked:
                false
            }
        }

        /// Put forward, and not over: what becomes of the verdict on which it rests is somebody's to say (A62).
        public var restsOnVerdict: Bool {
            switch self {
            case .submitted, .received, .supplementAsked, .appraised, .provincialCouncilReviewed, .putToChairman, .held, .decided, .issued,
                .presented, .corrected, .replaced:
                true
            case .drafted, .councilReviewed, .withdrawn, .refused, .revoked: false
            }
        }

        /// Whether a dossier of that track can ever be here: only what goes by a council has been there.
        public func exists(on track: AwardTrack) -> Bool {
            switch self {
            case .councilReviewed: !track.isAdHoc
            case .provincialCouncilReviewed: track == .provincialReview
            default: true
            }
        }

        /// Nothing more is done to it.
        public var isClosed: Bool { self == .withdrawn || self == .refused || self == .revoked }

        /// Submitted and not decided yet: whoever keeps the dossier may hold it.
        public func isUnderReview(on track: AwardTrack) -> Bool {
            switch self {
            case .submitted, .received, .supplementAsked, .appraised, .provincialCouncilReviewed, .putToChairman: true
            // The unit's council sees it after it was submitted inside the unit, but before the unit submits it to the province.
            case .councilReviewed: track == .ownReview
            case .drafted, .decided, .issued, .presented, .withdrawn, .refused, .held, .corrected, .replaced, .revoked: false
            }
        }
    }
}
