import Domain
public import Storage

/// Says further papers of an item in the words that ``ReadItemSources`` reads; papers that the officer may not read are left out.
public struct WordItemSources: Sendable {
    public var sources: [AssignItem.Source]

    public init(_ sources: [AssignItem.Source]) {
        self.sources = sources
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> String {
        let papers = try await LedgerSheetSource.directives(Array(Set(sources.map(\.directive))), in: tx)
        return SourceWords.text(
            sources.compactMap { source in
                papers.first { $0.id == source.directive }.map {
                    LedgerSheetSource.Further(number: $0.paper.number, issuedOn: $0.paper.issuedOn, clause: source.clause)
                }
            })
    }
}
