import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// Where an operation has a word of its own beside the row policies, it says what the table says.
@Suite("Operations agree with the policy", .province(opening: 4), .serialized, .timeLimit(.minutes(30)))
struct PolicyAgreementTests {
    private let province = Province.current

    /// An API token of an officer that may do these deeds alone.
    private func token(_ scopes: [String], of role: Role, in tenant: String, unit: String? = nil) async throws -> Token {
        let session = try await province.signedIn(province.seat(role, in: tenant, unit: unit).username).token
        return try await province.entrance.write(Entry(token: session, place: .home)) { (tx: borrowing TenantTransaction) in
            try await OpenToken(label: "x", days: 1, scopes: scopes, from: session).perform(in: tx, ids: .system)
        }.token
    }

    private func isAllowed(_ role: Role, _ deed: Deed, _ relation: Relation, _ state: PlaceState = .open) -> Bool {
        Policy.of(role).decide(deed, relation, state).isAllowed
    }

    @Test("who keeps the directory takes back what another post lent, by a session and by a token that names it; a clerk does not")
    func revocation() async throws {
        let bench = try await DelegationBench(province)
        for role in [Role.tenantAdmin, .councilSecretary, .unitHead] {
            #expect(isAllowed(role, .action(.revokeDelegation), .parent))
            try await bench.revoke(try await bench.give(bench.terms()), as: role)
        }
        let id = try await bench.give(bench.terms())
        for role in [Role.clerk, .unitCoordinator] {
            #expect(!isAllowed(role, .action(.revokeDelegation), .own))
            #expect(await province.refusal { try await bench.revoke(id, as: role) } == .notAllowed)
        }
        let revoking = RevokeDelegation(id, version: try await bench.find(id).version, reason: "Đã về")
        func revoke(by token: Token) async -> Problem? {
            await province.refusal {
                try await province.entrance.write(Entry(token: token, place: .home, deed: .action(.revokeDelegation))) {
                    (tx: borrowing TenantTransaction) in try await revoking.perform(in: tx)
                }
            }
        }
        let other = try await token(["directory.read", "directory.manage"], of: .tenantAdmin, in: bench.district)
        #expect(await revoke(by: other)?.code == "scope-missing")
        let named = try await token(["delegation.revoke"], of: .tenantAdmin, in: bench.district)
        #expect(await revoke(by: named) == nil)
        #expect(try await bench.find(id).revocation != nil)
    }

    @Test("who reports directly is told so, who reports nothing is refused, and nobody drafts in a closed unit")
    func drafting() async throws {
        let ledger = try await LedgerBench(province)
        let district = try await province.freshDistrict()
        let item = try await ledger.assign(ledger.task(to: district))
        func drafts(_ role: Role) async -> Problem? {
            await province.refusal {
                try await province.write(as: role, in: district) { (tx: borrowing TenantTransaction) in
                    let report = ReportProgress(item: item, milestonePercent: 50, documentNumber: "5/BC", narrative: "Đã họp")
                    _ = try await WriteDraft(.progress(report)).perform(in: tx, ids: .system)
                }
            }
        }
        for role in [Role.unitHead, .unitCoordinator] {
            #expect(isAllowed(role, .action(.reportProgress), .own))
            let told = await drafts(role)
            #expect(told?.code == "no-drafts-here" && told?.kind == .refused)
        }
        for role in [Role.clerk, .tenantAdmin] {
            #expect(!isAllowed(role, .action(.reportProgress), .own))
            #expect(await drafts(role) == .notAllowed)
        }
        try await close(district)
        #expect(!isAllowed(.unitHead, .action(.reportProgress), .own, .closed))
        #expect(await drafts(.unitHead) == .notAllowed)
    }

    @Test("the draft of a launch moves by the deed of the launch, that of a report by the deed of the report")
    func moving() async throws {
        let plan = try Plans.shipped("DRAFT-DEED")
        try await province.launched(plan)
        let (district, commune) = ("district_101", "10101")
        _ = try await province.write(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
            try await CascadeLaunch(campaign: plan.code).perform(in: tx)
        }
        try await province.work()
        let record = RecordLaunch(
            .unit(campaign: plan.code, code: commune), version: nil, happenedOn: CivilDate("2023-04-07")!, form: .ownConference,
            attendance: 40)
        let id = try await province.write(as: .subUnitOfficer, in: district, unit: commune) { (tx: borrowing TenantTransaction) in
            try await WriteDraft(.launch(record)).perform(in: tx, ids: .system)
        }
        func forwards(_ scope: String) async throws -> Problem? {
            let scoped = try await token(["draft.read", scope], of: .subUnitOfficer, in: district, unit: commune)
            let entry = Entry(token: scoped, place: .home, deed: .action(.reportProgress), orDeeds: [.action(.reportLaunch)])
            return await province.refusal {
                try await province.entrance.write(entry) { (tx: borrowing TenantTransaction) in
                    try await PassDraft(id, version: 1, .forwarded).perform(in: tx, ids: .system)
                }
            }
        }
        #expect(try await forwards("item.read")?.code == "scope-missing")
        #expect(try await forwards("progress.report") == .notAllowed, "it enters, and is held to what it may")
        #expect(try await forwards("launch.report") == nil)
    }

    @Test("of a closed unit it is still read why somebody left, by who kept its directory; links are no longer made there")
    func closed() async throws {
        let district = try await province.freshDistrict()
        let person = province.person(of: .clerk, in: district)
        try await close(district)
        func moves(_ role: Role) async -> Problem? {
            await province.refusal {
                try await province.read(as: role, in: district) { (tx: borrowing TenantTransaction) in
                    _ = try await ListMoves(of: person).perform(in: tx)
                }
            }
        }
        func links(_ role: Role) async -> Problem? {
            await province.refusal {
                try await province.write(as: role, in: district) { (tx: borrowing TenantTransaction) in
                    _ = try await MakeHandouts().perform(in: tx, ids: .system)
                }
            }
        }
        #expect(isAllowed(.tenantAdmin, .reading(.move), .parent, .closed) && !isAllowed(.clerk, .reading(.move), .parent, .closed))
        #expect(!isAllowed(.tenantAdmin, .action(.manageDirectory), .parent, .closed))
        #expect(await moves(.tenantAdmin) == nil)
        #expect(await moves(.clerk) == .notAllowed)
        #expect(await links(.tenantAdmin) == .notAllowed)
    }

    @Test("whose approval a unit asks for is read as its directory is: province-wide, and not in a neighbour")
    func approvalRule() async throws {
        let district = try await province.freshDistrict()
        try await province.write(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
            try await SetDraftApproval(.unit, version: 0).perform(in: tx)
        }
        func rule(_ role: Role, in home: String? = nil) async throws -> Draft.Approval {
            try await province.read(as: role, in: home, to: .tenant(Tenant.Slug(district)!)) { (tx: borrowing TenantTransaction) in
                try await ShowDraftApproval().perform(in: tx).approval
            }
        }
        #expect(isAllowed(.officeMonitor, .reading(.directory), .foreignTenant))
        #expect(try await rule(.officeMonitor) == .unit)
        #expect(try await rule(.clerk, in: district) == .unit)
        #expect(await province.refusal { _ = try await rule(.unitHead, in: "district_102") } == .notFound)
    }

    private func close(_ district: String) async throws {
        try await province.asSuperuser("UPDATE core.tenant SET closed_on = '2023-06-19' WHERE slug = '\(district)'")
    }
}
