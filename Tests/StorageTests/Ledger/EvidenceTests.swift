import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Files of evidence", .province, .timeLimit(.minutes(30)))
struct EvidenceTests {
    let province = Province.current
    private let tenant = "dept_snv"

    /// A PDF of so many bytes, as its two ends say.
    static func pdf(_ byteCount: Int, seed: UInt64 = 1) -> [UInt8] {
        var random = SeededGenerator(seed: seed)
        let ends = (Array("%PDF-1.7\n".utf8), Array("\n%%EOF\n".utf8))
        let middle = (0..<max(0, byteCount - ends.0.count - ends.1.count)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        return ends.0 + middle + ends.1
    }

    private func spooled(_ content: [UInt8]) throws -> SpooledFile {
        var spool = try Spool(atMost: Evidence.largest)
        for start in stride(from: 0, to: content.count, by: 100_000) {
            try spool.append(Array(content[start..<min(start + 100_000, content.count)]))
        }
        return spool.finish()
    }

    private func result(_ bench: LedgerBench, on item: WorkItem.ID) async throws -> ProgressReport.ID {
        try await bench.report(
            ReportProgress(item: item, isResult: true, evidenceOn: CivilDate("2023-06-12"), documentNumber: "12/BC", narrative: "Xong"),
            in: tenant)
    }

    @discardableResult
    private func attach(
        _ content: [UInt8], to report: ProgressReport.ID, of item: WorkItem.ID, as role: Role = .unitCoordinator, in tenant: String? = nil,
        unit: String? = nil
    ) async throws -> Evidence.ID {
        let file = try spooled(content)
        return try await province.write(as: role, in: tenant ?? self.tenant, unit: unit) { (tx: borrowing TenantTransaction) in
            try await AttachEvidence(item: item, report: report, fileName: "Báo cáo.pdf", file: file).perform(in: tx, ids: .system)
        }
    }

    private func content(_ id: Evidence.ID, of item: WorkItem.ID, as role: Role, in tenant: String? = nil, unit: String? = nil) async throws
        -> [UInt8]
    {
        let place: Entry.Place? = tenant == nil ? .province : nil
        let reading = ReadEvidence(item: item, id: id)
        return try await province.read(as: role, in: tenant, unit: unit, to: place) { (tx: borrowing TenantTransaction) in
            let file = try await reading.file(in: tx)
            var bytes: [UInt8] = []
            for position in 0..<file.chunkCount { bytes += try await reading.chunk(position, in: tx) }
            return bytes
        }
    }

    @Test("come back byte by byte, from one byte more than a chunk to none over", arguments: [20, 262_144, 262_145, 1_000_000])
    func roundTrip(byteCount: Int) async throws {
        let bench = try await LedgerBench(province)
        let item = try await bench.assign(bench.task(to: tenant))
        let report = try await result(bench, on: item)
        let original = Self.pdf(byteCount, seed: UInt64(byteCount))
        let id = try await attach(original, to: report, of: item)
        #expect(try await content(id, of: item, as: .unitHead, in: tenant) == original)
        let shown = try #require(try await bench.show(item, in: tenant).evidence.first)
        #expect(shown.byteCount == byteCount)
        #expect(shown.format == .pdf)
        #expect(shown.digest == (try spooled(original)).digest)
        let chunks = try await province.count("SELECT count(*) FROM core.evidence_chunk WHERE evidence_id = \(id)")
        #expect(chunks == shown.chunkCount)
    }

    @Test("several to a report, each once, and none once it is judged")
    func untilJudged() async throws {
        let bench = try await LedgerBench(province)
        let item = try await bench.assign(bench.task(to: tenant))
        let report = try await result(bench, on: item)
        let one = Self.pdf(1_000, seed: 1)
        try await attach(one, to: report, of: item)
        try await attach(Self.pdf(1_000, seed: 2), to: report, of: item)
        #expect(await province.refusal { try await attach(one, to: report, of: item) }?.code == "evidence-there")
        #expect(try await bench.show(item, in: tenant).evidence.count == 2)
        try await bench.rule(RuleItem(item: item, kind: .returned, fault: .completeness, reason: "Thiếu phụ lục"))
        #expect(await province.refusal { try await attach(Self.pdf(900), to: report, of: item) }?.code == "report-judged")
        let again = try await result(bench, on: item)
        try await attach(one, to: again, of: item)
    }

    @Test("of one item that lie with another item of the unit too are shown to who looks at its verdict (A75)")
    func reused() async throws {
        let bench = try await LedgerBench(province)
        let gathering = GatherLedger(campaign: bench.campaign, review: .interim, unit: "SNV")
        func shown() async throws -> CheckPoint? {
            try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ExplainVerdicts(gathering).perform(in: tx).explanations.first?.checks.first { $0.kind == .reusedEvidence }
            }
        }
        let items = [try await bench.assign(bench.task(to: tenant)), try await bench.assign(bench.task(to: tenant))]
        let reports = [try await result(bench, on: items[0]), try await result(bench, on: items[1])]
        let (shared, other) = (Self.pdf(1_000, seed: 11), Self.pdf(1_000, seed: 12))
        try await attach(shared, to: reports[0], of: items[0])
        try await attach(other, to: reports[1], of: items[1])
        #expect(try await shown() == nil, "the control: to each its own file")
        try await attach(shared, to: reports[1], of: items[1])
        let found = try #require(try await shown())
        #expect(found.items.count == 2 && Set(found.items).count == 2)
        #expect(found.words == "2 nhiệm vụ, chỉ tiêu có tệp minh chứng trùng với nhiệm vụ, chỉ tiêu khác của đơn vị.")
    }

    @Test(
        "whose result lies with who gave the item longer than the plan allows are shown to who looks at the verdict, and to the item's page (A25)"
    )
    func unjudged() async throws {
        let bench = try await LedgerBench(province)
        let gathering = GatherLedger(campaign: bench.campaign, review: .interim, unit: "SNV")
        let item = try await bench.assign(bench.task(to: tenant))
        let report = try await result(bench, on: item)
        func shown(recordedOn day: String) async throws -> [String?] {
            try await province.asSuperuser(
                "SET session_replication_role = replica; UPDATE dept_snv.progress SET recorded_on = '\(day)' WHERE id = '\(report)'")
            let check = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ExplainVerdicts(gathering).perform(in: tx).explanations.first?.checks.first { $0.kind == .unjudged }
            }
            return [check?.words, try await bench.show(item).ruleBy?.description]
        }
        // Five working days are over at the end of Tuesday, 20/6, for what came on Tuesday the week before; for what came on Monday, before it.
        #expect(try await shown(recordedOn: "2023-06-13") == [nil, "2023-06-20"])
        let words = "1 kết quả đơn vị đã gửi, bên giao chưa xem xét sau 5 ngày làm việc."
        #expect(try await shown(recordedOn: "2023-06-12") == [words, "2023-06-19"])
        #expect(try await bench.show(item).waitsForAssigner == "quá thời hạn xem xét kết quả (19/06/2023)")
        try await bench.set(.acceptSla, to: "6")
        #expect(try await shown(recordedOn: "2023-06-12") == [nil, "2023-06-20"], "the plan says how long")
        try await bench.rule(RuleItem(item: item, kind: .accepted))
        #expect(try await bench.show(item).ruleBy == nil)
    }

    @Test("whose result waits past its date stays overdue until it is accepted, is said to wait, and is counted beside what is urged (A25)")
    func waiting() async throws {
        let bench = try await LedgerBench(province)
        let item = try await bench.assign(bench.task(to: tenant, due: "2023-06-15"))
        try await bench.report(
            ReportProgress(
                item: item, isResult: true, evidenceOn: LedgerBench.day("2023-06-14"), documentNumber: "10/BC", narrative: "Đã xong"),
            in: tenant)
        let campaign = bench.campaign
        let filter = LedgerFilter(timeliness: .overdue, campaign: campaign, role: .lead, origin: .province)
        /// What is urged, what is left out of that, and what tables and lists count.
        func overdue() async throws -> [Int] {
            let answer = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await ListOverdue(campaign: campaign).perform(in: tx)
            }
            let counted = try await bench.list(filter).count
            return [answer.units.flatMap(\.items).count, answer.waiting.values.reduce(0, +), counted]
        }
        #expect(try await overdue() == [0, 1, 1])
        let standing = try await bench.show(item).entry.standing
        #expect(standing.timelinessWords == "quá hạn, kết quả ngày 14/06/2023 chờ bên giao xác nhận")
        try await bench.rule(RuleItem(item: item, kind: .accepted))
        #expect(try await bench.show(item).entry.standing.timelinessWords == "hoàn thành trước hạn")
        #expect(try await overdue() == [0, 0, 0])
    }

    @Test("are read by the doer, his superiors inside, and who asked for the result; by no other post of the province (A59)")
    func sight() async throws {
        let bench = try await LedgerBench(province)
        let whole = try await bench.assign(bench.task(to: "district_101"))
        let part = try await bench.handOn(HandOnItem(parent: whole, unit: "10101"), in: "district_101")
        let wholeReport = try await bench.report(ReportProgress(item: whole, milestonePercent: 50, narrative: "x"), in: "district_101")
        let partReport = try await bench.report(
            ReportProgress(item: part, milestonePercent: 50, narrative: "x"), as: .subUnitOfficer, in: "district_101", unit: "10101")
        let own = Self.pdf(500)
        let wholeFile = try await attach(own, to: wholeReport, of: whole, in: "district_101")
        let partFile = try await attach(own, to: partReport, of: part, as: .subUnitOfficer, in: "district_101", unit: "10101")
        func sees(_ id: Evidence.ID, of item: WorkItem.ID, _ role: Role, in tenant: String? = nil, unit: String? = nil) async -> Bool {
            let refused = await province.refusal { _ = try await content(id, of: item, as: role, in: tenant, unit: unit) }
            #expect(refused == nil || refused == .notFound, "\(role)")
            return refused == nil
        }
        for role in [Role.officeMonitor, .officeChief, .chairman, .viceChairman] {
            #expect(await sees(wholeFile, of: whole, role), "\(role)")
            // What a district asked of its commune is the district's.
            #expect(await !sees(partFile, of: part, role), "\(role)")
        }
        for role in [Role.homeAffairsOfficer, .councilMember, .auditor] {
            #expect(await !sees(wholeFile, of: whole, role), "\(role)")
            let shown = try await province.read(as: role, to: .province) { (tx: borrowing TenantTransaction) in
                try await ShowItem(id: whole).perform(in: tx)
            }
            #expect(shown.evidence.isEmpty)
        }
        #expect(await sees(partFile, of: part, .unitHead, in: "district_101"))
        #expect(await sees(partFile, of: part, .subUnitHead, in: "district_101", unit: "10101"))
        #expect(await !sees(partFile, of: part, .subUnitOfficer, in: "district_101", unit: "10102"))
        #expect(await !sees(wholeFile, of: whole, .subUnitOfficer, in: "district_101", unit: "10101"))
        #expect(await !sees(wholeFile, of: whole, .unitHead, in: "district_102"))
        // Under another item it is not there, even for its own unit.
        #expect(await !sees(wholeFile, of: part, .unitHead, in: "district_101"))
        // And nobody adds to a foreign report.
        #expect(await province.refusal { try await attach(own, to: wholeReport, of: whole, in: "district_102") } == .notFound)
        #expect(
            await province.refusal {
                try await attach(own, to: wholeReport, of: whole, as: .subUnitOfficer, in: "district_101", unit: "10101")
            } == .notFound)
    }

    @Test("of a wrong type, empty or cut off are refused before anything is asked of the database, each in its own words")
    func refused() throws {
        func code(_ content: [UInt8]) throws -> String? {
            let item: WorkItem.ID = IDSource.system.next()
            let attaching = AttachEvidence(item: item, report: IDSource.system.next(), fileName: "x.pdf", file: try spooled(content))
            do {
                _ = try attaching.format()
                return nil
            } catch {
                return error.code
            }
        }
        #expect(try code([]) == "file-empty")
        #expect(try code(Array("MZ chương trình".utf8)) == "file-type")
        #expect(try code(Array(Self.pdf(5_000).prefix(4_000))) == "file-cut-off")
        #expect(try code(Self.pdf(5_000)) == nil)
        var spool = try Spool(atMost: 10)
        #expect(throws: Problem.fileTooLarge) { try spool.append([UInt8](repeating: 1, count: 11)) }
    }

    @Test("are whole or not there: a transaction that writes too few chunks, or some later, is refused by the database itself")
    func whole() async throws {
        let bench = try await LedgerBench(province)
        let item = try await bench.assign(bench.task(to: tenant))
        let report = try await result(bench, on: item)
        func commit(_ chunks: [String]) async throws -> PostgresError? {
            try await province.withConnection(as: "thidua_web") { connection -> PostgresError? in
                _ = try await connection.query("BEGIN")
                _ = try await connection.query(
                    "SELECT set_config('role', core.enter(\(province.token(of: .unitHead, in: tenant).bytes), \(tenant)), true)")
                do {
                    try await connection.script(
                        """
                        WITH file AS (SELECT core.new_id() AS id)
                        INSERT INTO \(tenant).evidence (tenant_id, id, item_id, unit_id, assigner_tenant_id, report_id, report_kind, evidence_on, file_name,
                            media_type, byte_count, sha256, recorded_by, recorded_on)
                        SELECT '\(province.tenant(tenant))', f.id, '\(item)', '\(province.tenant(tenant))', '\(province.tenant("dept_vpub"))', '\(report)',
                            'result', '2023-06-12', 'x.pdf', 'application/pdf', 3, sha256(convert_to(f.id::text, 'UTF8')),
                            '\(province.post(of: .unitHead, in: tenant))', '2023-06-20'
                        FROM file AS f
                        """)
                    for (position, text) in chunks.enumerated() {
                        try await connection.script(
                            """
                            INSERT INTO \(tenant).evidence_chunk (tenant_id, evidence_id, position, content)
                            SELECT e.tenant_id, e.id, \(position), '\(text)' FROM \(tenant).evidence AS e WHERE e.written_in = pg_current_xact_id()
                            """)
                    }
                    try await connection.script("COMMIT")
                    return nil
                } catch let error as PostgresError {
                    return error
                }
            }
        }
        #expect(try await commit(["ab"])?.constraint == "evidence_is_whole")
        #expect(try await commit([])?.constraint == "evidence_is_whole")
        #expect(try await commit(["ab", "cd"])?.constraint == "evidence_is_whole")
        #expect(try await commit(["ab", "c"]) == nil)
        #expect(try await province.count("SELECT count(*) FROM core.evidence WHERE report_id = \(report)") == 1)
        let later = try await province.raw(
            .unitHead, in: tenant,
            "INSERT INTO \(tenant).evidence_chunk (tenant_id, evidence_id, position, content) SELECT e.tenant_id, e.id, 5, 'x' FROM \(tenant).evidence AS e"
        )
        #expect(later?.sqlState == "42501")
        for statement in ["UPDATE \(tenant).evidence SET file_name = 'y'", "DELETE FROM \(tenant).evidence_chunk"] {
            #expect(try await province.raw(.unitHead, in: tenant, statement)?.sqlState == "42501")
        }
    }
}
