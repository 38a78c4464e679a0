import ArgumentParser

struct ItemDraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "item-draft", abstract: "Items that are prepared and not given yet (nháp): written, changed, given, discarded.",
        discussion: "Example: thidua item-draft list --province",
        subcommands: [
            ListItemDraftsCommand.self, ShowItemDraftCommand.self, WriteItemDraftCommand.self, ReviseItemDraftCommand.self,
            AssignItemDraftCommand.self, DiscardItemDraftCommand.self,
        ])
}
