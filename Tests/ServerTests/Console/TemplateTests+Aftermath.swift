import Domain
import Operations

@testable import Console

extension TemplateTests {
    /// What follows a decision, and the events at which awards are handed over.
    static var aftermath: [any Page] {
        let day = CivilDate(year: 2023, month: 6, day: 20) ?? .earliest
        guard let slug = Tenant.Slug("dept_snv") else { return [] }
        let (tenant, dossier): (Tenant.ID, AwardDossier.ID) = (IDSource.system.next(), IDSource.system.next())
        let decision = Award.Decision(number: "x", signedOn: day)
        func record(_ state: AwardDossier.State) -> DossierRecord {
            DossierRecord(
                dossier: AwardDossier(
                    id: dossier, campaign: IDSource.system.next(), track: .provincialReview, review: .interim, form: .provincialCertificate,
                    nominee: .collective(SubUnit.ID(tenant.uuid)), proposer: tenant),
                campaignCode: "x", proposerSlug: slug, proposerName: "x", nomineeName: "x", unitName: "", achievement: "x",
                standing: DossierStanding(.provincialReview, state: state, heldIn: nil, supplementsAsked: 0, isPresented: false), steps: 1,
                draftedOn: day, submittedOn: day, isLate: false, regime: "x", completeOn: day, basis: nil)
        }
        func officer(_ role: Role) -> ActingOfficer {
            ActingOfficer(
                person: nil, account: nil, post: nil, role: role, home: tenant, unit: SubUnit.ID(tenant.uuid), place: nil, mayWrite: true,
                today: day)
        }
        let proposal = RevocationProposal(
            id: IDSource.system.next(), ground: .forgedPapers, facts: "x", documentNumber: "x", documentOn: day, recordedOn: day,
            declinedOn: day, declinedReason: "x")
        let after = [AwardDossier.State.issued, .revoked].flatMap { state in
            [Role.homeAffairsOfficer, .chairman].map { role in
                var page = AftermathPage(
                    frame: Frame(),
                    AwardAftermath(
                        record: record(state), given: .init(decision: decision, signer: "x", printedName: "x", reward: 1, register: 1),
                        corrections: [.init(decision: decision, signer: "x", reason: "x", correctedOn: day, title: "x")],
                        proposals: [proposal], amendments: [AwardAmendment(kind: .correct, decision: decision, signer: "x", facts: "x")],
                        recovery: state == .revoked
                            ? RewardRecovery(due: 2, payments: [.init(amount: 1, paidOn: day, documentNumber: "x")]) : nil,
                        copies: [
                            CertificateCopy(number: 1, kind: .lost, reason: "x", requestNumber: "x", requestOn: day, issuedOn: day)
                        ],
                        rulings: [FlipRuling(word: .stands, reason: "x", documentNumber: "x", version: 1, recordedOn: day)],
                        isFlipRuled: false, papers: [.init(id: IDSource.system.next(), decision: decision)], officer: officer(role)))
                page.fault = FormFault(.invalid("$.facts", "x"))
                return page as any Page
            }
        }
        let presentation = Presentation(
            id: IDSource.system.next(), name: "x", place: "x", heldOn: day, startsAt: "", chair: "x", documentNumber: "", completedOn: nil,
            awardees: [
                .init(
                    position: 1, dossier: dossier, tenant: slug, tenantName: "x", form: .provincialCertificate, subject: .collective,
                    printedName: "x", printedPost: "", state: .issued, receiver: "x", presenter: "x")
            ])
        var list = PresentationsPage(frame: Frame(), unit: "x", path: "/presentations", [presentation], more: true, mayPlan: true)
        var one = PresentationPage(frame: Frame(), list: "/presentations", presentation, waiting: [record(.issued)])
        list.fault = FormFault(.invalid("$.name", "x"))
        one.fault = list.fault
        return after + [list, one]
    }
}
