public import Domain
public import Storage

/// Whoever reports for a unit drafts its monthly return, or writes the draft anew.
public struct WriteReturn: Sendable {
    public var named: NamedReturn
    public var words: UnitReturn.Words
    /// From which version the change starts; 0: there is none yet.
    public var version: Int

    public init(_ named: NamedReturn, _ words: UnitReturn.Words, version: Int) {
        self.named = named
        self.words = words
        self.version = version
    }

    static let longest = 20_000

    /// - Throws: `not-found`, `month-not-opened`, `invalid-input`, `return-approved`, `return-not-owed`, `month-closed`, ``Problem/stale``,
    ///   `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard officer.mayWrite, officer.may(.reportProgress) else { throw Problem.notAllowed }
        let found = try await named.find(in: tx)
        let kept = try checked()
        guard try await UnitReturn.write(kept, of: found.unit, for: found.period.id, version: version, in: tx) else {
            throw try await named.refusal(of: version, in: tx)
        }
    }

    private func checked() throws(Problem) -> UnitReturn.Words {
        var check = InputCheck()
        let fields = [
            (words.results, "$.results"), (words.difficulties, "$.difficulties"), (words.proposals, "$.proposals"),
            (words.explanation, "$.explanation"),
        ]
        let texts = fields.map { text, field in
            let kept = VietnameseText.lines(text)
            if kept.count > Self.longest { check.fault(field, "dài quá 20.000 ký tự") }
            return kept
        }
        if words.nothing, !texts[0].isEmpty { check.fault("$.results", "phải để trống khi không phát sinh") }
        try check.finish()
        return UnitReturn.Words(
            nothing: words.nothing, results: texts[0], difficulties: texts[1], proposals: texts[2], explanation: texts[3])
    }
}

/// The head of the unit approves it: the figures are those of the ledger at this moment, and stay.
public struct ApproveReturn: Sendable {
    public var named: NamedReturn
    /// The version that was read.
    public var version: Int

    public init(_ named: NamedReturn, version: Int) {
        self.named = named
        self.version = version
    }

    /// - Throws: `not-found`, `month-not-opened`, `return-approved`, `return-empty`, `return-not-nothing`, `return-unexplained`, `return-waits`,
    ///   `period-not-over`, `month-closed`, ``Problem/stale``, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard officer.mayWrite, officer.may(.approveReturn) else { throw Problem.notAllowed }
        let found = try await named.find(in: tx)
        guard try await UnitReturn.approve(found.unit, for: found.period.id, version: version, in: tx) else {
            throw try await named.refusal(of: version, in: tx)
        }
    }
}
