import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("More time for an item", .province, .timeLimit(.minutes(30)))
struct ExtensionTests {
    let province = Province.current
    private let tenant = "dept_snv"

    private func day(_ text: String) -> CivilDate { CivilDate(text)! }

    private func ask(
        _ item: WorkItem.ID, to due: String, on day: String? = nil, as role: Role = .unitCoordinator, in tenant: String? = nil,
        unit: String? = nil
    ) async throws {
        try await province.write(as: role, in: tenant ?? self.tenant, unit: unit) { (tx: borrowing TenantTransaction) in
            _ = try await AskExtension(
                item: item, dueOn: self.day(due), reason: "Chờ hướng dẫn", documentNumber: "45/SNV-VP",
                askedOn: day.flatMap { CivilDate($0) }
            ).perform(in: tx, ids: .system)
        }
    }

    private func decide(
        _ item: WorkItem.ID, grant: Bool = true, to due: String? = nil, on day: String? = nil, postFacto: Bool = false,
        as role: Role = .officeMonitor, in tenant: String? = nil, unit: String? = nil
    ) async throws {
        let place: Entry.Place = tenant == nil ? .province : .home
        try await province.write(as: role, in: tenant, unit: unit, to: place) { (tx: borrowing TenantTransaction) in
            _ = try await DecideExtension(
                item: item, isGranted: grant, dueOn: due.flatMap { CivilDate($0) }, isPostFacto: postFacto,
                decidedOn: day.flatMap { CivilDate($0) }, documentNumber: "88/UBND-TH", reason: grant ? "" : "Đã đủ thời gian"
            ).perform(in: tx, ids: .system)
        }
    }

    private func code(_ act: @Sendable () async throws -> Void) async -> String? { await province.refusal(act)?.code }

    @Test("moves the date when asked and granted in time; the first date and every later one stay, and who co-ordinates reads the new one")
    func granted() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant, due: "2023-06-30", coordinators: ["district_101"]))
        try await ask(id, to: "2023-07-15")
        #expect(try await bench.show(id, in: tenant).extensions.map { $0.state(at: province.businessDate) } == [.pending])
        try await decide(id, to: "2023-07-10")
        let detail = try await bench.show(id, in: tenant)
        #expect(detail.entry.item.terms.dueOn == day("2023-07-10"))
        #expect(detail.entry.item.originalDueOn == day("2023-06-30"))
        #expect(detail.changes.map(\.dueOn) == [day("2023-06-30")])
        #expect(detail.extensions.map { $0.state(at: province.businessDate) } == [.granted])
        #expect(detail.extensions.first?.request?.newDueOn == day("2023-07-15"))
        #expect(detail.extensions.granted == 1)
        #expect(detail.maximumExtensions == 1)
        let helper = try await bench.list(LedgerFilter(directive: bench.directive), in: "district_101").first?.item
        #expect(helper?.terms.dueOn == day("2023-07-10"))
        // A second one is granted as well, and counted: the council sees it.
        try await ask(id, to: "2023-07-30")
        try await decide(id)
        #expect(try await bench.show(id, in: tenant).extensions.granted == 2)
        #expect(try await bench.show(id, in: tenant).entry.item.terms.dueOn == day("2023-07-30"))
    }

    @Test("is refused with a reason and then may be asked again; one request at a time")
    func refused() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant))
        #expect(await code { try await decide(id) } == "no-extension-request")
        try await ask(id, to: "2023-07-15")
        #expect(await code { try await ask(id, to: "2023-07-20") } == "extension-pending")
        try await decide(id, grant: false)
        #expect(try await bench.show(id, in: tenant).entry.item.terms.dueOn == day("2023-06-30"))
        try await ask(id, to: "2023-07-20")
        let states = try await bench.show(id, in: tenant).extensions.map { $0.state(at: province.businessDate) }
        #expect(states == [.refused, .pending])
    }

    @Test("of an item that is late is a date to work by; only the Chairman's signature moves it, with or without a request")
    func late() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant, due: "2023-06-10"))
        try await ask(id, to: "2023-07-15")
        try await decide(id)
        let late = try await bench.show(id, in: tenant)
        #expect(late.entry.item.terms.dueOn == day("2023-06-10"))
        #expect(late.entry.standing.timeliness == .overdue)
        #expect(late.extensions.map { $0.state(at: province.businessDate) } == [.operatingDate])
        #expect(await code { try await decide(id, to: "2023-07-01", postFacto: true) } == "post-facto-by-chairman")
        #expect(await code { try await decide(id, to: "2023-07-01", postFacto: true, as: .viceChairman) } == "post-facto-by-chairman")
        try await decide(id, to: "2023-07-01", postFacto: true, as: .chairman)
        let signed = try await bench.show(id, in: tenant)
        #expect(signed.entry.item.terms.dueOn == day("2023-07-01"))
        #expect(signed.entry.standing.timeliness != .overdue)
        #expect(signed.extensions.last?.request == nil)
        #expect(signed.extensions.last?.decision?.isPostFacto == true)
        // The assigner cannot move a passed date in another way, neither by program nor by SQL.
        let other = try await bench.assign(bench.task(to: tenant, due: "2023-06-10"))
        let moved = try await province.raw(
            .officeMonitor, provinceWide: true, "UPDATE core.work_item SET due_on = '2023-07-15' WHERE id = '\(other)'")
        #expect(moved?.constraint == "passed_due_date_moves_by_extension")
        let ahead = try await bench.assign(bench.task(to: tenant, due: "2023-06-25"))
        #expect(
            try await province.raw(
                .officeMonitor, provinceWide: true,
                """
                UPDATE core.work_item SET due_on = '2023-07-15', change_document_number = '1/UBND', change_document_on = '2023-06-20'
                WHERE id = '\(ahead)'
                """) == nil)
    }

    @Test("asked in time and undecided on the due date is the Chairman's from that day, and the assigner's delay")
    func withChairman() async throws {
        let bench = try await LedgerBench(province)
        let today = try await bench.assign(bench.task(to: tenant, due: "2023-06-20"))
        let later = try await bench.assign(bench.task(to: tenant, due: "2023-06-21"))
        for id in [today, later] { try await ask(id, to: "2023-07-15", on: "2023-06-15") }
        let waiting = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ListWaitingExtensions(limit: 200).perform(in: tx)
        }
        let states = Dictionary(uniqueKeysWithValues: waiting.waiting.map { ($0.request.item, $0.state.state(at: waiting.day)) })
        #expect(states[today] == .withChairman)
        #expect(states[later] == .pending)
        func decidable(as role: Role) async throws -> Set<WorkItem.ID> {
            try await province.read(as: role, to: .province) { (tx: borrowing TenantTransaction) in
                Set(try await ListWaitingExtensions(ofAssigner: true, limit: 200).perform(in: tx).waiting.map(\.request.item))
            }
        }
        func offered(_ item: WorkItem.ID, to role: Role) async throws -> Bool {
            try await province.read(as: role, to: .province) { (tx: borrowing TenantTransaction) in
                let officer = try await tx.officer()
                return try await ShowItem(id: item).perform(in: tx).steps(for: officer).contains(.decideExtension)
            }
        }
        #expect(try await decidable(as: .officeMonitor).isSuperset(of: [today, later]))
        #expect(try await decidable(as: .chairman).intersection([today, later]) == [today])
        #expect(try await decidable(as: .viceChairman).isDisjoint(with: [today, later]))
        for role in [Role.officeMonitor, .chairman] { #expect(try await offered(today, to: role), "\(role)") }
        #expect(try await offered(later, to: .officeMonitor))
        #expect(try await !offered(later, to: .chairman))
        #expect(try await !offered(today, to: .viceChairman))
        // What is not yet due is not the Chairman's.
        #expect(await code { try await decide(later, as: .chairman) } == "not-allowed")
        try await decide(today, as: .chairman)
        let decided = try await bench.show(today, in: tenant)
        #expect(decided.entry.item.terms.dueOn == day("2023-07-15"))
        #expect(decided.extensions.first?.isAssignersDelay(at: province.businessDate) == false)
        // Decided a day too late: the unit is late, the assigner's delay stands beside it.
        let past = try await bench.assign(bench.task(to: tenant, due: "2023-06-19"))
        try await ask(past, to: "2023-07-15", on: "2023-06-15")
        let unread = try #require(try await bench.show(past, in: tenant).extensions.first)
        #expect(!unread.isAssignersDelay(at: province.businessDate) && unread.state(at: province.businessDate) == .pending)
        #expect(unread.request?.recordedWords == "ghi ngày 20/06/2023", "recorded after the due date: nobody could have decided")
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.extension_step SET recorded_on = '2023-06-15' WHERE item_id = '\(past)'
            """)
        #expect(try await bench.show(past, in: tenant).extensions.first?.isAssignersDelay(at: province.businessDate) == true)
        try await decide(past)
        let late = try await bench.show(past, in: tenant)
        #expect(late.entry.standing.timeliness == .overdue)
        #expect(late.extensions.first?.isAssignersDelay(at: province.businessDate) == true)
    }

    @Test("granted by the Chairman, before whom it came, moves the date, also of many at once; what the assigner grants late does not")
    func grantedByTheChairman() async throws {
        let bench = try await LedgerBench(province)
        var items: [WorkItem.ID] = []
        for _ in 0..<4 { items.append(try await bench.assign(bench.task(to: tenant, due: "2023-06-16"))) }
        for id in items { try await ask(id, to: "2023-07-15", on: "2023-06-15") }
        let lateAsked = try await bench.assign(bench.task(to: tenant, due: "2023-06-16"))
        try await ask(lateAsked, to: "2023-07-15", on: "2023-06-17")
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            UPDATE core.extension_step SET recorded_on = happened_on
            WHERE item_id IN (\((items + [lateAsked]).map { "'\($0)'" }.joined(separator: ", ")))
            """)
        try await decide(items[0], as: .chairman)
        let deciding = DecideOnItems(
            items: [items[1]], decision: .time(DecideExtension(item: items[1], isGranted: true, documentNumber: "901/UBND-TH")))
        try await province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
            _ = try await deciding.perform(in: tx, ids: .system)
        }
        try await decide(items[2], grant: false, as: .chairman)
        try await decide(items[3], as: .officeMonitor)
        for id in items.prefix(2) {
            let granted = try await bench.show(id, in: tenant)
            #expect(granted.entry.item.terms.dueOn == day("2023-07-15") && granted.entry.standing.timeliness != .overdue)
            #expect(granted.extensions.map { $0.state(at: province.businessDate) } == [.granted])
            #expect(granted.extensions.first?.decision?.isPostFacto == true)
            #expect(granted.extensions.first?.isAssignersDelay(at: province.businessDate) == true)
        }
        for id in items.suffix(2) {
            let stays = try await bench.show(id, in: tenant)
            #expect(stays.entry.item.terms.dueOn == day("2023-06-16") && stays.entry.standing.timeliness == .overdue)
            #expect(stays.extensions.first?.decision?.isPostFacto == false)
        }
        // Asked after the due date it did not come before him: there he signs after the fact or not at all (A28).
        _ = await province.refusal { try await decide(lateAsked, as: .chairman) }
        #expect(try await bench.show(lateAsked, in: tenant).entry.item.terms.dueOn == day("2023-06-16"))
        // A paper of the due date itself is none after the fact.
        let onTheDay = try await bench.assign(bench.task(to: tenant, due: "2023-06-20"))
        try await ask(onTheDay, to: "2023-07-15", on: "2023-06-15")
        try await decide(onTheDay, as: .chairman)
        let decision = try await bench.show(onTheDay, in: tenant).extensions.first?.decision
        #expect(decision?.isPostFacto == false && decision?.replacedVersion != nil)
    }

    @Test("that is dated in time holds, and is shown to the council where it was recorded after the due date, or long after its own (A33)")
    func recordedLate() async throws {
        let bench = try await LedgerBench(province)
        let gathering = GatherLedger(campaign: bench.campaign, review: .interim, unit: "SNV")
        func explained() async throws -> UnitExplanation {
            let found = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ExplainVerdicts(gathering).perform(in: tx).explanations
            }
            return try #require(found.first)
        }
        func rule(_ kind: Ruling.Kind, on day: String, number: String) async throws -> String {
            let item = try await bench.assign(bench.task(to: tenant))
            try await bench.rule(
                RuleItem(item: item, kind: kind, decidedOn: self.day(day), documentNumber: number, reason: "Chờ hướng dẫn của Bộ"))
            return try await bench.show(item).entry.item.code
        }
        // Recorded on 20/6: the date had passed; eight working days after its own day; thirteen.
        let (rescued, near, long) = (
            try await bench.assign(bench.task(to: tenant, due: "2023-06-15")), try await bench.assign(bench.task(to: tenant)),
            try await bench.assign(bench.task(to: tenant))
        )
        #expect(try await explained().reasons.contains { $0.failure.rule == .notDone })
        try await ask(rescued, to: "2023-06-25", on: "2023-06-10")
        try await decide(rescued, on: "2023-06-12")
        try await ask(near, to: "2023-07-15", on: "2023-06-08")
        try await ask(long, to: "2023-07-15", on: "2023-06-01")
        let exempted = try await rule(.exempted, on: "2023-06-01", number: "60/UBND")
        let code = try await bench.show(rescued).entry.item.code
        let codes = [code, try await bench.show(long).entry.item.code, exempted]
        let after = try await explained()
        #expect(!after.reasons.contains { $0.failure.item == code }, "judged by the dates of the papers")
        let found = try #require(after.checks.first { $0.kind == .recordedLate })
        #expect(found.items == codes.sorted() && found.items.count == 3)
        #expect(
            found.words.contains(
                "\(code) đề nghị gia hạn ngày 10/06/2023, ghi ngày 20/06/2023; \(code) đồng ý gia hạn ngày 12/06/2023, ghi ngày 20/06/2023")
        )
        #expect(found.words.contains("\(exempted) không tính vào đánh giá ngày 01/06/2023, ghi ngày 20/06/2023"))
        // What is dated early and was cancelled only in the last days is looked at as what was decided then (A30).
        let cancelled = try await rule(.cancelled, on: "2023-06-09", number: "61/UBND")
        #expect(try await explained().checks.first { $0.kind == .cancelledLate }?.items == [cancelled])
    }

    @Test("of a part is its unit's to grant, never past the whole (A56); nobody grants himself time")
    func parts() async throws {
        let bench = try await LedgerBench(province)
        let parent = try await bench.assign(bench.task(to: "district_101", due: "2023-06-30"))
        let part = try await bench.handOn(HandOnItem(parent: parent, unit: "10101", dueOn: CivilDate("2023-06-25")), in: "district_101")
        try await ask(part, to: "2023-07-05", as: .subUnitOfficer, in: "district_101", unit: "10101")
        #expect(await code { try await decide(part, as: .unitHead, in: "district_101") } == "due-after-parent")
        #expect(await code { try await decide(part, to: "2023-06-28", as: .subUnitHead, in: "district_101", unit: "10101") } == "own-work")
        try await decide(part, to: "2023-06-28", as: .unitHead, in: "district_101")
        #expect(try await bench.show(part, in: "district_101").entry.item.terms.dueOn == day("2023-06-28"))
        #expect(await code { try await ask(parent, to: "2023-07-05", in: "district_102") } == "not-found")
        try await ask(parent, to: "2023-07-05", in: "district_101")
        #expect(await code { try await decide(parent, as: .unitHead, in: "district_101") } == "own-work")
        let own = try await bench.assign(bench.task(to: "dept_vpub"))
        try await ask(own, to: "2023-07-05", as: .unitHead, in: "dept_vpub")
        #expect(await code { try await decide(own) } == "own-work")
        try await decide(own, as: .viceChairman)
    }

    @Test("says field by field what is wrong")
    func faults() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant))
        func paths(_ act: @Sendable () async throws -> Void) async -> [String]? { await province.refusal(act)?.fields.map(\.path) }
        #expect(await paths { try await ask(id, to: "2023-06-30") } == ["$.dueOn"])
        #expect(await paths { try await ask(id, to: "2023-07-15", on: "2023-06-21") } == ["$.askedOn"])
        #expect(await paths { try await ask(id, to: "2023-07-15", on: "2023-01-01") } == ["$.askedOn"])
        try await ask(id, to: "2023-07-15", on: "2023-06-15")
        #expect(await paths { try await decide(id, to: "2023-06-29") } == ["$.dueOn"])
        #expect(await paths { try await decide(id, on: "2023-06-14") } == ["$.decidedOn"])
        #expect(await paths { try await decide(id, grant: false, to: "2023-07-15") } == ["$.dueOn"])
        let undated = try await bench.assign(bench.task(to: tenant, due: nil))
        #expect(await code { try await ask(undated, to: "2023-07-15") } == "no-due-date")
        try await bench.complete(id, on: "2023-06-19", in: tenant)
        #expect(await code { try await decide(id) } == "item-accepted")
    }

    @Test(
        "keeps its order by constraint, whatever a program forgets",
        arguments: [
            ("position", "3", "extension_follows_the_one_before"), ("previous_step", "'refused'", "extension_decides_a_request"),
            ("step", "'asked'", "42501"), ("happened_on", "'2023-06-14'", "extension_after_the_one_before"),
            ("happened_on", "'2023-06-21'", "extension_not_in_the_future"), ("document_number", "''", "extension_decided_by_document"),
            ("new_due_on", "'2023-06-30'", "extension_is_later"), ("new_due_on", "NULL", "extension_names_a_date"),
            ("step", "'refused'", "extension_names_a_date"), ("post_facto", "true", "42501"), ("document_number", "'9'", ""),
        ])
    func constraints(column: String, value: String, expected: String) async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant))
        try await ask(id, to: "2023-07-15", on: "2023-06-15")
        var columns = [
            "tenant_id": "'\(province.tenant(tenant))'", "id": "core.new_id()", "item_id": "'\(id)'",
            "unit_id": "'\(province.tenant(tenant))'",
            "assigner_tenant_id": "'\(province.tenant("dept_vpub"))'", "position": "2", "step": "'granted'", "happened_on": "'2023-06-16'",
            "previous_position": "1", "previous_step": "'asked'", "previous_on": "'2023-06-15'", "new_due_on": "'2023-07-15'",
            "post_facto": "false", "document_number": "'88/UBND-TH'", "reason": "'x'",
            "recorded_by": "'\(province.post(of: .officeMonitor))'",
            "recorded_on": "'2023-06-20'",
        ]
        columns[column] = value
        let names = columns.keys.sorted()
        let error = try await province.raw(
            .officeMonitor, provinceWide: true,
            """
            INSERT INTO core.extension_step (\(names.joined(separator: ", ")))
            VALUES (\(names.compactMap { columns[$0] }.joined(separator: ", ")))
            """)
        #expect((error?.constraint ?? error?.sqlState ?? "") == expected)
    }

    @Test("of two who decide at once one is told that the other was first", arguments: 0..<3)
    func decidedOnce(round: Int) async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant))
        try await ask(id, to: "2023-07-15")
        let answers = await withTaskGroup(of: String?.self) { group in
            group.addTask { await code { try await decide(id, as: .officeMonitor) } }
            group.addTask { await code { try await decide(id, grant: false, as: .officeChief) } }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(answers.count { $0 == nil } == 1)
        #expect(answers.allSatisfy { $0 == nil || $0 == "changed-meanwhile" || $0 == "no-extension-request" }, "\(answers)")
        #expect(try await bench.show(id, in: tenant).extensions.count == 1)
    }

    @Test("never both: an item that was accepted is not extended, whoever is quicker", arguments: 0..<5)
    func acceptedOrExtended(round: Int) async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant))
        try await ask(id, to: "2023-07-15")
        try await bench.report(
            ReportProgress(item: id, isResult: true, evidenceOn: CivilDate("2023-06-12"), documentNumber: "1/BC", narrative: "Xong"),
            in: tenant)
        let answers = await withTaskGroup(of: (String, String?).self) { group in
            group.addTask { ("accept", await province.refusal { try await bench.rule(RuleItem(item: id, kind: .accepted)) }?.code) }
            group.addTask { ("extend", await province.refusal { try await decide(id, as: .officeChief) }?.code) }
            return await group.reduce(into: [String: String?]()) { $0[$1.0] = .some($1.1) }
        }
        #expect(answers["accept"] == .some(nil))
        let extended = answers["extend"] ?? nil
        #expect(extended == nil || extended == "judged-meanwhile" || extended == "item-accepted")
        let detail = try await bench.show(id, in: tenant)
        #expect(detail.entry.standing.state == .accepted)
        #expect(detail.entry.item.terms.dueOn == day(extended == nil ? "2023-07-15" : "2023-06-30"))
    }

    @Test("never both, step by step: an extension that waits for an acceptance is refused once that is committed")
    func acceptedFirst() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant))
        try await ask(id, to: "2023-07-15")
        let report = try await bench.report(
            ReportProgress(item: id, isResult: true, evidenceOn: CivilDate("2023-06-12"), documentNumber: "1/BC", narrative: "Xong"),
            in: tenant)
        try await province.withConnection(as: "thidua_web") { accepting in
            let accepter = try await accepting.query("SELECT pg_backend_pid()").only { row in try row.next(Int32.self) }
            _ = try await accepting.query("BEGIN")
            _ = try await accepting.query(
                "SELECT set_config('role', core.enter(\(province.token(of: .officeMonitor).bytes), \(String?.none)), true)")
            try await accepting.script(
                """
                INSERT INTO core.ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, report_id, report_kind, evidence_on, decided_on,
                    recorded_by, recorded_on)
                VALUES ('\(province.tenant(tenant))', core.new_id(), '\(id)', '\(province.tenant(tenant))', '\(province.tenant("dept_vpub"))', 'accepted',
                    '\(report)', 'result', '2023-06-12', '2023-06-20', '\(province.post(of: .officeMonitor))', '2023-06-20')
                """)
            async let extended = code { try await decide(id, as: .officeChief) }
            // It is there once it waits for the item's lock, which the other tests beside this one do not hold.
            while try await waiting(for: accepter) == 0 { try await Task.sleep(for: .milliseconds(20)) }
            try await accepting.script("COMMIT")
            #expect(await extended == "judged-meanwhile")
        }
        #expect(try await bench.show(id, in: tenant).entry.item.terms.dueOn == day("2023-06-30"))
    }

    private func waiting(for backend: Int32) async throws -> Int {
        try await province.count("SELECT count(*) FROM pg_stat_activity WHERE \(backend) = ANY (pg_blocking_pids(pid))")
    }
}
