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
        /// What a post is asked for in the province.
        let actions: Set<Action>
        var isOfTheUnit: Bool { actions == [.proposeAward] }

        /// The same in a unit, of what that gives itself.
        func actions(on track: AwardTrack) -> Set<Action> {
            guard track.isOwnAuthority else { return actions }
            let own: [Action: Action] = [.appraiseAward: .keepOwnAward, .decideAward: .giveAward]
            return Set(actions.map { own[$0] ?? $0 })
        }
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

    /// Who is asked, and for whom he acts on the way.
    private struct Officer {
        let role: Role
        let token: Token
        let parties: Set<AwardParty>
        let unit: String?
    }

    private static let wide: [Role] = [.homeAffairsOfficer, .chairman, .viceChairman, .officeMonitor, .councilMember, .auditor]

    private func officers(on track: AwardTrack, in tenant: String) -> [Officer] {
        func officer(_ role: Role, _ parties: Set<AwardParty> = [], unit: String? = nil) -> Officer {
            let token = Self.wide.contains(role) ? province.token(of: role) : province.token(of: role, in: tenant, unit: unit)
            return Officer(role: role, token: token, parties: parties, unit: unit)
        }
        guard track.isOwnAuthority else {
            let here = [
                officer(.unitHead, [.proposer]), officer(.councilSecretary, [.proposer]), officer(.unitCoordinator), officer(.clerk),
            ]
            return here
                + Self.wide.map { role in
                    officer(role, role == .homeAffairsOfficer ? [.appraiser] : [.chairman, .viceChairman].contains(role) ? [.signer] : [])
                }
        }
        // The commune that is put forward, and another one; the province has nothing to do with it.
        let code = String(tenant.suffix(3))
        return [
            officer(.unitHead, [.proposer, .signer]), officer(.councilSecretary, [.proposer, .appraiser]), officer(.unitCoordinator),
            officer(.clerk), officer(.subUnitOfficer, [.proposer], unit: "\(code)01"), officer(.subUnitOfficer, unit: "\(code)02"),
            officer(.homeAffairsOfficer), officer(.chairman),
        ]
    }

    /// A draft on the way with all its papers, and its unit.
    private func draft(on track: AwardTrack) async throws -> (id: AwardDossier.ID, tenant: String) {
        switch track {
        case .provincialReview:
            return (try await AwardStage(province, campaign: "HTTP-O1").dossier(.drafted), AwardStage.tenant)
        case .provincialAdHoc:
            let stage = try await AwardStage(province, campaign: "HTTP-O2")
            let path = "/api/v1/tenants/\(AwardStage.tenant)/award-dossiers"
            let head = province.token(of: .unitHead, in: AwardStage.tenant)
            let drafted = try await api.send(
                .post, path, as: head,
                ["campaign": "HTTP-O2", "person": .string(try await stage.people(1)[0].description), "achievement": "Cứu người trong bão"])
            for kind in ["proposal", "summaryReport"] {
                let paper: JSONValue = ["kind": .string(kind), "documentNumber": "2/TTr", "documentOn": "2023-06-19"]
                #expect(try await api.send(.post, "\(path)/\(drafted.text("id"))/papers", as: head, paper).status == 201)
            }
            return (try #require(AwardDossier.ID(drafted.text("id")), "\(drafted.json.text())"), AwardStage.tenant)
        case .ownReview, .ownAdHoc:
            let tenant = track == .ownReview ? "district_101" : "district_102"
            let code = String(tenant.suffix(3))
            let stage = try await OwnAwardStage(province, campaign: "HTTP-O-\(track.rawValue)", in: tenant)
            let rules = try await stage.takeRules(["\(code),CHỦ TỊCH,Quỹ thi đua huyện,5,5,giver"])
            #expect(rules.status == 201, "\(rules.json.text())")
            let round: String? = track == .ownReview ? try await stage.openRound().text("id") : nil
            let giver = track == .ownReview ? nil : province.unit(nil, in: tenant).description
            let id = try await stage.draft("\(code)01", round: round, giver: giver, as: stage.officer("\(code)01"))
            return (try #require(AwardDossier.ID(id), "\(id)"), tenant)
        }
    }

    /// Whose step it is; nil where it is out of order, or a council's, which has no route here.
    private func party(_ verb: Verb, in state: AwardDossier.State, on track: AwardTrack) -> AwardParty? {
        switch AwardDossier.cell(state, verb.step, track) {
        case .moves(_, .unitCouncil), .moves(_, .provincialCouncil), .refused: nil
        case .moves(_, let party), .goesOn(let party): party
        }
    }

    @Test(
        "works where the machine allows it and for whom it allows it; all others hear 403, 404 or 409 with a reason",
        arguments: AwardTrack.allCases)
    func everyCell(track: AwardTrack) async throws {
        let (id, tenant) = try await draft(on: track)
        let everybody = officers(on: track, in: tenant)
        var (done, refused) = (0, 0)
        for state in AwardDossier.State.allCases where state.exists(on: track) {
            var isMoved = true
            for verb in Self.verbs {
                let party = party(verb, in: state, on: track)
                // Out of order it is so for everybody: those whose step it usually is are asked.
                let asked =
                    party == nil
                    ? everybody.filter { !Policy.of($0.role).actions.isDisjoint(with: verb.actions(on: track)) } : everybody
                for officer in asked {
                    if isMoved { try await AwardStage.put(id, in: state, on: track, of: province) }
                    let place = verb.isOfTheUnit || track.isOwnAuthority ? "tenants/\(tenant)" : "province"
                    let answer = try await api.send(
                        .post, "/api/v1/\(place)/award-dossiers/\(id)/\(verb.path)", as: officer.token, verb.body)
                    isMoved = answer.status == 201
                    let said: Comment = "\(verb.step) when \(state) by \(officer.role) of \(officer.unit ?? "it"): \(answer.json.text())"
                    if let party, officer.parties.contains(party) {
                        #expect(answer.status == 201, said)
                        done += 1
                    } else {
                        #expect([403, 404, 409].contains(answer.status), said)
                        #expect(!answer.code.isEmpty && !answer.text("detail").isEmpty)
                        refused += 1
                    }
                }
            }
        }
        #expect(done > 30 && refused > 300, "\(done) allowed, \(refused) refused")
    }
}
