/// Điểm cần kiểm tra: something the council should look at before it decides. It decides nothing and accuses nobody (A75).
public struct CheckPoint: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A20.
        case fewItems
        /// A37.
        case extendedOut
        /// Due dates moved shortly before the review (A75).
        case movedLate
        /// Cancelled shortly before the review (A30).
        case cancelledLate
        /// A large part of the items is exempted (A29).
        case exemptedShare
        /// Given shortly before the review and done early all the same (A75).
        case easyLate
        /// Done early because the date was far away (A51).
        case slack
        /// The result was accepted inside the unit that did it (A75).
        case acceptedInside
        /// From nothing to half on the last days (A75).
        case jumpedLate
        /// Evidence older than the item, or entered long after its date (A33).
        case backDated
        /// An extension, an exemption or a cancellation that came into the ledger long after its date, or only once the day had passed that decides
        /// what it is worth (A28, A33).
        case recordedLate
        /// What a target asks for, or when it is measured, changed on the day of the review or later: it was to be said beforehand (A39).
        case changedLate
        /// A result was sent and who gave the item said nothing (A25).
        case unjudged
        /// Who gave the item fixed no date for it (A26).
        case undated
        /// The same file lies with several items of the unit as their evidence (A75). Shown to who reads the files, and in frozen figures.
        case reusedEvidence
        /// Another report of the same round says the same (A75). Of a dossier, not of a unit's ledger: shown beside it.
        case sameReport
        /// No award is considered for the nominee (domain.md 1.3). Of a dossier, shown beside it.
        case held
        /// The frozen figures wait for a council's word on the motto (A53). Of a dossier, shown beside it.
        case waitsForMotto
        /// A council did not pass the nominee in its review or round while it was drafted (A04). Of a dossier, shown beside it.
        case votedDown

        public var vietnamese: String {
            switch self {
            case .fewItems: "ít nhiệm vụ, chỉ tiêu"
            case .extendedOut: "gia hạn ra ngoài thời gian phong trào"
            case .movedLate: "nhiều lần điều chỉnh thời hạn sát ngày chốt số liệu"
            case .cancelledLate: "hủy sát ngày chốt số liệu"
            case .exemptedShare: "tỷ lệ không tính vào đánh giá cao"
            case .easyLate: "giao sát ngày chốt số liệu, hoàn thành sớm"
            case .slack: "vượt tiến độ nhờ thời hạn dài"
            case .acceptedInside: "người trong đơn vị xác nhận hoàn thành"
            case .jumpedLate: "tiến độ tăng vọt trong hai ngày cuối"
            case .backDated: "ngày văn bản minh chứng cần đối chiếu"
            case .recordedLate: "gia hạn, không tính vào đánh giá, hủy ghi vào sổ sau ngày của văn bản"
            case .changedLate: "chỉ tiêu thay đổi từ ngày chốt số liệu"
            case .unjudged: "bên giao để kết quả quá thời hạn xem xét"
            case .undated: "bên giao chưa ấn định thời hạn"
            case .reusedEvidence: "một tệp minh chứng dùng cho nhiều nhiệm vụ"
            case .sameReport: "báo cáo thành tích trùng lời với hồ sơ khác"
            case .held: "đang tạm dừng xét khen thưởng"
            case .waitsForMotto: "kết quả xét chờ kết luận về phương châm"
            case .votedDown: "Hội đồng đã không thông qua trong đợt xét"
            }
        }
    }

    public let kind: Kind
    /// Codes of the items concerned, in the order of the ledger; empty where it is about the unit as a whole.
    public let items: [String]
    /// What is to be looked at, with the figures.
    public let words: String

    public init(_ kind: Kind, items: [String] = [], words: String) {
        self.kind = kind
        self.items = items
        self.words = words
    }
}

extension CheckPoint {
    /// From which point on something is looked at: of the plan; where there is none, these.
    public struct Limits: Hashable, Sendable {
        /// Calendar days before the review in which dates that moved, and items that were given, are looked at (A75).
        public var movedDays = 15
        /// The same of what was cancelled (A30).
        public var cancelledDays = 15
        /// Share of exempted items, in percent, beyond which the council is told (A29).
        public var exemptedPercent = 10
        /// Working days after its own date from which an entry is looked at (A33).
        public var entryWorkingDays = 10
        /// Part of the span of an item, in percent, beyond which what was left of it is looked at (A51).
        public var slackPercent = 50
        /// Working days of who gave the item (A25, A26).
        public var clocks = WorkItem.Clocks()

        public init() {}

        public init(_ plan: Campaign) {
            movedDays = plan.integer(.dueChangeFlagDays) ?? movedDays
            cancelledDays = plan.integer(.cancelFlagDays) ?? cancelledDays
            exemptedPercent = plan.integer(.exemptSharePercent) ?? exemptedPercent
            entryWorkingDays = plan.integer(.backdatingDays) ?? entryWorkingDays
            slackPercent = plan.integer(.slackSharePercent) ?? slackPercent
            clocks = WorkItem.Clocks(plan)
        }
    }

    /// How many items make a burst; one alone is nothing.
    static let burst = 2

    /// Of a dossier for whose nominee no award is considered, by the hold: to who may read it.
    public static func held(by hold: IntegrityHold) -> CheckPoint {
        CheckPoint(.held, words: "Đang tạm dừng xét khen thưởng từ ngày \(hold.from.vietnamese) theo văn bản số \(hold.document).")
    }

    /// The same to a council, which is not told why.
    public static let heldFromCouncil = CheckPoint(
        .held, words: "Đang tạm dừng xét khen thưởng: không biểu quyết, không ghi kết quả cho đến khi có văn bản kết thúc.")

    /// Of a dossier that was drafted anew while a council voted on the one before, and did not pass its nominee.
    public static let votedDown = CheckPoint(
        .votedDown,
        words: "Hội đồng đã biểu quyết không thông qua đối tượng này trong đợt xét nên hồ sơ này không được xét nữa. Rút hồ sơ; có thể "
            + "đề nghị ở đợt xét sau, hoặc đề nghị khen thưởng đột xuất về thành tích khác.")

    /// Of a dossier that cannot be signed as long as the frozen figures wait for the motto: whose move it is.
    ///
    /// - Parameter concludedOn: when the council concluded since the figures were frozen; nil: it has not.
    public static func waitsForMotto(_ council: MottoStep.Body, _ concludedOn: CivilDate?) -> CheckPoint {
        let name = council.vietnamese
        let pending = UnitVerdict.Verdict.pending.vietnamese
        let words =
            if let day = concludedOn {
                "\(name) đã kết luận về phương châm ngày \(day.vietnamese); kết quả xét còn “\(pending)”, chưa ký được: chờ Văn phòng UBND tỉnh "
                    + "đính chính số liệu đã chốt."
            } else {
                "\(name) chưa kết luận về phương châm; kết quả xét còn “\(pending)”, chưa ký được: chờ kết luận, sau đó Văn phòng UBND tỉnh "
                    + "đính chính số liệu đã chốt."
            }
        return CheckPoint(.waitsForMotto, words: words)
    }

    /// Of a dossier whose report says word for word what others of its round say, however it is set; nil where none does.
    ///
    /// - Parameter others: whose dossiers, in words.
    public static func sameReport(as others: [String]) -> CheckPoint? {
        others.isEmpty
            ? nil : CheckPoint(.sameReport, words: "Báo cáo thành tích trùng lời với hồ sơ của \(others.joined(separator: "; ")).")
    }

    /// What became of a target.
    public enum GoalChange: String, Hashable, Sendable, CaseIterable {
        /// As measured at the end of the year only, or no more.
        case marked, unmarked
        /// Value, side or baseline.
        case moved

        public var vietnamese: String {
            switch self {
            case .marked: "đánh dấu chỉ đo cuối năm"
            case .unmarked: "bỏ đánh dấu chỉ đo cuối năm"
            case .moved: "đổi mức chỉ tiêu"
            }
        }
    }

    /// An act that came into the ledger late.
    public struct LateEntry: Hashable, Sendable {
        public let code: String
        /// `đồng ý gia hạn`.
        public let act: String
        public let on: CivilDate
        public let recordedOn: CivilDate

        public init(code: String, act: String, on: CivilDate, recordedOn: CivilDate) {
            self.code = code
            self.act = act
            self.on = on
            self.recordedOn = recordedOn
        }

        var words: String {
            "\(code) \(act) ngày \(on.vietnamese)\(on == recordedOn ? "" : ", ghi ngày \(recordedOn.vietnamese)")"
        }
    }

    /// Of acts that judgement takes by the dates of their papers, when they came into the ledger: both days of each.
    ///
    /// - Parameter entries: of one unit, those of one item together.
    public static func recordedLate(_ entries: [LateEntry]) -> CheckPoint {
        listed(
            .recordedLate, entries,
            "lần gia hạn, không tính vào đánh giá, hủy, thay thế, chuyển cơ quan chủ trì ghi vào sổ sau ngày của văn bản")
    }

    /// Of targets that changed when the figures were taken, or later.
    ///
    /// - Parameter entries: of one unit, those of one item together.
    public static func changedLate(_ entries: [LateEntry]) -> CheckPoint {
        listed(.changedLate, entries, "lần thay đổi chỉ tiêu từ ngày chốt số liệu")
    }

    private static func listed(_ kind: Kind, _ entries: [LateEntry], _ what: String) -> CheckPoint {
        let codes = entries.reduce(into: [String]()) { codes, entry in if codes.last != entry.code { codes.append(entry.code) } }
        let shown = entries.prefix(shownEntries).map(\.words).joined(separator: "; ")
        return CheckPoint(kind, items: codes, words: "\(entries.count) \(what): \(shown)\(entries.count > shownEntries ? "; …" : ".")")
    }

    /// More would be a list, which the items of the point are.
    private static let shownEntries = 10

    /// What the ledger itself and the database beyond it show, in the order of ``Kind``.
    ///
    /// - Parameters:
    ///   - verdict: with its items.
    ///   - traces: what the database shows.
    ///   - limits: of the plan.
    public static func list(
        of verdict: UnitVerdict, in ledger: LedgerFile, traces: [CheckPoint] = [], limits: Limits = Limits()
    ) -> [CheckPoint] {
        var seen = Seen(in: ledger, limits)
        for item in verdict.items { seen.add(item) }
        return inOrder(seen.points(of: verdict) + traces)
    }

    /// In the order of ``Kind``, those of one kind as they came.
    public static func inOrder(_ points: [CheckPoint]) -> [CheckPoint] {
        Kind.allCases.flatMap { kind in points.filter { $0.kind == kind } }
    }
}

extension LedgerFile {
    /// The day on which the figures of its review are taken.
    public var reviewEnd: CivilDate { review == .interim ? parameters.interimEnd : parameters.finalEnd }
}

extension DueDateExtension {
    /// Nil while it is pending and when it was refused.
    var grantedOn: CivilDate? {
        guard case .granted(let day, _) = decision else { return nil }
        return day
    }
}
