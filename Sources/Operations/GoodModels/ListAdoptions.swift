public import Domain
public import Storage

/// What units recorded of models that they took over, the latest first, page by page: a unit's own and what others made of its models; for the province
/// all.
public struct ListAdoptions: Sendable {
    /// The one with which the page before ended.
    public var after: GoodModelAdoption.ID?
    /// Rows of one page.
    public var limit: Int

    public init(after: GoodModelAdoption.ID? = nil, limit: Int = 50) {
        self.after = after
        self.limit = limit
    }

    public struct Answer: Sendable {
        public let adoptions: [GoodModelAdoption]
        /// With which the next page begins; nil at the end.
        public let next: GoodModelAdoption.ID?

        public init(adoptions: [GoodModelAdoption], next: GoodModelAdoption.ID?) {
            self.adoptions = adoptions
            self.next = next
        }
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let found = try await GoodModelAdoption.list(after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return Answer(adoptions: page, next: found.count > limit ? page.last?.id : nil)
    }
}

/// One record of them.
public struct ShowAdoption: Sendable {
    public var adoption: GoodModelAdoption.ID

    public init(_ adoption: GoodModelAdoption.ID) {
        self.adoption = adoption
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> GoodModelAdoption {
        guard let found = try await GoodModelAdoption.find(adoption, in: tx) else { throw Problem.notFound }
        return found
    }
}

/// All that the unit of one record made of that model, also of one that was recalled since.
public struct ShowAdoptedModel: Sendable {
    public var adoption: GoodModelAdoption.ID

    public init(_ adoption: GoodModelAdoption.ID) {
        self.adoption = adoption
    }

    public struct Answer: Sendable {
        /// The adoption, then its results.
        public let records: [GoodModelAdoption]
        /// Whether the acting officer may record what came of it here.
        public let mayReport: Bool

        public init(records: [GoodModelAdoption], mayReport: Bool) {
            self.records = records
            self.mayReport = mayReport
        }
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let one = try await ShowAdoption(adoption).perform(in: tx)
        let place = tx.tenant
        return Answer(
            records: try await GoodModelAdoption.all(of: one.model, in: tx).filter { $0.unit == one.unit },
            mayReport: try await tx.officer().keepsGoodModels(in: place) == one.unit)
    }
}
