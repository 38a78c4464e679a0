/// One report of a unit on its launch. Steps are appended and never changed: a later one of the same kind corrects the earlier.
public struct LaunchStep: Sendable, Hashable {
    public typealias ID = EntityID<LaunchStep>

    public let id: ID
    /// 1, 2, 3 … within the launch, in the order of recording.
    public let position: Int
    public let act: LaunchAct
    /// The day on which it happened, by the unit's paper or minutes (A58).
    public let happenedOn: CivilDate
    public let note: String
    /// By which another day than before is recorded for a launch; empty where it is none, or the signed paper says so.
    public let correctionDocument: String
    public let recordedBy: Post.ID
    /// The business day on which it was reported.
    public let recordedOn: CivilDate
    /// What stands under it where it was done in the stead of the recording post (KT., TL., TUQ.).
    public let signature: Signature?
    /// The signed paper that it was recorded from.
    public let paper: PaperAct.Mark?
    /// Who prepared it, where it was approved from a draft.
    public let preparedBy: Post.ID?

    public init(
        id: ID, position: Int, act: LaunchAct, happenedOn: CivilDate, note: String, recordedBy: Post.ID, recordedOn: CivilDate,
        signature: Signature? = nil, paper: PaperAct.Mark? = nil, preparedBy: Post.ID? = nil, correctionDocument: String = ""
    ) {
        self.id = id
        self.position = position
        self.act = act
        self.happenedOn = happenedOn
        self.note = note
        self.correctionDocument = correctionDocument
        self.recordedBy = recordedBy
        self.recordedOn = recordedOn
        self.signature = signature
        self.paper = paper
        self.preparedBy = preparedBy
    }

    /// The state that the unit has reached by this step.
    public var state: LaunchState { act.kind.state }

    public enum Kind: String, Sendable, CaseIterable, Hashable {
        case acknowledged, planned, launched

        public var state: LaunchState {
            switch self {
            case .acknowledged: .acknowledged
            case .planned: .planned
            case .launched: .launched
            }
        }
    }
}

/// What a unit did.
public enum LaunchAct: Sendable, Hashable {
    case acknowledged
    /// A plan of its own; the text is its abstract or its whole text.
    case planned(documentNumber: String, text: String)
    /// A launch, and how many people it reached.
    case launched(LaunchForm, attendance: Int)

    public var kind: LaunchStep.Kind {
        switch self {
        case .acknowledged: .acknowledged
        case .planned: .planned
        case .launched: .launched
        }
    }
}

/// In which form a unit launched: “có thể lồng ghép chung với các Hội nghị của đơn vị hoặc với hình thức khác phù hợp”.
public enum LaunchForm: Sendable, Hashable {
    case ownConference
    /// Held together with another conference.
    case combined(with: String)
    case other

    public var kind: Kind {
        switch self {
        case .ownConference: .ownConference
        case .combined: .combined
        case .other: .other
        }
    }

    /// The conference it was combined with.
    public var conference: String? {
        if case .combined(let conference) = self { conference } else { nil }
    }

    public enum Kind: String, Sendable, CaseIterable, Hashable {
        case ownConference = "own_conference"
        case combined, other

        /// As officers read it where the plan has no label of its own.
        public var vietnamese: String {
            switch self {
            case .ownConference: "Hội nghị riêng"
            case .combined: "Lồng ghép với hội nghị khác"
            case .other: "Hình thức khác"
            }
        }

        /// The same form as a plan allows it.
        public var inPlan: Campaign.LaunchForm.Kind {
            switch self {
            case .ownConference: .ownConference
            case .combined: .combined
            case .other: .other
            }
        }
    }
}
