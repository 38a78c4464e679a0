import ArgumentParser

struct PostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post", abstract: "The posts of a unit: who holds what, where, from when to when.",
        subcommands: [ListPostsCommand.self, GivePostCommand.self, MovePersonCommand.self, EndPostCommand.self])
}
