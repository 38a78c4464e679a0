public import Domain
public import Storage

/// Whether the codes of a filter are those of the catalogue: a slip of the keyboard must not read as “no work”. Asked where nothing was
/// found, since a code that is not there finds nothing.
public struct CheckFilter: Sendable {
    public var filter: LedgerFilter

    public init(_ filter: LedgerFilter) {
        self.filter = filter
    }

    /// Whether there is anything to ask.
    public var isNeeded: Bool { filter.campaign != nil || filter.content != nil || filter.sector != nil }

    /// - Throws: `invalid-input` with every code that is not there, and those that are.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard isNeeded else { return }
        let codes = try await LedgerCodes.load(in: tx)
        var check = InputCheck()
        if let campaign = filter.campaign, !codes.campaigns.contains(campaign) {
            check.fault("?campaign", "không có phong trào mã “\(campaign)”; chọn một trong: \(codes.campaigns.joined(separator: ", "))")
        }
        if let sector = filter.sector, !codes.sectors.contains(sector) {
            check.fault("?sector", "không có lĩnh vực “\(sector)”; chọn một trong: \(codes.sectors.joined(separator: ", "))")
        }
        if let content = filter.content, !codes.contents.contains(where: { $0 == content || $0.hasPrefix(content + ".") }) {
            check.fault("?content", "kế hoạch không có nội dung “\(content)”; chọn một trong: \(codes.contents.joined(separator: ", "))")
        }
        try check.finish()
    }
}

extension CampaignSummary {
    /// What is said of a code that no campaign has.
    static func unknown(_ code: String, in tx: borrowing TenantTransaction) async throws -> String {
        let known = try await all(in: tx).map(\.code)
        let step = known.isEmpty ? "chưa có phong trào nào được nhập" : "chọn một trong: \(known.joined(separator: ", "))"
        return "không có phong trào mã “\(code)”; \(step)"
    }
}
