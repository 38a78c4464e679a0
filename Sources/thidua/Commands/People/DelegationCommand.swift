import ArgumentParser

struct DelegationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delegation", abstract: "Acting in another's stead: KT., TL., TUQ.",
        subcommands: [
            ListDelegationsCommand.self, GiveDelegationCommand.self, RevokeDelegationCommand.self, UseDelegationCommand.self,
        ])
}
