public import Domain
public import Storage

/// The Office gives an outlet the press kit of a line: facts that the responsible body approved, and who is shown, with his consent (A72).
public struct ApprovePressKit: Sendable {
    public var line: CoverageLine.ID
    public var facts: PressKit.Facts
    public var shown: PressKit.Shown
    /// The version that was read, 0: there was none. Nil: whichever stands.
    public var last: Int?

    public init(_ line: CoverageLine.ID, _ facts: PressKit.Facts, showing shown: PressKit.Shown = .nobody, after last: Int? = nil) {
        self.line = line
        self.facts = facts
        self.shown = shown
        self.last = last
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `coverage-dropped`, ``Problem/stale``.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> CoverageLine.ID {
        try await tx.requireCoveragePlanner()
        guard try await CoverageLine.find(line, in: tx) != nil else { throw Problem.notFound }
        let today = try await tx.officer().today
        var check = InputCheck()
        var facts = facts
        facts.words = check.passage(facts.words, "$.facts")
        facts.approver = check.line(facts.approver, "$.approver", atMost: 300)
        facts.documentNumber = check.document(facts.documentNumber, "$.documentNumber")
        if facts.approvedOn > today { check.fault("$.approvedOn", "không được sau ngày hôm nay (\(today.vietnamese))") }
        var shown = shown
        if case .person(let name, let word) = shown {
            let name = check.line(name, "$.person.name", atMost: 300)
            let note = VietnameseText(word.note).string
            if note.count > 500 { check.fault("$.person.note", "dài quá 500 ký tự; rút gọn lại") }
            if !word.consents { check.fault("$.person", "người được nêu tên, hình ảnh phải đồng ý công khai") }
            shown = .person(
                name: name,
                consent: PublicityConsent.Word(
                    consents: true, givenOn: word.givenOn, manner: word.manner,
                    documentNumber: check.document(word.documentNumber, "$.person.documentNumber"), note: note))
        }
        try check.finish()
        let version = try await PressKit.next(of: line, after: last, in: tx)
        try await PressKit.approve(facts, showing: shown, of: line, version: version, id: ids.next(), in: tx)
        return line
    }
}

/// The Office takes a press kit back, for a reason: what is wrong, or that who is shown no longer agrees.
public struct WithdrawPressKit: Sendable {
    public var line: CoverageLine.ID
    public var reason: String
    /// The version that was read. Nil: whichever stands.
    public var last: Int?

    public init(_ line: CoverageLine.ID, for reason: String, after last: Int? = nil) {
        self.line = line
        self.reason = reason
        self.last = last
    }

    /// - Throws: `invalid-input`; `not-found`, `not-allowed`, `press-kit-missing`, ``Problem/stale``.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> CoverageLine.ID {
        try await tx.requireCoveragePlanner()
        guard try await CoverageLine.find(line, in: tx) != nil else { throw Problem.notFound }
        var check = InputCheck()
        let reason = check.line(reason, "$.reason", atMost: 500)
        try check.finish()
        let version = try await PressKit.next(of: line, after: last, in: tx)
        try await PressKit.withdraw(of: line, for: reason, version: version, id: ids.next(), in: tx)
        return line
    }
}

extension PressKit {
    /// The version that comes after the one that was read.
    fileprivate static func next(of line: CoverageLine.ID, after read: Int?, in tx: borrowing TenantTransaction) async throws -> Int {
        let last = try await all(of: line, in: tx).last?.version ?? 0
        if let read, read != last { throw Problem.stale }
        return last + 1
    }
}

extension InputCheck {
    /// Number and symbol of a paper; may be empty.
    fileprivate mutating func document(_ typed: String, _ path: String) -> String {
        let number = VietnameseText(typed).string
        if number.count > 100 { fault(path, "dài quá 100 ký tự; rút gọn lại") }
        return number
    }
}
