import ArgumentParser

struct PersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "The people whose records a unit keeps.",
        subcommands: [
            ListPeopleCommand.self, AddPersonCommand.self, ChangePersonCommand.self, EndPersonCommand.self, OpenAccountCommand.self,
            ResetAccountCommand.self, DisableAccountCommand.self, EnableAccountCommand.self, ResetFactorCommand.self,
            JoinPersonCommand.self,
            ImportPeopleCommand.self, PeopleTemplateCommand.self, PeopleSlipsCommand.self, LeavePersonCommand.self,
            ReleasePersonCommand.self, RenewReleaseCommand.self, ListHeldItemsCommand.self, ListMovesCommand.self,
        ])
}
