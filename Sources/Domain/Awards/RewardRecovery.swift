/// Thu hồi tiền thưởng: what of a revoked award's money has come back (domain.md 1.9).
public struct RewardRecovery: Sendable, Hashable {
    public struct Payment: Sendable, Hashable {
        /// VND.
        public let amount: Int
        public let paidOn: CivilDate
        public let documentNumber: String

        public init(amount: Int, paidOn: CivilDate, documentNumber: String) {
            self.amount = amount
            self.paidOn = paidOn
            self.documentNumber = documentNumber
        }
    }

    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Nothing had been paid out.
        case nothingDue
        case notRecovered
        case partlyRecovered
        case recovered

        public var vietnamese: String {
            switch self {
            case .nothingDue: "không có tiền thưởng phải thu hồi"
            case .notRecovered: "chưa thu hồi tiền thưởng"
            case .partlyRecovered: "đã thu hồi một phần tiền thưởng"
            case .recovered: "đã thu hồi đủ tiền thưởng"
            }
        }
    }

    /// VND that the awardee had been paid.
    public let due: Int
    public private(set) var payments: [Payment]

    /// - Throws: ``AwardRefusal/notRevoked``.
    public init(of award: Award, paid: Int) throws(AwardRefusal) {
        guard award.revocation != nil else { throw .notRevoked }
        due = max(0, paid)
        payments = []
    }

    public var recovered: Int { payments.reduce(0) { $0 + $1.amount } }
    public var outstanding: Int { due - recovered }

    public var state: State {
        if due == 0 { return .nothingDue }
        if payments.isEmpty { return .notRecovered }
        return outstanding == 0 ? .recovered : .partlyRecovered
    }

    /// - Throws: ``AwardRefusal/returnedTooMuch(outstanding:)``, also of an amount that is none.
    public func receiving(_ payment: Payment) throws(AwardRefusal) -> RewardRecovery {
        guard (1...).contains(payment.amount), payment.amount <= outstanding else { throw .returnedTooMuch(outstanding: outstanding) }
        var next = self
        next.payments.append(payment)
        return next
    }
}
