import Domain
import Operations

/// Posts as commands print them: as their list.
enum PostOutput {
    static func print(_ posts: [PostHolding], as format: OutputFormat) {
        CommandOutput.print(posts, of: ListPosts(limit: 0).sheet, as: format)
    }
}
