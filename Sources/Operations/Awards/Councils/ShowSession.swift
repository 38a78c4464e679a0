public import Domain
public import Storage

/// A session: who is there, what is voted on, who does not vote on it, how many voted; what was counted, once it is closed.
public struct ShowSession: Sendable {
    public var session: CouncilSession.ID

    public init(_ session: CouncilSession.ID) {
        self.session = session
    }

    public struct Answer: Sendable {
        public let record: SessionRecord
        /// What the acting person still votes on in secret.
        public let sheet: [SessionRecord.Listed]
        /// Whether the acting officer keeps this council.
        public let mayKeep: Bool

        public init(record: SessionRecord, sheet: [SessionRecord.Listed], mayKeep: Bool) {
            self.record = record
            self.sheet = sheet
            self.mayKeep = mayKeep
        }
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        guard let record = try await SessionRecord.find(session, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        // A vote is personal: not under a delegation.
        let voter = officer.delegation == nil ? officer.person : nil
        return Answer(record: record, sheet: record.sheet(of: voter), mayKeep: officer.keepsCouncil)
    }
}
