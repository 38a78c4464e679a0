import ArgumentParser

struct DraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Drafts on their way up the unit's chain, and back with a remark.",
        subcommands: [
            ListDraftsCommand.self, ShowDraftCommand.self, WriteDraftCommand.self, WriteLaunchDraftCommand.self, ReviseDraftCommand.self,
            ReviseLaunchDraftCommand.self, ForwardDraftCommand.self, ReturnDraftCommand.self, ApproveDraftCommand.self,
            DiscardDraftCommand.self, DraftRuleCommand.self,
        ])
}
