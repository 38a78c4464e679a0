public import Documents
public import Domain
public import Storage

/// The papers of an event at which awards are handed over, of the province or of a unit in its own name: its order to print, with who receives what from whom, the invitation to those whose people
/// receive, and once it was held what goes to the press (D16).
public struct MakePresentationPaper: Sendable {
    public static let kinds: [PaperKind] = [.conferenceScript, .invitation, .pressRelease]

    public var presentation: Presentation.ID
    /// One of ``kinds``.
    public var kind: PaperKind

    public init(_ presentation: Presentation.ID, _ kind: PaperKind = .conferenceScript) {
        self.presentation = presentation
        self.kind = kind
    }

    /// - Throws: `not-found`; `paper-too-early` for an invitation while nobody is to receive, and for the press before it is recorded who received.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let found = try await ShowPresentation(presentation).perform(in: tx)
        let host = try await Host.find(of: found, in: tx)
        let conference = Conference(
            name: found.name, time: found.startsAt.isEmpty ? "Trong ngày" : found.startsAt, heldOn: found.heldOn, place: found.place,
            chair: found.chair)
        if kind == .invitation {
            let invitation = Invitation(
                frame: host.frame("GM", after: found.heldOn, to: ["Như trên"]), conference: conference,
                guests: try host.guests(of: found), remarks: [])
            return try await MadePaper(invitation, of: host.tenant, in: tx)
        }
        if kind == .pressRelease {
            return try await MadePaper(
                PressRelease(
                    frame: host.frame("TC", after: found.heldOn, to: ["Các cơ quan báo chí"]), conference: conference,
                    awards: try host.received(found), results: []), of: host.tenant, in: tx)
        }
        let presentations = found.awardees.map { one in
            ConferenceScript.Presentation(
                host.awardee(one), presenter: one.presenter)
        }
        let step = ConferenceScript.Step(found.startsAt, "Trao tặng theo thứ tự kèm theo", by: found.chair)
        return try await MadePaper(
            ConferenceScript(
                frame: host.frame("CTr", after: found.heldOn, to: []), conference: conference, steps: [step],
                presentations: presentations), of: host.tenant, in: tx)
    }

    /// In whose name they are made: of the province Home Affairs, of a unit who gives there.
    private struct Host {
        let body: PaperBody
        let own: OwnBody?

        static func find(of event: Presentation, in tx: borrowing TenantTransaction) async throws -> Host {
            guard let tenant = event.tenant, let giver = event.giver else {
                return Host(body: try await PaperBody.appraiser(in: tx), own: nil)
            }
            let body = try await PaperBody.find(tenant, in: tx)
            return Host(body: body, own: try await OwnGiving.find(by: giver, in: tx).map { OwnBody($0, tenant: body) })
        }

        /// Whose forms are used; nil: the province's.
        var tenant: Tenant.ID? { own == nil ? nil : body.tenant.id }

        func frame(_ type: String, after day: CivilDate, to recipients: [String]) -> PaperFrame {
            let date = PaperDate.open(body, after: day)
            return own?.frame(type, number: nil, date, to: recipients) ?? body.frame(type, date, to: recipients)
        }

        /// By who gives it; a person of a unit's own event by the part in which he is, as long as he is named.
        func awardee(_ one: Presentation.Awardee, isNamed: Bool = true) -> Awardee {
            let part = own != nil && one.subject == .individual ? one.unitName : ""
            return Awardee(
                one.subject, name: isNamed ? one.printedName : PublicityConsent.unnamed,
                position: isNamed ? Awardee.position(one.printedPost, part, one.tenantName) : one.tenantName, form: one.form,
                formName: own.map { "Giấy khen của \($0.authority)" },
                achievement: "")
        }

        /// Units in the order in which theirs receive; others are recorded nowhere.
        func guests(of found: Presentation) throws -> [String] {
            guard !found.awardees.isEmpty else {
                throw Problem(
                    .refused, "paper-too-early", "Chưa có ai trong danh sách trao tặng nên chưa lập được giấy mời. Thêm người nhận rồi lập."
                )
            }
            var units: [String] = []
            for awardee in found.awardees {
                // Inside a unit its parts are invited: who works where it is given is at home.
                let unit = own == nil ? awardee.tenantName : awardee.unitName
                if !unit.isEmpty, !units.contains(unit) { units.append(unit) }
            }
            return units.map { "Đại diện lãnh đạo \(PaperBody.bodyName($0))" } + ["Các tập thể, cá nhân có tên trong danh sách trao tặng"]
        }

        /// What may be told (A72): that was signed and handed over and stands, by the names, posts and units of the published list, and under which
        /// decision; of a person who did not agree to be named his unit alone. What is proposed, on which ground something was revoked, and what each was paid is none of it.
        func received(_ found: Presentation) throws -> [PressRelease.Given] {
            let held = found.completedOn == nil ? [] : found.awardees.filter { $0.state == .presented }
            let given = held.compactMap { awardee -> PressRelease.Given? in
                guard let decision = awardee.decision else { return nil }
                return PressRelease.Given(
                    self.awardee(awardee, isNamed: awardee.isNamedInPublic),
                    decision: QuotedPaper("Quyết định", decision.number, signedOn: decision.signedOn))
            }
            guard !given.isEmpty else {
                throw Problem(
                    .refused, "paper-too-early",
                    "Chưa ghi kết quả trao tặng nên chưa lập được thông cáo báo chí. Chỉ thông tin khen thưởng đã ký và đã trao; ghi kết quả trao tặng rồi lập."
                )
            }
            return given
        }
    }
}
