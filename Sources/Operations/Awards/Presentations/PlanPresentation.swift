public import Domain
public import Storage

/// Home Affairs records where and when awards will be handed over; in a unit who keeps its own awards, or those of the commune or sub-unit in which he
/// sits.
public struct PlanPresentation: Sendable {
    public var name: String
    public var place: String
    public var heldOn: CivilDate
    /// `08 giờ 00`; may be empty.
    public var startsAt: String
    public var chair: String
    /// Of the plan or the invitation; may be empty.
    public var documentNumber: String

    public init(name: String, place: String, heldOn: CivilDate, startsAt: String = "", chair: String, documentNumber: String = "") {
        self.name = name
        self.place = place
        self.heldOn = heldOn
        self.startsAt = startsAt
        self.chair = chair
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input` with every field at fault; `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Presentation.ID {
        let officer = try await tx.officer()
        let giver = officer.place == nil ? nil : officer.keptGiver
        guard officer.keepsAwards(of: giver, in: officer.place) else { throw Problem.notAllowed }
        var check = InputCheck()
        let name = check.line(name, "$.name", atMost: 500)
        let place = check.line(place, "$.place", atMost: 500)
        let chair = check.line(chair, "$.chair", atMost: 500)
        let startsAt = VietnameseText(startsAt).string
        let number = VietnameseText(documentNumber).string
        if startsAt.count > 100 { check.fault("$.startsAt", "dài quá 100 ký tự; rút gọn lại") }
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        try check.finish()
        let id: Presentation.ID = ids.next()
        try await Presentation.record(
            id, of: giver, name: name, place: place, heldOn: heldOn, startsAt: startsAt, chair: chair, documentNumber: number, in: tx)
        return id
    }
}
