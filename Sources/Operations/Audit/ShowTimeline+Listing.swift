public import Documents
public import Domain
import FoundationEssentials
public import Storage

extension ShowTimeline: Listing {
    public var sheet: ListSheet<AuditEntry> { Self.sheet }

    private static let sheet = ListSheet<AuditEntry>(
        "audit", title: "Nhật ký", columns: ["Lúc (UTC)", "Việc", "Nội dung", "Người thực hiện", "Lý do", "Trước", "Sau"],
        texts: { entry in
            [
                entry.position.date.ISO8601Format(), entry.action.vietnamese, entry.noun, entry.actor.vietnamese, entry.reason ?? "",
                entry.before?.text() ?? "", entry.after?.text() ?? "",
            ]
        }, json: AuditEntryJSON.value)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<AuditEntry> {
        self.limit = limit
        let page = try await perform(in: tx)
        after = page.next
        return ListedRows(page.entries, isLast: page.next == nil)
    }
}
