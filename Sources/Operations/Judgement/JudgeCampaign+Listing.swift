public import Documents
public import Domain
public import Storage

extension JudgeCampaign: Listing {
    public var sheet: ListSheet<CheckedVerdict> { Self.sheet }

    private static let sheet = ListSheet<CheckedVerdict>(
        "judgement", title: "Kết quả xét", headings: JudgementTables.columns, cells: { JudgementTables.row($0) },
        json: { $0.verdict.json })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<CheckedVerdict> {
        ListedRows(try await checked(in: tx) { $0 }.rows, isLast: true)
    }

    public func fileDay(on today: CivilDate) -> CivilDate { gathering.asOf ?? today }

    public var fileMark: String? { gathering.review.rawValue }

    public func remarks(in tx: borrowing TenantTransaction) async throws -> [(name: String, value: String)] {
        try await gathering.remarks(in: tx)
    }
}

extension ExplainVerdicts: Listing {
    public var sheet: ListSheet<UnitExplanation> { Self.sheet }

    private static let sheet = ListSheet<UnitExplanation>(
        "judgement-explanation", title: "Kết quả xét và lý do", headings: JudgementTables.explanationColumns,
        lines: { JudgementTables.rows($0) }, json: { ExplanationJSON.unit($0) })

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<UnitExplanation> {
        ListedRows(try await perform(in: tx).explanations, isLast: true)
    }

    public func fileDay(on today: CivilDate) -> CivilDate { gathering.asOf ?? today }

    public var fileMark: String? { gathering.review.rawValue }

    public func remarks(in tx: borrowing TenantTransaction) async throws -> [(name: String, value: String)] {
        try await gathering.remarks(in: tx)
    }
}

extension GatherLedger {
    /// Of which review the verdicts are, and from which figures.
    fileprivate func remarks(in tx: borrowing TenantTransaction) async throws -> [(name: String, value: String)] {
        let opening = try await open(in: tx)
        let settled = opening.settledOn.map { ", \(Verdicts.words(settledOn: $0))" } ?? ""
        let day = "tính đến \(opening.ledger.asOf.vietnamese)\(settled)"
        return [
            ("Phong trào", opening.plan.name), ("Kỳ", review.vietnamese),
            ("Số liệu", opening.frozen.map { "\($0.mark.vietnamese), \(day)" } ?? day),
        ]
    }
}
