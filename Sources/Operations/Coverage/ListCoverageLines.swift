public import Domain
public import Storage

/// The plan of what the media report beside what was published, by the planned day, page by page: an outlet's own lines, for the province all.
public struct ListCoverageLines: Sendable {
    /// Day and id of the line with which a page ended.
    public typealias Place = (plannedOn: CivilDate, id: CoverageLine.ID)

    /// Code of the campaign; nil: of every one.
    public var campaign: String?
    /// With which the page before ended.
    public var after: Place?
    /// Rows of one page.
    public var limit: Int

    public init(campaign: String? = nil, after: Place? = nil, limit: Int = 50) {
        self.campaign = campaign
        self.after = after
        self.limit = limit
    }

    public struct Answer: Sendable {
        public let lines: [CoverageLine]
        /// With which the next page begins; nil at the end.
        public let next: Place?
        /// By which it is told what is missing.
        public let today: CivilDate

        public init(lines: [CoverageLine], next: Place?, today: CivilDate) {
            self.lines = lines
            self.next = next
            self.today = today
        }
    }

    /// - Throws: `not-found` where there is no such campaign.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let found = try await CoverageLine.list(
            of: try await CampaignSummary.id(named: campaign, in: tx), after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        let next = found.count > limit ? page.last.map { ($0.content.plannedOn, $0.id) } : nil
        return Answer(lines: page, next: next, today: try await tx.officer().today)
    }
}

/// One of them with its versions, kits and publications.
public struct ShowCoverageLine: Sendable {
    public var line: CoverageLine.ID

    public init(_ line: CoverageLine.ID) {
        self.line = line
    }

    public struct Answer: Sendable {
        public let detail: CoverageLineDetail
        /// By which it is told what is missing.
        public let today: CivilDate

        public init(detail: CoverageLineDetail, today: CivilDate) {
            self.detail = detail
            self.today = today
        }
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        guard let found = try await CoverageLine.find(line, in: tx) else { throw Problem.notFound }
        return Answer(
            detail: CoverageLineDetail(
                line: found, versions: try await CoverageLine.versions(of: line, in: tx), kits: try await PressKit.all(of: line, in: tx),
                publications: try await Coverage.list(line: line, limit: 500, in: tx)), today: try await tx.officer().today)
    }
}

extension CampaignSummary {
    /// Of the code that a list is narrowed to; nil: to none.
    ///
    /// - Throws: `not-found`.
    static func id(named code: String?, in tx: borrowing TenantTransaction) async throws -> Campaign.ID? {
        guard let code else { return nil }
        guard let found = try await find(code: code, in: tx) else { throw Problem.notFound }
        return found.id
    }
}
