import ArgumentParser
import Documents
import Domain
import Foundation
import Operations

struct AuditTimelineCommand: OfficerCommand {
    static let asks = Deed.action(.readAudit)
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "What happened to one object, the latest first.",
        discussion: """
            Example: thidua audit timeline work_item 0189a3c2-7d00-7e3a-9c1e-4b1f0a2d6c55
            For posts that may read their unit's audit; with --province for those that read the whole province.
            """)

    @Argument(help: "Kind of object: work_item, person, post, launch, sub_unit, directive, campaign …")
    var kind: String

    @Argument(help: "Its id, code or day.")
    var id: String

    @Flag(help: "In the whole province.")
    var province = false

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = province ? try officer.provinceEntry() : try officer.tenantEntry()
        let entries = try await officer.withEntrance { entrance in
            try await entrance.read(entry) { (tx: borrowing TenantTransaction) in
                var (showing, entries) = (ShowTimeline(kind: kind, id: id, limit: 200), [AuditEntry]())
                repeat {
                    let page = try await showing.perform(in: tx)
                    entries += page.entries
                    showing.after = page.next
                } while showing.after != nil
                return entries
            }
        }
        CommandOutput.print(
            columns: ["Lúc (UTC)", "Việc", "Nội dung", "Người thực hiện", "Lý do", "Trước", "Sau"], rows: entries.map(row),
            json: .array(entries.map(AuditEntryJSON.value)), as: officer.output)
    }

    private func row(_ entry: AuditEntry) -> [String] {
        [
            entry.position.date.ISO8601Format(), entry.action.vietnamese, entry.noun, entry.actor.vietnamese, entry.reason ?? "",
            entry.before?.text() ?? "", entry.after?.text() ?? "",
        ]
    }
}
