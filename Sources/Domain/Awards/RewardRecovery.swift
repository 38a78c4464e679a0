/// Thu hồi tiền thưởng: what of a revoked award's money has come back (domain.md 1.9).
public struct RewardRecovery: Sendable, Hashable {
    public struct Payment: Sendable, Hashable {
        /// VND.
        public let amount: Int
        public let paidOn: CivilDate
        public let documentNumber: String
        /// Waived by who signs, not paid: with a reason, and on its own in every list.
        public let isWaived: Bool
        /// Of a waiver; else empty.
        public let reason: String

        public init(amount: Int, paidOn: CivilDate, documentNumber: String, isWaived: Bool = false, reason: String = "") {
            self.amount = amount
            self.paidOn = paidOn
            self.documentNumber = documentNumber
            self.isWaived = isWaived
            self.reason = reason
        }
    }

    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Nothing had been paid out.
        case nothingDue
        case notRecovered
        case partlyRecovered
        case recovered
        /// Nothing is open, and a part of it never came back.
        case settledWithWaiver

        public var vietnamese: String {
            switch self {
            case .nothingDue: "không có tiền thưởng phải thu hồi"
            case .notRecovered: "chưa thu hồi tiền thưởng"
            case .partlyRecovered: "đã thu hồi một phần tiền thưởng"
            case .recovered: "đã thu hồi đủ tiền thưởng"
            case .settledWithWaiver: "đã xử lý xong tiền thưởng, có phần được miễn thu hồi"
            }
        }
    }

    /// VND that the awardee had been paid.
    public let due: Int
    public private(set) var payments: [Payment]
    /// The line of its giver's rules into which it comes back, where a unit gave by its own authority; nil of the province's.
    public let fund: String?

    /// - Throws: ``AwardRefusal/notRevoked``.
    public init(of award: Award, paid: Int) throws(AwardRefusal) {
        guard award.revocation != nil else { throw .notRevoked }
        due = max(0, paid)
        payments = []
        fund = nil
    }

    /// As it is recorded.
    ///
    /// - Parameters:
    ///   - due: VND that the award gave.
    ///   - fund: of what a unit gave by its own authority.
    public init(due: Int, payments: [Payment], fund: String? = nil) {
        self.due = due
        self.payments = payments
        self.fund = fund
    }

    public var recovered: Int { payments.reduce(0) { $0 + ($1.isWaived ? 0 : $1.amount) } }
    public var waived: Int { payments.reduce(0) { $0 + ($1.isWaived ? $1.amount : 0) } }
    public var outstanding: Int { due - recovered - waived }

    public var state: State {
        if due == 0 { return .nothingDue }
        if payments.isEmpty { return .notRecovered }
        if outstanding > 0 { return .partlyRecovered }
        return waived > 0 ? .settledWithWaiver : .recovered
    }

    /// - Throws: ``AwardRefusal/returnedTooMuch(outstanding:)``, also of an amount that is none.
    public func receiving(_ payment: Payment) throws(AwardRefusal) -> RewardRecovery {
        guard (1...).contains(payment.amount), payment.amount <= outstanding else { throw .returnedTooMuch(outstanding: outstanding) }
        var next = self
        next.payments.append(payment)
        return next
    }
}
