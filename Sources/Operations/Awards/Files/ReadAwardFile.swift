public import Domain
public import Storage

/// The file of a signed paper: what it is, and its content chunk by chunk. Chunks never change, so each may be read in a transaction of its own.
public struct ReadAwardFile: Sendable {
    public var id: AwardFile.ID

    public init(_ id: AwardFile.ID) {
        self.id = id
    }

    /// - Throws: `not-found` where the file is not there or not for this officer.
    public func file(in tx: borrowing TenantTransaction) async throws -> AwardFile {
        guard let file = try await AwardFile.find(id, in: tx) else { throw Problem.notFound }
        return file
    }

    /// - Throws: `not-found` where the file may no longer be read.
    public func chunk(_ position: Int, in tx: borrowing TenantTransaction) async throws -> [UInt8] {
        guard let bytes = try await AwardFile.chunk(position, of: id, in: tx) else { throw Problem.notFound }
        return bytes
    }
}
