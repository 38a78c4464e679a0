public import Documents
public import Domain
public import Storage

extension ShowNominationRound: Listing {
    public var sheet: ListSheet<NominationStanding> { Self.sheet }

    private static let sheet = ListSheet<NominationStanding>(
        "nomination-round", title: "Suất đề nghị khen thưởng", headings: NominationJSON.unitColumns, cells: { NominationJSON.row($0) },
        json: { NominationJSON.unit($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<NominationStanding> {
        ListedRows(try await perform(in: tx).units, isLast: true)
    }

    public func remarks(in tx: borrowing TenantTransaction) async throws -> [(name: String, value: String)] {
        let answer = try await perform(in: tx)
        return [
            ("Phong trào", answer.round.campaign), ("Kỳ", review.vietnamese),
            ("Văn bản hướng dẫn", "số \(answer.round.guidanceNumber) ngày \(answer.round.guidanceOn.vietnamese)"),
            ("Tình trạng", answer.round.round.words(on: answer.today)), ("Phạm vi tính suất", answer.scope.vietnamese),
        ]
    }
}
