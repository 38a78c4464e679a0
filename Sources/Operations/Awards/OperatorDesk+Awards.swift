public import Domain
import Foundation
import Storage

extension OperatorDesk {
    /// Loads the rules on awards from `deploy/awards` of the installation, all or none; answers what was read. What is there keeps its figures,
    /// a rule that ended takes its last day.
    ///
    /// - Throws: `invalid-table`, `invalid-input` with every cell at fault.
    public func loadAwardRules() async throws -> AwardRules {
        let folder = URL(filePath: home).appending(path: "deploy/awards")
        let rules = try AwardRules { name in Array(try Data(contentsOf: folder.appending(path: name))) }
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.load(rules) }
        return rules
    }
}
