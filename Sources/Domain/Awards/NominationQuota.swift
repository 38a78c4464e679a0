/// How many individuals a unit may put forward in a review (A03). Ad-hoc awards use none (A06). Which it has put forward, the database keeps.
public enum NominationQuota {
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
}

extension Campaign {
    /// Parameter `quotaScope`; nil where the campaign lets nobody propose individuals.
    public var quotaScope: NominationQuota.Scope? {
        choice(.quotaScope).flatMap(NominationQuota.Scope.init)
    }
}
