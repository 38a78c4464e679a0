import ArgumentParser

struct MottoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "motto", abstract: "How units keep the motto of a campaign: indicators, assessment, comments, decision.",
        discussion: "Example: thidua motto list --campaign KH-77-2023 --review interim",
        subcommands: [
            ListMottosCommand.self, ShowMottoCommand.self, AssessMottoCommand.self, CommentOnMottoCommand.self, DecideMottoCommand.self,
        ])
}
