import ArgumentParser
import Domain
import Operations

struct MovePersonCommand: OfficerCommand {
    static let asks = Deed.action(.manageDirectory)
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Moves the holder of a post to another post of the unit; what he had by the old one goes to a successor or its sub-unit.",
        discussion: """
            Example: thidua post move 01890a5d-ac96-774b-bcce-b302099a8057 --unit PNV --role sub_unit_officer --title 'Chuyên viên' \
            --leader-rank direct_worker --reason 'điều động' --rest-to-unit
            """)

    @Argument(help: "Id of the old post, from `thidua post list`.")
    var post: Post.ID

    @OptionGroup var seat: NewPostOptions
    @OptionGroup var handOver: HandOverOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let entry = try officer.tenantEntry()
        let move = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            let version = try await ShowPost(post).perform(in: tx).post.version
            let moving = MovePerson(
                from: post, version: version, to: try await seat.place(in: tx), role: seat.role, title: seat.title,
                leaderRank: seat.leaderRank, from: seat.from, reason: handOver.reason, handOver: handOver.handOver)
            if handOver.dryRun { return try await moving.preview(in: tx, ids: .system) }
            return try await ShowMove(try await moving.perform(in: tx, ids: .system)).perform(in: tx)
        }
        PersonMoveOutput.print([move], dryRun: handOver.dryRun, as: officer.output)
    }
}
