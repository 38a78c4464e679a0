import Domain
import Operations

/// The plan in a file named on the command line.
enum CampaignFileArgument {
    /// - Throws: `file-not-found`, or every fault of the file with its place.
    static func plan(_ file: String) throws(Problem) -> Campaign {
        let bytes = try InputFile.read(file)
        do {
            return try CampaignFile.read(bytes)
        } catch {
            throw Problem(error)
        }
    }
}
