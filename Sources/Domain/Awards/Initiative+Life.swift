extension Initiative {
    /// Where an initiative is.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case registered, returned, praised, commended, proposed, declined, withdrawn

        public var vietnamese: String {
            switch self {
            case .registered: "đã đăng ký, chờ xem xét"
            case .returned: "yêu cầu bổ sung"
            case .praised: "đã có thư khen"
            case .commended: "đã đề nghị tặng Giấy khen"
            case .proposed: "đã đề nghị tặng Bằng khen"
            case .declined: "chưa xét khen thưởng"
            case .withdrawn: "đã rút"
            }
        }
    }

    public enum Step: String, Sendable, Hashable, CaseIterable {
        case `return`, supplement, letter, commend, propose, decline, publish, withdraw

        public var vietnamese: String {
            switch self {
            case .return: "yêu cầu bổ sung"
            case .supplement: "bổ sung"
            case .letter: "gửi thư khen"
            case .commend: "đề nghị tặng Giấy khen"
            case .propose: "đề nghị tặng Bằng khen"
            case .decline: "trả lời chưa xét khen thưởng"
            case .publish: "công bố để nhân rộng"
            case .withdraw: "rút"
            }
        }

        /// Ends the time in which an answer is owed (A68).
        public var isAnswer: Bool {
            switch self {
            case .letter, .commend, .propose, .decline: true
            case .return, .supplement, .publish, .withdraw: false
            }
        }

        public var needsReason: Bool {
            switch self {
            case .return, .supplement, .decline, .withdraw: true
            case .letter, .commend, .propose, .publish: false
            }
        }

        /// Rests on a paper that somebody signed.
        public var needsPaper: Bool { self == .letter }

        /// Drafts the dossier of a deed: for the unit's own Giấy khen, or for the Chairman's Bằng khen.
        public var draftsDossier: Bool { self == .commend || self == .propose }

        /// Whose step it is in the unit.
        public var party: Party { self == .supplement || self == .withdraw ? .registrant : .desk }
    }

    public enum Party: String, Sendable, Hashable, CaseIterable {
        /// Who registered it, and who reaches what he registered.
        case registrant
        /// Who proposes awards in the unit.
        case desk
        /// Home Affairs, which records the Chairman's own letter (IV.2.2.a of the plan).
        case province

        public var vietnamese: String {
            switch self {
            case .registrant: "người đăng ký"
            case .desk: "đơn vị xét khen thưởng"
            case .province: "Sở Nội vụ"
            }
        }
    }

    /// Where the dossier went by which a Giấy khen or a Bằng khen was asked for.
    public enum Fate: String, Sendable, Hashable, CaseIterable {
        case open, ended, awarded

        public init(_ state: AwardDossier.State) {
            self =
                switch state {
                case .withdrawn, .refused: .ended
                case _ where state.isDecided: .awarded
                default: .open
                }
        }
    }

    /// The state after a step; nil: it is out of order. A dossier that ended without an award leaves another answer open.
    public static func cell(_ state: State, _ step: Step, fate: Fate?, isPublished: Bool) -> State? {
        let hasDossier = state == .commended || state == .proposed
        let mayBeAnswered = state == .registered || (hasDossier && fate == .ended)
        return switch step {
        case .return: state == .registered ? .returned : nil
        case .supplement: state == .returned ? .registered : nil
        case .withdraw: state == .registered || state == .returned ? .withdrawn : nil
        case .letter: mayBeAnswered ? .praised : nil
        case .commend: mayBeAnswered ? .commended : nil
        case .propose: mayBeAnswered ? .proposed : nil
        case .decline: mayBeAnswered ? .declined : nil
        case .publish:
            !isPublished && (state == .praised || (hasDossier && fate == .awarded)) ? state : nil
        }
    }

    /// Whose move it is; nil where nothing is owed. Of one with a dossier the dossier says it.
    public static func mover(_ state: State, fate: Fate?) -> Party? {
        switch state {
        case .registered: .desk
        case .returned: .registrant
        case .commended, .proposed: fate == .ended ? .desk : nil
        case .praised, .declined, .withdrawn: nil
        }
    }
}
