import ArgumentParser
import Domain
import Operations

/// A post that somebody gets: where, what it may do, as what, from when.
struct NewPostOptions: ParsableArguments {
    @Option(help: "Code of the sub-unit; one's own unit when absent.")
    var unit: String?

    @Option(help: "What the post may do: \(Role.grantable.map(\.rawValue).joined(separator: ", ")).")
    var role: Role

    @Option(help: "As on papers: Trưởng phòng Nội vụ.")
    var title: String

    @Option(help: "For statistics: provincial, department, deputy_head_or_above, direct_worker.")
    var leaderRank: Post.LeaderRank

    @Option(help: "First day; today when absent.")
    var from: CivilDate?

    /// The sub-unit of that code on the first day; nil: the unit itself.
    func place(in tx: borrowing TenantTransaction) async throws -> SubUnit.ID? {
        guard let unit else { return nil }
        return try await SubUnitReference(unit).resolve(on: from, naming: "--unit", in: tx).id
    }
}
