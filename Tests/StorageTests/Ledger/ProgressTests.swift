import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Reports and rulings on an item", .province, .timeLimit(.minutes(30)))
struct ProgressTests {
    let province = Province.current
    private let tenant = "dept_snv"

    private func task(_ bench: LedgerBench, due: String? = "2023-06-15") async throws -> WorkItem.ID {
        try await bench.assign(bench.task(to: tenant, due: due))
    }

    private func result(_ item: WorkItem.ID, on day: String) -> ReportProgress {
        ReportProgress(item: item, isResult: true, evidenceOn: CivilDate(day), documentNumber: "12/BC-SNV", narrative: "Đã hoàn thành")
    }

    @Test("follow its life: acknowledged, in progress, reported, returned, reported again, accepted")
    func life() async throws {
        let bench = try await LedgerBench(province)
        let id = try await task(bench)
        func standing() async throws -> WorkItem.Standing { try await bench.show(id, in: tenant).entry.standing }
        #expect(try await standing().state == .assigned)
        try await province.write(as: .unitHead, in: tenant) { (tx: borrowing TenantTransaction) in
            _ = try await AcknowledgeItem(item: id).perform(in: tx, ids: .system)
        }
        #expect(try await standing().state == .acknowledged)
        #expect(try await standing().acknowledgedOn == province.businessDate)
        try await bench.report(
            ReportProgress(item: id, evidenceOn: CivilDate("2023-05-31"), milestonePercent: 50, narrative: "Đã gửi lấy ý kiến"), in: tenant)
        #expect(try await standing().state == .inProgress)
        #expect(try await standing().lastReport?.milestonePercent == 50)
        let first = try await bench.report(result(id, on: "2023-06-12"), in: tenant)
        #expect(try await standing().state == .resultSubmitted)
        #expect(try await standing().pendingResult == first)
        try await bench.rule(RuleItem(item: id, kind: .returned, fault: .quality, reason: "Thiếu số liệu"))
        #expect(try await standing().state == .returned)
        #expect(try await standing().qualityReturns == 1)
        try await bench.report(result(id, on: "2023-06-14"), in: tenant)
        try await bench.rule(RuleItem(item: id, kind: .accepted))
        let done = try await standing()
        #expect(done.state == .accepted)
        // The day of the accepted result, not of its entry nor of the acceptance (A24, A25).
        #expect(done.completedOn == CivilDate("2023-06-14"))
        #expect(done.timeliness == .completedEarly)
        let detail = try await bench.show(id, in: tenant)
        #expect(detail.reports.map(\.kind) == [.reported, .result, .result, .acknowledged])
        #expect(detail.rulings.map(\.kind) == [.returned, .accepted])
        #expect(detail.rulings.first?.report == first)
    }

    @Test("are refused out of order, with what to do instead")
    func order() async throws {
        let bench = try await LedgerBench(province)
        let id = try await task(bench)
        func refused(_ act: @Sendable () async throws -> Void) async -> String? { await province.refusal(act)?.code }
        #expect(await refused { try await bench.rule(RuleItem(item: id, kind: .accepted)) } == "no-result")
        try await bench.report(result(id, on: "2023-06-12"), in: tenant)
        #expect(await refused { try await bench.report(result(id, on: "2023-06-13"), in: tenant) } == "result-pending")
        try await bench.rule(RuleItem(item: id, kind: .accepted))
        #expect(await refused { try await bench.report(result(id, on: "2023-06-13"), in: tenant) } == "item-accepted")
        #expect(await refused { try await bench.rule(RuleItem(item: id, kind: .accepted)) } == "no-result")
        try await bench.rule(RuleItem(item: id, kind: .cancelled, documentNumber: "9/QĐ-UBND", reason: "Theo chỉ đạo"))
        #expect(
            await refused { try await bench.report(ReportProgress(item: id, milestonePercent: 0), in: tenant) } == "item-cancelled")
    }

    @Test("name what is wrong with a report, field by field")
    func reportFaults() async throws {
        let bench = try await LedgerBench(province)
        let task = try await task(bench)
        let target = try await bench.assign(bench.target(to: tenant, atLeast: "90"))
        func paths(_ report: ReportProgress) async -> [String]? {
            await province.refusal { try await bench.report(report, in: tenant) }?.fields.map(\.path)
        }
        let figure = ProgressReport.Figure(value: Quantity("50")!, status: .estimated)
        #expect(await paths(ReportProgress(item: task, milestonePercent: 49, narrative: "x")) == ["$.milestonePercent"])
        #expect(await paths(ReportProgress(item: task, milestonePercent: 100, narrative: "x")) == ["$.milestonePercent"])
        #expect(await paths(ReportProgress(item: task, milestonePercent: 50)) == ["$.narrative"])
        #expect(await paths(ReportProgress(item: task)) == ["$.milestonePercent"])
        #expect(await paths(ReportProgress(item: task, milestonePercent: 30, figure: figure, narrative: "x")) == ["$.figure"])
        #expect(await paths(ReportProgress(item: task, evidenceOn: CivilDate("2023-06-21"), narrative: "x")) == ["$.evidenceOn"])
        #expect(await paths(ReportProgress(item: task, isResult: true)) == ["$.narrative"])
        #expect(await paths(ReportProgress(item: target, milestonePercent: 50, figure: figure)) == ["$.milestonePercent"])
        #expect(await paths(ReportProgress(item: target, isResult: true, narrative: "x")) == ["$.figure"])
        var paper = bench.task(to: tenant)
        paper.completion = .banHanh
        let issued = try await bench.assign(paper)
        #expect(await paths(ReportProgress(item: issued, isResult: true, narrative: "Đã ban hành")) == ["$.documentNumber"])
    }

    @Test("name what is wrong with a ruling, field by field")
    func rulingFaults() async throws {
        let bench = try await LedgerBench(province)
        let id = try await task(bench)
        let report = try await bench.report(ReportProgress(item: id, evidenceOn: CivilDate("2023-05-31"), narrative: "x"), in: tenant)
        try await bench.report(result(id, on: "2023-06-12"), in: tenant)
        func paths(_ ruling: RuleItem) async -> [String]? {
            await province.refusal { try await bench.rule(ruling) }?.fields.map(\.path)
        }
        #expect(await paths(RuleItem(item: id, kind: .returned)) == ["$.fault", "$.reason"])
        #expect(await paths(RuleItem(item: id, kind: .accepted, fault: .quality)) == ["$.fault"])
        #expect(await paths(RuleItem(item: id, kind: .accepted, report: report)) == ["$.report"])
        #expect(await paths(RuleItem(item: id, kind: .accepted, decidedOn: CivilDate("2023-06-21"))) == ["$.decidedOn"])
        #expect(await paths(RuleItem(item: id, kind: .accepted, decidedOn: CivilDate("2023-06-11"))) == ["$.decidedOn"])
        let open = try await task(bench)
        for kind in [Ruling.Kind.exempted, .cancelled, .violation] {
            #expect(await paths(RuleItem(item: open, kind: kind)) == ["$.documentNumber", "$.reason"])
            #expect(
                await paths(RuleItem(item: open, kind: kind, documentNumber: "1/QĐ")) == ["$.reason"],
                "no item leaves the count unexplained")
        }
        for kind in [Ruling.Kind.exempted, .cancelled] {
            let early = RuleItem(item: id, kind: kind, documentNumber: "1/QĐ", reason: "Theo chỉ đạo")
            #expect(await province.refusal { try await bench.rule(early) }?.code == "result-pending", "what was sent is judged first")
        }
        #expect(
            await paths(RuleItem(item: id, kind: .violation, report: report, documentNumber: "1/KL", reason: "Sai quy trình")) == [
                "$.report"
            ])
        #expect(await paths(RuleItem(item: id, kind: .confirmed, report: report)) == nil)
        #expect(
            await province.refusal { try await bench.rule(RuleItem(item: id, kind: .confirmed, report: report)) }?.code
                == "confirmed-already")
    }

    @Test("take note once, also when two officers do at the same moment")
    func acknowledgedOnce() async throws {
        let bench = try await LedgerBench(province)
        let id = try await task(bench)
        let answers = await withTaskGroup(of: String?.self) { group in
            for role in [Role.unitHead, .unitCoordinator] {
                group.addTask {
                    await province.refusal {
                        try await province.write(as: role, in: "dept_snv") { (tx: borrowing TenantTransaction) in
                            _ = try await AcknowledgeItem(item: id).perform(in: tx, ids: .system)
                        }
                    }?.code
                }
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(Set(answers) == [nil, "acknowledged-already"])
    }

    @Test("never both accept and return a result, whoever is quicker", arguments: 0..<5)
    func judgedOnce(round: Int) async throws {
        let bench = try await LedgerBench(province)
        let id = try await task(bench)
        try await bench.report(result(id, on: "2023-06-12"), in: tenant)
        let rulings = [
            (Role.officeMonitor, RuleItem(item: id, kind: .accepted)),
            (.officeChief, RuleItem(item: id, kind: .returned, fault: .quality, reason: "Thiếu")),
        ]
        let refused = await withTaskGroup(of: String?.self) { group in
            for (role, ruling) in rulings {
                group.addTask { await province.refusal { try await bench.rule(ruling, as: role) }?.code }
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(refused.count { $0 == nil } == 1)
        #expect(refused.allSatisfy { $0 == nil || ["judged-meanwhile", "no-result"].contains($0) })
        #expect(try await bench.show(id, in: tenant).rulings.count == 1)
    }

    @Test("of a result are the doer's to take back until somebody has judged it; whoever is quicker, never both", arguments: 0..<3)
    func withdrawn(round: Int) async throws {
        let bench = try await LedgerBench(province)
        let id = try await task(bench)
        @Sendable func withdraw(_ reason: String = "Sai số liệu", as role: Role = .unitCoordinator, in tenant: String = "dept_snv")
            async throws
        {
            try await province.write(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
                _ = try await WithdrawResult(item: id, reason: reason).perform(in: tx, ids: .system)
            }
        }
        #expect(await province.refusal { try await withdraw() }?.code == "no-result")
        let first = try await bench.report(result(id, on: "2023-06-12"), in: tenant)
        #expect(await province.refusal { try await withdraw(" ") }?.fields.map(\.path) == ["$.reason"])
        #expect(await province.refusal { try await withdraw(in: "district_102") } == .notFound)
        try await withdraw()
        let taken = try await bench.show(id, in: tenant)
        #expect(taken.entry.standing.pendingResult == nil)
        // As if it had not been sent.
        #expect(taken.entry.standing.state == .assigned && taken.entry.standing.lastReport == nil)
        #expect(taken.rulings.map(\.kind) == [.withdrawn] && taken.rulings.first?.report == first)
        let second = try await bench.report(result(id, on: "2023-06-14"), in: tenant)
        let refused = await withTaskGroup(of: String?.self) { group in
            group.addTask { await province.refusal { try await bench.rule(RuleItem(item: id, kind: .accepted)) }?.code }
            group.addTask { await province.refusal { try await withdraw() }?.code }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(refused.count { $0 == nil } == 1)
        #expect(refused.allSatisfy { $0 == nil || ["judged-meanwhile", "no-result"].contains($0) })
        #expect(try await bench.show(id, in: tenant).rulings.count { $0.report == second } == 1)
        // The Office does not take back in the unit's place, nor the unit accept under that name.
        let third = try await task(bench)
        let report = try await bench.report(result(third, on: "2023-06-14"), in: tenant)
        func ruling(_ kind: String, into table: String, by post: Post.ID) -> String {
            """
            INSERT INTO \(table).ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, report_id, report_kind, evidence_on, decided_on, reason,
                recorded_by, recorded_on)
            VALUES ('\(province.tenant(tenant))', core.new_id(), '\(third)', '\(province.tenant(tenant))', '\(province.tenant("dept_vpub"))', '\(kind)',
                '\(report)', 'result', '2023-06-14', '2023-06-20', 'x', '\(post)', '2023-06-20')
            """
        }
        let office = ruling("withdrawn", into: "core", by: province.post(of: .officeMonitor))
        #expect(try await province.raw(.officeMonitor, provinceWide: true, office)?.sqlState == "42501")
        let unit = ruling("accepted", into: tenant, by: province.post(of: .unitHead, in: tenant))
        #expect(try await province.raw(.unitHead, in: tenant, unit)?.sqlState == "42501")
        let own = ruling("withdrawn", into: tenant, by: province.post(of: .unitHead, in: tenant))
        #expect(try await province.raw(.unitHead, in: tenant, own) == nil)
    }

    private func revoked(_ item: WorkItem.ID) -> RuleItem {
        RuleItem(item: item, kind: .revoked, documentNumber: "14/BB-VP", reason: "Xác nhận nhầm ngày của văn bản")
    }

    @Test("of acceptance are taken back by a paper, by who accepts alone: the work goes on, what is accepted anew counts by its day")
    func takenBack() async throws {
        let bench = try await LedgerBench(province)
        let id = try await task(bench)
        func standing() async throws -> WorkItem.Standing { try await bench.show(id, in: tenant).entry.standing }
        #expect(await province.refusal { try await bench.rule(revoked(id)) }?.code == "not-accepted")
        try await bench.complete(id, on: "2023-06-17", in: tenant)
        #expect(try await standing().timeliness == .completedLate)
        // Neither the doer, past the program as well, nor another unit.
        let row = """
            INSERT INTO \(tenant).ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, decided_on, document_number, reason, recorded_by,
                recorded_on)
            VALUES ('\(province.tenant(tenant))', core.new_id(), '\(id)', '\(province.tenant(tenant))', '\(province.tenant("dept_vpub"))', 'revoked',
                '2023-06-20', '14/BB', 'x', '\(province.post(of: .unitHead, in: tenant))', '2023-06-20')
            """
        #expect(try await province.raw(.unitHead, in: tenant, row)?.sqlState == "42501")
        #expect(await province.refusal { try await bench.rule(revoked(id), as: .unitHead, in: "district_102") } == .notFound)
        let bare = await province.refusal { try await bench.rule(RuleItem(item: id, kind: .revoked)) }
        #expect(bare?.fields.map(\.path) == ["$.documentNumber", "$.reason"])
        #expect(try await standing().state == .accepted)
        // More than once.
        for day in ["2023-06-12", "2023-06-14"] {
            try await bench.rule(revoked(id))
            let open = try await standing()
            #expect(open.state == .inProgress && open.completedOn == nil && open.pendingResult == nil && open.returns == 0)
            #expect(await province.refusal { try await bench.rule(RuleItem(item: id, kind: .accepted)) }?.code == "no-result")
            try await bench.complete(id, on: day, in: tenant)
            #expect(try await standing().completedOn == CivilDate(day))
        }
        let rulings = try await bench.show(id, in: tenant).rulings
        #expect(rulings.map(\.kind) == [.accepted, .revoked, .accepted, .revoked, .accepted])
        #expect(rulings[1].report == rulings[0].report && rulings[1].evidenceOn == CivilDate("2023-06-17"))
        // Who had sent the result is told each time.
        let told = try await province.count(
            "SELECT count(*) FROM core.notice WHERE item_id = \(id) AND reason LIKE 'hủy xác nhận hoàn thành%: Xác nhận nhầm ngày của văn bản'"
        )
        #expect(told == 2)
        // The control: one that would stand again stands beside the other.
        await #expect(throws: (any Error).self) {
            try await province.asSuperuser("UPDATE core.ruling SET voided_on = NULL, voided_by = NULL WHERE id = '\(rulings[0].id)'")
        }
    }

    @Test("of acceptance take the figure of a target with them when they are taken back")
    func figureTakenBack() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.target(to: tenant, atLeast: "7.5", due: "2023-06-10"))
        func accept(_ value: String, on day: String) async throws {
            try await bench.report(
                ReportProgress(
                    item: id, isResult: true, evidenceOn: CivilDate(day),
                    figure: ProgressReport.Figure(value: Quantity(value)!, status: .official)), in: tenant)
            try await bench.rule(RuleItem(item: id, kind: .accepted))
        }
        try await accept("7.6", on: "2023-06-09")
        #expect(try await bench.show(id).entry.standing.completedOn == CivilDate("2023-06-09"))
        try await bench.rule(revoked(id))
        let open = try await bench.show(id).entry
        #expect(open.standing.completedOn == nil)
        // Of an earlier day: the figure that was taken back would be the latest.
        try await accept("7.4", on: "2023-06-08")
        let judged = try await bench.show(id).entry.standing
        #expect(judged.acceptedOn == CivilDate("2023-06-08") && judged.completedOn == nil)
        let gathering = GatherLedger(campaign: bench.campaign, review: .interim, isFrozen: true, asOf: CivilDate("2023-06-20"))
        let file = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await gathering.perform(in: tx)
        }
        let gathered = file.units.flatMap(\.items).first { $0.code == open.item.code }
        #expect(gathered?.measure?.actual == Quantity("7.4"))
    }

    @Test("of a lead reach those who co-ordinate: done, no longer done, exempted, cancelled with it")
    func coordinatorsFollow() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant, coordinators: ["district_101"]))
        func helper() async throws -> LedgerEntry? {
            try await bench.list(LedgerFilter(directive: bench.directive), in: "district_101").first
        }
        let own = try #require(try await helper()).item.id
        #expect(
            await province.refusal { try await bench.report(result(own, on: "2023-06-12"), in: "district_101") }?.code == "lead-answers")
        try await bench.report(ReportProgress(item: own, milestonePercent: 30, narrative: "Đã góp ý"), in: "district_101")
        try await bench.complete(id, on: "2023-06-12", in: tenant)
        #expect(try await helper()?.standing.completedOn == CivilDate("2023-06-12"))
        #expect(try await helper()?.standing.state == .accepted)
        // It is not taken back where it only follows, past the program as well.
        #expect(await province.refusal { try await bench.rule(revoked(own)) }?.code == "lead-answers")
        #expect(try await LifeStage(province, bench, item: own).attempt(.revoke)?.constraint == "revoked_while_it_is_accepted")
        try await bench.rule(revoked(id))
        #expect(try await helper()?.standing.state == .inProgress)
        try await bench.complete(id, on: "2023-06-10", in: tenant)
        #expect(try await helper()?.standing.completedOn == CivilDate("2023-06-10"))
        try await bench.rule(RuleItem(item: id, kind: .cancelled, documentNumber: "9/QĐ-UBND", reason: "Theo chỉ đạo"))
        #expect(try await helper()?.standing.state == .cancelled)
    }

    @Test("end with the acceptance: what is done is not reported on, but for the figure of a target that became official (A42)")
    func afterAcceptance() async throws {
        let bench = try await LedgerBench(province)
        let id = try await bench.assign(bench.task(to: tenant))
        try await bench.complete(id, on: "2023-06-12", in: tenant)
        for late in [
            ReportProgress(item: id, milestonePercent: 90, narrative: "x"), ReportProgress(item: id, narrative: "x"),
            ReportProgress(item: id, evidenceOn: CivilDate("2023-06-01"), milestonePercent: 50, narrative: "x"),
        ] {
            #expect(await province.refusal { try await bench.report(late, in: tenant) }?.code == "item-accepted")
        }
        #expect(try await bench.show(id).reports.count == 1)
        let target = try await bench.assign(bench.target(to: tenant, atLeast: "7.5", due: "2023-06-10"))
        func figure(_ value: String, _ status: ProgressReport.Figure.Status) -> ProgressReport.Figure {
            ProgressReport.Figure(value: Quantity(value)!, status: status)
        }
        try await bench.report(
            ReportProgress(item: target, isResult: true, evidenceOn: CivilDate("2023-06-09"), figure: figure("7.6", .estimated)), in: tenant
        )
        try await bench.rule(RuleItem(item: target, kind: .accepted))
        try await bench.report(
            ReportProgress(item: target, evidenceOn: CivilDate("2023-06-15"), figure: figure("7.7", .official)), in: tenant)
        #expect(
            await province.refusal { try await bench.report(ReportProgress(item: target, narrative: "x"), in: tenant) }?.code
                == "item-accepted")
    }

    @Test("of a target count by its figure: an accepted result that misses it completes nothing")
    func targets() async throws {
        let bench = try await LedgerBench(province)
        let missed = try await bench.assign(bench.target(to: tenant, atLeast: "7.5", due: "2023-06-10"))
        let met = try await bench.assign(bench.target(to: tenant, atLeast: "7.5", due: "2023-06-10"))
        for (id, value) in [(missed, "7.4999999999"), (met, "7.5")] {
            try await bench.report(
                ReportProgress(
                    item: id, isResult: true, evidenceOn: CivilDate("2023-06-09"),
                    figure: ProgressReport.Figure(value: Quantity(value)!, status: .official)), in: tenant)
            try await bench.rule(RuleItem(item: id, kind: .accepted))
        }
        let without = try await bench.show(missed, in: tenant).entry.standing
        #expect(without.acceptedOn == CivilDate("2023-06-09"))
        #expect(without.completedOn == nil)
        #expect(without.timeliness == .overdue)
        #expect(without.lastReport?.figure == ProgressReport.Figure(value: Quantity("7.4999999999")!, status: .official))
        #expect(try await bench.show(met, in: tenant).entry.standing.timeliness == .completedEarly)
    }

    @Test("of a commune's officer go to his commune's items alone")
    func commune() async throws {
        let bench = try await LedgerBench(province)
        let parent = try await bench.assign(bench.task(to: "district_101"))
        let mine = try await bench.handOn(HandOnItem(parent: parent, unit: "10101"), in: "district_101")
        let other = try await bench.handOn(HandOnItem(parent: parent, unit: "10102"), in: "district_101")
        let below = try await bench.handOn(HandOnItem(parent: mine, unit: "TT01"), in: "district_101")
        func report(_ id: WorkItem.ID) async -> Problem? {
            await province.refusal {
                try await bench.report(
                    ReportProgress(item: id, milestonePercent: 10, narrative: "Có kế hoạch"), as: .subUnitOfficer, in: "district_101",
                    unit: "10101")
            }
        }
        #expect(await report(mine) == nil)
        #expect(await report(below) == nil)
        #expect(await report(other) == .notFound)
        #expect(await report(parent) == .notFound)
        #expect(
            await province.refusal { try await bench.rule(RuleItem(item: mine, kind: .accepted), as: .unitHead, in: "district_101") }?.code
                == "no-result")
        // Past the program: the row policy says the same.
        let row = """
            INSERT INTO district_101.progress (tenant_id, id, item_id, unit_id, kind, evidence_on, milestone_percent, recorded_by, recorded_on)
            VALUES ('\(province.tenant("district_101"))', core.new_id(), '\(other)', '\(province.unit("10102", in: "district_101"))', 'reported',
                '2023-06-20', 10, '\(province.post(of: .subUnitOfficer, in: "district_101", unit: "10101"))', '2023-06-20')
            """
        #expect(try await province.raw(.subUnitOfficer, in: "district_101", unit: "10101", row)?.sqlState == "42501")
    }

    @Test("are appended and never changed or taken away: no role has the privilege", arguments: ["progress", "ruling", "work_item_change"])
    func appendOnly(table: String) async throws {
        let bench = try await LedgerBench(province)
        let id = try await task(bench)
        try await bench.report(ReportProgress(item: id, milestonePercent: 10, narrative: "Có kế hoạch"), in: tenant)
        for statement in ["UPDATE %.\(table) SET recorded_on = recorded_on", "DELETE FROM %.\(table)", "TRUNCATE %.\(table)"] {
            let own = try await province.raw(.unitHead, in: tenant, statement.replacing("%", with: tenant))
            #expect(own?.sqlState == "42501", "\(statement)")
            let office = try await province.raw(.officeMonitor, provinceWide: true, statement.replacing("%", with: "core"))
            #expect(office?.sqlState == "42501", "\(statement)")
        }
        #expect(try await province.raw(.unitHead, in: tenant, "DELETE FROM \(tenant).work_item")?.sqlState == "42501")
        #expect(try await province.raw(.officeMonitor, provinceWide: true, "DELETE FROM core.work_item")?.sqlState == "42501")
    }

    @Test(
        "hold by constraint what a program forgets",
        arguments: [
            ("milestone_percent", "100", "hundred_percent_is_the_result"), ("milestone_percent", "40", "progress_milestone_percent_check"),
            ("evidence_on", "'2023-06-21'", "evidence_not_in_the_future"), ("actual", "5", "figure_has_status"),
            ("kind", "'acknowledged'", "acknowledgement_has_no_figure"), ("unit_id", "core.new_id()", "progress_item"),
        ])
    func constraints(column: String, value: String, constraint: String) async throws {
        let bench = try await LedgerBench(province)
        let id = try await task(bench)
        var row = [
            "tenant_id": "'\(province.tenant(tenant))'", "id": "core.new_id()", "item_id": "'\(id)'",
            "unit_id": "'\(province.tenant(tenant))'",
            "kind": "'reported'", "evidence_on": "'2023-06-20'", "milestone_percent": "10",
            "recorded_by": "'\(province.post(of: .unitHead, in: tenant))'", "recorded_on": "'2023-06-20'",
        ]
        func insert() async throws -> PostgresError? {
            let columns = row.keys.sorted()
            return try await province.raw(
                .unitHead, in: tenant,
                "INSERT INTO \(tenant).progress (\(columns.joined(separator: ", "))) VALUES (\(columns.map { row[$0]! }.joined(separator: ", ")))"
            )
        }
        #expect(try await insert() == nil)
        row[column] = value
        #expect(try await insert()?.constraint == constraint)
    }
}
