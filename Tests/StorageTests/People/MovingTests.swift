import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Who moves to another post or another unit", .province(opening: 11), .serialized, .timeLimit(.minutes(30)))
struct MovingTests {
    let province = Province.current

    private func code(_ district: String, _ unit: String) -> String { String(district.dropFirst("district_".count)) + unit }

    @Test("the old post ends the day before the new one begins, and what he had by it goes to a successor there")
    func inside() async throws {
        let district = try await province.freshDistrict()
        let bench = try await LedgerBench(province)
        let mover = try await province.worker("Nguyễn Văn Dời", at: code(district, "01"), in: district)
        let successor = try await province.worker("Trần Thị Nối", at: code(district, "01"), in: district)
        let whole = try await bench.assign(bench.task(to: district))
        let part = try await bench.handOn(
            HandOnItem(parent: whole, unit: code(district, "01"), assignee: mover.person), in: district)
        let target = province.unit(code(district, "02"), in: district)
        let refused = await province.refusal { _ = try await province.moves(mover.post, to: target, in: district) }
        #expect(refused?.code == "open-items")
        #expect(refused?.fields.count == 1)
        let move = try await province.moves(mover.post, to: target, from: "2023-06-16", successor: successor.post, in: district)
        #expect((move.kind, move.items, move.lastDay) == (.moved, 1, CivilDate("2023-06-15")))
        #expect(try await province.post(mover.post, in: district).validTo == CivilDate("2023-06-15"))
        let post = try await province.post(try #require(move.toPost), in: district)
        #expect((post.unit, post.validFrom, post.validTo) == (target, CivilDate("2023-06-16"), nil))
        #expect(try await bench.show(part, in: district).entry.item.terms.assignee == successor.person)
        #expect(try await province.person(mover.person, in: district).endedOn == nil)
    }

    @Test("a day to come is kept: until then the old post is held")
    func later() async throws {
        let district = try await province.freshDistrict()
        let mover = try await province.worker("Nguyễn Văn Dời", at: code(district, "01"), in: district)
        let move = try await province.moves(mover.post, to: nil, role: .clerk, from: "2023-07-01", in: district)
        #expect(move.lastDay == CivilDate("2023-06-30"))
        let held = try await province.read(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
            try await ListPosts(.init(person: mover.person), limit: 10).perform(in: tx).posts.map(\.post.id)
        }
        #expect(held == [mover.post])
    }

    @Test("what only he had by another post stays with him")
    func otherPost() async throws {
        let district = try await province.freshDistrict()
        let bench = try await LedgerBench(province)
        let mover = try await province.worker("Nguyễn Văn Kiêm", at: code(district, "01"), in: district)
        _ = try await province.given(
            .subUnitOfficer, to: mover.person, at: province.unit(code(district, "02"), in: district), from: "2023-01-01", in: district)
        let whole = try await bench.assign(bench.task(to: district))
        let part = try await bench.handOn(HandOnItem(parent: whole, unit: code(district, "02"), assignee: mover.person), in: district)
        _ = try await province.moves(mover.post, to: nil, role: .clerk, in: district)
        #expect(try await bench.show(part, in: district).entry.item.terms.assignee == mover.person)
    }

    @Test("nobody moves himself, nor into a role that is not the unit's to give; then nothing of it stays")
    func refused() async throws {
        let district = try await province.freshDistrict()
        let own = await province.refusal {
            _ = try await province.moves(province.post(of: .tenantAdmin, in: district), to: nil, role: .clerk, in: district)
        }
        #expect(own?.code == "move-of-oneself")
        let mover = try await province.worker("Nguyễn Văn Dời", at: code(district, "01"), in: district)
        let past = await province.refusal {
            _ = try await province.moves(mover.post, to: nil, role: .officeMonitor, in: district)
        }
        #expect(past?.code == "role-not-grantable")
        #expect(try await province.post(mover.post, in: district).validTo == nil)
        let early = await province.refusal {
            _ = try await province.moves(mover.post, to: nil, role: .clerk, from: "2023-01-01", in: district)
        }
        #expect(early?.fields.map(\.path) == ["$.from"])
    }

    // MARK: - To another unit

    private func released(_ name: String, from district: String, to other: String) async throws -> (Person.ID, ReleaseCode) {
        let worker = try await province.worker(name, at: nil, role: .clerk, in: district)
        let leaving = LeavePerson(
            worker.person, version: 1, lastDay: CivilDate("2023-06-15"), reason: "điều động", handOver: HandOver(restToUnit: true))
        let code = try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
            try await ReleasePerson(leaving, to: other, documentNumber: "12/QĐ-SNV").perform(in: tx, ids: .system)
        }
        return (worker.person, code)
    }

    private func joining(_ name: String, code: String, from day: String = "2023-06-16") -> JoinPerson {
        JoinPerson(
            fullName: name, kind: .congChuc, role: .clerk, title: "Văn thư", leaderRank: .directWorker, from: CivilDate(day),
            username: "van.thu.\(UInt16.random(in: 0...9_999))", release: code)
    }

    @Test("the code lets the other unit take him on as the same person, once; his history stays readable at the old one")
    func release() async throws {
        let (from, to) = (try await province.freshDistrict(), try await province.freshDistrict())
        let (person, code) = try await released("Đặng Thị Chuyển", from: from, to: to)
        let answer = try await province.joins(joining("Đặng Thị Chuyển", code: code.text), in: to)
        #expect(
            try await province.count(
                "SELECT count(*) FROM core.person WHERE id = \(answer.person) AND continues_id = \(person) AND active_from = '2023-06-16'")
                == 1)
        #expect(answer.handout?.username.hasPrefix(to + ".") == true)
        let again = await province.refusal { _ = try await province.joins(joining("Đặng Thị Chuyển", code: code.text), in: to) }
        #expect(again == .notFound)
        let (moves, releases) = try await province.read(as: .tenantAdmin, in: from) { (tx: borrowing TenantTransaction) in
            try await ListMoves(of: person).perform(in: tx)
        }
        #expect(moves.map(\.kind) == [.released])
        #expect(releases.map(\.takenOn) == [province.businessDate])
        #expect(releases.map(\.to.text) == [to])
        #expect(try await province.person(person, in: from).endedOn == CivilDate("2023-06-15"))
    }

    @Test("for another unit, another name, a made-up or a withdrawn code the answer is the same as for none")
    func opaque() async throws {
        let (from, to) = (try await province.freshDistrict(), try await province.freshDistrict())
        let (person, code) = try await released("Đặng Thị Chuyển", from: from, to: to)
        var problems = [
            await province.refusal { _ = try await province.joins(joining("Đặng Thị Chuyển", code: code.text), in: "district_101") }
        ]
        for (name, text) in [
            ("Đặng Thị Khác", code.text), ("Đặng Thị Chuyển", "tdr_" + String(repeating: "A", count: 43)), ("Đặng Thị Chuyển", "x"),
        ] {
            problems.append(await province.refusal { _ = try await province.joins(joining(name, code: text), in: to) })
        }
        let renewed = try await province.write(as: .tenantAdmin, in: from) { (tx: borrowing TenantTransaction) in
            try await RenewRelease(of: person, to: to, documentNumber: "13/QĐ-SNV").perform(in: tx, ids: .system)
        }
        problems.append(await province.refusal { _ = try await province.joins(joining("Đặng Thị Chuyển", code: code.text), in: to) })
        #expect(problems == Array(repeating: .notFound, count: 5))
        let early = await province.refusal {
            _ = try await province.joins(joining("Đặng Thị Chuyển", code: renewed?.text ?? "", from: "2023-06-15"), in: to)
        }
        #expect(early?.code == "still-in-other-unit")
        _ = try await province.joins(joining("đặng thị chuyển", code: renewed?.text ?? ""), in: to)
        let late = await province.refusal {
            _ = try await province.write(as: .tenantAdmin, in: from) { (tx: borrowing TenantTransaction) in
                try await RenewRelease(of: person, to: nil, documentNumber: "").perform(in: tx, ids: .system)
            }
        }
        #expect(late == .notFound)
    }

    @Test("of two that take him on at once one does")
    func takenOnce() async throws {
        let (from, to) = (try await province.freshDistrict(), try await province.freshDistrict())
        let (person, code) = try await released("Đặng Thị Chuyển", from: from, to: to)
        let outcomes = await withTaskGroup(of: Problem?.self) { group in
            for role in [Role.tenantAdmin, .councilSecretary] {
                group.addTask {
                    await province.refusal { _ = try await province.joins(joining("Đặng Thị Chuyển", code: code.text), in: to, as: role) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count(where: { $0 == nil }) == 1)
        #expect(try await province.count("SELECT count(*) FROM core.person WHERE continues_id = \(person)") == 1)
    }

    @Test("a release goes to another unit that there is, and nobody but the unit's keepers sees it")
    func bounds() async throws {
        let district = try await province.freshDistrict()
        for (to, path) in [("district_000", "$.to"), (district, "$.to"), ("x", "$.to")] {
            let worker = try await province.worker("Đặng Thị Chuyển", at: nil, role: .clerk, in: district)
            let leaving = LeavePerson(worker.person, version: 1, reason: "điều động", handOver: HandOver(restToUnit: true))
            let refused = await province.refusal {
                _ = try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
                    try await ReleasePerson(leaving, to: to, documentNumber: "12/QĐ").perform(in: tx, ids: .system)
                }
            }
            #expect(refused?.fields.map(\.path) == [path], "\(to)")
            #expect(try await province.person(worker.person, in: district).endedOn == nil, "nothing of it stays")
        }
        let (person, _) = try await released("Đặng Thị Kín", from: district, to: "district_101")
        for (role, tenant) in [(Role.clerk, district), (.tenantAdmin, "district_101")] {
            let seen = try? await province.read(as: role, in: tenant) { (tx: borrowing TenantTransaction) in
                try await ListMoves(of: person).perform(in: tx)
            }
            #expect((seen?.releases ?? []).isEmpty && (seen?.moves ?? []).isEmpty)
        }
    }
}
