import ArgumentParser
import Domain
import Operations

struct AuditTimelineCommand: ListingCommand {
    static let asks = Deed.action(.readAudit)
    static let noun = "audit"
    static let example = "work_item 0189a3c2-7d00-7e3a-9c1e-4b1f0a2d6c55"
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

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { province ? try officer.provinceEntry() : try officer.tenantEntry() }

    func listing(in tx: borrowing TenantTransaction) async throws -> ShowTimeline { ShowTimeline(kind: kind, id: id) }
}
