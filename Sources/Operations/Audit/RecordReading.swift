import Domain
public import Storage

/// Records that the acting officer looks at what must not be looked at unseen: a dossier, a hold. The entry is committed before
/// the answer is sent (design.md 8), so whoever calls this reads inside a change, not a reading.
public struct RecordReading: Sendable {
    /// The kind of object, as on timelines: `dossier`.
    public var object: String
    public var id: String
    /// Why he looks, in his own words; 1 to 500 characters.
    public var purpose: String

    public init(object: String, id: String, purpose: String) {
        self.object = object
        self.id = id
        self.purpose = purpose
    }

    /// - Throws: ``Problem`` `invalid-input` naming `purpose` where none is given.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let purpose = VietnameseText(purpose).string
        guard !purpose.isEmpty else { throw Problem.invalid("purpose", "ghi lý do xem hồ sơ") }
        guard purpose.count <= 500 else { throw Problem.invalid("purpose", "dài quá 500 ký tự") }
        try await AuditEntry.recordReading(of: object, id, purpose: purpose, in: tx)
    }
}
