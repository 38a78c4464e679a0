import Documents
import Domain
import Operations
import Web

/// The answer of everything that is done to an item: the item as it stands afterwards.
enum ItemReply {
    static func change(_ call: Call, _ act: (borrowing TenantTransaction) async throws -> WorkItem.ID) async throws -> Reply {
        try await call.change { (tx: borrowing TenantTransaction) in
            try await act(tx).description
        } show: { (key: ResourceKey, tx: borrowing TenantTransaction) in
            guard let id = WorkItem.ID(key) else { throw Problem.notFound }
            let detail = try await ShowItem(id: id).perform(in: tx)
            return .json(ItemJSON.detail(detail)).tagged(detail.entry.item.version)
        }
    }
}
