import Domain
public import Storage

/// Finds the further papers of an item that a form names in words, one a line: `04/CT-UBND ngày 16/3/2023: mục II.3`.
public struct ReadItemSources: Sendable {
    public var words: String

    public init(_ words: String) {
        self.words = words
    }

    /// - Throws: `invalid-input` of `$.sources`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [AssignItem.Source] {
        let papers = try await LedgerSheetSource.directives(numbered: SourceWords.numbers(in: words), in: tx)
        do throws(SourceWords.Fault) {
            var sources: [AssignItem.Source] = []
            for line in try SourceWords(words).lines {
                sources.append(AssignItem.Source(directive: try line.paper(among: papers), clause: line.clause))
            }
            return sources
        } catch {
            throw Problem.invalid("$.sources", error.reason)
        }
    }
}
