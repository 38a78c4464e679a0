import Documents
public import Domain
public import Storage

/// The invitation to a review's event as it is planned (D16), with its agenda; in the name of the province's monitor or of the unit.
public struct MakeReviewInvitation: Sendable {
    public var event: ReviewEvent.ID

    public init(_ event: ReviewEvent.ID) {
        self.event = event
    }

    /// - Throws: `not-found`, also of what another keeps: it makes its own papers.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let found = try await ShowReviewEvent(event).perform(in: tx)
        guard let plan = found.plan, found.isOfTheProvince == (tx.tenant == nil) else { throw Problem.notFound }
        let body: PaperBody
        if let tenant = tx.tenant {
            body = try await PaperBody.find(tenant, in: tx)
        } else {
            body = try await PaperBody.monitor(in: tx)
        }
        let conference = Conference(
            name: found.name, time: plan.startsAt.isEmpty ? "Trong ngày" : plan.startsAt, heldOn: plan.heldOn, place: plan.place,
            chair: plan.chair)
        let invitation = Invitation(
            frame: body.frame("GM", PaperDate.open(body, after: plan.heldOn), to: ["Như trên"]), conference: conference,
            guests: plan.guests, remarks: plan.agenda, before: "Nội dung chương trình:")
        return try await MadePaper(invitation, of: body.tenant.id, in: tx)
    }
}
