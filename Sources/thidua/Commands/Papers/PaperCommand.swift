import ArgumentParser

struct PaperCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "Papers that another signed, and what is recorded from them.",
        subcommands: [
            ListPapersCommand.self, RecordPaperCommand.self, AttachPaperCommand.self, RulePaperCommand.self, LaunchPaperCommand.self,
        ])
}
