public import Domain
public import Storage

/// Models in sight, the latest registered first, page by page: a unit's own and its sub-units', and what is spread; for the province what was put to
/// it.
public struct ListGoodModels: Sendable {
    public var selection: GoodModel.Selection
    /// The one with which the page before ended.
    public var after: GoodModel.ID?
    /// Rows of one page.
    public var limit: Int

    public init(_ selection: GoodModel.Selection = .all, after: GoodModel.ID? = nil, limit: Int = 50) {
        self.selection = selection
        self.after = after
        self.limit = limit
    }

    public struct Answer: Sendable {
        public let models: [GoodModel]
        /// With which the next page begins; nil at the end.
        public let next: GoodModel.ID?
        /// For which the acting officer may register one here.
        public let registrant: SubUnit.ID?

        public init(models: [GoodModel], next: GoodModel.ID?, registrant: SubUnit.ID?) {
            self.models = models
            self.next = next
            self.registrant = registrant
        }
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let found = try await GoodModel.list(selection, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        let place = tx.tenant
        return Answer(
            models: page, next: found.count > limit ? page.last?.id : nil, registrant: try await tx.officer().keepsGoodModels(in: place))
    }
}

/// One of them with its history and what came of it elsewhere.
public struct ShowGoodModel: Sendable {
    public var model: GoodModel.ID

    public init(_ model: GoodModel.ID) {
        self.model = model
    }

    public struct Answer: Sendable {
        public let detail: GoodModelDetail
        /// What the acting officer can do with it now, where he has entered.
        public let moves: [GoodModel.Step]
        /// For which he may adopt it; nil: for none.
        public let adopter: SubUnit.ID?
        /// Files of evidence are for who reads its history.
        public let showsFiles: Bool

        public init(detail: GoodModelDetail, moves: [GoodModel.Step], adopter: SubUnit.ID?, showsFiles: Bool) {
            self.detail = detail
            self.moves = moves
            self.adopter = adopter
            self.showsFiles = showsFiles
        }
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        guard let found = try await GoodModel.find(model, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        let adoptions = try await GoodModelAdoption.all(of: model, in: tx)
        var moves: [GoodModel.Step] = []
        for (step, _) in found.possible where try await found.isMove(step, of: officer, in: tx) { moves.append(step) }
        let place = tx.tenant
        let adopter = officer.keepsGoodModels(in: place).flatMap { unit in
            found.state == .spread && unit != found.unit && !adoptions.contains { $0.unit == unit } ? unit : nil
        }
        return Answer(
            detail: GoodModelDetail(model: found, acts: try await GoodModelDetail.Act.all(of: model, in: tx), adoptions: adoptions),
            moves: moves, adopter: adopter, showsFiles: try await AwardFile.tenant(of: .init(.goodModel, .init(model.uuid)), in: tx) != nil)
    }
}
