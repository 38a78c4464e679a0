import Domain
import Operations
import Postgres
import Storage
import TestSupport

/// A district with a deputy who can sign in, and what his head lends him.
struct DelegationBench: Sendable {
    let province: Province
    let district: String
    let deputy: Person.ID
    let deputyPost: Post.ID
    private let passwords = PasswordHasher(.least)

    init(_ province: Province) async throws {
        self.province = province
        let district = try await province.freshDistrict()
        self.district = district
        let deputy = try await province.added("Nguyễn Văn An", from: "2023-01-01", in: district)
        self.deputy = deputy
        let giving = GivePost(
            person: deputy, role: .unitCoordinator, title: "Phó Chủ tịch Ủy ban nhân dân huyện", leaderRank: .deputyHeadOrAbove,
            validFrom: CivilDate("2023-01-01"))
        let opening = try OpenAccount(for: deputy, username: "\(district).pho")
        let (post, link) = try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
            (try await giving.perform(in: tx, ids: .system), try await opening.perform(in: tx, ids: .system))
        }
        deputyPost = post
        _ = try await SetPassword(by: link.token, to: "bon con ga vang").perform(at: province.signIn, passwords: passwords)
    }

    /// The deputy in his own post.
    func signIn() async throws -> Session {
        try await SignIn(username: "\(district).pho", password: "bon con ga vang", post: deputyPost)
            .perform(at: province.signIn, passwords: passwords, ids: .system)
    }

    /// The deputy under a delegation.
    func act(under delegation: Delegation.ID) async throws -> Session {
        let session = try await signIn()
        let me = try await province.entrance.read(Entry(token: session.token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
        return try await ActUnderDelegation(session.token, under: delegation).perform(at: province.signIn, as: me, ids: .system)
    }

    func terms(
        _ scope: [Action] = [.ruleItem], form: Delegation.Form = .kt, from: String? = nil, until: String = "2023-07-31",
        document: String = ""
    ) -> GiveDelegation {
        GiveDelegation(
            delegatePost: deputyPost, form: form, scope: scope, validFrom: from.flatMap { CivilDate($0) }, validTo: CivilDate(until)!,
            reason: "Thủ trưởng đi công tác", documentNumber: document)
    }

    @discardableResult
    func give(_ terms: GiveDelegation, as role: Role = .unitHead, unit: String? = nil) async throws -> Delegation.ID {
        try await province.write(as: role, in: district, unit: unit) { (tx: borrowing TenantTransaction) in
            try await terms.perform(in: tx, ids: .system)
        }
    }

    func find(_ id: Delegation.ID) async throws -> Delegation {
        try await province.read(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
            try await ShowDelegation(id).perform(in: tx)
        }
    }

    func revoke(_ id: Delegation.ID, as role: Role = .unitHead, reason: String = "Thủ trưởng đã về") async throws {
        let version = try await find(id).version
        try await province.write(as: role, in: district) { (tx: borrowing TenantTransaction) in
            try await RevokeDelegation(id, version: version, reason: reason).perform(in: tx)
        }
    }

    /// Does something with a session, in the officer's own tenant.
    func write<R: Sendable>(_ session: Session, _ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        try await province.entrance.write(Entry(token: session.token, place: .home), body)
    }

    /// What a statement of the deputy's own is answered past every program; nil: it passed. Nothing of it stays.
    func raw(_ session: Session, _ statement: String) async throws -> String? {
        try await province.withConnection(as: "thidua_web") { connection -> String? in
            let place: String? = district
            _ = try await connection.query("BEGIN")
            _ = try await connection.query("SELECT set_config('role', core.enter(\(session.token.bytes), \(place)), true)")
            do {
                try await connection.script(statement)
                return nil
            } catch let error as PostgresError {
                return error.sqlState ?? ""
            }
        }
    }
}
