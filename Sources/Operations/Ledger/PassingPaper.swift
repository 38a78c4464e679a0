public import Domain
import Storage

/// By which paper the assigner passes an item on: to another lead, or to another item.
public struct PassingPaper: Sendable {
    /// Date of the paper. Nil: today.
    public var decidedOn: CivilDate?
    public var documentNumber: String
    /// Who issued it. Empty: the assigner.
    public var documentIssuer: String
    public var reason: String
    /// The signed paper that it is recorded from: number and day are then the paper's.
    public var paper: PaperAct.ID?

    public init(
        decidedOn: CivilDate? = nil, documentNumber: String = "", documentIssuer: String = "", reason: String, paper: PaperAct.ID? = nil
    ) {
        self.decidedOn = decidedOn
        self.documentNumber = documentNumber
        self.documentIssuer = documentIssuer
        self.reason = reason
        self.paper = paper
    }

    /// The ruling that it makes, without what stands in the item's place.
    ///
    /// - Throws: `own-work` where the officer would pass his own work on; `not-found` of the paper.
    func decision(
        _ kind: Ruling.Kind, on item: WorkItem, _ check: inout InputCheck, in tx: borrowing TenantTransaction
    ) async throws -> Ruling.Decision {
        let officer = try await tx.officer()
        var signed: PaperAct?
        if let paper {
            signed = try await ShowPaper(paper).perform(for: .ruleItem, in: tx)
        } else {
            if item.isWork(of: officer) { throw Problem.ownWork }
            if try await item.isWorkOfActor(in: tx) { throw Problem.ownWork }
        }
        let day = signed?.signedOn ?? decidedOn ?? officer.today
        if day > officer.today { check.fault("$.decidedOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản") }
        if day < item.assignedOn {
            check.fault("$.decidedOn", "trước ngày giao (\(item.assignedOn.vietnamese)); kiểm tra lại ngày trên văn bản")
        }
        let number = signed?.number ?? check.line(documentNumber, "$.documentNumber", atMost: 100)
        let issuer = VietnameseText(documentIssuer).string
        if issuer.count > 500 { check.fault("$.documentIssuer", "dài quá 500 ký tự") }
        return Ruling.Decision(
            kind: kind, decidedOn: day, documentNumber: number, documentIssuer: issuer,
            reason: check.line(reason, "$.reason", atMost: 4_000), paper: paper)
    }
}
