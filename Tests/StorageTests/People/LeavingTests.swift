import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Who leaves hands over and is shut out, in one step", .province(opening: 12), .serialized, .timeLimit(.minutes(30)))
struct LeavingTests {
    let province = Province.current

    /// A fresh district with a leaver at 01, a colleague there and another at 02, and two items: one given to the leaver, one that a post of
    /// his is in charge of.
    private struct Stage {
        let district: String
        let bench: LedgerBench
        let leaver: Person.ID
        let post: Post.ID
        let colleague: (person: Person.ID, post: Post.ID)
        let elsewhere: (person: Person.ID, post: Post.ID)
        let given: WorkItem.ID
        let led: WorkItem.ID
    }

    private func stage() async throws -> Stage {
        let district = try await province.freshDistrict()
        let code = String(district.dropFirst("district_".count))
        let bench = try await LedgerBench(province)
        let leaver = try await province.worker("Nguyễn Văn Đi", at: code + "01", in: district)
        let colleague = try await province.worker("Trần Thị Ở", at: code + "01", in: district)
        let elsewhere = try await province.worker("Lê Văn Xa", at: code + "02", in: district)
        let whole = try await bench.assign(bench.task(to: district, due: "2023-06-30"))
        let given = try await bench.handOn(
            HandOnItem(parent: whole, unit: code + "01", assignee: leaver.person, title: "Việc được giao"), in: district)
        let led = try await bench.handOn(
            HandOnItem(parent: whole, unit: code + "02", title: "Việc phụ trách", unitLeader: leaver.post), in: district)
        return Stage(
            district: district, bench: bench, leaver: leaver.person, post: leaver.post, colleague: colleague, elsewhere: elsewhere,
            given: given, led: led)
    }

    private func item(_ id: WorkItem.ID, _ stage: Stage) async throws -> WorkItem {
        try await stage.bench.show(id, in: stage.district).entry.item
    }

    @Test("without a successor the leaving is refused, with what is open and as what he has it")
    func openItems() async throws {
        let stage = try await stage()
        let problem = await province.refusal { _ = try await province.leaves(stage.leaver, in: stage.district) }
        #expect(problem?.code == "open-items")
        #expect(problem?.kind == .refused)
        let lines = problem?.fields.map(\.reason) ?? []
        #expect(lines.count == 2)
        #expect(lines.contains { $0.hasPrefix("Việc được giao") && $0.contains("30/06/2023") && $0.hasSuffix("là người thực hiện") })
        #expect(lines.contains { $0.hasPrefix("Việc phụ trách") && $0.hasSuffix("là lãnh đạo phụ trách") })
        #expect(try await province.person(stage.leaver, in: stage.district).endedOn == nil)
        // The plain record of a last day is no way round it: the database itself says no.
        let plain = await province.refusal { try await province.ends(stage.leaver, in: stage.district) }
        #expect(plain?.code == "open-items")
    }

    @Test("a successor takes what he may, the rest goes back to its sub-unit, and what was recorded stays")
    func successor() async throws {
        let stage = try await stage()
        let move = try await province.leaves(stage.leaver, to: stage.colleague.post, in: stage.district)
        #expect((move.kind, move.items, move.successor) == (.left, 2, stage.colleague.post))
        #expect(try await item(stage.given, stage).terms.assignee == stage.colleague.person)
        #expect(try await item(stage.led, stage).terms.unitLeader == stage.colleague.post)
        let person = try await province.person(stage.leaver, in: stage.district)
        #expect(person.endedOn == province.businessDate)
        #expect(try await province.post(stage.post, in: stage.district).validTo == province.businessDate)
        // What stood there before is kept with the reason.
        #expect(
            try await province.count(
                "SELECT count(*) FROM core.work_item_change WHERE item_id = \(stage.given) AND before ->> 'assignee_id' = \(stage.leaver.description)"
            ) == 1)
    }

    @Test("a successor of another sub-unit takes the charge but not the doing; back to the unit it goes where that is asked for")
    func elsewhere() async throws {
        let stage = try await stage()
        let refused = await province.refusal {
            _ = try await province.leaves(stage.leaver, to: stage.elsewhere.post, in: stage.district)
        }
        #expect(refused?.code == "open-items")
        #expect(try await item(stage.led, stage).terms.unitLeader == stage.post, "nothing of a refused leaving stays")
        _ = try await province.leaves(stage.leaver, to: stage.elsewhere.post, restToUnit: true, in: stage.district)
        #expect(try await item(stage.given, stage).terms.assignee == nil)
        #expect(try await item(stage.led, stage).terms.unitLeader == stage.elsewhere.post)
    }

    @Test("a part that was given to a person of the unit as a whole has no sub-unit to go back to")
    func wholePart() async throws {
        let stage = try await stage()
        let clerk = province.person(of: .clerk, in: stage.district)
        let whole = try await stage.bench.assign(stage.bench.task(to: stage.district))
        let code = String(stage.district.dropFirst("district_".count))
        let part = try await stage.bench.handOn(HandOnItem(parent: whole, unit: code, assignee: clerk), in: stage.district)
        let refused = await province.refusal { _ = try await province.leaves(clerk, restToUnit: true, in: stage.district) }
        #expect(refused?.code == "open-items")
        _ = try await province.leaves(clerk, to: province.post(of: .unitCoordinator, in: stage.district), in: stage.district)
        #expect(
            try await item(part, stage).terms.assignee == province.person(of: .unitCoordinator, in: stage.district))
    }

    @Test("what is done is not handed over: it stays his")
    func done() async throws {
        let stage = try await stage()
        try await stage.bench.report(
            ReportProgress(item: stage.given, isResult: true, evidenceOn: CivilDate("2023-06-10"), narrative: "Xong"), as: .unitCoordinator,
            in: stage.district)
        try await stage.bench.rule(RuleItem(item: stage.given, kind: .accepted), as: .unitHead, in: stage.district)
        let move = try await province.leaves(stage.leaver, restToUnit: true, in: stage.district)
        #expect((move.items, move.successor) == (1, nil))
        #expect(try await item(stage.given, stage).terms.assignee == stage.leaver)
    }

    @Test("nobody records his own leaving, and only who keeps the directory records another's")
    func byWhom() async throws {
        let district = try await province.freshDistrict()
        let own = await province.refusal {
            _ = try await province.leaves(province.person(of: .tenantAdmin, in: district), restToUnit: true, in: district)
        }
        #expect(own?.code == "move-of-oneself")
        let clerk = await province.refusal {
            _ = try await province.leaves(province.person(of: .unitHead, in: district), restToUnit: true, in: district, as: .clerk)
        }
        #expect(clerk == .notFound || clerk == .notAllowed)
        let foreign = await province.refusal {
            _ = try await province.leaves(province.person(of: .clerk, in: "district_101"), version: 1, in: district)
        }
        #expect(foreign == .notFound)
    }

    @Test("a session of the leaver is refused at once, and he signs in no more; with a day to come, from the day after")
    func sessions() async throws {
        let district = try await province.freshDistrict()
        let passwords = PasswordHasher(.least)
        for (name, day, isShut) in [("an", nil, true), ("ba", "2023-06-25", false)] as [(String, String?, Bool)] {
            let worker = try await province.worker("Nguyễn Thị Đi", at: nil, role: .clerk, in: district)
            let opening = try OpenAccount(for: worker.person, username: "\(district).\(name)")
            let link = try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
                try await opening.perform(in: tx, ids: .system)
            }
            _ = try await SetPassword(by: link.token, to: "bon con ga vang").perform(at: province.signIn, passwords: passwords)
            let session = try await SignIn(username: "\(district).\(name)", password: "bon con ga vang")
                .perform(at: province.signIn, passwords: passwords, ids: .system)
            let move = try await province.leaves(worker.person, on: day, in: district)
            #expect(move.accountShut == isShut)
            let entering = await province.refusal {
                _ = try await province.entrance.readOnce(Entry(token: session.token, place: .home)) { (tx: borrowing TenantTransaction) in
                    try await ShowTenant().perform(in: tx)
                }
            }
            #expect(entering == (isShut ? .notSignedIn : nil))
            let again = await province.refusal {
                _ = try await SignIn(username: "\(district).\(name)", password: "bon con ga vang")
                    .perform(at: province.signIn, passwords: passwords, ids: .system)
            }
            #expect((again == nil) == !isShut)
            #expect(
                try await province.person(worker.person, in: district).endedOn == (day.flatMap { CivilDate($0) } ?? province.businessDate))
        }
    }

    @Test("who is to leave gets nothing new")
    func nothingNew() async throws {
        let stage = try await stage()
        _ = try await province.leaves(stage.leaver, on: "2023-06-25", restToUnit: true, in: stage.district)
        let code = String(stage.district.dropFirst("district_".count))
        let whole = try await stage.bench.assign(stage.bench.task(to: stage.district))
        let refused = await province.refusal {
            try await stage.bench.handOn(HandOnItem(parent: whole, unit: code + "01", assignee: stage.leaver), in: stage.district)
        }
        #expect(refused?.code == "assignee-leaves")
    }

    @Test("of two administrators at once one records it and the other is told to look again")
    func twoAtOnce() async throws {
        let stage = try await stage()
        let (leaver, district, post) = (stage.leaver, stage.district, stage.colleague.post)
        let version = try await province.person(leaver, in: district).version
        let outcomes = await withTaskGroup(of: Problem?.self) { group in
            for role in [Role.tenantAdmin, .councilSecretary] {
                group.addTask {
                    await province.refusal {
                        _ = try await province.leaves(leaver, to: post, version: version, in: district, as: role)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count(where: { $0 == nil }) == 1)
        #expect(outcomes.compactMap(\.self).map(\.kind) == [.stale])
        #expect(try await province.count("SELECT count(*) FROM core.person_move WHERE person_id = \(leaver)") == 1)
        #expect(try await province.count("SELECT count(*) FROM core.work_item_change WHERE item_id = \(stage.given)") == 1)
    }

    @Test("what is given while he leaves is seen by the leaving, which waits for it")
    func givenMeanwhile() async throws {
        let stage = try await stage()
        let (district, province) = (stage.district, province)
        let code = String(district.dropFirst("district_".count))
        let person = try await province.worker("Phạm Thị Vội", at: code + "01", in: district).person
        let whole = try await stage.bench.assign(stage.bench.task(to: district))
        let part = HandOnItem(parent: whole, unit: code + "01", assignee: person)
        let leaving = try await province.write(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
            _ = try await part.perform(in: tx, ids: .system)
            let leaving = Task {
                // A lock that is waited for too long is refused as busy, and then asked for again.
                var problem: Problem?
                repeat {
                    problem = await province.refusal { _ = try await province.leaves(person, in: district) }
                } while problem == .unavailable
                return problem
            }
            // Until it waits; on a machine where that takes long it comes later, and must see the item all the same.
            for _ in 0..<100 {
                let waiting = try await province.count(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
                if waiting > 0 { break }
                try await Task.sleep(for: .milliseconds(20))
            }
            return leaving
        }
        #expect(await leaving.value?.code == "open-items")
        #expect(try await province.person(person, in: district).endedOn == nil)
    }

    @Test("everything of one leaving is one request of the audit, with its reason, and no secret")
    func audit() async throws {
        let stage = try await stage()
        _ = try await province.leaves(stage.leaver, to: stage.colleague.post, in: stage.district)
        let entries = try await province.audit(of: "person", stage.leaver.description)
        let leaving = entries.filter { $0.relation == "person_move" || ($0.relation == "person" && $0.action == "update") }
        #expect(leaving.count == 2)
        let requests = Set(leaving.map(\.request))
        #expect(requests.count == 1)
        let handed = try await province.audit(of: "work_item", stage.given.description).filter { $0.action == "update" }
        #expect(handed.map(\.reason) == ["nghỉ hưu"])
        #expect(handed.map(\.request) == Array(requests))
    }

    // MARK: - Negative controls

    @Test("without the triggers a leaver keeps what is open: they are what holds it")
    func control() async throws {
        let stage = try await stage()
        try await province.asSuperuser("ALTER TABLE core.person DISABLE TRIGGER leaves")
        let passed = await province.refusal { try await province.ends(stage.leaver, in: stage.district) }
        try await province.asSuperuser("ALTER TABLE core.person ENABLE TRIGGER leaves")
        #expect(passed == nil)
    }
}
