import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("A unit's report on its launch", .province, .timeLimit(.minutes(30)))
struct LaunchStepTests {
    let province = Province.current

    /// Launches a campaign of its own, to a district and its sub-units.
    private func prepared(_ code: String, _ plan: (String) throws -> Campaign = Plans.shipped, on day: String = "2023-03-31") async throws
        -> String
    {
        let district = "district_101"
        try await province.launched(try plan(code), on: day)
        // Other tests work on the same queue at the same time: it is this campaign's records that are waited for.
        while try await records(code, in: district) < 1 { try await province.work() }
        while await province.refusal({ try await province.cascade(code, in: district) }) != nil {
            try await Task.sleep(for: .milliseconds(10))
        }
        while try await records(code, in: district) < 7 { try await province.work() }
        return district
    }

    private func records(_ code: String, in district: String) async throws -> Int {
        try await province.count(
            """
            SELECT count(*)
            FROM core.launch AS l JOIN core.campaign AS c ON c.id = l.campaign_id
            WHERE c.code = \(code) AND l.tenant_id = \(province.tenant(district))
            """)
    }

    private func held(
        _ code: String, _ unit: String?, on day: String = "2023-04-05", version: Int? = nil, form: LaunchForm.Kind = .ownConference,
        with conference: String = "", attendance: Int = 30, note: String = "", by document: String = ""
    ) -> RecordLaunch {
        var act = RecordLaunch(
            .unit(campaign: code, code: unit), version: version, happenedOn: Plans.day(day), form: form, combinedWith: conference,
            attendance: attendance, note: note)
        act.correctionDocument = document
        return act
    }

    private func report(_ act: RecordLaunch, as role: Role = .unitHead, in tenant: String, unit: String? = nil) async throws -> Launch {
        try await province.write(as: role, in: tenant, unit: unit) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }

    @Test("takes it from received to acknowledged, planned and launched, with who and when")
    func allSteps() async throws {
        let district = try await prepared("STEPS")
        let root = LaunchReference.unit(campaign: "STEPS", code: nil)
        let first = try await province.write(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
            try await AcknowledgeLaunch(root, version: 0, happenedOn: Plans.day("2023-04-01")).perform(in: tx, ids: .system)
        }
        #expect(first.standing.state == .acknowledged)
        let second = try await province.write(as: .unitCoordinator, in: district) { (tx: borrowing TenantTransaction) in
            try await RecordLaunchPlan(
                root, version: 1, happenedOn: Plans.day("2023-04-04"), documentNumber: "12/KH-UBND", text: "Kế hoạch\nphát động",
                note: " gửi  kèm "
            )
            .perform(in: tx, ids: .system)
        }
        #expect(second.standing.state == .planned)
        let third = try await report(
            held("STEPS", nil, version: 2, form: .combined, with: "Hội nghị giao ban tháng 4", attendance: 120), in: district)
        #expect(third.standing.state == .launched)
        #expect(
            third.steps.map(\.act) == [
                .acknowledged, .planned(documentNumber: "12/KH-UBND", text: "Kế hoạch\nphát động"),
                .launched(.combined(with: "Hội nghị giao ban tháng 4"), attendance: 120),
            ])
        #expect(third.steps.map(\.note) == ["", "gửi kèm", ""])
        #expect(
            third.steps.map(\.recordedBy) == [
                province.post(of: .clerk, in: district), province.post(of: .unitCoordinator, in: district),
                province.post(of: .unitHead, in: district),
            ])
        #expect(third.steps.allSatisfy { $0.recordedOn == province.businessDate })
        #expect(third.version == 3)
    }

    @Test("of a part of a unit is told to the province by its days and figures: its notes and its plan stay inside (A59)")
    func notesStayInside() async throws {
        let district = try await prepared("STEPS-A59")
        for unit in ["10101", nil] {
            try await province.write(as: unit == nil ? .unitCoordinator : .subUnitHead, in: district, unit: unit) {
                (tx: borrowing TenantTransaction) in
                _ = try await RecordLaunchPlan(
                    .unit(campaign: "STEPS-A59", code: unit), version: nil, happenedOn: Plans.day("2023-04-04"), documentNumber: "3/KH",
                    text: "Nội dung kế hoạch", note: "Còn vướng kinh phí"
                ).perform(in: tx, ids: .system)
            }
        }
        func plan(_ unit: String?, as role: Role, in place: Entry.Place) async throws -> LaunchStep {
            let launch = try await province.read(as: role, in: role == .unitHead ? district : nil, to: place) {
                (tx: borrowing TenantTransaction) in
                try await ShowLaunch(.unit(campaign: "STEPS-A59", code: unit)).perform(in: tx)
            }
            return try #require(launch.steps.last)
        }
        let inside = try await plan("10101", as: .unitHead, in: .home)
        #expect(inside.note == "Còn vướng kinh phí", "the control")
        let there = Entry.Place.tenant(try #require(Tenant.Slug(district)))
        let told = try await plan("10101", as: .officeMonitor, in: there)
        #expect(told.note.isEmpty && told.act == .planned(documentNumber: "3/KH", text: "") && told.happenedOn == inside.happenedOn)
        let whole = try await plan(nil, as: .officeMonitor, in: there)
        #expect(whole.note == "Còn vướng kinh phí" && whole.act == .planned(documentNumber: "3/KH", text: "Nội dung kế hoạch"))
        // Past the program: no column, and no function that tells another's.
        for column in ["note", "document_text"] {
            for role in [Role.officeMonitor, .homeAffairsOfficer, .chairman, .councilMember, .auditor] {
                #expect(try await province.raw(role, provinceWide: true, "SELECT \(column) FROM core.launch_step")?.sqlState == "42501")
            }
        }
        for (step, state) in [(inside.id, "22012"), (whole.id, nil)] as [(LaunchStep.ID, String?)] {
            for function in ["launch_note", "launch_plan_text"] {
                let asked = "SELECT 1 / count(core.\(function)('\(province.tenant(district))', '\(step)'))"
                #expect(try await province.raw(.officeMonitor, provinceWide: true, asked)?.sqlState == state, "\(function)")
            }
        }
    }

    @Test(
        "is in time on the deadline's day and late the day after, and never refused for it",
        arguments: [("2023-04-09", false), ("2023-04-10", true), ("2023-06-20", true)])
    func lateness(day: String, late: Bool) async throws {
        let district = try await prepared("LATE-\(day)")
        let launch = try await report(held("LATE-\(day)", nil, on: day), in: district)
        #expect(launch.standing.isLate == late)
        let monitor = try await province.monitor("LATE-\(day)")
        #expect(monitor.late.map(\.tenant.text) == (late ? [district] : []))
    }

    @Test("judges another campaign by that campaign's own dates")
    func otherPlan() async throws {
        let district = try await prepared("OTHER", Plans.other, on: "2023-05-05")
        #expect(
            await province.refusal { _ = try await report(held("OTHER", nil, on: "2023-05-04"), in: district) }?.code
                == "launch-before-province")
        // Its plan has no combined conferences.
        let refusal = await province.refusal {
            _ = try await report(held("OTHER", nil, on: "2023-05-20", form: .combined, with: "Giao ban"), in: district)
        }
        #expect(refusal?.fields.map(\.path) == ["$.form"])
        #expect(try await report(held("OTHER", nil, on: "2023-06-01"), in: district).standing.isLate == false)
        _ = try await prepared("OTHER-LATE", Plans.other, on: "2023-05-05")
        #expect(try await report(held("OTHER-LATE", nil, on: "2023-06-02"), in: district).standing.isLate)
    }

    @Test("before the province's launch is refused")
    func beforeTheProvince() async throws {
        let district = try await prepared("BEFORE")
        let refusal = await province.refusal { _ = try await report(held("BEFORE", nil, on: "2023-03-30"), in: district) }
        #expect(refusal?.code == "launch-before-province")
        #expect(refusal?.fields.map(\.path) == ["$.happenedOn"])
        #expect(try await report(held("BEFORE", nil, on: "2023-03-31"), in: district).standing.state == .launched)
    }

    @Test("names every field that is wrong")
    func inputs() async throws {
        let district = try await prepared("INPUTS")
        let conference = await province.refusal {
            _ = try await report(
                held("INPUTS", nil, form: .combined, attendance: -1, note: String(repeating: "a", count: 2_001)), in: district)
        }
        #expect(conference?.fields.map(\.path) == ["$.combinedWith", "$.attendance", "$.note"])
        let own = await province.refusal { _ = try await report(held("INPUTS", nil, form: .ownConference, with: "Giao ban"), in: district) }
        #expect(own?.fields.map(\.path) == ["$.combinedWith"])
        let plan = await province.refusal {
            try await province.write(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
                _ = try await RecordLaunchPlan(
                    .unit(campaign: "INPUTS", code: nil), version: nil, happenedOn: Plans.day("2023-04-04"), documentNumber: " ", text: "\n"
                ).perform(in: tx, ids: .system)
            }
        }
        #expect(plan?.fields.map(\.path) == ["$.documentNumber", "$.text"])
        let future = await province.refusal { _ = try await report(held("INPUTS", nil, on: "2023-06-21"), in: district) }
        #expect(future?.code == "date-in-future")
    }

    @Test("may be corrected, keeps what was said before, and says the same only once")
    func corrections() async throws {
        let district = try await prepared("CORRECT")
        _ = try await report(held("CORRECT", nil, on: "2023-04-12"), in: district)
        // A late launch does not become punctual by the unit's word alone.
        for wordless in [
            held("CORRECT", nil, on: "2023-04-07"), held("CORRECT", nil, on: "2023-04-07", note: "đính chính ngày"),
            held("CORRECT", nil, on: "2023-04-07", by: "3/BB-UBND"),
        ] {
            let refused = await province.refusal { _ = try await report(wordless, in: district) }
            #expect(refused?.code == "launch-day-recorded" && refused?.fields.map(\.path) == ["$.note", "$.correctionDocument"])
        }
        // What is not the day is corrected without.
        #expect(try await report(held("CORRECT", nil, on: "2023-04-12", attendance: 31), in: district).standing.isCorrected == false)
        let corrected = try await report(held("CORRECT", nil, on: "2023-04-07", note: "đính chính ngày", by: "3/BB-UBND"), in: district)
        #expect(corrected.standing.isCorrected && corrected.steps.last?.correctionDocument == "3/BB-UBND")
        let seen = try await province.monitor("CORRECT").corrected
        #expect(seen.map(\.tenant.text) == [district] && seen.first?.stateInVietnamese.contains("đã sửa ngày") == true)
        #expect(corrected.steps.map(\.happenedOn) == ["2023-04-12", "2023-04-12", "2023-04-07"].map(Plans.day))
        #expect(!corrected.standing.isLate)
        #expect(try await report(held("CORRECT", nil, on: "2023-04-07", note: "đính chính ngày"), in: district).version == 3)
        // A plan that is recorded afterwards does not take it back.
        let planned = try await province.write(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
            try await RecordLaunchPlan(
                .unit(campaign: "CORRECT", code: nil), version: 3, happenedOn: Plans.day("2023-04-03"), documentNumber: "1/KH",
                text: "Kế hoạch"
            ).perform(in: tx, ids: .system)
        }
        #expect(planned.standing.state == .launched)
        #expect(planned.standing.planned != nil)
        // The motto counts by the last word, as the monitor does.
        func late() async throws -> Int? {
            let showing = ShowMotto(GatherLedger(campaign: "CORRECT", review: .interim, unit: "101"))
            return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await showing.perform(in: tx)
            }.indicators.flatMap(\.figures).first { $0.measure == .launchedLate }?.count
        }
        #expect(try await late() == 0)
        let again = try await report(held("CORRECT", nil, on: "2023-04-12", note: "theo biên bản hội nghị", by: "4/BB-UBND"), in: district)
        #expect(again.standing.isLate)
        #expect(try await late() == 1, "an earlier day that was corrected counts no more")
    }

    @Test("is refused as stale when another was faster")
    func stale() async throws {
        let district = try await prepared("STALE")
        _ = try await report(held("STALE", nil, version: 0), in: district)
        let refusal = await province.refusal { _ = try await report(held("STALE", nil, on: "2023-04-06", version: 0), in: district) }
        #expect(refusal?.kind == .stale)

        // Both read the same version; the key lets one of them in.
        let first = try await province.read(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
            try await ShowLaunch(.unit(campaign: "STALE", code: nil)).perform(in: tx)
        }
        let outcomes = await withTaskGroup(of: Problem?.self) { group in
            for day in ["2023-04-06", "2023-04-07", "2023-04-08"] {
                group.addTask {
                    await province.refusal {
                        try await province.write(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
                            _ = try await first.insert(
                                .acknowledged, id: IDSource.system.next(), position: 2, on: Plans.day(day), note: "", in: tx)
                        }
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == nil } == 1)
        #expect(outcomes.compactMap(\.self).allSatisfy { $0.kind == .stale })
    }

    @Test("is a commune's own for its officers, the whole tree's for the district, and nobody else's")
    func reach() async throws {
        let district = try await prepared("REACH")
        let (commune, neighbour) = ("10101", "10102")
        #expect(try await report(held("REACH", commune), as: .subUnitOfficer, in: district, unit: commune).standing.state == .launched)
        // Below the commune as well; but not its neighbour, and not the district itself.
        #expect(try await report(held("REACH", "TT01"), as: .subUnitHead, in: district, unit: commune).standing.state == .launched)
        for unit in [neighbour, nil] as [String?] {
            #expect(
                await province.refusal { _ = try await report(held("REACH", unit), as: .subUnitHead, in: district, unit: commune) }
                    == .notFound)
        }
        #expect(try await report(held("REACH", neighbour), as: .councilSecretary, in: district).standing.state == .launched)
        // Visible, but not his to report.
        #expect(
            await province.refusal { _ = try await report(held("REACH", commune, on: "2023-04-06"), as: .tenantAdmin, in: district) }
                == .notAllowed)
        #expect(
            await province.refusal { _ = try await report(held("REACH", commune), as: .individual, in: district, unit: commune) }
                == .notFound)
        // Nor what changes nothing: the same as its officer reported, which to himself is answered.
        #expect(try await report(held("REACH", commune), as: .subUnitOfficer, in: district, unit: commune).version == 1)
        #expect(await province.refusal { _ = try await report(held("REACH", commune), as: .tenantAdmin, in: district) } == .notAllowed)
        // The Office sees, and does not write.
        for unit in [commune, nil] as [String?] {
            let office = await province.refusal {
                try await province.write(as: .officeMonitor, to: .tenant(Tenant.Slug(district)!)) { (tx: borrowing TenantTransaction) in
                    _ = try await held("REACH", unit).perform(in: tx, ids: .system)
                }
            }
            #expect(office == .notAllowed)
        }
    }

    @Test(
        "is made for a unit by the worker alone: no officer can receive a launch for himself", arguments: [Role.unitHead, .unitCoordinator])
    func notByHand(role: Role) async throws {
        let code = "BY-HAND-\(role.rawValue)"
        try await province.launched(try Plans.shipped(code))
        let campaign = try await province.monitor(code).campaign.id
        let token = province.token(of: role, in: "district_102")
        let refusal = await #expect(throws: PostgresError.self) {
            try await province.withConnection(as: "thidua_web") { connection in
                _ = try await connection.pipeline(
                    [
                        "BEGIN", "SELECT set_config('role', core.enter(\(token.bytes), 'district_102'), true)",
                        """
                        INSERT INTO district_102.launch (tenant_id, id, campaign_id, unit_id, not_before, deadline, received_on, recorded_on)
                        VALUES (\(province.tenant("district_102")), core.new_id(), \(campaign), \(province.unit("10201", in: "district_102")),
                            '2023-03-31', '2023-04-09', '2023-06-20', '2023-06-20')
                        """,
                    ], deadline: nil, isWrite: true)
            }
        }
        #expect(refusal?.sqlState == "42501")
    }
}
