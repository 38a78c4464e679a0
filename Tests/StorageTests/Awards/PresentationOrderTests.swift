import Domain
import Operations
import Storage
import TestSupport
import Testing

/// An event at which awards are handed over: its order, and what it does to the dossiers.
@Suite("The presentation of awards", .province, .serialized, .timeLimit(.minutes(30)))
struct PresentationOrderTests {
    private let province = Province.current

    private func code(_ act: () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    private func plan(_ stage: AwardStage, on day: String, as role: Role = .homeAffairsOfficer) async throws -> Presentation.ID {
        let act = PlanPresentation(
            name: "Hội nghị sơ kết", place: "Hội trường tỉnh", heldOn: Plans.day(day), startsAt: "08 giờ 00", chair: "Chủ tịch")
        return try await province.write(as: role, to: .province) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }

    private func add(_ dossier: AwardDossier.ID, to event: Presentation.ID, _ stage: AwardStage) async -> String? {
        let act = AddPresentationAwardee(presentation: event, dossier: dossier, presenter: "Chủ tịch UBND tỉnh")
        return await code {
            try await stage.wide(.homeAffairsOfficer) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx) }
        }
    }

    private func complete(_ event: Presentation.ID, absent: Set<AwardDossier.ID> = [], _ stage: AwardStage) async -> String? {
        let act = CompletePresentation(event, absent: absent)
        return await code {
            try await stage.wide(.homeAffairsOfficer) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
        }
    }

    private func show(_ event: Presentation.ID) async throws -> Presentation {
        try await province.read(as: .auditor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ShowPresentation(event).perform(in: tx)
        }
    }

    @Test("presents what stands in its order but for who was absent, once, and not before its day")
    func completion() async throws {
        let stage = try await AwardStage(province, campaign: "TRAO-1")
        let (here, away) = (try await stage.issued("781/QĐ-UBND"), try await stage.issued("782/QĐ-UBND"))
        let undecided = try await stage.dossier(.putToChairman, person: stage.people(1)[0])
        #expect(await code { _ = try await plan(stage, on: "2023-06-20", as: .chairman) } == "not-allowed")
        let event = try await plan(stage, on: "2023-06-20")
        #expect(await add(away, to: event, stage) == nil)
        #expect(await add(here, to: event, stage) == nil)
        #expect(await add(here, to: event, stage) == "presentation-repeated")
        #expect(await add(undecided, to: event, stage) == "dossier-out-of-order")
        #expect(try await show(event).awardees.map(\.dossier) == [away, here], "in the order in which they were put")
        #expect(try await show(event).awardees.map(\.receiver) == ["Người được đề nghị", "Người được đề nghị"])

        let later = try await plan(stage, on: "2023-07-20")
        #expect(await add(here, to: later, stage) == nil)
        #expect(await complete(later, stage) == "presentation-not-held")
        #expect(await complete(event, absent: [undecided], stage) == "invalid-input")
        #expect(await complete(event, absent: [away], stage) == nil)
        #expect(await complete(event, stage) == "presentation-completed")
        #expect(await add(away, to: event, stage) == "presentation-completed")
        let held = try await show(event)
        #expect(held.awardees.map(\.state) == [.issued, .presented] && held.completedOn != nil)
        #expect(await add(away, to: later, stage) == nil, "who was absent receives at another")
        let step = try await province.count(
            "SELECT count(*) FROM core.dossier_step WHERE dossier_id = \(here) AND step = 'present' AND reason LIKE 'Hội nghị sơ kết%'")
        #expect(step == 1)
    }

    @Test("an award that was revoked meanwhile stops the whole record, and nobody is presented")
    func revokedMeanwhile() async throws {
        let stage = try await AwardStage(province, campaign: "TRAO-2")
        let (kept, revoked) = (try await stage.issued("791/QĐ-UBND"), try await stage.issued("792/QĐ-UBND"))
        let event = try await plan(stage, on: "2023-06-20")
        for id in [kept, revoked] { #expect(await add(id, to: event, stage) == nil) }
        try await stage.propose(revoked)
        try await stage.revoke(revoked, "793/QĐ-UBND")
        #expect(await complete(event, stage) == "dossier-closed")
        let open = try await show(event)
        #expect(open.completedOn == nil && open.awardees.map(\.state) == [.issued, .revoked])
        #expect(await complete(event, absent: [revoked], stage) == nil)
        #expect(try await show(event).awardees.map(\.state) == [.presented, .revoked])
    }
}
