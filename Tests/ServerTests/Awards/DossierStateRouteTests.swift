import Domain
import HTTPTypes
import Operations
import TestSupport
import Testing

/// Every state, step and role over HTTP: what the machine allows works, all else is refused with a reason.
@Suite("Every step in every state of a dossier over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct DossierStateRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }

    /// A step by its route; what a council takes has none here.
    private struct Verb {
        let step: AwardDossier.Step
        let path: String
        let body: JSONValue
        let actions: Set<Action>
        var isOfTheUnit: Bool { actions == [.proposeAward] }
    }

    private static let verbs: [Verb] = [
        Verb(step: .submit, path: "submission", body: [:], actions: [.proposeAward]),
        Verb(step: .supplement, path: "supplement", body: [:], actions: [.proposeAward]),
        Verb(step: .withdraw, path: "withdrawal", body: ["reason": "Xin rút"], actions: [.proposeAward]),
        Verb(step: .receive, path: "receipt", body: [:], actions: [.appraiseAward]),
        Verb(step: .askSupplement, path: "supplement-request", body: ["reason": "Thiếu dấu"], actions: [.appraiseAward]),
        Verb(step: .appraise, path: "appraisal", body: [:], actions: [.appraiseAward, .decideAward]),
        Verb(
            step: .refuse, path: "refusal", body: ["reason": "Chưa đạt", "documentNumber": "3/TB"], actions: [.appraiseAward, .decideAward]),
        Verb(step: .hold, path: "hold", body: ["reason": "Có đơn"], actions: [.appraiseAward]),
        Verb(step: .release, path: "release", body: ["reason": "Đã kết luận"], actions: [.appraiseAward]),
        Verb(step: .putToChairman, path: "submission-to-chairman", body: ["documentNumber": "9/TTr-SNV"], actions: [.appraiseAward]),
        Verb(step: .decide, path: "decision", body: [:], actions: [.decideAward]),
        Verb(step: .present, path: "presentation", body: [:], actions: [.appraiseAward]),
    ]

    private static let here: [Role] = [.unitHead, .councilSecretary, .unitCoordinator, .clerk]
    private static let wide: [Role] = [.homeAffairsOfficer, .chairman, .viceChairman, .officeMonitor, .councilMember, .auditor]

    private func token(_ role: Role) -> Token {
        Self.wide.contains(role) ? province.token(of: role) : province.token(of: role, in: AwardStage.tenant)
    }

    private func ask(_ verb: Verb, _ id: AwardDossier.ID, as role: Role) async throws -> APIAnswer {
        let place = verb.isOfTheUnit ? "tenants/\(AwardStage.tenant)" : "province"
        return try await api.send(.post, "/api/v1/\(place)/award-dossiers/\(id)/\(verb.path)", as: token(role), verb.body)
    }

    /// Who may take it; of what a council takes, nobody here.
    private func allowed(_ verb: Verb, in state: AwardDossier.State) -> Set<Role> {
        let party: AwardParty
        switch AwardDossier.cell(state, verb.step, .provincialReview) {
        case .moves(_, let by), .goesOn(let by): party = by
        case .refused: return []
        }
        return switch party {
        case .proposer: [.unitHead, .councilSecretary]
        case .appraiser, .clerk: [.homeAffairsOfficer]
        case .signer: [.chairman, .viceChairman]
        case .unitCouncil, .provincialCouncil: []
        }
    }

    @Test("works where the machine allows it and for whom it allows it; all others hear 403, 404 or 409 with a reason")
    func everyCell() async throws {
        let stage = try await AwardStage(province, campaign: "HTTP-O")
        let id = try await stage.dossier(.drafted)
        var (done, refused) = (0, 0)
        for state in AwardDossier.State.allCases {
            var isMoved = true
            for verb in Self.verbs {
                let allowed = allowed(verb, in: state)
                // Out of order it is so for everybody: those whose step it usually is are asked.
                let everybody = Self.here + Self.wide
                let roles = allowed.isEmpty ? everybody.filter { !Policy.of($0).actions.isDisjoint(with: verb.actions) } : everybody
                for role in roles {
                    if isMoved { try await stage.put(id, in: state) }
                    let answer = try await ask(verb, id, as: role)
                    isMoved = answer.status == 201
                    if allowed.contains(role) {
                        #expect(answer.status == 201, "\(verb.step) when \(state) by \(role): \(answer.json.text())")
                        done += 1
                    } else {
                        #expect([403, 404, 409].contains(answer.status), "\(verb.step) when \(state) by \(role): \(answer.json.text())")
                        #expect(!answer.code.isEmpty && !answer.text("detail").isEmpty)
                        refused += 1
                    }
                }
            }
        }
        #expect(done > 30 && refused > 300, "\(done) allowed, \(refused) refused")
    }
}
