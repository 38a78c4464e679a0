import Domain
import Storage

/// Finds items by what officers type: the code that every page and paper prints, or the id. A code that items of several units share is a
/// fault, never a guess.
struct ItemNames {
    private let coded: [String: [WorkItem]]
    /// What the units that have one of these codes are called.
    private let units: [Tenant.ID: String]

    /// - Parameter typed: looked up are the codes alone; who has an id asks for the item itself.
    init(_ typed: [String], in tx: borrowing TenantTransaction) async throws {
        let codes = typed.map { VietnameseText($0).string }.filter { !$0.isEmpty && WorkItem.ID($0) == nil }
        let found = try await WorkItem.coded(codes, in: tx)
        let coded = Dictionary(grouping: found, by: \.code)
        var units: [Tenant.ID: String] = [:]
        // They are named only where a code does not say which.
        for tenant in Set(coded.values.filter { $0.count > 1 }.joined().map(\.tenant)) {
            units[tenant] = try await Tenant.find(tenant, in: tx)?.fullName
        }
        self.coded = coded
        self.units = units
    }

    enum Fault: Error, Hashable {
        case unknown(String)
        case ambiguous(String, [String])

        var reason: String {
            switch self {
            case .unknown(let code):
                "không có nhiệm vụ, chỉ tiêu “\(code)” trong phạm vi được xem; ghi mã ở danh sách nhiệm vụ, chỉ tiêu, như UBND1234-2023-001"
            case .ambiguous(let code, let units):
                "“\(code)” có ở \(units.joined(separator: ", ")); ghi mã định danh ở cột cuối của danh sách nhiệm vụ, chỉ tiêu tải về thành tệp"
            }
        }
    }

    /// All in sight that have this code.
    func items(_ code: String) -> [WorkItem] {
        coded[VietnameseText(code).string] ?? []
    }

    /// - Parameter tenant: whose item is meant where others have the code too.
    func item(_ typed: String, of tenant: Tenant.ID) throws(Fault) -> WorkItem.ID {
        let name = VietnameseText(typed).string
        if let id = WorkItem.ID(name) { return id }
        let found = items(name)
        // Who co-ordinates has the code of the lead.
        let leads = found.filter { $0.role == .lead }
        let meant = leads.isEmpty ? found : leads
        if let own = meant.first(where: { $0.tenant == tenant }) { return own.id }
        guard let one = meant.first else { throw .unknown(name) }
        guard meant.count == 1 else { throw .ambiguous(name, meant.map { units[$0.tenant] ?? "" }.sorted()) }
        return one.id
    }
}
