import ArgumentParser

struct EvidenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "The files that reports rest on.",
        discussion: """
            Example: thidua evidence attach 01890a5d-ac96-774b-bcce-b302099a8057 01890a5d-ac96-774b-bcce-b302099a8058 BC-12.pdf
            `thidua item show` lists them.
            """,
        subcommands: [AttachEvidenceCommand.self, SaveEvidenceCommand.self])
}
