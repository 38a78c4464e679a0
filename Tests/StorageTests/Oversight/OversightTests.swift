import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// What the database itself holds of inspections, remedies and members who follow units, whatever the program says before.
@Suite("Oversight in the database", .province(opening: 1), .serialized, .timeLimit(.minutes(30)))
struct OversightTests {
    private let province = Province.current
    private static let tenant = "district_101"

    private func code(_ act: () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    /// An inspection that was held in the tenant, with one finding.
    private func finding(_ campaign: String, in tenant: String = tenant) async throws -> Remedy.ID {
        let target = province.tenant(tenant)
        let found = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            let plan = try await PlanInspection(
                campaign: campaign, title: "Kiểm tra", content: "Sổ theo dõi", leader: "Phó Chánh Văn phòng",
                from: Plans.day("2023-06-01"), to: Plans.day("2023-06-30"), units: [target]
            ).perform(in: tx, ids: .system)
            _ = try await RecordVisit(
                plan, tenant: target, heldOn: Plans.day("2023-06-15"), minutesNumber: "1/BB", minutesOn: Plans.day("2023-06-16"),
                findings: ["Chưa cập nhật"]
            ).perform(in: tx, ids: .system)
            return try await ShowInspection(plan).perform(in: tx).places.first?.visit?.findings.first
        }
        return Remedy.ID(try #require(found).id.uuid)
    }

    private func order(
        _ cause: Remedy.ID, origin: Remedy.Origin = .finding, due: String = "2023-06-30", unit: String? = nil, of person: Person.ID? = nil,
        in tenant: String = tenant, as role: Role = .officeMonitor
    ) async throws -> Remedy.ID {
        let act = OrderRemedy(
            origin, cause, tenant: province.tenant(tenant), unit: province.unit(unit, in: tenant), person: person, words: "Cập nhật đủ",
            dueOn: Plans.day(due))
        return try await province.write(as: role, to: .province) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }

    private func kept(_ id: Remedy.ID) async throws -> Remedy {
        try #require(
            await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in try await Remedy.find(id, in: tx)
            })
    }

    /// A step past the program's own checks.
    private func append(
        _ step: Remedy.Step, to id: Remedy.ID, as role: Role, in tenant: String? = nil, unit: String? = nil, due: String? = nil
    ) async -> String? {
        await code {
            try await province.write(as: role, in: tenant, unit: unit, to: tenant == nil ? .province : nil) {
                (tx: borrowing TenantTransaction) in
                guard let kept = try await Remedy.find(id, in: tx) else { throw Problem.notFound }
                try await kept.append(
                    step, id: IDSource.system.next(), words: "x", documentNumber: "", documentOn: nil, dueOn: due.map(Plans.day), in: tx)
            }
        }
    }

    @Test("has the same cells as the program's machine")
    func cells() async throws {
        for state in Remedy.State.allCases {
            for step in Remedy.Step.allCases {
                let cell: String? = try await province.withConnection(as: "postgres") { connection in
                    try await connection.query("SELECT core.remedy_cell(\(state.rawValue), \(step.rawValue))").only { row in try row.next()
                    }
                }
                #expect(Remedy.state(after: step, in: state)?.rawValue == cell, "\(state), \(step)")
            }
        }
    }

    @Test("gives a day off the next working day, and goes from the owner to who ordered it and back; another closes it")
    func way() async throws {
        let stage = try await CriticismStage(province, campaign: "KP-1")
        let cause = try await finding(stage.code)
        let id = try await order(cause, due: "2023-06-24", unit: "10101")
        #expect(try await kept(id).dueOn == CivilDate("2023-06-26"), "a Saturday")
        #expect(await append(.close, to: id, as: .officeMonitor) == "remedy-out-of-order")
        #expect(await append(.report, to: id, as: .officeMonitor) != nil, "not in the owner's place")
        #expect(await append(.report, to: id, as: .subUnitOfficer, in: Self.tenant, unit: "10102") == "not-found", "another commune")
        #expect(await append(.report, to: id, as: .unitHead, in: "district_102") == "not-found")
        #expect(await append(.report, to: id, as: .subUnitOfficer, in: Self.tenant, unit: "10101") == nil)
        #expect(await append(.close, to: id, as: .subUnitOfficer, in: Self.tenant, unit: "10101") != nil, "not the owner")
        #expect(await append(.close, to: id, as: .homeAffairsOfficer) != nil, "not another body")
        #expect(await append(.return, to: id, as: .officeMonitor, due: "2023-06-20") == "invalid-input", "until a later day")
        #expect(await append(.return, to: id, as: .officeMonitor, due: "2023-07-08") == nil)
        #expect(try await kept(id).dueOn == CivilDate("2023-07-10"))
        #expect(await append(.report, to: id, as: .unitHead, in: Self.tenant) == nil, "who stands above the owner")
        #expect(await append(.close, to: id, as: .officeMonitor) == nil)
        #expect(try await kept(id).state == .closed)
    }

    @Test("orders something of a unit that was found there, of an owner who is there; without the constraints another's would do")
    func causes() async throws {
        let stage = try await CriticismStage(province, campaign: "KP-2")
        let cause = try await finding(stage.code)
        #expect(await code { _ = try await order(cause, in: "district_102") } == "invalid-input", "found elsewhere")
        #expect(await code { _ = try await order(cause, as: .homeAffairsOfficer) } != nil, "by another body")
        let abroad = OrderRemedy(
            .finding, cause, tenant: province.tenant(Self.tenant), unit: province.unit(nil, in: "district_102"), words: "x",
            dueOn: Plans.day("2023-06-30"))
        let foreign = {
            try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                _ = try await abroad.perform(in: tx, ids: .system)
            }
        }
        #expect(await code { try await foreign() } == "invalid-input", "no unit of that tenant")
        try await province.asSuperuser("ALTER TABLE core.remedy DROP CONSTRAINT remedy_with_its_cause, DROP CONSTRAINT remedy_of_an_owner")
        #expect(await code { try await foreign() } == nil)
    }

    @Test("shows a unit its own inspection once it is recorded and no plan, and another nothing; a closed unit is not inspected")
    func inspections() async throws {
        let stage = try await CriticismStage(province, campaign: "KP-3")
        _ = try await finding(stage.code)
        func seen(in tenant: String, as role: Role = .unitHead, unit: String? = nil) async throws -> Int {
            try await province.read(as: role, in: tenant, unit: unit) { (tx: borrowing TenantTransaction) in
                try await InspectionVisit.list(limit: 500, in: tx).filter { $0.findings.map(\.words) == ["Chưa cập nhật"] }.count
            }
        }
        #expect(try await seen(in: Self.tenant) > 0)
        #expect(try await seen(in: "district_102") == 0)
        #expect(try await seen(in: Self.tenant, as: .subUnitOfficer, unit: "10101") == 0, "of the whole unit")
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = '2023-06-19' WHERE slug = 'district_102'")
        #expect(await code { _ = try await finding(stage.code, in: "district_102") } != nil)
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = NULL WHERE slug = 'district_102'")
        #expect(await code { _ = try await finding(stage.code, in: "district_102") } == nil, "the control")
    }

    @Test("of a unit that has ended is still closed or withdrawn by who ordered it, and by nobody else; nothing is sent back there")
    func ofAnEndedUnit() async throws {
        let (stage, unit) = (try await CriticismStage(province, campaign: "KP-END"), "district_102")
        let cause = try await finding(stage.code, in: unit)
        let (open, reported) = (try await order(cause, in: unit), try await order(cause, in: unit))
        #expect(await append(.report, to: reported, as: .unitHead, in: unit) == nil)
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = '2023-06-19' WHERE slug = '\(unit)'")
        #expect(await code { _ = try await order(cause, in: unit) } != nil, "nothing new is ordered")
        #expect(await append(.return, to: reported, as: .officeMonitor, due: "2023-07-10") == "not-allowed")
        let returning = TakeRemedyStep(reported, .return, words: "Chưa đủ")
        let told = await code {
            _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await returning.perform(in: tx, ids: .system)
            }
        }
        #expect(told == "remedy-owner-ended")
        for body in [Role.homeAffairsOfficer, .chairman] {
            #expect(await append(.withdraw, to: open, as: body) == "not-allowed", "\(body)")
        }
        let moves = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            (try await ShowRemedy(reported).perform(in: tx).moves, try await ShowRemedy(open).perform(in: tx).moves)
        }
        #expect(moves.0 == [.close, .withdraw] && moves.1 == [.withdraw])
        #expect(await append(.close, to: reported, as: .officeMonitor) == nil)
        #expect(await append(.withdraw, to: open, as: .officeMonitor) == nil)
        let (closed, withdrawn) = (try await kept(reported).state, try await kept(open).state)
        #expect(closed == .closed && withdrawn == .withdrawn)
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = NULL WHERE slug = '\(unit)'")
    }

    @Test("writes no note in another member's name; without the policy it would")
    func names() async throws {
        let stage = try await CriticismStage(province, campaign: "KP-4")
        let council = province.tenant(Self.tenant)
        for role in [Role.unitCouncilMember, .councilSecretary] {
            try await province.asSuperuser(
                """
                INSERT INTO core.council_member (id, tenant_id, person_id, duty, valid_from, document_number, recorded_by, recorded_on)
                VALUES (gen_random_uuid(), '\(council)', '\(province.person(of: role, in: Self.tenant))', 'member', '2023-06-01', 'x',
                    '\(province.post(of: .councilSecretary, in: Self.tenant))', '2023-06-01')
                ON CONFLICT DO NOTHING
                """)
        }
        func assign(_ role: Role, to unit: String, as keeper: Role = .councilSecretary) async throws -> Following.ID {
            let act = AssignFollowing(
                person: province.person(of: role, in: Self.tenant), followed: province.unit(unit, in: Self.tenant), campaign: stage.code,
                from: Plans.day("2023-06-01"))
            return try await province.write(as: keeper, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await act.perform(in: tx, ids: .system)
            }
        }
        let following = try await assign(.unitCouncilMember, to: "10101")
        #expect(await code { _ = try await assign(.unitCouncilMember, to: "10101") } == "following-twice")
        #expect(await code { _ = try await assign(.unitHead, to: "10101") } == "invalid-input", "no member")
        #expect(await code { _ = try await assign(.councilSecretary, to: "10102", as: .unitHead) } == "not-allowed")
        // Past the program's own checks.
        func note(as role: Role, on day: String = "2023-06-19", id: FollowNote.ID = IDSource.system.next()) async -> String? {
            await code {
                try await province.write(as: role, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                    try await FollowNote.record(.finding, "x", on: Plans.day(day), id: id, for: following, of: council, in: tx)
                }
            }
        }
        let own: FollowNote.ID = IDSource.system.next()
        #expect(await note(as: .unitCouncilMember, id: own) == nil)
        #expect(await note(as: .councilSecretary) != nil, "a member of the same council")
        #expect(await note(as: .unitHead) != nil)
        #expect(await note(as: .unitCouncilMember, on: "2023-05-31") == "invalid-input", "before he followed it")

        // The unit that is followed reads it, and reports what he orders with it; he alone closes it.
        func read(_ unit: String) async throws -> Int {
            try await province.read(as: .subUnitOfficer, in: Self.tenant, unit: unit) { (tx: borrowing TenantTransaction) in
                try await FollowNote.list(limit: 500, in: tx).count { $0.id == own }
            }
        }
        #expect(try await read("10101") == 1)
        #expect(try await read("10102") == 0)
        let wide = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await FollowNote.list(limit: 500, in: tx).count { $0.id == own }
        }
        #expect(wide == 0, "what a unit's council noted stays in the unit")
        let ordering = OrderRemedy(
            .note, Remedy.ID(own.uuid), unit: province.unit("10101", in: Self.tenant), words: "x", dueOn: Plans.day("2023-06-30"))
        func order(as role: Role) async throws -> Remedy.ID {
            try await province.write(as: role, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await ordering.perform(in: tx, ids: .system)
            }
        }
        #expect(await code { _ = try await order(as: .councilSecretary) } != nil, "another member")
        let remedy = try await order(as: .unitCouncilMember)
        #expect(await append(.report, to: remedy, as: .subUnitOfficer, in: Self.tenant, unit: "10101") == nil)
        #expect(await append(.close, to: remedy, as: .councilSecretary, in: Self.tenant) != nil)
        #expect(await append(.close, to: remedy, as: .unitCouncilMember, in: Self.tenant) == nil)

        // The head of the unit sits in its council with no post of it: he notes and orders what is assigned to him, and nobody else does.
        try await province.asSuperuser(
            """
            INSERT INTO core.council_member (id, tenant_id, person_id, duty, valid_from, document_number, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(council)', '\(province.person(of: .unitHead, in: Self.tenant))', 'member', '2023-06-01', 'x',
                '\(province.post(of: .councilSecretary, in: Self.tenant))', '2023-06-01')
            """)
        let ofHead = try await assign(.unitHead, to: "10102")
        let noting = RecordFollowNote(ofHead, .urging, words: "Đôn đốc", on: Plans.day("2023-06-19"))
        func record(as role: Role) async -> String? {
            await code {
                try await province.write(as: role, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                    _ = try await noting.perform(in: tx, ids: .system)
                }
            }
        }
        for role in [Role.unitCoordinator, .councilSecretary, .unitCouncilMember, .clerk] {
            #expect(await record(as: role) == "not-allowed", "\(role)")
        }
        #expect(await record(as: .unitHead) == nil)
        for (role, isHis) in [(Role.unitCoordinator, false), (.unitHead, true)] {
            let past = await code {
                try await province.write(as: role, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                    try await FollowNote.record(
                        .finding, "x", on: Plans.day("2023-06-19"), id: IDSource.system.next(), for: ofHead, of: council, in: tx)
                }
            }
            #expect((past == nil) == isHis, "past the program's own checks: \(role)")
        }
        let urged = try #require(
            await province.read(as: .unitHead, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                try await FollowNote.list(limit: 500, in: tx).first { $0.words == "Đôn đốc" }
            })
        let wanting = OrderRemedy(
            .note, Remedy.ID(urged.id.uuid), unit: province.unit("10102", in: Self.tenant), words: "x", dueOn: Plans.day("2023-06-30"))
        for (role, isHis) in [(Role.unitCoordinator, false), (.unitHead, true)] {
            let ordered = await code {
                try await province.write(as: role, in: Self.tenant) { (tx: borrowing TenantTransaction) in
                    _ = try await wanting.perform(in: tx, ids: .system)
                }
            }
            #expect((ordered == nil) == isHis, "\(role)")
        }

        // The control: with a policy that asks for the post alone another member's name is taken.
        _ = try await assign(.councilSecretary, to: "10101")
        #expect(await note(as: .councilSecretary) != nil, "he follows the same unit, but not by this assignment")
        try await province.asSuperuser(
            "ALTER POLICY ones_own ON core.follow_note WITH CHECK (recorded_by = (SELECT core.actor_post()))")
        #expect(await note(as: .councilSecretary) == nil)
    }

    private func attach(_ seed: UInt64, to owner: AwardFile.Owner, as role: Role, unit: String? = nil) async throws -> AwardFile.ID {
        var spool = try Spool(atMost: Evidence.largest)
        try spool.append(EvidenceTests.pdf(300, seed: seed))
        let file = spool.finish()
        return try await province.write(as: role, in: Self.tenant, unit: unit) { (tx: borrowing TenantTransaction) in
            try await AttachAwardFile(owner: owner, fileName: "Ảnh.pdf", file: file).perform(in: tx, ids: .system)
        }
    }

    /// Entries of the audit about a file.
    private func audited(_ file: AwardFile.ID, as role: Role, in tenant: String? = nil) async throws -> Int {
        try await province.read(as: role, in: tenant, to: tenant == nil ? .province : nil) { (tx: borrowing TenantTransaction) in
            try await ShowTimeline(kind: "award_file", id: file.description).perform(in: tx).entries.count
        }
    }

    @Test(
        "takes a file that shows it from who reports, while the report waits; who ordered it reads it, another unit does not, nor in the audit"
    )
    func shown() async throws {
        let stage = try await CriticismStage(province, campaign: "KP-TEP")
        let id = try await order(try await finding(stage.code), unit: "10101")
        #expect(await append(.report, to: id, as: .subUnitOfficer, in: Self.tenant, unit: "10101") == nil)
        let report = try #require(
            await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await RemedyDetail.Act.all(of: id, in: tx)
            }.first
        ).id
        let step = AwardFile.Owner(.remedy, EntityID(report.uuid))
        #expect(await code { _ = try await attach(1, to: step, as: .subUnitOfficer, unit: "10102") } == "not-found", "another commune")
        #expect(await code { _ = try await attach(1, to: step, as: .councilSecretary) } != nil, "sees it, and reports nothing")
        let file = try await attach(2, to: step, as: .subUnitOfficer, unit: "10101")
        let read = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ReadAwardFile(file).chunk(0, in: tx)
        }
        #expect(read.count == 300)
        let elsewhere = await code {
            _ = try await province.read(as: .unitHead, in: "district_102") { (tx: borrowing TenantTransaction) in
                try await ReadAwardFile(file).file(in: tx)
            }
        }
        #expect(elsewhere == "not-found")
        // Its entry in the audit the auditor reads, like those of the remedy; who reads the unit's audit reads of other files alone.
        let initiative = try await province.write(as: .subUnitOfficer, in: Self.tenant, unit: "10101") {
            (tx: borrowing TenantTransaction) in
            try await RegisterInitiative(
                campaign: stage.code,
                initiative: Initiative(
                    title: "Một mẫu dùng chung", obstacle: "Đi lại nhiều lần", solution: "Gộp ba mẫu", effect: .init(days: 8),
                    scope: .outside, example: "Ba xã đã áp dụng")
            ).perform(in: tx, ids: .system)
        }
        let evidence = try await attach(5, to: AwardFile.Owner(.initiative, EntityID(initiative.uuid)), as: .subUnitOfficer, unit: "10101")
        #expect(try await audited(file, as: .auditor) == 1)
        for role in [Role.unitHead, .unitCoordinator, .tenantAdmin] {
            let (hidden, shown) = (
                try await audited(file, as: role, in: Self.tenant), try await audited(evidence, as: role, in: Self.tenant)
            )
            #expect(hidden == 0 && shown == 1, "\(role)")
        }
        #expect(await append(.return, to: id, as: .officeMonitor) == nil)
        #expect(await code { _ = try await attach(3, to: step, as: .subUnitOfficer, unit: "10101") } == "file-out-of-time")
        try await province.asSuperuser("ALTER TABLE core.award_file DISABLE TRIGGER guard_remedy")
        #expect(await code { _ = try await attach(4, to: step, as: .subUnitOfficer, unit: "10101") } == nil, "without its guard")
        try await province.asSuperuser("ALTER TABLE core.award_file ENABLE TRIGGER guard_remedy")
    }

    /// Criticism of the tenant as a whole that the Chairman signed.
    private func signedCriticism(_ stage: CriticismStage) async throws -> KeptCriticism.ID {
        let put = try await stage.put(
            try await stage.item("1", due: "2023-05-01"), proposedBy: province.post(of: .homeAffairsOfficer))
        return try await province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
            try await SignCriticism(put, documentNumber: "1/UBND", documentOn: Plans.day("2023-06-20")).perform(in: tx, ids: .system)
        }
    }

    @Test(
        "is told to its owner by itself, when it is new, 7 and 3 days before its day and when that is over, once a cause; what is reported is not; no webhook is told what follows criticism or falls on one person"
    )
    func reminded() async throws {
        let notices = try await NoticeStage(province)
        let stage = try await CriticismStage(province, campaign: "KP-NHAC")
        let cause = try await finding(stage.code)
        let id = try await order(cause, due: "2023-06-30", unit: "10101")
        let person = province.person(of: .individual, in: Self.tenant, unit: "10101")
        let ofPerson = try await order(cause, unit: "10101", of: person)
        let criticism = Remedy.ID(try await signedCriticism(stage).uuid)
        let criticised = try await order(criticism, origin: .criticism, unit: "10101", as: .homeAffairsOfficer)
        try await province.asSuperuser(
            """
            INSERT INTO core.webhook (id, tenant_id, url, secret)
            VALUES (core.new_id(), '\(province.tenant(Self.tenant))', 'https://127.0.0.1:9/x', sha256('x'))
            """)
        func told(_ rule: String, of remedy: Remedy.ID? = nil) async throws -> Int {
            try await province.count("SELECT count(*) FROM core.notice WHERE remedy_id = \(remedy ?? id) AND rule = \(rule)")
        }
        func posted(_ remedy: Remedy.ID) async throws -> Int {
            try await province.count(
                "SELECT count(*) FROM core.message AS m JOIN core.notice AS n ON n.id = m.notice_id WHERE n.remedy_id = \(remedy)")
        }
        for _ in 1...2 { try await notices.remind() }
        #expect(try await told("remedy_in_7") == 0, "ten days before")
        let (ordered, postedAtOnce) = (try await told("remedy_ordered"), try await posted(id))
        #expect(ordered == 1 && postedAtOnce == 1, "that it was ordered, once")
        try await stage.move(to: "2023-06-23")
        try await notices.remind()
        try await notices.remind()
        #expect(try await told("remedy_in_7") == 1)
        #expect(try await posted(id) == 2, "found in the unit as a whole, it is posted to the unit's webhooks, each cause once")
        for remedy in [ofPerson, criticised] {
            let (people, posts) = (try await told("remedy_in_7", of: remedy), try await posted(remedy))
            #expect(people == 1 && posts == 0, "\(remedy == criticised ? "of criticism" : "of a person")")
        }
        try await stage.move(to: "2023-06-28")
        try await notices.remind()
        #expect(try await told("remedy_in_3") == 1)
        let inbox = try await province.read(as: .subUnitOfficer, in: Self.tenant, unit: "10101") { (tx: borrowing TenantTransaction) in
            try await ListNotices().perform(in: tx)
        }
        let notice = try #require(inbox.first { $0.subject == .remedy(id) })
        #expect(notice.text.hasPrefix("Nhắc việc: khắc phục: Cập nhật đủ; tỉnh yêu cầu") && notice.path.hasSuffix("/remedies/\(id)"))
        try await stage.move(to: "2023-07-01")
        try await notices.remind()
        #expect(try await told("remedy_late") == 1)
        let reported = try await order(try await finding(stage.code), due: "2023-07-07", unit: "10101")
        #expect(await append(.report, to: reported, as: .subUnitOfficer, in: Self.tenant, unit: "10101") == nil)
        try await stage.move(to: "2023-07-04")
        try await notices.remind()
        #expect(
            try await province.count("SELECT count(*) FROM core.notice WHERE remedy_id = \(reported)") == 0, "it waits for who ordered it")
        try await province.asSuperuser("UPDATE core.webhook SET ended_at = now(); DELETE FROM core.job WHERE kind = 'notice.webhook'")
        try await stage.move(to: "2023-06-20")
    }
}
