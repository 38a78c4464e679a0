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

        public var seated: [CouncilTerm] { terms.filter { $0.member.validity.contains(today) } }
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let kind = try await Council.kind(in: tx)
        return Answer(
            kind: kind, today: try await tx.officer().today, terms: try await CouncilTerm.all(of: Council.tenant(in: tx), in: tx),
            waiting: try await NamedDossier.waiting(for: kind, in: tx))
    }
}
