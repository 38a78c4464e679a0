import Domain
import Testing

/// Whose queue a dossier stands in, and what its page may offer.
@Suite("Queues of dossiers")
struct DossierQueueTests {
    private static let unit = Tenant.ID("01890000-0000-7000-8000-000000000001")!
    private static let other = Tenant.ID("01890000-0000-7000-8000-000000000002")!

    private func record(_ state: AwardDossier.State) -> DossierRecord {
        let standing = DossierStanding(
            .provincialReview, state: state, heldIn: state == .held ? .appraised : nil, supplementsAsked: 0, isPresented: false)
        let dossier = AwardDossier(
            id: AwardDossier.ID("01890000-0000-7000-8000-000000000003")!, campaign: Campaign.ID("01890000-0000-7000-8000-000000000004")!,
            track: .provincialReview, review: .interim, form: .provincialCertificate,
            nominee: .collective(SubUnit.ID(Self.unit.uuid)), proposer: Self.unit)
        return DossierRecord(
            dossier: dossier, campaignCode: "x", proposerSlug: Tenant.Slug("district_101")!, proposerName: "x", nomineeName: "x",
            unitName: "",
            achievement: "x", standing: standing, steps: 1, draftedOn: CivilDate("2023-06-20")!, submittedOn: nil, isLate: false,
            regime: nil,
            completeOn: nil, basis: nil)
    }

    private func possible(
        _ state: AwardDossier.State, by role: Role, atHome: Bool = false, own: Bool = false
    ) -> [AwardDossier.Step] {
        let home = atHome ? Self.unit : Self.other
        let officer = ActingOfficer(
            person: nil, account: nil, post: nil, role: role, home: home, unit: SubUnit.ID(home.uuid), place: nil, mayWrite: true,
            today: CivilDate("2023-06-20")!)
        return DossierDetail(
            entry: DossierEntry(record: record(state), clock: nil), steps: [], papers: [], defects: [], given: nil,
            maximumSupplements: 1, isAppraisersOwn: own, officer: officer
        ).possible
    }

    @Test("hold each state that waits for somebody once, and none that waits for nobody")
    func queues() {
        for track in AwardTrack.allCases {
            for state in AwardDossier.State.allCases where state.exists(on: track) {
                let parties = AwardParty.allCases.filter { $0.states(on: track).contains(state) }
                let isOver = AwardDossier.forward(from: state, track) == nil
                #expect(parties.count == (isOver ? 0 : 1), "\(state) on \(track): \(parties)")
            }
        }
    }

    @Test("offer a unit its own steps at home alone, and nobody what a council says")
    func offers() {
        #expect(possible(.councilReviewed, by: .unitHead, atHome: true) == [.submit, .withdraw])
        #expect(possible(.councilReviewed, by: .unitHead) == [])
        #expect(possible(.drafted, by: .councilSecretary, atHome: true) == [.withdraw])
        #expect(possible(.appraised, by: .homeAffairsOfficer) == [.hold])
        #expect(possible(.issued, by: .homeAffairsOfficer) == [.present])
        #expect(possible(.putToChairman, by: .viceChairman) == [.decide, .refuse])
        for role in [Role.auditor, .officeMonitor, .councilMember, .clerk] {
            for state in AwardDossier.State.allCases { #expect(possible(state, by: role, atHome: true) == [], "\(role) when \(state)") }
        }
    }

    @Test("offer the appraisal of Home Affairs' own dossier to who signs, and not to Home Affairs")
    func own() {
        #expect(possible(.received, by: .homeAffairsOfficer).contains(.appraise))
        #expect(!possible(.received, by: .homeAffairsOfficer, own: true).contains(.appraise))
        #expect(possible(.received, by: .chairman, own: true) == [.appraise])
        #expect(possible(.received, by: .chairman) == [])
    }

    @Test("flag a dossier whose verdict a correction turned round or took away, and no other")
    func flags() {
        #expect(DossierBasis(resting: .pass, current: .pass).flag == nil)
        #expect(DossierBasis(resting: .pass, current: .fail).flag?.contains("đính chính") == true)
        #expect(DossierBasis(resting: .pending, current: nil).isFlipped)
        #expect(DossierBasis(resting: .pending, current: .pass).flag == nil, "it waited for that")
        #expect(DossierBasis(resting: .pending, current: .fail).isFlipped && DossierBasis(resting: .pass, current: .pending).isFlipped)
    }
}
