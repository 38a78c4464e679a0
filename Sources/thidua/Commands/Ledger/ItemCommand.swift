import ArgumentParser

struct ItemCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "item", abstract: "The tasks and targets of the ledger: given, reported on, ruled on, counted.",
        discussion: "Example: thidua item list --timeliness overdue",
        subcommands: [
            ListItemsCommand.self, ShowItemCommand.self, CountItemsCommand.self, AssignItemCommand.self, ImportItemsCommand.self,
            HandOnItemCommand.self, ChangeItemCommand.self, AcknowledgeItemCommand.self, ReportProgressCommand.self,
            WithdrawResultCommand.self,
            RuleItemCommand.self,
            RuleManyItemsCommand.self, ListUnconfirmedCommand.self, ListWaitingResultsCommand.self, AddOccurrencesCommand.self,
            AddItemSourceCommand.self,
            SplitItemCommand.self, MergeItemsCommand.self, ExemptItemCommand.self, CancelItemCommand.self, ReplaceItemCommand.self,
            TransferItemCommand.self, DisputeItemCommand.self, AnswerDisputeCommand.self, ListDisputesCommand.self,
        ])
}
