public import Domain

/// How to sign in to a demonstration: one account for each role and kind of unit.
public struct SignInGuide: Sendable, Hashable {
    public struct Line: Sendable, Hashable {
        public let username: String
        public let title: String
        /// Name of the unit, and of the sub-unit after it.
        public let unit: String
        public let role: Role
    }

    public let lines: [Line]
    /// Of every account.
    public let password: String

    /// - Parameter all: every post of every account, not only one of each kind.
    public init(_ plan: DemonstrationPlan, all: Bool = false) {
        password = plan.password
        let units = Dictionary(plan.units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var kinds: Set<String> = []
        lines = plan.accounts.flatMap { account in
            account.seats.compactMap { seat in
                let unit = seat.unit.flatMap { units[$0] }
                let subUnit = unit?.subUnits.first { $0.code == seat.subUnit }
                let level = unit.map { $0.isDistrict ? (subUnit?.isCommune == true ? "commune" : "district") : "department" } ?? "province"
                guard kinds.insert("\(seat.role.rawValue) \(level)").inserted || all else { return nil }
                let place = [seat.unitName, subUnit?.nameInSentence].compactMap { $0?.startingLarge }.joined(separator: " / ")
                return Line(username: account.username, title: seat.title, unit: place, role: seat.role)
            }
        }
    }
}
