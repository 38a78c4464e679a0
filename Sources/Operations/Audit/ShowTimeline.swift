public import Domain
public import Storage

/// One page of what happened to an object, the latest first. Who may see it: posts that reach their whole tenant and may read the
/// audit, of their tenant; the province-wide roles as far as they read the object with its words, so nothing of what was handed on or
/// awarded inside a unit; the auditor all.
public struct ShowTimeline: Sendable {
    /// The kind of object: `work_item`, `person`, `campaign` …
    public var kind: String
    /// A UUID, a code or a day, as the object has it.
    public var id: String
    public var after: AuditEntry.Position?
    public var limit: Int

    public init(kind: String, id: String, after: AuditEntry.Position? = nil, limit: Int = 50) {
        self.kind = kind
        self.id = id
        self.after = after
        self.limit = limit
    }

    public struct Page: Sendable {
        public let entries: [AuditEntry]
        /// Nil at the end.
        public let next: AuditEntry.Position?
    }

    /// - Throws: ``Problem/notAllowed`` where the acting post may not read the audit; `invalid-input` naming `object` where there is no
    ///   such kind. An object that is not there, or not for this officer, has an empty timeline.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Page {
        guard try await tx.officer().may(.readAudit) else { throw Problem.notAllowed }
        let kinds = try await AuditEntry.subjects(in: tx)
        guard kinds.contains(kind) else { throw Problem.invalid("?object", "phải là một trong: " + kinds.joined(separator: ", ")) }
        let found = try await AuditEntry.timeline(of: kind, id, after: after, limit: limit + 1, in: tx)
        let entries = Array(found.prefix(limit))
        return Page(entries: entries, next: found.count > limit ? entries.last?.position : nil)
    }
}
