public import Domain
public import Storage

/// Lets a person go to another unit of the province: he leaves as ``LeavePerson`` says, and the code that comes back lets that unit, and no
/// other, take him on as the same person (A08). Of the code nothing is kept but its hash.
public struct ReleasePerson: Sendable {
    public var leaving: LeavePerson
    /// Slug of the unit where he goes.
    public var to: String
    /// Of the decision.
    public var documentNumber: String

    public init(_ leaving: LeavePerson, to: String, documentNumber: String) {
        self.leaving = leaving
        self.to = to
        self.documentNumber = documentNumber
    }

    /// - Throws: as ``LeavePerson``; `released-already`, and a fault of `$.to` for what is no other unit of today.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ReleaseCode {
        var check = InputCheck()
        let document = check.line(documentNumber, "$.documentNumber", atMost: 100)
        try check.finish()
        _ = try await leaving.perform(as: .released, in: tx, ids: ids)
        return try await Self.write(of: leaving.person, to: to, document: document, in: tx, ids: ids)
    }

    /// Does it and takes it back: whether it may be done. No code comes of it.
    public func preview(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let act = self
        try await tx.undoing { (tx: borrowing TenantTransaction) in _ = try await act.perform(in: tx, ids: ids) }
    }

    static func write(
        of person: Person.ID, to unit: String, document: String, in tx: borrowing TenantTransaction, ids: IDSource
    ) async throws -> ReleaseCode {
        let (code, hash) = ReleaseCode.fresh()
        guard let slug = Tenant.Slug(unit),
            try await PersonRelease.write(ids.next(), of: person, to: slug, document: document, codeHash: hash, in: tx)
        else {
            throw Problem.invalid("$.to", "không có đơn vị này hoặc đơn vị đã kết thúc hoạt động; chọn đơn vị trong danh sách của tỉnh")
        }
        return code
    }
}

/// Takes back a release that nobody has used, and writes another one where a unit is named: for a code that was lost or a wrong unit.
public struct RenewRelease: Sendable {
    public var person: Person.ID
    /// Slug of the unit of the new one; nil: none is written.
    public var to: String?
    public var documentNumber: String

    public init(of person: Person.ID, to: String?, documentNumber: String) {
        self.person = person
        self.to = to
        self.documentNumber = documentNumber
    }

    /// - Returns: the new code; nil where none was wanted.
    /// - Throws: ``Problem/notFound`` where there is no release that could be taken back.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ReleaseCode? {
        var check = InputCheck()
        let document = to == nil ? "" : check.line(documentNumber, "$.documentNumber", atMost: 100)
        try check.finish()
        guard try await PersonRelease.withdraw(of: person, in: tx) else { throw Problem.notFound }
        guard let to else { return nil }
        return try await ReleasePerson.write(of: person, to: to, document: document, in: tx, ids: ids)
    }
}
