public import Documents
public import Domain
import FoundationEssentials
public import Storage

extension ShowTimeline: Listing {
    public var sheet: ListSheet<AuditEntry> { Self.sheet }

    private static let sheet = ListSheet<AuditEntry>(
        "audit", title: "Nhật ký", headings: ["Lúc (UTC)", "Việc", "Nội dung", "Người thực hiện", "Lý do", "Trước", "Sau"],
        cells: { entry in
            [
                .text(entry.position.date.ISO8601Format()), .text(entry.action.vietnamese), .text(entry.noun),
                .text(entry.actor.vietnamese), .text(entry.reason ?? ""), .text(entry.before?.text() ?? ""),
                .text(entry.after?.text() ?? ""),
            ]
        }, json: AuditEntryJSON.value)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<AuditEntry> {
        self.limit = limit
        let page = try await perform(in: tx)
        after = page.next
        return ListedRows(page.entries, isLast: page.next == nil)
    }
}
