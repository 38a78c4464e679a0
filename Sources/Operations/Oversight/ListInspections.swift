public import Domain
public import Storage

/// Plans of inspections, the latest first, page by page; with what was held in each unit.
public struct ListInspections: Sendable {
    /// The one with which the page before ended.
    public var after: Inspection.ID?
    /// Rows of one page.
    public var limit: Int

    public init(after: Inspection.ID? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (inspections: [Inspection], next: Inspection.ID?) {
        let found = try await Inspection.list(after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}

public struct ShowInspection: Sendable {
    public var inspection: Inspection.ID

    public init(_ inspection: Inspection.ID) {
        self.inspection = inspection
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Inspection {
        guard let found = try await Inspection.find(inspection, in: tx) else { throw Problem.notFound }
        return found
    }
}

/// Inspections that were held, the latest recorded first, with what they found: of a unit its own, once they are recorded.
public struct ListVisits: Sendable {
    /// The one with which the page before ended.
    public var after: InspectionVisit.ID?
    /// Rows of one page.
    public var limit: Int

    public init(after: InspectionVisit.ID? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (visits: [InspectionVisit], next: InspectionVisit.ID?) {
        let found = try await InspectionVisit.list(after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}
