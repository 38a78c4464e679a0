public import Domain
public import Storage

/// One frozen version: its head, what it changed, and what it left open.
public struct ShowSnapshot: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    /// Nil: the latest.
    public var version: Int?

    public init(campaign: String, review: Campaign.Review, version: Int? = nil) {
        self.campaign = campaign
        self.review = review
        self.version = version
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> FreezeReview.Answer {
        let found = try await snapshot(in: tx)
        return try await FreezeReview.Answer(found, in: tx)
    }

    /// The ledger file of all units and sub-units of it that are in sight: judging it gives the frozen verdicts.
    ///
    /// - Throws: `not-found`.
    public func ledger(in tx: borrowing TenantTransaction) async throws -> LedgerFile {
        let found = try await snapshot(in: tx)
        var units: [[UInt8]] = []
        try await SnapshotPart.stream(of: found, in: tx) { part, _ in units.append(part.ledger) }
        return try SnapshotHead.ledger(found.head, units: units)
    }

    func snapshot(in tx: borrowing TenantTransaction) async throws -> ReviewSnapshot {
        guard let found = try await ReviewSnapshot.find(campaign, review, version: version, in: tx) else { throw Problem.notFound }
        return found
    }
}

extension VerdictChange {
    /// What a version changed in the one before, as far as it is in sight.
    static func all(to snapshot: ReviewSnapshot, in tx: borrowing TenantTransaction) async throws -> [VerdictChange] {
        try await SnapshotPart.changes(to: snapshot, in: tx).map { code, name, before, after in
            VerdictChange(
                code: code, name: name, before: try before.map { try UnitVerdict(reading: $0, name: name) },
                after: try after.map { try UnitVerdict(reading: $0, name: name) })
        }
    }
}

/// Computes a snapshot anew: the hash of every part in sight, its verdict by the rules, and for who sees all of it the hash of the whole.
public struct VerifySnapshot: Sendable {
    public var showing: ShowSnapshot

    public init(_ showing: ShowSnapshot) {
        self.showing = showing
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> SnapshotVerification {
        let snapshot = try await showing.snapshot(in: tx)
        let ledger = try SnapshotHead.ledger(snapshot.head, units: [])
        var faults: [String] = []
        var lines: [(digest: String, code: String)] = []
        try await SnapshotPart.stream(of: snapshot, in: tx) { part, digest in
            if SnapshotCanonical.digest(of: part) != digest { faults.append("\(part.unit.code): mã băm không khớp với nội dung") }
            let units = try SnapshotHead.ledger(snapshot.head, units: [part.ledger]).units
            if units.contains(where: { Judgement.judge($0, in: ledger).json.bytes() != part.verdict }) {
                faults.append("\(part.unit.code): kết quả xét tính lại khác với bản chốt")
            }
            lines.append((digest: ReviewSnapshot.hexadecimal(digest), code: part.unit.code))
        }
        let isWhole = tx.tenant == nil
        if isWhole, SnapshotCanonical.digest(head: snapshot.head, lines) != snapshot.digest {
            faults.append("mã băm của cả bản chốt không khớp")
        }
        let before = try await ReviewSnapshot.all(of: snapshot.review, in: tx).first { $0.version == snapshot.version - 1 }
        if before?.digest != snapshot.previous { faults.append("không nối tiếp phiên bản liền trước") }
        return SnapshotVerification(mark: snapshot.mark, parts: lines.count, isOfTheWhole: isWhole, faults: faults)
    }
}
