public import Domain
import Storage

/// The record by which work is cut anew: what splitting and merging have in common (A15).
public struct CorrectionRecord: Sendable {
    public var documentNumber: String
    /// Who issued it; empty: the assigner.
    public var documentIssuer: String = ""
    public var reason: String
    /// Date of the record; nil: today.
    public var decidedOn: CivilDate?

    public init(documentNumber: String, reason: String, decidedOn: CivilDate? = nil) {
        self.documentNumber = documentNumber
        self.reason = reason
        self.decidedOn = decidedOn
    }

    func statement(_ kind: ItemCorrection.Kind, today: CivilDate, _ check: inout InputCheck) -> ItemCorrection.Statement {
        let day = decidedOn ?? today
        if day > today { check.fault("$.decidedOn", "sau ngày hôm nay (\(today.vietnamese)); nhập ngày của biên bản") }
        return ItemCorrection.Statement(
            kind: kind, decidedOn: day, documentNumber: check.line(documentNumber, "$.documentNumber", atMost: 100),
            documentIssuer: check.issuer(documentIssuer),
            reason: check.line(reason, "$.reason", atMost: 4_000))
    }

    /// Only work that nobody judged yet, whose date was not moved and nothing was handed on of, is cut anew, and not by who does it (A66).
    func refuse(_ entries: [LedgerEntry], in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        for entry in entries {
            let (item, standing) = (entry.item, entry.standing)
            // A result that was sent hinders it even once it is judged, and is named below.
            if let refusal = standing.refusal(of: .cancel, role: item.role), refusal.code != "result-pending" { throw refusal }
            if item.isWork(of: officer) { throw Problem.ownWork }
            let isPeriodic = try await !ItemOccurrence.all(of: item, in: tx).isEmpty
            let isHandedOn = try await !LedgerEntry.list(LedgerFilter(origin: .handedOn(from: item.id)), limit: 1, in: tx).isEmpty
            if let reason = entry.hindranceToCutting(isPeriodic: isPeriodic, isHandedOn: isHandedOn) {
                throw Problem(
                    .refused, "not-cut-anew",
                    "Không tách, gộp được \(item.code): \(reason). Hủy theo văn bản rồi giao nhiệm vụ mới nếu cần.")
            }
        }
    }

    func cancel(
        _ items: [WorkItem], by correction: ItemCorrection.ID, _ statement: ItemCorrection.Statement, in tx: borrowing TenantTransaction,
        ids: IDSource
    ) async throws {
        let decision = Ruling.Decision(
            kind: .cancelled, decidedOn: statement.decidedOn, documentNumber: statement.documentNumber,
            reason: "\(statement.kind.vietnamese.capitalizedFirst): \(statement.reason)", correction: correction)
        for item in items {
            try await Ruling.append(decision, id: ids.next(), on: item, in: tx)
            try await Ruling.follow(decision, on: item, in: tx)
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
