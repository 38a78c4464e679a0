public import Documents
public import Domain
public import Storage

extension ListNominationRounds: Listing {
    /// A round with the day by which it is read.
    public struct Listed: Sendable {
        public let round: HeldRound
        public let day: CivilDate
    }

    public var sheet: ListSheet<Listed> { Self.sheet }

    private static let sheet = ListSheet<Listed>(
        "nomination-rounds", title: "Đợt đề nghị khen thưởng", headings: NominationJSON.roundColumns,
        cells: { NominationJSON.row($0.round, on: $0.day) }, json: { .object(NominationJSON.round($0.round, on: $0.day)) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Listed> {
        let answer = try await perform(in: tx)
        return ListedRows(answer.rounds.map { Listed(round: $0, day: answer.today) }, isLast: true)
    }
}
