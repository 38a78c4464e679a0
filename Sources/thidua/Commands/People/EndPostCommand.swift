import ArgumentParser
import Domain
import Operations

struct EndPostCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Records the last day of a post; the day before its first means that it was never held.",
        discussion: "Example: thidua post end 01890a5d-ac96-774b-bcce-b302099a8057 --last-day 2023-06-30")

    @Argument(help: "Id of the post, from `thidua post list`.")
    var post: Post.ID

    @Option(help: "Last day; today when absent.")
    var lastDay: CivilDate?

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let ended = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let version = try await ShowPost(post).perform(in: tx).post.version
            try await EndPost(post, version: version, lastDay: lastDay).perform(in: tx)
            return try await ShowPost(post).perform(in: tx)
        }
        PostOutput.print([ended], as: officer.output)
    }
}
