import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The rules of a launch as the database itself keeps them when a program forgets them, and what happens where the database forgets them
/// too. Taking a constraint away locks tables, so these tests share a province with nobody.
@Suite("The database's own guard of a launch", .province, .serialized, .timeLimit(.minutes(30)))
struct LaunchConstraintTests {
    let province = Province.current

    @Test("holds a launched campaign to its dates; without the key it does not")
    func keepsThePlan() async throws {
        let plan = try Plans.shipped("KEPT")
        try await province.bring(plan)
        try await province.launch(plan.code)
        let attack = "UPDATE core.campaign SET launch_deadline = '2023-12-31' WHERE code = 'KEPT'"
        let refusal = await #expect(throws: PostgresError.self) { try await province.asSuperuser(attack) }
        #expect(refusal?.constraint == "campaign_launch_keeps_the_plan")
        try await province.asSuperuser(
            """
            BEGIN;
            ALTER TABLE core.campaign_launch DROP CONSTRAINT campaign_launch_keeps_the_plan;
            \(attack);
            ROLLBACK
            """)
    }

    @Test("refuses a unit's step before the province's launch; without the constraint it does not")
    func notBeforeTheProvince() async throws {
        try await province.launched(try Plans.shipped("BEFORE"))
        let past = await province.refusal { try await insertPastTheRule("BEFORE", in: "district_101") }
        #expect(past?.code == "launch-before-province")
        try await province.asSuperuser("ALTER TABLE core.launch_step DROP CONSTRAINT launch_not_before_the_province")
        #expect(await province.refusal { try await insertPastTheRule("BEFORE", in: "district_101") } == nil)
        try await province.asSuperuser(
            "ALTER TABLE core.launch_step ADD CONSTRAINT launch_not_before_the_province CHECK (happened_on >= not_before) NOT VALID")
    }

    @Test("gives a unit the province's own dates and no others; without the key it does not")
    func provinceDates() async throws {
        try await province.launched(try Plans.shipped("DATES"))
        let forged = """
            INSERT INTO district_101.launch (tenant_id, id, campaign_id, unit_id, not_before, deadline, received_on, recorded_on)
            SELECT l.tenant_id, core.new_id(), l.campaign_id, u.id, '2022-01-01', '2023-12-31', l.received_on, l.recorded_on
            FROM district_101.launch AS l
                JOIN core.campaign AS c ON c.id = l.campaign_id AND c.code = 'DATES'
                JOIN district_101.sub_unit AS u ON u.id <> u.tenant_id
            LIMIT 1
            """
        let refusal = await #expect(throws: PostgresError.self) { try await province.asSuperuser(forged) }
        #expect(refusal?.constraint == "launch_of_the_province")
        try await province.asSuperuser(
            "BEGIN; ALTER TABLE district_101.launch DROP CONSTRAINT launch_of_the_province; \(forged); ROLLBACK")
    }

    @Test("delivers to a unit once; without the key a job that is repeated delivers again")
    func oncePerUnit() async throws {
        try await province.launched(try Plans.shipped("ONCE"))
        let again = """
            INSERT INTO district_101.launch (tenant_id, id, campaign_id, unit_id, not_before, deadline, received_on, recorded_on)
            SELECT l.tenant_id, core.new_id(), l.campaign_id, l.unit_id, l.not_before, l.deadline, l.received_on, l.recorded_on
            FROM district_101.launch AS l
                JOIN core.campaign AS c ON c.id = l.campaign_id AND c.code = 'ONCE'
            """
        let refusal = await #expect(throws: PostgresError.self) { try await province.asSuperuser(again) }
        #expect(refusal?.constraint == "launch_one_per_unit")
        try await province.asSuperuser("BEGIN; ALTER TABLE core.launch DROP CONSTRAINT launch_one_per_unit; \(again); ROLLBACK")
    }

    /// What a program would do that forgot the rule.
    private func insertPastTheRule(_ code: String, in district: String) async throws {
        try await province.write(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
            let launch = try await ShowLaunch(.unit(campaign: code, code: nil)).perform(in: tx)
            _ = try await launch.insert(
                .acknowledged, id: IDSource.system.next(), position: 1, on: Plans.day("2023-03-30"), note: "", in: tx)
        }
    }
}
