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
        /// What the council should look at before it votes on a dossier, as far as it is in sight.
        public let checks: [AwardDossier.ID: CheckPoint]

        public init(
            record: SessionRecord, sheet: [SessionRecord.Listed], mayKeep: Bool, checks: [AwardDossier.ID: CheckPoint] = [:]
        ) {
            self.record = record
            self.sheet = sheet
            self.mayKeep = mayKeep
            self.checks = checks
        }
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let found = try await unchecked(in: tx)
        let same = try await DossierRecord.sameReports(as: found.record.listed.map(\.entry.dossier), in: tx)
        var checks = same.compactMapValues { CheckPoint.sameReport(as: $0) }
        // Once closed it is history.
        if !found.record.isClosed {
            let waiting = try await DossierRecord.waitingForMotto(found.record.listed.map(\.entry.dossier), in: tx)
            checks.merge(waiting) { same, _ in same }
        }
        for listed in found.record.listed where listed.isHeld { checks[listed.entry.dossier] = .heldFromCouncil }
        return Answer(record: found.record, sheet: found.sheet, mayKeep: found.mayKeep, checks: checks)
    }

    /// What an act on it starts from: without the checks, which nothing that is done depends on.
    ///
    /// - Throws: `not-found`.
    func unchecked(in tx: borrowing TenantTransaction) async throws -> Answer {
        guard let record = try await SessionRecord.find(session, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        // A vote is personal: not under a delegation.
        let voter = officer.delegation == nil ? officer.person : nil
        return Answer(record: record, sheet: record.sheet(of: voter), mayKeep: officer.keepsCouncil)
    }
}
