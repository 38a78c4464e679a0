import Domain
import Foundation
import HTTPTypes
import Operations
import TestSupport
import Testing

/// The page of what follows a decision: only the forms that state and role allow, and each is taken.
@Suite("Pages of what follows a decision", .province, .serialized, .timeLimit(.minutes(30)))
struct AftermathPageTests {
    private let province = Province.current
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }
    private var chairman: Token { province.token(of: .chairman) }
    private static let verbs = [
        "propose-revocation", "decline-revocation", "correct", "correct-entry", "replace", "revoke", "recover", "waive", "issue-copy",
        "rule-flip",
    ]

    private func page(_ path: String, as token: Token) async throws -> (status: HTTPResponse.Status, body: String) {
        let found = try await province.call(.get, path, headers: [.cookie: "thidua=\(token.text)"])
        return (found.status, found.body)
    }

    private func offered(_ path: String, _ token: Token) async throws -> Set<String> {
        let body = try await page(path, as: token).body
        return Set(Self.verbs.filter { body.contains("/aftermath/\($0)\" class=\"stacked\"") })
    }

    private func submit(_ path: String, _ fields: String, as token: Token) async throws -> (status: Int, body: String) {
        let shown = try await page(path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }, as: token)
        let sent = try await province.submit(path, fields, of: shown.body, cookie: "thidua=\(token.text)")
        return (sent.status.code, sent.body)
    }

    private static let paper = "date=2023-06-20&signer=CHU+TICH&facts=Theo+ket+luan"

    @Test("a decision is corrected, replaced, proposed for revocation, revoked, and its money recovered by the forms of the page")
    func forms() async throws {
        let stage = try await AwardStage(province, campaign: "TRANG-SAU1")
        let id = try await stage.issued("850/QĐ-UBND")
        let path = "/award-dossiers/\(id)/aftermath"
        #expect(try await page(path, as: province.token(of: .unitHead, in: AwardStage.tenant)).status == .forbidden)
        #expect(try await offered(path, province.token(of: .auditor)).isEmpty)
        #expect(try await offered(path, affairs) == ["propose-revocation", "correct", "correct-entry", "issue-copy"])
        #expect(try await offered(path, chairman) == ["replace"])
        #expect(try await page("/units/\(AwardStage.tenant)/award-dossiers/\(id)", as: affairs).body.contains(path))
        #expect(try await page("/awards", as: affairs).body.contains(path))

        let entry = "number=851/Q%C4%90-UBND&date=&signer=&reason=Ghi+nham"
        #expect(try await submit("\(path)/correct-entry", entry, as: chairman).status == 403)
        #expect(try await submit("\(path)/correct-entry", entry, as: affairs).status == 303)
        let entered = try await page(path, as: affairs).body
        #expect(entered.contains("số 851/QĐ-UBND") && entered.contains("Trước ghi số 850/QĐ-UBND"), "\(entered)")
        let undated = try await submit("\(path)/correct", "number=1&date=&signer=x&facts=x&wrong=x&right=y", as: affairs)
        #expect(undated.status == 422 && undated.body.contains("nhập ngày"))
        #expect(try await submit("\(path)/correct", "number=852/UBND&\(Self.paper)&wrong=Dieu+12&right=Dieu+13", as: affairs).status == 303)
        #expect(try await submit("\(path)/replace", "number=853/QD&\(Self.paper)&name=Le+Thi+Binh&post=", as: chairman).status == 303)
        let amended = try await page(path, as: affairs).body
        #expect(amended.contains("Dieu 13") && amended.contains("Le Thi Binh") && amended.contains("Sửa 851/QĐ-UBND"), "\(amended)")
        #expect(try await submit("\(path)/issue-copy", "kind=wrong&reason=Sai+ten&number=3&date=2023-06-20", as: affairs).status == 303)

        let proposal = "ground=standardNotMet&facts=Ket+luan&number=7&date=2023-06-19"
        #expect(try await submit("\(path)/propose-revocation", proposal, as: affairs).status == 303)
        #expect(try await offered(path, chairman) == ["decline-revocation", "replace", "revoke"])
        #expect(try await submit("\(path)/decline-revocation", "reason=Chua+du", as: chairman).status == 303)
        #expect(try await submit("\(path)/propose-revocation", proposal, as: affairs).status == 303)
        let draft = try await province.call(
            .get, "/award-dossiers/\(id)/revocation-decision", headers: [.cookie: "thidua=\(affairs.text)"])
        #expect(draft.status == .ok)
        #expect(try await submit("\(path)/revoke", "number=854/QD&\(Self.paper)", as: affairs).status == 403)
        #expect(try await submit("\(path)/revoke", "number=854/QD&\(Self.paper)", as: chairman).status == 303)
        #expect(try await offered(path, affairs) == ["recover"])
        #expect(try await offered(path, chairman) == ["waive"])
        let words = try await submit("\(path)/recover", "amount=mot+trieu&number=1&date=2023-06-20", as: affairs)
        #expect(words.status == 422 && words.body.contains("nhập số tiền bằng chữ số"))
        let above = try await submit("\(path)/recover", "amount=9.000.000&number=1&date=2023-06-20", as: affairs)
        #expect(above.status == 422 && above.body.contains("chỉ còn phải thu hồi 1.490.000 đồng"), "\(above.body)")
        #expect(try await submit("\(path)/recover", "amount=1.000.000&number=1&date=2023-06-20", as: affairs).status == 303)
        #expect(try await submit("\(path)/waive", "amount=490000&number=2&date=2023-06-20&reason=Da+mat", as: chairman).status == 303)
        #expect(try await offered(path, affairs).isEmpty)
        let settled = try await page(path, as: affairs).body
        #expect(settled.contains("có phần được miễn thu hồi") && settled.contains("miễn thu hồi tiền thưởng"))
        #expect(try await page("/published-awards", as: affairs).body.contains("đã hủy bỏ quyết định khen thưởng (854/QD"))
    }

    @Test("a verdict that a correction turned round stands on the page with its form until it is ruled on")
    func flips() async throws {
        let stage = try await AwardStage(province, campaign: "TRANG-SAU2")
        let id = try await stage.dossier(.issued)
        let path = "/award-dossiers/\(id)/aftermath"
        try await province.asSuperuser(
            """
            SET session_replication_role = replica;
            INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, supplements,
                own_dossier, late, wanting, awarded, verdict, snapshot_version)
            SELECT d.tenant_id, gen_random_uuid(), d.id, 1, 'submit', '2023-06-12', d.recorded_by, '2023-06-12', 'councilReviewed', 'submitted', 0, false, false,
                '{}', true, 'pass', 1
            FROM core.award_dossier AS d WHERE d.id = '\(id)';
            SET session_replication_role = origin;
            """)
        #expect(try await !offered(path, affairs).contains("rule-flip"))
        try await stage.correct(to: "fail")
        #expect(try await offered(path, affairs).contains("rule-flip"))
        #expect(try await page(path, as: affairs).body.contains("nay là “không đạt”"))
        #expect(try await submit("\(path)/rule-flip", "ruling=falls&reason=Khong+dat&number=", as: affairs).status == 303)
        #expect(try await !offered(path, affairs).contains("rule-flip"))
        #expect(try await offered(path, affairs).contains("propose-revocation"), "what follows from it is Home Affairs' to propose")
    }
}
