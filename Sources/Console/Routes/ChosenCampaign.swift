import Domain
import Operations
import Web

/// How a page is told of which campaign it is.
enum ChosenCampaign {
    static let query = QueryParameter(
        "campaign", .string, "Code of the campaign; when absent the one that runs and has items there, else the one launched last.")

    /// Of the form that was sent; nil: it names none.
    static func sent(_ call: Call) -> String? {
        let code = call.form["campaign"]
        return code.isEmpty ? nil : code
    }

    /// Of the address, else of the form that was sent; nil: neither names one.
    static func named(_ call: Call) -> String? { call.query("campaign") ?? sent(call) }

    /// - Parameters:
    ///   - code: nil: the one that runs, as ``ChooseCampaign`` has it.
    ///   - all: the latest first.
    ///   - day: on which it ran; nil: today.
    static func find(
        _ code: String?, among all: [CampaignSummary], on day: CivilDate? = nil, in tx: borrowing TenantTransaction
    ) async throws -> CampaignSummary? {
        if let code { return all.first { $0.code == code } }
        return try await ChooseCampaign(on: day).perform(among: all, in: tx)
    }

    /// - Parameters:
    ///   - code: nil: of the campaign that runs.
    ///   - address: of the page.
    /// - Throws: `not-found`.
    static func choice(_ code: String?, at address: String, in tx: borrowing TenantTransaction) async throws -> CampaignChoice {
        let all = try await ListCampaigns().perform(in: tx)
        guard let found = try await find(code, among: all, in: tx) else { throw Problem.notFound }
        return CampaignChoice(found, of: all, at: address)
    }
}
