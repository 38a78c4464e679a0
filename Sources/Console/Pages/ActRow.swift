/// One step that was taken with what a page shows, as the template `acts` lists them.
struct ActRow: Sendable {
    let day: String
    let step: String
    let who: String
    let paper: String
    let words: String
    /// Until when the next one was owed.
    let due: String
    /// Pages of the files that came with it.
    var files: [String] = []
}
