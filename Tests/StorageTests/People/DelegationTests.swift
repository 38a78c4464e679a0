import Domain
import Logging
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Acting in another's stead: as far as it is lent, as long as it stands, and never past the separation of duty.
@Suite("Delegation", .province(opening: 12), .serialized, .timeLimit(.minutes(30)))
struct DelegationTests {
    let province = Province.current

    private func enters(_ session: Session, _ entrance: Entrance) async -> Problem? {
        await province.refusal {
            _ = try await entrance.readOnce(Entry(token: session.token, place: .home)) { (tx: borrowing TenantTransaction) in
                try await ShowTenant().perform(in: tx)
            }
        }
    }

    @Test("the deputy acts in his head's post, with what is lent and no more, and is led back to his own")
    func acting() async throws {
        let bench = try await DelegationBench(province)
        let id = try await bench.give(bench.terms([.ruleItem, .readAudit]))
        let session = try await bench.act(under: id)
        let me = try await province.entrance.read(Entry(token: session.token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
        #expect(me.officer.person == bench.deputy)
        #expect(me.officer.post == province.post(of: .unitHead, in: bench.district))
        #expect(me.officer.delegation == id && me.actions == [.readAudit, .ruleItem])
        #expect(me.delegation?.signature.lines.last == "PHÓ CHỦ TỊCH")
        #expect(me.delegation?.signature.lines.first?.hasPrefix("KT. ") == true)
        let back = try await SwitchPost(session.token, to: bench.deputyPost).perform(at: province.signIn, among: me.posts, ids: .system)
        #expect(await enters(session, province.entrance) == .notSignedIn)
        #expect(await enters(back, province.entrance) == nil)
    }

    @Test("what is not lent is refused by program and database; in the head's own session it is not")
    func scope() async throws {
        let bench = try await DelegationBench(province)
        let session = try await bench.act(under: try await bench.give(bench.terms([.ruleItem])))
        let paper = EnterDirective(paper: LedgerBench.paper(number: "1/QĐ"))
        let refused = await province.refusal {
            _ = try await bench.write(session) { (tx: borrowing TenantTransaction) in try await paper.perform(in: tx, ids: .system) }
        }
        #expect(refused == .notAllowed)
        let raw = """
            INSERT INTO core.directive (id, tenant_id, type, number, issued_on, issuer, abstract, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(province.tenant(bench.district))', 'CV', '1', '2023-01-01', 'x', 'x',
                '\(province.post(of: .unitHead, in: bench.district))', '2023-06-20')
            """
        #expect(try await bench.raw(session, raw) == "42501")
        #expect(try await province.raw(.unitHead, in: bench.district, raw) == nil)
        // With it lent, it passes.
        let wider = try await DelegationBench(province)
        let lent = try await wider.act(under: try await wider.give(wider.terms([.enterDirective])))
        _ = try await wider.write(lent) { (tx: borrowing TenantTransaction) in try await paper.perform(in: tx, ids: .system) }
    }

    @Test("revoked, over, or one of the two posts ended: refused at the next request on two processes")
    func ending() async throws {
        let other = try Entrance(database: province.url, connections: 2, patience: Province.patience, logger: Logger(label: "tests"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await other.run() }
            defer { group.cancelAll() }
            for way in 0..<4 {
                let bench = try await DelegationBench(province)
                let id = try await bench.give(bench.terms())
                let session = try await bench.act(under: id)
                #expect(await enters(session, other) == nil)
                #expect(await enters(session, province.entrance) == nil)
                switch way {
                case 0: try await bench.revoke(id)
                case 1: try await province.ends(bench.deputyPost, on: "2023-06-19", in: bench.district)
                case 2: try await province.ends(province.post(of: .unitHead, in: bench.district), on: "2023-06-19", in: bench.district)
                default:
                    // Dates do not change by any door.
                    try await province.asSuperuser(
                        """
                        ALTER TABLE core.delegation DISABLE TRIGGER guard;
                        UPDATE core.delegation SET valid_from = '2023-06-01', recorded_on = '2023-06-01', valid_to = '2023-06-19' WHERE id = '\(id)';
                        ALTER TABLE core.delegation ENABLE TRIGGER guard
                        """)
                }
                #expect(await enters(session, other) == .notSignedIn, "way \(way)")
                #expect(await enters(session, province.entrance) == .notSignedIn, "way \(way)")
            }
        }
    }

    @Test("a credential that is made to name another's, a revoked or a foreign delegation opens nothing")
    func forged() async throws {
        let bench = try await DelegationBench(province)
        let foreign = try await DelegationBench(province)
        let id = try await bench.give(bench.terms())
        let theirs = try await foreign.give(foreign.terms())
        let session = try await bench.act(under: id)
        let hash = "token_hash = sha256('\\x\(session.token.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())')"
        func name(_ delegation: Delegation.ID, in post: Post.ID) async throws -> Problem? {
            try await province.asSuperuser("UPDATE core.credential SET delegation_id = '\(delegation)', post_id = '\(post)' WHERE \(hash)")
            return await enters(session, province.entrance)
        }
        let (head, theirHead) = (
            province.post(of: .unitHead, in: bench.district), province.post(of: .unitHead, in: foreign.district)
        )
        #expect(try await name(theirs, in: theirHead) == .notSignedIn)
        #expect(try await name(theirs, in: head) == .notSignedIn)
        #expect(try await name(id, in: theirHead) == .notSignedIn)
        #expect(try await name(id, in: province.post(of: .tenantAdmin, in: bench.district)) == .notSignedIn)
        // The control.
        #expect(try await name(id, in: head) == nil)
    }

    @Test("nobody widens, prolongs or hands over by raw SQL what was given; without the privilege and the trigger gone it would pass")
    func widening() async throws {
        let bench = try await DelegationBench(province)
        let id = try await bench.give(bench.terms())
        for change in [
            "scope = '{item.assign}'", "valid_to = '2024-01-01'", "delegate_id = '\(province.person(of: .clerk, in: bench.district))'",
            "form = 'tl'",
        ] {
            let statement = "UPDATE core.delegation SET \(change) WHERE id = '\(id)'"
            #expect(try await province.raw(.unitHead, in: bench.district, statement)?.sqlState == "42501", "\(change)")
        }
        let statement = "UPDATE core.delegation SET valid_to = '2024-01-01' WHERE id = '\(id)'"
        try await province.asSuperuser("GRANT UPDATE (valid_to) ON core.delegation TO thidua_tenant")
        #expect(try await province.raw(.unitHead, in: bench.district, statement)?.sqlState == "TD422")
        try await province.asSuperuser("ALTER TABLE core.delegation DISABLE TRIGGER guard")
        #expect(try await province.raw(.unitHead, in: bench.district, statement) == nil)
        try await province.asSuperuser(
            "ALTER TABLE core.delegation ENABLE TRIGGER guard; REVOKE UPDATE (valid_to) ON core.delegation FROM thidua_tenant")
    }

    @Test("a delegate lends nothing on, revokes nothing and makes no token")
    func notPassedOn() async throws {
        let bench = try await DelegationBench(province)
        let id = try await bench.give(bench.terms())
        let session = try await bench.act(under: id)
        let clerk = (post: province.post(of: .clerk, in: bench.district), person: province.person(of: .clerk, in: bench.district))
        let passing = GiveDelegation(
            delegatePost: clerk.post, form: .tl, scope: [.ruleItem], validTo: CivilDate("2023-06-30")!, reason: "x")
        let refused = await province.refusal {
            _ = try await bench.write(session) { (tx: borrowing TenantTransaction) in try await passing.perform(in: tx, ids: .system) }
        }
        #expect(refused?.code == "delegation-not-passed-on")
        let head = (
            post: province.post(of: .unitHead, in: bench.district), person: province.person(of: .unitHead, in: bench.district)
        )
        let statement = """
            INSERT INTO core.delegation (id, tenant_id, post_id, giver_id, delegate_post_id, delegate_id, form, scope, valid_from, valid_to, reason, given_by, recorded_on)
            VALUES (gen_random_uuid(), '\(province.tenant(bench.district))', '\(head.post)', '\(head.person)', '\(clerk.post)', '\(clerk.person)', 'tl', '{item.rule}',
                '2023-06-20', '2023-06-30', 'x', '\(head.post)', '2023-06-20')
            """
        #expect(try await bench.raw(session, statement) == "23514")
        #expect(try await province.raw(.unitHead, in: bench.district, statement) == nil)
        let revoking = await province.refusal {
            try await bench.write(session) { (tx: borrowing TenantTransaction) in
                try await RevokeDelegation(id, version: 1, reason: "x").perform(in: tx)
            }
        }
        #expect(revoking == .notAllowed)
        let token = await province.refusal {
            _ = try await bench.write(session) { (tx: borrowing TenantTransaction) in
                try await OpenToken(label: "x", from: session.token).perform(in: tx, ids: .system)
            }
        }
        #expect(token?.code == "own-post-needed")
        let raw = """
            SELECT core.token_open(gen_random_uuid(), '\\x\(Self.hex(session.token.bytes))', sha256('x'), 'x', interval '1 day', ARRAY['item.read'],
                'tdx_abcd')
            """
        #expect(try await bench.raw(session, raw) == "TD403")
    }

    static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test("given by who holds the post or heads the unit, revoked by them and by who keeps the directory, once")
    func whoGives() async throws {
        let bench = try await DelegationBench(province)
        for role in [Role.clerk, .unitCoordinator, .tenantAdmin, .councilSecretary] {
            #expect(await province.refusal { try await bench.give(bench.terms([.reportLaunch], form: .tl), as: role) } == .notAllowed)
        }
        var clerks = bench.terms([.reportLaunch], form: .tl)
        clerks.post = province.post(of: .clerk, in: bench.district)
        let id = try await bench.give(clerks)
        #expect(try await bench.find(id).giver.post == clerks.post)
        let sub = String(bench.district.dropFirst("district_".count)) + "01"
        #expect(await province.refusal { try await bench.give(clerks, as: .subUnitHead, unit: sub) } == .notAllowed)
        for role in [Role.unitCoordinator, .unitCouncilMember] {
            #expect(await province.refusal { try await bench.revoke(id, as: role) } == .notAllowed)
        }
        try await bench.revoke(id, as: .tenantAdmin)
        #expect(try await bench.find(id).revocation?.by == province.post(of: .tenantAdmin, in: bench.district))
        #expect(await province.refusal { try await bench.revoke(id) }?.code == "delegation-revoked")
        // Free again.
        try await bench.give(clerks)
        #expect(await province.refusal { try await bench.give(clerks) }?.code == "delegation-there")
    }

    @Test("each rule of form, days and scope is named, and holds in the database too")
    func rules() async throws {
        let bench = try await DelegationBench(province)
        func faults(_ terms: GiveDelegation) async -> [String] {
            await province.refusal { try await bench.give(terms) }?.fields.map(\.path) ?? []
        }
        #expect(await faults(bench.terms(form: .tuq)) == ["$.documentNumber"])
        #expect(await faults(bench.terms([.manageDirectory])) == ["$.scope"])
        #expect(await faults(bench.terms([.decideMotto])) == ["$.scope"])
        #expect(await faults(bench.terms([])) == ["$.scope"])
        #expect(await faults(bench.terms(from: "2023-06-19")) == ["$.validFrom"])
        #expect(await faults(bench.terms(from: "2023-06-21", until: "2023-06-20")) == ["$.validTo"])
        var clerk = bench.terms()
        clerk.delegatePost = province.post(of: .clerk, in: bench.district)
        #expect(await faults(clerk) == ["$.form"])
        clerk.delegatePost = province.post(of: .clerk, in: "district_101")
        #expect(await faults(clerk) == ["$.delegatePost"])
        clerk.delegatePost = province.post(of: .unitHead, in: bench.district)
        clerk.form = .tl
        #expect(await faults(clerk) == ["$.delegatePost"])

        let (head, headPerson) = (
            province.post(of: .unitHead, in: bench.district), province.person(of: .unitHead, in: bench.district)
        )
        func raw(
            form: String = "kt", scope: String = "item.rule", first: String = "2023-06-20", last: String = "2023-06-30",
            delegate: (Post.ID, Person.ID)? = nil
        ) async throws -> String? {
            let delegate = delegate ?? (bench.deputyPost, bench.deputy)
            return try await province.raw(
                .unitHead, in: bench.district,
                """
                INSERT INTO core.delegation (id, tenant_id, post_id, giver_id, delegate_post_id, delegate_id, form, scope, valid_from, valid_to, reason, given_by, recorded_on)
                VALUES (gen_random_uuid(), '\(province.tenant(bench.district))', '\(head)', '\(headPerson)', '\(delegate.0)', '\(delegate.1)', '\(form)', '{\(scope)}',
                    '\(first)', '\(last)', 'x', '\(head)', '2023-06-20')
                """
            )?.constraint
        }
        #expect(try await raw() == nil)
        #expect(try await raw(form: "tuq") == "delegation_by_mandate_has_its_document")
        #expect(try await raw(scope: "directory.manage") == "delegation_of_what_is_lent")
        #expect(try await raw(scope: "province.read") == "delegation_within_the_post")
        #expect(try await raw(first: "2023-06-19") == "delegation_not_backdated")
        #expect(try await raw(last: "2023-06-19") == "delegation_ends_after_the_start")
        let clerkPost = province.post(of: .clerk, in: bench.district)
        #expect(try await raw(delegate: (clerkPost, province.person(of: .clerk, in: bench.district))) == "delegation_kt_to_a_deputy")
        // A post, but another's: the three columns of the key belong together.
        #expect(try await raw(form: "tl", delegate: (clerkPost, bench.deputy)) == "delegation_to_a_post")
    }
}
