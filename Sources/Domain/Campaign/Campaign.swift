/// One emulation campaign (phong trào thi đua) as its plan orders it: the whole plan as data, in the plan's own words.
///
/// Everything that differs from province to province or from year to year is a value of this type; no rule of the program knows a
/// particular plan. Texts are kept as printed, so that a page or a document can quote them. What a text means to the program (a date, a
/// threshold, who is addressed) stands beside it, and ``faults()`` says where the two disagree.
public struct Campaign: Hashable, Sendable, Codable {
    /// The layout of the campaign file and of the stored document that this program reads and writes.
    public static let currentFormat = 1

    /// Layout of the document this value came from; see ``currentFormat``.
    public var format: Int
    /// Stable short name by which commands, addresses and ledger files call the campaign.
    public var code: String
    /// The name of the movement as it stands in sentences.
    public var name: String
    /// The paper that orders the campaign.
    public var paper: Paper
    /// The opening paragraph: why, and who launches.
    public var preamble: String
    /// The directives and programmes the campaign is to carry out.
    public var legalBases: [DirectiveCitation]
    public var purposes: [String]
    public var requirements: [String]
    /// Whom the campaign addresses.
    public var subjects: Passage
    /// How long it runs and in how many phases, in the plan's words.
    public var duration: Passage
    /// Which units the province judges itself.
    public var firstTier: [FirstTierSelection]
    /// The span of the work that is judged; the phases lie inside it (A32).
    public var span: Span
    /// The phases (đợt) in order of time.
    public var phases: [Phase]
    public var launch: Launch
    /// The watchword whose observance is a condition of award, if the plan has one.
    public var motto: Motto?
    /// What the campaign consists of, in the plan's order.
    public var content: [ContentGroup]
    public var awards: Awards
    /// What each body has to do, in the plan's order.
    public var duties: [BodyDuty]
    public var reporting: Reporting
    public var difficulties: DifficultyRoute
    /// The closing order.
    public var closing: String
    /// The lines of “Nơi nhận”, without dashes and end marks.
    public var recipients: [String]
    /// Every number and choice that judges and clocks use, each with its source.
    public var parameters: [Parameter]

    public init(
        format: Int, code: String, name: String, paper: Paper, preamble: String, legalBases: [DirectiveCitation], purposes: [String],
        requirements: [String], subjects: Passage, duration: Passage, firstTier: [FirstTierSelection], span: Span, phases: [Phase],
        launch: Launch,
        motto: Motto?, content: [ContentGroup], awards: Awards, duties: [BodyDuty], reporting: Reporting, difficulties: DifficultyRoute,
        closing: String, recipients: [String], parameters: [Parameter]
    ) {
        self.format = format
        self.code = code
        self.name = name
        self.paper = paper
        self.preamble = preamble
        self.legalBases = legalBases
        self.purposes = purposes
        self.requirements = requirements
        self.subjects = subjects
        self.duration = duration
        self.firstTier = firstTier
        self.span = span
        self.phases = phases
        self.launch = launch
        self.motto = motto
        self.content = content
        self.awards = awards
        self.duties = duties
        self.reporting = reporting
        self.difficulties = difficulties
        self.closing = closing
        self.recipients = recipients
        self.parameters = parameters
    }
}

extension Campaign {
    /// A passage of the plan: where it stands and how it reads.
    public struct Passage: Hashable, Sendable, Codable {
        /// Section of the plan, such as `II.1`.
        public var clause: String
        public var words: String

        public init(clause: String, words: String) {
            self.clause = clause
            self.words = words
        }
    }

    /// Tenants that are first tier: all of a kind, or those of a kind that the catalogue of units lists under one scope.
    public struct FirstTierSelection: Hashable, Sendable, Codable {
        public var kind: Tenant.Kind
        /// The scope in the catalogue of units; nil takes every tenant of the kind.
        public var scope: String?
        /// How the plan calls them.
        public var words: String

        public init(kind: Tenant.Kind, scope: String?, words: String) {
            self.kind = kind
            self.scope = scope
            self.words = words
        }
    }

    /// Whether a tenant of this kind, listed under this scope, is first tier in this campaign.
    public func isFirstTier(kind: Tenant.Kind, scope: Tenant.Scope) -> Bool {
        firstTier.contains { $0.kind == kind && ($0.scope == nil || $0.scope == scope.rawValue) }
    }
}

extension Tenant.Kind: Codable {}
