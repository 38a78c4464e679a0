import Documents
public import Domain
public import Storage

/// The order of an event at which awards are handed over, to print: who receives what from whom (D16).
public struct MakePresentationPaper: Sendable {
    public var presentation: Presentation.ID

    public init(_ presentation: Presentation.ID) {
        self.presentation = presentation
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let found = try await ShowPresentation(presentation).perform(in: tx)
        let affairs = try await PaperBody.appraiser(in: tx)
        let conference = Conference(
            name: found.name, time: found.startsAt.isEmpty ? "Trong ngày" : found.startsAt, heldOn: found.heldOn, place: found.place,
            chair: found.chair)
        let presentations = found.awardees.map { awardee in
            let position = awardee.printedPost.isEmpty ? awardee.tenantName : "\(awardee.printedPost), \(awardee.tenantName)"
            return ConferenceScript.Presentation(
                Awardee(awardee.subject, name: awardee.printedName, position: position, form: awardee.form, achievement: ""),
                presenter: awardee.presenter)
        }
        let step = ConferenceScript.Step(found.startsAt, "Trao tặng theo thứ tự kèm theo", by: found.chair)
        return try await MadePaper(
            ConferenceScript(
                frame: affairs.frame("CTr", .open(affairs, after: found.heldOn), to: []), conference: conference, steps: [step],
                presentations: presentations), of: affairs.tenant.id, in: tx)
    }
}
