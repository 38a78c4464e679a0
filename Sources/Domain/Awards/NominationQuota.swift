/// How many individuals a unit may put forward in a review, and which it has (A03, A04, A08). Ad-hoc awards use none (A06).
///
/// In the database slots are rows; this says the same to who reads, and why not to who asks.
public struct NominationQuota: Sendable, Hashable {
    /// What the number attaches to: parameter `quotaScope` (A03).
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        /// A first-tier unit with its whole tree.
        case firstTier
        /// Each collective that passes.
        case eachCollective

        public var vietnamese: String {
            switch self {
            case .firstTier: "mỗi sở, ban, ngành tỉnh, UBND huyện, thành phố, tính cả đơn vị trực thuộc"
            case .eachCollective: "mỗi tập thể đạt"
            }
        }

        /// What whoever opens and locks the list should think of (A03); nil: nothing.
        public var warning: String? {
            switch self {
            case .firstTier: nil
            case .eachCollective:
                """
                Lưu ý: tính suất cho mỗi tập thể đạt thì số cá nhân được đề nghị có thể lên đến hàng trăm người. Kế hoạch giao cơ quan, đơn vị \
                trình lựa chọn cá nhân tiêu biểu; nếu không chủ định, sửa tham số quotaScope của kế hoạch thành firstTier trước khi chốt số liệu.
                """
            }
        }
    }

    public let unit: SubUnit.ID
    public let slots: Int
    /// Submitted for the review by whatever unit: a person is put forward by one only (A08).
    public let taken: [NominationSlot]

    /// - Parameters:
    ///   - unit: whose quota it is.
    ///   - slots: ``slots(_:isFirstTier:scope:cap:)``.
    ///   - nominations: of the whole review, by all units, withdrawn ones too.
    ///   - lockedOn: when the list was locked; nil while it is open.
    public init(unit: SubUnit.ID, slots: Int, nominations: [NominationSlot], lockedOn: CivilDate?) {
        self.unit = unit
        self.slots = slots
        taken = nominations.filter { $0.isTaken(lockedOn: lockedOn) }
    }

    /// How many slots a verdict brings.
    ///
    /// Units that fail or have no basis bring none (A05); one that waits for the council's word on the motto may submit meanwhile, as its own
    /// dossier may. A commune or phòng that passes on its own ledger brings none in the scope of the first tier (A02).
    ///
    /// - Parameter cap: parameter `individualsInterim` or `individualsFinal`.
    public static func slots(_ verdict: UnitVerdict.Verdict, isFirstTier: Bool, scope: Scope, cap: Int) -> Int {
        switch verdict {
        case .pass, .pending: isFirstTier || scope == .eachCollective ? cap : 0
        case .fail, .insufficientBasis: 0
        }
    }

    public var used: Int { taken.count { $0.unit == unit } }

    /// Never below 0, also when a correction took the slots away after they were used.
    public var free: Int { max(0, slots - used) }

    /// Whether the unit may submit the dossier of a person. Nil: it may.
    public func refusalOfSubmitting(_ person: Person.ID) -> AwardRefusal? {
        if let other = taken.first(where: { $0.person == person }) {
            return other.unit == unit ? .nominatedAlready : .nominatedElsewhere
        }
        if slots == 0 { return .noQuota }
        return free > 0 ? nil : .quotaFull(slots: slots)
    }
}

extension Campaign {
    /// Parameter `quotaScope`; nil where the campaign lets nobody propose individuals.
    public var quotaScope: NominationQuota.Scope? {
        choice(.quotaScope).flatMap(NominationQuota.Scope.init)
    }
}
