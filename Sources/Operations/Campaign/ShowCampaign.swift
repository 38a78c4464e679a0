public import Domain
public import Storage

/// All campaigns, the latest first.
public struct ListCampaigns: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> [CampaignSummary] {
        try await CampaignSummary.all(in: tx)
    }
}

/// One campaign with its whole plan, in its present version or in an earlier one.
public struct ShowCampaign: Sendable {
    public var code: String
    public var version: Int?

    public init(code: String, version: Int? = nil) {
        self.code = code
        self.version = version
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> CampaignRecord {
        let record =
            if let version {
                try await CampaignRecord.find(code: code, version: version, in: tx)
            } else {
                try await CampaignRecord.find(code: code, in: tx)
            }
        guard let record else { throw Problem.notFound }
        return record
    }
}
