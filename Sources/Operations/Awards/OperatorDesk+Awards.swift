public import Domain
import Foundation
import Storage

extension OperatorDesk {
    /// Loads the rules on awards from the files of a folder, all or none; answers what was read and how many rows that changed. What is there
    /// keeps its figures, a rule that ended takes its last day; the same files again change nothing.
    ///
    /// - Parameters:
    ///   - folder: `deploy/awards` of the installation when nil.
    ///   - trial: answers what would change, and changes nothing.
    /// - Throws: `no-such-file`, `invalid-table`, `invalid-input` with every cell at fault.
    public func importAwardRules(from folder: String? = nil, trial: Bool = false) async throws -> (rules: AwardRules, changed: Int) {
        let rules = try AwardRules(folder: folder.map { URL(filePath: $0) } ?? URL(filePath: home).appending(path: "deploy/awards"))
        let changed = try await perform { (tx: borrowing OperatorTransaction) in
            trial ? try await tx.wouldChange(rules) : try await tx.load(rules)
        }
        return (rules, changed)
    }
}

extension AwardRules {
    /// - Throws: `no-such-file`, `invalid-table`, `invalid-input` with every cell at fault.
    init(folder: URL) throws {
        try self.init { name in
            do {
                return Array(try Data(contentsOf: folder.appending(path: name)))
            } catch {
                throw Problem(
                    .invalid, "no-such-file",
                    "Không đọc được tệp \(name) trong thư mục quy định khen thưởng. Thư mục phải có: "
                        + AwardRules.files.joined(separator: ", ") + ".")
            }
        }
    }
}
