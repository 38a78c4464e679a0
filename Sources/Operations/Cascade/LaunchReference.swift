public import Domain
import Storage

/// How an officer names a launch: by its id, or by the campaign and the code of the unit (none: the tenant itself).
public enum LaunchReference: Sendable, Hashable {
    case id(Launch.ID)
    case unit(campaign: String, code: String?)

    func find(in tx: borrowing TenantTransaction) async throws -> Launch {
        let launch =
            switch self {
            case .id(let id): try await Launch.find(id, in: tx)
            case .unit(let campaign, let code): try await Launch.find(campaign: campaign, unitCode: code, in: tx)
            }
        guard let launch else { throw Problem.notFound }
        return launch
    }
}
