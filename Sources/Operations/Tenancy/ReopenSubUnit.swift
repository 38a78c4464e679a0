public import Domain
public import Storage

/// Takes back a closing of a sub-unit that was recorded by mistake, or with a wrong last day: it may be closed again. It stands with all it ever
/// did, as if it had not been closed; what was launched meanwhile comes to it.
public struct ReopenSubUnit: Sendable {
    public var unit: SubUnit.ID
    /// The version that the reopening starts from.
    public var version: Int

    public init(_ unit: SubUnit.ID, version: Int) {
        self.unit = unit
        self.version = version
    }

    /// - Throws: ``Problem/notFound``, ``Problem/stale``; `not-closed`, `parent-closed`, `place-taken`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard unit.uuid != officer.home.uuid else {
            throw Problem(.notAllowed, "own-root", "Chính đơn vị do người quản trị hệ thống mở lại. Gửi đề nghị đến người đó.")
        }
        let present = try await SubUnit.find(unit, in: tx)
        guard try await SubUnit.reopen(unit, version: version, in: tx) else {
            throw Problem.untouched(found: present?.version, named: version)
        }
        guard present?.closedOn != nil else {
            throw Problem(.refused, "not-closed", "Đơn vị đang hoạt động, chưa ghi ngày kết thúc.")
        }
    }
}
