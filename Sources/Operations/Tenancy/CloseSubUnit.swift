public import Domain
public import Storage

/// Closes a sub-unit after its last day. Only with empty hands: while units stand below it, posts are held there or items are open there,
/// the database refuses, so that nothing vanishes with it.
public struct CloseSubUnit: Sendable {
    public var unit: SubUnit.ID
    /// The version that the closing starts from.
    public var version: Int
    /// The business date when nil.
    public var lastDay: CivilDate?

    public init(_ unit: SubUnit.ID, version: Int, lastDay: CivilDate? = nil) {
        self.unit = unit
        self.version = version
        self.lastDay = lastDay
    }

    /// - Throws: ``Problem/notFound``, ``Problem/stale``; `has-sub-units`, `has-posts`, `has-open-items`, `has-later-changes`,
    ///   `has-later-deeds`, `closed-already`, `closes-before-opening`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard unit.uuid != officer.home.uuid else {
            throw Problem(.notAllowed, "own-root", "Chính đơn vị do người quản trị hệ thống đóng. Gửi đề nghị đến người đó.")
        }
        let day = lastDay ?? officer.today
        // Asked in the database as well; here it is said of which day.
        if officer.may(.manageDirectory), let last = try await SubUnit.lastDeed(of: unit, in: tx), day < last {
            throw Problem(
                .refused, "has-later-deeds", "Đơn vị đã có việc phát động, báo cáo ghi ngày \(last.vietnamese), sau ngày kết thúc.",
                fields: [FieldFault("$.lastDay", "đã có việc ghi ngày \(last.vietnamese); nhập ngày từ ngày đó trở đi")])
        }
        guard try await SubUnit.close(unit, version: version, lastDay: day, in: tx) else {
            throw Problem.untouched(found: try await SubUnit.find(unit, in: tx)?.version, named: version)
        }
    }
}
