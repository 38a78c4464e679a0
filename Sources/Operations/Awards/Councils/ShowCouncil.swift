public import Domain
public import Storage

/// The council where one stands: its terms, and what waits for it.
public struct ShowCouncil: Sendable {
    public init() {}

    public struct Answer: Sendable {
        public let kind: Council.Kind
        public let today: CivilDate
        /// The newest first.
        public let terms: [CouncilTerm]
        /// Dossiers that it can vote on now, as far as they are in sight.
        public let waiting: [NamedDossier]
        /// Whether the acting officer keeps it.
        public let mayKeep: Bool

        public init(kind: Council.Kind, today: CivilDate, terms: [CouncilTerm], waiting: [NamedDossier], mayKeep: Bool) {
            self.kind = kind
            self.today = today
            self.terms = terms
            self.waiting = waiting
            self.mayKeep = mayKeep
        }

        public var seated: [CouncilTerm] { terms.filter { $0.member.validity.contains(today) } }
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let kind = try await Council.kind(in: tx)
        let officer = try await tx.officer()
        return Answer(
            kind: kind, today: officer.today, terms: try await CouncilTerm.all(of: Council.tenant(in: tx), in: tx),
            waiting: try await NamedDossier.waiting(for: kind, in: tx), mayKeep: officer.keepsCouncil)
    }
}
