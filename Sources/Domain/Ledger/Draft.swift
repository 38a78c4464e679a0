/// What an officer of a sub-unit prepares for others to approve: a report on an item, its result, or the record of a launch. Approving it
/// files it. It is seen inside the unit alone, by its drafter and by those whom it has reached (A59).
public struct Draft: Sendable, Hashable {
    public typealias ID = EntityID<Draft>

    public let id: ID
    public let unit: SubUnit.ID
    public let unitName: String
    public let content: Content
    /// What it is about, in words: the item's title or the unit's launch.
    public let subject: String
    /// Of the item; of a launch empty.
    public let code: String
    public let draftedBy: Post.ID
    public let drafterTitle: String
    public let standing: Standing
    public let steps: [Step]
    /// What was said last on its way; empty: nothing yet.
    public let lastRemark: String
    public let recordedOn: CivilDate
    public let version: Int

    public init(
        id: ID, unit: SubUnit.ID, unitName: String, content: Content, subject: String, code: String, draftedBy: Post.ID,
        drafterTitle: String, standing: Standing, steps: [Step], lastRemark: String, recordedOn: CivilDate, version: Int
    ) {
        self.id = id
        self.unit = unit
        self.unitName = unitName
        self.content = content
        self.subject = subject
        self.code = code
        self.draftedBy = draftedBy
        self.drafterTitle = drafterTitle
        self.standing = standing
        self.steps = steps
        self.lastRemark = lastRemark
        self.recordedOn = recordedOn
        self.version = version
    }

    /// `chờ xử lý (lãnh đạo đơn vị)`; of what is done without where it lay.
    public var placeWords: String {
        standing.state.isOpen ? "\(standing.state.vietnamese) (\(standing.level.vietnamese))" : standing.state.vietnamese
    }

    public enum Content: Sendable, Hashable {
        case progress(Report)
        case launch(Conference)

        public var kind: Kind {
            switch self {
            case .progress(let report): report.isResult ? .result : .reported
            case .launch: .launched
            }
        }

        /// Of the paper that a report names; else empty.
        public var documentNumber: String {
            switch self {
            case .progress(let report): report.documentNumber
            case .launch: ""
            }
        }

        /// Of the evidence, or of the launch.
        public var happenedOn: CivilDate {
            switch self {
            case .progress(let report): report.evidenceOn
            case .launch(let conference): conference.happenedOn
            }
        }
    }

    public enum Kind: String, Sendable, CaseIterable, Hashable {
        case reported, result, launched

        public var vietnamese: String {
            switch self {
            case .reported: "báo cáo tiến độ"
            case .result: "báo cáo kết quả"
            case .launched: "ghi nhận phát động"
            }
        }
    }

    /// A report on an item, as it would be filed.
    public struct Report: Sendable, Hashable {
        public var item: WorkItem.ID
        public var isResult: Bool
        public var evidenceOn: CivilDate
        public var milestonePercent: Int?
        public var figure: ProgressReport.Figure?
        public var documentNumber: String
        public var documentIssuer: String
        public var narrative: String

        public init(
            item: WorkItem.ID, isResult: Bool, evidenceOn: CivilDate, milestonePercent: Int?, figure: ProgressReport.Figure?,
            documentNumber: String, documentIssuer: String, narrative: String
        ) {
            self.item = item
            self.isResult = isResult
            self.evidenceOn = evidenceOn
            self.milestonePercent = milestonePercent
            self.figure = figure
            self.documentNumber = documentNumber
            self.documentIssuer = documentIssuer
            self.narrative = narrative
        }
    }

    /// The record of a launch, as it would be filed.
    public struct Conference: Sendable, Hashable {
        public var launch: Launch.ID
        public var happenedOn: CivilDate
        public var form: LaunchForm
        public var attendance: Int
        public var note: String

        public init(launch: Launch.ID, happenedOn: CivilDate, form: LaunchForm, attendance: Int, note: String) {
            self.launch = launch
            self.happenedOn = happenedOn
            self.form = form
            self.attendance = attendance
            self.note = note
        }
    }

    /// That somebody passed it on, back or through.
    public struct Step: Sendable, Hashable {
        public let position: Int
        public let move: Move
        /// Where it lay afterwards.
        public let level: Level
        public let remark: String
        public let recordedBy: Post.ID
        public let title: String
        public let recordedOn: CivilDate

        public init(
            position: Int, move: Move, level: Level, remark: String, recordedBy: Post.ID, title: String, recordedOn: CivilDate
        ) {
            self.position = position
            self.move = move
            self.level = level
            self.remark = remark
            self.recordedBy = recordedBy
            self.title = title
            self.recordedOn = recordedOn
        }
    }
}
