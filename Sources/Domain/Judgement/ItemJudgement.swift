/// How a review sees one item, before any rule is applied to it.
public struct ItemJudgement: Hashable, Sendable {
    /// Why an item is left out of the numbers. An item may have several reasons.
    public enum Exclusion: String, Hashable, Sendable, Codable, CaseIterable {
        /// A11.
        case outsideCampaign
        /// A12.
        case coordinating
        /// A29, A30.
        case notActive
        /// A26; in a preview only.
        case noDueDate
        /// A37.
        case dueAfterCampaign
        case assignedLater
        /// Measured at the end of the year, and the interim review comes before (A39).
        case notYetMeasured

        public var vietnamese: String {
            switch self {
            case .outsideCampaign: "ngoài phong trào thi đua"
            case .coordinating: "cơ quan phối hợp"
            case .notActive: "không tính vào đánh giá hoặc đã hủy"
            case .noDueDate: "chưa có thời hạn"
            case .dueAfterCampaign: "thời hạn sau ngày kết thúc"
            case .assignedLater: "giao sau ngày tính số liệu"
            case .notYetMeasured: "chưa đo được"
            }
        }
    }

    public let item: LedgerItem
    /// The date the item is held to; nil only where none is fixed.
    public let dueOn: CivilDate?
    /// Empty for a counted item.
    public let exclusions: [Exclusion]
    public let isDone: Bool
    /// Vượt tiến độ (A45).
    public let isAhead: Bool
    /// Vượt chỉ tiêu (A46).
    public let isAbove: Bool
    public let progress: Progress

    public var isCounted: Bool { exclusions.isEmpty }
    /// An item both early and above is one item (A47).
    public var isAheadOrAbove: Bool { isAhead || isAbove }

    /// Whether an extension carried it past the end of the campaign, where its first date was not (A37).
    func isExtendedOut(of parameters: JudgementParameters) -> Bool {
        exclusions == [.dueAfterCampaign] && item.originalDueOn.map { $0 <= parameters.finalEnd } ?? false
    }

    init(_ item: LedgerItem, in ledger: LedgerFile) {
        let dueOn = item.dueDate(at: ledger.asOf) ?? (ledger.isFrozen ? ledger.parameters.finalEnd : nil)
        self.item = item
        self.dueOn = dueOn
        exclusions = Self.exclusions(of: item, dueOn: dueOn, in: ledger)
        isDone = item.isDone(by: ledger.asOf)
        isAhead = isDone && Self.isEarly(item, in: ledger)
        isAbove = item.measure?.isAbove ?? false
        progress = item.progress(at: ledger.asOf)
    }

    private static func exclusions(of item: LedgerItem, dueOn: CivilDate?, in ledger: LedgerFile) -> [Exclusion] {
        let parameters = ledger.parameters
        var exclusions: [Exclusion] = []
        if !item.isInCampaign { exclusions.append(.outsideCampaign) }
        if item.role != .lead { exclusions.append(.coordinating) }
        if item.status != .active { exclusions.append(.notActive) }
        if item.assignedOn > ledger.asOf { exclusions.append(.assignedLater) }
        guard let dueOn else { return exclusions + [.noDueDate] }
        if dueOn > parameters.finalEnd { exclusions.append(.dueAfterCampaign) }
        if ledger.review == .interim, dueOn > parameters.interimEnd, let measure = item.measure, measure.isMeasuredAtYearEnd,
            measure.actual == nil
        {
            exclusions.append(.notYetMeasured)
        }
        return exclusions
    }

    /// Against the original date, whatever extensions said; a periodic item is never ahead (A16).
    private static func isEarly(_ item: LedgerItem, in ledger: LedgerFile) -> Bool {
        guard let completedOn = item.completedOn, let originalDueOn = item.originalDueOn, item.occurrences.isEmpty else { return false }
        return ledger.calendar.isDay(completedOn, atLeast: ledger.parameters.minimumEarlyWorkingDays, workingDaysBefore: originalDueOn)
    }
}
