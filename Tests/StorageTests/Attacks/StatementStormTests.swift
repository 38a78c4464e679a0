import TestSupport
import Testing

/// Whoever runs any SQL he likes behind the door meets no text of another tenant: 20,000 attempts, a million in the long run.
@Suite("Statements of every kind behind the door", .province, .serialized, .timeLimit(.minutes(AttackScale.minutes)))
struct StatementStormTests {
    private let province = Province.current

    @Test("show nobody a text of another tenant; with one policy gone they do")
    func storm() async throws {
        let canary = try await Canary.plant(in: province)
        let storm = try await StatementStorm(province, canary)
        let report = try await storm.run(AttackScale.attempts)
        #expect(report.leaks.isEmpty)
        #expect(report.attempts == AttackScale.attempts)
        #expect(report.sighted > report.attempts / 100, "hardly a statement met a token: \(report.states)")
        // Syntax errors attack nothing.
        #expect((report.states["42601"] ?? 0) < report.attempts / 50, "\(report.states)")
        print(
            "isolation: \(report.attempts) statements, \(report.refused) refused, \(report.sighted) answers with tokens, \(report.states.sorted { $0.value > $1.value }.prefix(12))"
        )

        try await province.asSuperuser(
            """
            CREATE POLICY hole ON district_102.work_item FOR SELECT TO district_102 USING (true);
            CREATE POLICY hole ON core.person FOR SELECT TO thidua_tenant USING (true)
            """)
        // Statements are drawn by chance: more of them, until both holes are met. The trace of an item is in sight with the item.
        var leaked: Set<String> = []
        for attempts in [8_000, 60_000] {
            leaked.formUnion(try await storm.run(attempts).leakedTables)
            if leaked.contains("person"), !leaked.isDisjoint(with: ["work_item", "work_item_change"]) { return }
        }
        Issue.record("the search is blind: \(leaked)")
    }
}
