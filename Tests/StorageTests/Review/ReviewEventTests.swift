import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What the database itself holds of the event of a review, whatever the program says before.
@Suite("The event of a review in the database", .province, .serialized, .timeLimit(.minutes(30)))
struct ReviewEventTests {
    private let province = Province.current

    private func code(_ act: () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    private static let plan = ReviewEvent.Plan(
        heldOn: Plans.day("2023-06-19"), startsAt: "", place: "Hội trường", chair: "Chủ tịch", agenda: ["Báo cáo"],
        guests: ["Các xã", "Các phòng"])

    private func planned(_ campaign: String, in tenant: String) async throws -> ReviewEvent.ID {
        try await province.write(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
            try await PlanReviewEvent(.new(campaign: campaign, .interim), Self.plan).perform(in: tx, ids: .system)
        }
    }

    /// Past the program's own checks.
    private func write(
        in tenant: String = "district_101", _ act: @escaping @Sendable (Tenant.ID, borrowing TenantTransaction) async throws -> Void
    ) async -> String? {
        let own = province.tenant("district_101")
        return await code {
            try await province.write(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in try await act(own, tx) }
        }
    }

    @Test("keeps every version, each for a reason, until what happened is recorded; what belongs to it is of the same tenant")
    func constraints() async throws {
        let stage = try await CriticismStage(province, campaign: "HN-DB")
        let id = try await planned(stage.code, in: "district_101")
        #expect(
            await write { tenant, tx in try await ReviewEvent.plan(Self.plan, 2, reason: "", of: id, tenant, in: tx) } == "invalid-input")
        #expect(await write { tenant, tx in try await ReviewEvent.plan(Self.plan, 3, reason: "x", of: id, tenant, in: tx) } != nil, "a gap")
        #expect(
            await write { tenant, tx in try await ReviewEvent.plan(Self.plan, 1, reason: "", of: id, tenant, in: tx) }
                == "changed-meanwhile")
        #expect(await write { tenant, tx in try await ReviewEvent.plan(Self.plan, 2, reason: "x", of: id, tenant, in: tx) } == nil)
        // In another unit it is not there, under its own name and under the other's.
        let other = province.tenant("district_102")
        #expect(
            await write(in: "district_102") { tenant, tx in try await ReviewEvent.plan(Self.plan, 3, reason: "x", of: id, tenant, in: tx) }
                != nil)
        #expect(
            await write(in: "district_102") { _, tx in try await ReviewEvent.plan(Self.plan, 1, reason: "", of: id, other, in: tx) }
                == "not-found")
        func outcome(_ day: String, _ absent: [String]) -> ReviewEvent.Outcome {
            ReviewEvent.Outcome(heldOn: Plans.day(day), present: 5, absent: absent, words: "")
        }
        let (future, stranger, held) = (outcome("2023-06-21", []), outcome("2023-06-19", ["x"]), outcome("2023-06-19", ["Các xã"]))
        #expect(await write { tenant, tx in try await ReviewEvent.hold(future, of: id, tenant, in: tx) } == "invalid-input")
        #expect(await write { tenant, tx in try await ReviewEvent.hold(stranger, of: id, tenant, in: tx) } == "invalid-input")
        #expect(await write { tenant, tx in try await ReviewEvent.hold(held, of: id, tenant, in: tx) } == nil)
        #expect(
            await write { tenant, tx in try await ReviewEvent.plan(Self.plan, 3, reason: "x", of: id, tenant, in: tx) }
                == "review-event-held")
        for change in [
            "UPDATE core.review_event_plan SET place = 'x' WHERE event_id = '\(id)'",
            "DELETE FROM core.review_event_outcome WHERE event_id = '\(id)'",
        ] {
            await #expect(throws: (any Error).self) { try await province.asSuperuser(change) }
        }
        #expect(
            try await province.count(
                "SELECT count(*) FROM core.audit_entry WHERE subject = 'review_event' AND subject_id = \(id.description)") == 4,
            "the event, two versions, what happened")

        try await province.asSuperuser("ALTER TABLE core.review_event_plan DROP CONSTRAINT review_event_changed_before_it_is_held")
        #expect(
            await write { tenant, tx in try await ReviewEvent.plan(Self.plan, 3, reason: "x", of: id, tenant, in: tx) } == nil,
            "without its constraint")
        try await province.asSuperuser(
            "ALTER TABLE core.review_event_plan ADD CONSTRAINT review_event_changed_before_it_is_held CHECK (NOT is_held) NOT VALID")
    }
}
