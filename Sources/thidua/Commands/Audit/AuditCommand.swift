import ArgumentParser

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "The audit: who changed what, and the proof that nothing of it was touched since.",
        discussion: "Example: thidua audit verify",
        subcommands: [AuditTimelineCommand.self, VerifyAuditCommand.self, AuditHeadCommand.self, AuditRestoredCommand.self])
}
