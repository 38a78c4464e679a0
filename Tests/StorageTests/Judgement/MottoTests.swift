import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// How the motto is judged (A53, A54, A66), on the database as each officer acts.
@Suite("The motto of a unit", .province, .timeLimit(.minutes(30)))
struct MottoTests {
    private let province = Province.current

    private struct Undone: Error {}

    private func graded(_ campaign: String, partly: String? = nil) throws -> [MottoStep.Part] {
        try #require(try Plans.shipped(campaign).motto).parts.map {
            MottoStep.Part(code: $0.code, grade: $0.code == partly ? .partly : .met, remark: $0.code == partly ? "Còn hai việc" : "")
        }
    }

    private func assess(
        _ campaign: String, as role: Role = .unitCoordinator, in tenant: String = "district_101", unit: String? = nil,
        of code: String? = nil,
        on day: String? = nil
    ) async throws {
        let parts = try graded(campaign)
        try await province.write(as: role, in: tenant, unit: unit) { (tx: borrowing TenantTransaction) in
            try await AssessMotto(
                campaign: campaign, review: .interim, unit: code, parts: parts, assessedOn: day.flatMap { CivilDate($0) }
            ).perform(in: tx, ids: .system)
        }
    }

    private func comment(_ campaign: String, as role: Role, on code: String = "101", criticism: String = "") async throws {
        try await province.write(as: role, to: .province) { (tx: borrowing TenantTransaction) in
            try await CommentOnMotto(campaign: campaign, review: .interim, unit: code, words: "Thống nhất", criticism: criticism).perform(
                in: tx, ids: .system)
        }
    }

    private func decide(
        _ campaign: String, _ isAccepted: Bool = true, on code: String = "101", reason: String = "", correct: Bool = false,
        as role: Role = .councilMember, in tenant: String? = nil, unit: String? = nil
    ) async throws {
        try await province.write(as: role, in: tenant, unit: unit, to: tenant == nil ? .province : .home) {
            (tx: borrowing TenantTransaction) in
            try await DecideMotto(
                campaign: campaign, review: .interim, unit: code, isAccepted: isAccepted, documentNumber: "05/KL-HĐ", reason: reason,
                isCorrection: correct
            ).perform(in: tx, ids: .system)
        }
    }

    private func accepted(_ campaign: String, _ code: String, asOf day: String = "2023-06-20", tier: JudgedTier = .firstTier) async throws
        -> Bool?
    {
        let gathering = GatherLedger(campaign: campaign, review: .interim, asOf: Plans.day(day), tier: tier, unit: code)
        return try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await gathering.perform(in: tx)
        }.units.first?.isMottoAccepted
    }

    private func state(_ campaign: String, _ code: String = "101") async throws -> MottoStanding {
        try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ShowMotto(GatherLedger(campaign: campaign, review: .interim, unit: code)).perform(in: tx)
        }.standing
    }

    private func code(_ act: @Sendable () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    @Test("goes from the unit to the council; the file says open until a decision was recorded, and then the decision for every day")
    func wholeWay() async throws {
        let campaign = "MOTTO-1"
        try await province.bring(try Plans.shipped(campaign))
        #expect(try await state(campaign).state == .open)
        try await assess(campaign, on: "2023-06-15")
        #expect(try await state(campaign).movers == [.office, .homeAffairs])
        try await comment(campaign, as: .officeMonitor)
        try await comment(campaign, as: .homeAffairsOfficer)
        #expect(try await state(campaign).movers == [.provinceCouncil])
        #expect(try await accepted(campaign, "101") == nil)
        try await decide(campaign)
        #expect(try await accepted(campaign, "101") == true)
        #expect(try await accepted(campaign, "101", asOf: "2023-06-19") == true, "councils sit after the day that they judge")
        #expect(try await accepted(campaign, "102") == nil)
        // What was decided changes by a correction alone, and both stay.
        #expect(await code { try await decide(campaign, false, reason: "Khác") } == "motto-decided")
        #expect(await code { try await assess(campaign) } == "motto-decided")
        #expect(await province.refusal { try await decide(campaign, false, correct: true) }?.fields.map(\.path) == ["$.reason"])
        try await decide(campaign, false, reason: "Biên bản rà soát", correct: true)
        #expect(try await accepted(campaign, "101") == false)
        #expect(try await state(campaign).steps.map(\.kind) == [.assessed, .commented, .commented, .decided, .corrected])
    }

    @Test("a sub-unit assesses itself, its unit's council decides, and nobody on the unit in which he sits")
    func below() async throws {
        let campaign = "MOTTO-2"
        try await province.bring(try Plans.shipped(campaign))
        try await assess(campaign, as: .subUnitHead, unit: "10101")
        #expect(await code { try await comment(campaign, as: .officeMonitor, on: "101/10101") } == "motto-not-commented")
        #expect(await code { try await decide(campaign, on: "101/10101") } == "not-allowed")
        #expect(await code { try await decide(campaign, on: "10101", as: .unitHead, in: "district_101") } == "not-allowed")
        try await decide(campaign, on: "10101", as: .unitCouncilMember, in: "district_101")
        #expect(try await accepted(campaign, "101/10101", tier: .subUnits) == true)
        #expect(try await accepted(campaign, "101") == nil)
        // The unit's own motto is the province's to decide.
        #expect(
            await code { try await decide(campaign, on: "101", reason: "x", as: .unitCouncilMember, in: "district_101") } == "not-allowed")
        // Another unit's council learns nothing.
        #expect(await code { try await decide(campaign, on: "101/10101", as: .unitCouncilMember, in: "district_102") } == "not-found")
    }

    @Test("of a part of a unit is told to the province by its grades and its state: its remarks and reasons stay inside (A59)")
    func wordsStayInside() async throws {
        let campaign = "MOTTO-A59"
        try await province.bring(try Plans.shipped(campaign))
        let partly = try #require(try Plans.shipped(campaign).motto?.parts.first?.code)
        let parts = try graded(campaign, partly: partly)
        for (role, unit) in [(Role.subUnitHead, "10101"), (.unitCoordinator, nil)] as [(Role, String?)] {
            try await province.write(as: role, in: "district_101", unit: unit) { (tx: borrowing TenantTransaction) in
                try await AssessMotto(campaign: campaign, review: .interim, unit: nil, parts: parts).perform(in: tx, ids: .system)
            }
        }
        try await decide(campaign, false, on: "10101", reason: "Còn chậm", as: .unitCouncilMember, in: "district_101")
        func steps(_ code: String, as role: Role, in tenant: String? = nil) async throws -> [MottoStep] {
            try await province.read(as: role, in: tenant, to: tenant == nil ? .province : .home) { (tx: borrowing TenantTransaction) in
                try await ShowMotto(GatherLedger(campaign: campaign, review: .interim, unit: code)).perform(in: tx)
            }.standing.steps
        }
        let inside = try await steps("10101", as: .unitHead, in: "district_101")
        #expect(inside.flatMap(\.parts).map(\.remark).contains("Còn hai việc") && inside.last?.words == "Còn chậm", "the control")
        let whole = try await steps("101", as: .officeMonitor)
        #expect(whole.flatMap(\.parts).map(\.remark).contains("Còn hai việc"), "what the unit as a whole says is the province's to read")
        for role in [Role.officeMonitor, .homeAffairsOfficer, .chairman, .councilMember, .auditor] {
            let told = try await steps("101/10101", as: role)
            #expect(told.map(\.kind) == inside.map(\.kind) && told.flatMap(\.parts).map(\.grade) == parts.map(\.grade), "\(role)")
            #expect(told.allSatisfy { $0.words.isEmpty && $0.parts.allSatisfy(\.remark.isEmpty) }, "\(role)")
            // Past the program: no column, and no function that tells another's.
            for column in ["words", "remarks"] {
                #expect(try await province.raw(role, provinceWide: true, "SELECT \(column) FROM core.motto_step")?.sqlState == "42501")
            }
        }
        func refused(_ step: MottoStep?) async throws -> String? {
            let id = try #require(step).id
            return try await province.raw(
                .officeMonitor, provinceWide: true,
                "SELECT 1 / count(core.motto_remarks('\(province.tenant("district_101"))', '\(id)'))")?.sqlState
        }
        #expect(try await refused(inside.first) == "22012", "nothing is told")
        #expect(try await refused(whole.first) == nil, "the control")
        // And the audit, which holds the rows with their words.
        func entries(_ unit: String?) async throws -> String? {
            try await province.raw(
                .officeMonitor, provinceWide: true,
                """
                SELECT 1 / count(*) FROM core.audit_entry
                WHERE relation = 'motto_step' AND subject_id = '\(province.unit(unit, in: "district_101"))'::uuid::text
                """)?.sqlState
        }
        #expect(try await entries("10101") == "22012")
        #expect(try await entries(nil) == nil, "the control")
    }

    @Test("asks for a reason where the unit was criticised, or where it or who comments was not heard", arguments: [0, 1, 2, 3])
    func reasons(round: Int) async throws {
        let campaign = "MOTTO-REASON-\(round)"
        try await province.bring(try Plans.shipped(campaign))
        if round > 0 { try await assess(campaign) }
        if round > 1 { try await comment(campaign, as: .officeMonitor, criticism: round > 2 ? "21/UBND-NC ngày 05/6/2023" : "") }
        if round > 2 { try await comment(campaign, as: .homeAffairsOfficer) }
        let refusal = await province.refusal { try await decide(campaign) }
        #expect(refusal?.fields.map(\.path) == ["$.reason"])
        let expected = ["chưa tự đánh giá", "Văn phòng UBND tỉnh, Sở Nội vụ", "Sở Nội vụ", "21/UBND-NC"][round]
        #expect(refusal?.fields.first?.reason.contains(expected) == true, "\(refusal?.fields ?? [])")
        // The database asks it too, whatever a program forgets.
        let raw = try await province.raw(
            .councilMember, provinceWide: true,
            """
            INSERT INTO core.motto_step (tenant_id, id, campaign_id, review, unit_id, position, step, body, happened_on, accepted, document_number,
                recorded_by, recorded_on)
            SELECT t.id, gen_random_uuid(), c.id, 'interim', t.id, \(round > 2 ? 4 : round + 1), 'decided', 'provinceCouncil', '2023-06-20', true, '1',
                '\(province.post(of: .councilMember))', '2023-06-20'
            FROM core.tenant AS t CROSS JOIN core.campaign AS c
            WHERE t.slug = 'district_101' AND c.code = '\(campaign)'
            """)
        #expect(raw?.constraint == (round > 2 ? "motto_criticised_gives_reason" : "motto_unheard_gives_reason"))
        try await decide(campaign, reason: "Hội đồng thống nhất")
        #expect(try await accepted(campaign, "101") == true)
    }

    @Test("each role does its own step in its own state and nothing else", arguments: [MottoStanding.State.open, .assessed, .accepted])
    func cells(state: MottoStanding.State) async throws {
        let campaign = "MOTTO-CELLS-\(state.rawValue)"
        try await province.bring(try Plans.shipped(campaign))
        if state != .open { try await assess(campaign) }
        if state == .accepted { try await decide(campaign, reason: "Hội đồng thống nhất") }
        let standing = try await self.state(campaign)
        let acting: [Role: MottoStep.Kind] = [
            .unitHead: .assessed, .unitCoordinator: .assessed, .officeChief: .commented, .officeMonitor: .commented,
            .homeAffairsOfficer: .commented, .councilMember: .decided,
        ]
        let roles: [Role] = [
            .chairman, .viceChairman, .officeChief, .officeMonitor, .homeAffairsOfficer, .councilMember, .auditor, .unitHead,
            .unitCoordinator,
            .councilSecretary, .unitCouncilMember, .clerk, .tenantAdmin,
        ]
        for role in roles {
            for kind in MottoStep.Kind.allCases {
                let isAllowed = acting[role] == kind || (acting[role] == .decided && kind == .corrected)
                let expected = isAllowed ? standing.refusal(of: kind)?.code ?? "done" : "not-allowed"
                #expect(try await attempt(kind, campaign, as: role) == expected, "\(role.rawValue) \(kind.rawValue)")
            }
        }
    }

    /// Does it and takes it back.
    private func attempt(_ kind: MottoStep.Kind, _ campaign: String, as role: Role) async throws -> String {
        let parts = try graded(campaign)
        let inProvince = Policy.of(role).provinceRole != nil
        do {
            try await province.write(as: role, in: inProvince ? nil : "district_101", to: inProvince ? .province : .home) {
                (tx: borrowing TenantTransaction) in
                switch kind {
                case .assessed:
                    try await AssessMotto(campaign: campaign, review: .interim, unit: "101", parts: parts).perform(in: tx, ids: .system)
                case .commented:
                    try await CommentOnMotto(campaign: campaign, review: .interim, unit: "101", words: "x").perform(in: tx, ids: .system)
                case .decided, .corrected:
                    try await DecideMotto(
                        campaign: campaign, review: .interim, unit: "101", isAccepted: true, documentNumber: "1", reason: "x",
                        isCorrection: kind == .corrected
                    ).perform(in: tx, ids: .system)
                }
                throw Undone()
            }
            return "kept"
        } catch is Undone {
            return "done"
        } catch let problem as Problem {
            return problem.code
        }
    }

    @Test("who assessed a unit, for whichever post, is known when it comes to deciding")
    func separation() async throws {
        let campaign = "MOTTO-SELF"
        try await province.bring(try Plans.shipped(campaign))
        try await assess(campaign, as: .unitCoordinator, of: "10102")
        for (role, expected) in [(Role.unitCoordinator, true), (.unitCouncilMember, false), (.unitHead, false)] {
            let found = try await province.read(as: role, in: "district_101") { (tx: borrowing TenantTransaction) in
                let unit = try await ShowMotto(GatherLedger(campaign: campaign, review: .interim, unit: "10102")).perform(in: tx).unit
                guard let record = try await CampaignRecord.find(code: campaign, in: tx) else { throw Problem.notFound }
                return try await MottoStep.isAssessedByActor(unit, of: record.id, review: .interim, in: tx)
            }
            #expect(found == expected, "\(role.rawValue)")
        }
    }

    @Test("of two councils at once one is told that the other was first", arguments: 0..<3)
    func together(round: Int) async throws {
        let campaign = "MOTTO-TOGETHER-\(round)"
        try await province.bring(try Plans.shipped(campaign))
        let answers = await withTaskGroup(of: String?.self) { group in
            group.addTask { await code { try await decide(campaign, reason: "Một") } }
            group.addTask { await code { try await decide(campaign, false, reason: "Hai") } }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(answers.count { $0 == nil } == 1)
        #expect(answers.allSatisfy { $0 == nil || $0 == "changed-meanwhile" || $0 == "motto-decided" }, "\(answers)")
        #expect(try await state(campaign).steps.count == 1)
    }

    @Test("says field by field what is wrong")
    func faults() async throws {
        let campaign = "MOTTO-FAULTS"
        try await province.bring(try Plans.shipped(campaign))
        let refusal = await province.refusal {
            try await province.write(as: .unitHead, in: "district_101") { (tx: borrowing TenantTransaction) in
                try await AssessMotto(
                    campaign: campaign, review: .interim,
                    parts: [.init(code: "III.1.1", grade: .unmet), .init(code: "III.1.1", grade: .met), .init(code: "IX", grade: .met)],
                    assessedOn: Plans.day("2023-06-21")
                ).perform(in: tx, ids: .system)
            }
        }
        #expect(refusal?.fields.map(\.path) == ["$.parts[0].remark", "$.parts[1].code", "$.parts[2].code", "$.parts", "$.date"])
        // Nobody comments on himself, and only the council's own unit is not in its hands.
        try await assess(campaign, in: "dept_vpub")
        #expect(await code { try await comment(campaign, as: .officeMonitor, on: "VPUB") } == "own-motto")
        #expect(try await state(campaign, "VPUB").movers == [.homeAffairs])
    }

    @Test(
        "keeps its order by constraint, whatever a program forgets",
        arguments: [
            ("position", "3", "motto_step_standing_check"), ("position", "1", "motto_step_in_order"),
            ("step", "'corrected'", "motto_corrects_a_decision"),
            ("happened_on", "'2023-06-21'", "motto_not_in_the_future"), ("happened_on", "'2023-06-01'", "motto_after_the_step_before"),
            ("document_number", "''", "motto_decided_by_paper"), ("accepted", "NULL", "motto_decision_says_what"),
            ("words", "''", "motto_unheard_gives_reason"),
            ("body", "'unitCouncil'", "42501"), ("recorded_by", "gen_random_uuid()", "42501"), ("recorded_on", "'2023-06-19'", "42501"),
            ("words", "'y'", ""),
        ])
    func constraints(column: String, value: String, expected: String) async throws {
        let campaign = "MOTTO-RAW-\("\(column)\(value)".utf8.reduce(7) { ($0 * 31 + Int($1)) % 1_000_003 })"
        try await province.bring(try Plans.shipped(campaign))
        try await assess(campaign, on: "2023-06-15")
        var columns = [
            "tenant_id": "'\(province.tenant("district_101"))'", "id": "gen_random_uuid()", "review": "'interim'",
            "campaign_id": "(SELECT c.id FROM core.campaign AS c WHERE c.code = '\(campaign)')",
            "unit_id": "'\(province.tenant("district_101"))'",
            "position": "2", "step": "'decided'", "body": "'provinceCouncil'", "happened_on": "'2023-06-16'", "accepted": "true",
            "document_number": "'05/KL-HĐ'", "words": "'x'", "recorded_by": "'\(province.post(of: .councilMember))'",
            "recorded_on": "'2023-06-20'",
        ]
        columns[column] = value
        let names = columns.keys.sorted()
        let error = try await province.raw(
            .councilMember, provinceWide: true,
            """
            INSERT INTO core.motto_step (\(names.joined(separator: ", "))) VALUES (\(names.compactMap { columns[$0] }.joined(separator: ", ")))
            """)
        #expect((error?.constraint ?? error?.sqlState ?? "") == expected)
    }
}
