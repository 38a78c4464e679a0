public import Domain
public import Storage

/// A file of evidence: what it is, and its content chunk by chunk. Chunks never change, so each may be read in a transaction of its own.
public struct ReadEvidence: Sendable {
    public var item: WorkItem.ID
    public var id: Evidence.ID

    public init(item: WorkItem.ID, id: Evidence.ID) {
        self.item = item
        self.id = id
    }

    /// - Throws: `not-found` where the file is not there or not for this officer.
    public func file(in tx: borrowing TenantTransaction) async throws -> Evidence {
        guard let evidence = try await Evidence.find(id, of: item, in: tx) else { throw Problem.notFound }
        return evidence
    }

    /// - Throws: `not-found` where the file may no longer be read.
    public func chunk(_ position: Int, in tx: borrowing TenantTransaction) async throws -> [UInt8] {
        guard let bytes = try await Evidence.chunk(position, of: id, in: tx) else { throw Problem.notFound }
        return bytes
    }
}
