import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// No secret comes into the audit on any way that makes one.
@Suite("Secrets and the audit", .province, .serialized, .timeLimit(.minutes(30)))
struct AuditSecretTests {
    let province = Province.current
    private let tenant = "district_101"
    private let passwords = PasswordHasher(.least)

    /// Entries whose text holds any hash that is kept, or one of the given secrets.
    private func leaks(_ secrets: [String]) async throws -> Int64 {
        try await province.asked(
            """
            SELECT count(*)
            FROM core.audit_entry AS e
            WHERE e::text LIKE '%$argon2id$%'
               OR EXISTS (SELECT FROM core.credential AS c WHERE position(encode(c.token_hash, 'hex') IN e::text) > 0)
               OR EXISTS (SELECT FROM core.second_factor AS f WHERE position(encode(f.secret, 'hex') IN e::text) > 0)
               OR EXISTS (SELECT FROM core.recovery_code AS r WHERE position(encode(r.code_hash, 'hex') IN e::text) > 0)
               OR EXISTS (SELECT FROM unnest(\(secrets)) AS s WHERE position(s IN e::text) > 0)
            """)
    }

    /// Opens an account, signs in, opens a token, signs out; answers every secret that came up.
    private func tour(_ username: String) async throws -> [String] {
        let person = try await province.added("Trần Thị Bé", in: tenant)
        let password = "chín con trâu gặm cỏ ven đê"
        let opening = try OpenAccount(for: person, username: "\(tenant).\(username)")
        let link = try await province.write(as: .tenantAdmin, in: tenant) { (tx: borrowing TenantTransaction) in
            try await opening.perform(in: tx, ids: .system)
        }
        _ = try await SetPassword(by: link.token, to: password).perform(at: province.signIn, passwords: passwords)
        let session = try await SignIn(username: province.seat(.clerk, in: tenant).username, password: province.password)
            .perform(at: province.signIn, passwords: passwords, ids: .system).token
        let opened = try await province.entrance.write(Entry(token: session, place: .home)) { (tx: borrowing TenantTransaction) in
            try await OpenToken(label: "máy quét", days: 3, from: session).perform(in: tx, ids: .system)
        }
        try await SignOut(session).perform(at: province.signIn)
        return [password, province.password, session.text, opened.token.text, link.token.text]
    }

    @Test("signing in, opening an account and a token leave entries, and no secret in them")
    func tourLeavesNone() async throws {
        let secrets = try await tour("audit.mot")
        #expect(try await leaks(secrets) == 0)
        let kinds = try await province.asked(
            """
            SELECT string_agg(DISTINCT concat_ws(' ', relation, action, actor_kind, withheld::text), ', ')
            FROM core.audit_entry
            WHERE relation IN ('account', 'credential') AND actor_kind <> 'operator'
            """, String.self)
        #expect(
            kinds == """
                account insert officer {password_hash}, account update sign_in {password_hash}, credential insert officer {token_hash}, credential insert sign_in {token_hash}, \
                credential update sign_in
                """)
        // As its control: a trigger that withholds nothing is found out by the same look.
        try await province.asSuperuser(
            """
            DROP TRIGGER audit ON core.account;
            CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON core.account FOR EACH ROW
            EXECUTE FUNCTION core.audit_change('account', 'account', 'id', '', 'id', '', '')
            """)
        let more = try await tour("audit.hai")
        #expect(try await leaks(more) > 0)
    }

    @Test("enrolling a second factor and using a recovery code leave entries, and no secret in them")
    func factor() async throws {
        // The control of the other test leaves its own.
        let before = try await leaks([])
        let officer = try await province.enrol(province.seat(.unitHead, in: tenant).username)
        let step = try await province.step(officer.username)
        _ = try await FinishSignIn(step.token.text, code: officer.recoveryCodes[0]).perform(at: province.signIn, ids: .system)
        #expect(try await leaks(officer.recoveryCodes + [officer.totp.base32, step.token.text, officer.session.text]) == before)
        let kinds = try await province.asked(
            """
            SELECT string_agg(DISTINCT concat_ws(' ', relation, action, withheld::text), ', ')
            FROM core.audit_entry
            WHERE relation IN ('second_factor', 'recovery_code', 'factor_use', 'signin_step')
            """, String.self)
        #expect(
            kinds == """
                recovery_code insert {code_hash}, recovery_code update, second_factor insert {secret}, second_factor update
                """)
    }
}
