import Domain
import Foundation
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The machine of `AwardDossier+Life.swift` and that of `57_awards.sql`, held against each other: as a function, and step by step in raw SQL as the
/// officer whose step it is.
@Suite("Every step in every state of a dossier", .province, .serialized, .timeLimit(.minutes(30)))
struct DossierCellTests {
    private let province = Province.current

    @Test("leads to the same state by the same party, or nowhere, in the domain and in the database", arguments: AwardTrack.allCases)
    func cells(track: AwardTrack) async throws {
        let states = AwardDossier.State.allCases.map(\.rawValue)
        let steps = AwardDossier.Step.allCases.map(\.rawValue)
        let rows = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                """
                SELECT s, p, core.dossier_cell(\(track.rawValue), s, p, 'appraised'), core.dossier_party(\(track.rawValue), s, p)
                FROM unnest(\(states)) AS s, unnest(\(steps)) AS p
                """
            ).decode { row in
                (try row.next(String.self), try row.next(String.self), try row.next(String?.self), try row.next(String?.self))
            }
        }
        #expect(rows.count == states.count * steps.count)
        for (stateName, stepName, target, party) in rows {
            let state = try #require(AwardDossier.State(rawValue: stateName))
            let step = try #require(AwardDossier.Step(rawValue: stepName))
            switch AwardDossier.cell(state, step, track) {
            case .moves(let to, let by): #expect(target == to.rawValue && party == by.rawValue, "\(step) when \(state) on \(track)")
            case .goesOn(let by): #expect(target == "appraised" && party == by.rawValue, "\(step) when \(state) on \(track)")
            case .refused: #expect(target == nil && party == nil, "\(step) when \(state) on \(track)")
            }
        }
    }

    private struct Sessions {
        let passed = UUID().uuidString, notPassed = UUID().uuidString
    }

    /// Closed sessions of the unit's council and of the province's, with the outcome of each.
    private func sessions(on dossier: AwardDossier.ID) async throws -> (unit: Sessions, province: Sessions) {
        let (unit, wide) = (Sessions(), Sessions())
        let rows = [
            (AwardStage.tenant, unit.passed, "passed"), (AwardStage.tenant, unit.notPassed, "notPassed"),
            ("province", wide.passed, "passed"),
            ("province", wide.notPassed, "notPassed"),
        ].map { tenant, session, outcome in
            """
            INSERT INTO core.vote_count (tenant_id, session_id, dossier_id, members, attending, yes, no, blank, written, recused,
                recused_attending, outcome)
            VALUES ('\(province.tenant(tenant))', '\(session)', '\(dossier)', 9, 9, 9, 0, 0, 0, 0, 0, '\(outcome)')
            """
        }
        let award = """
            INSERT INTO core.award (tenant_id, id, decision_id, dossier_tenant_id, dossier_id, printed_name, recorded_by, recorded_on, state, percent,
                base_salary, rounding)
            VALUES ('\(province.tenant("province"))', gen_random_uuid(), gen_random_uuid(), '\(province.tenant(AwardStage.tenant))', '\(dossier)', 'x',
                '\(province.post(of: .homeAffairsOfficer))', '2023-06-20', 'decided', 1, 1, 'nearest')
            """
        try await province.asSuperuser(
            "SET session_replication_role = replica; \((rows + [award]).joined(separator: ";\n")); SET session_replication_role = origin")
        return (unit, wide)
    }

    private static func usual(_ step: AwardDossier.Step) -> AwardParty {
        switch step {
        case .passUnitCouncil: .unitCouncil
        case .submit, .supplement, .withdraw: .proposer
        case .decide, .replace, .revoke: .signer
        default: .appraiser
        }
    }

    private static func role(of party: AwardParty) -> Role {
        switch party {
        case .proposer: .unitHead
        case .unitCouncil: .councilSecretary
        case .appraiser, .provincialCouncil, .clerk: .homeAffairsOfficer
        case .signer: .chairman
        }
    }

    @Test("passes the database where the machine allows it, and is refused by its constraint where it does not")
    func statements() async throws {
        let stage = try await AwardStage(province, campaign: "KT-BUOC")
        let dossier = try await stage.dossier(.drafted)
        let held = try await sessions(on: dossier)
        for state in AwardDossier.State.allCases {
            try await stage.put(dossier, in: state)
            // The province sees it, so that a refusal is the machine's and not that there is nothing.
            try await province.asSuperuser("UPDATE core.award_dossier SET submitted_on = '2023-06-12' WHERE id = '\(dossier)'")
            for step in AwardDossier.Step.allCases {
                let cell = AwardDossier.cell(state, step, .provincialReview)
                let party: AwardParty? =
                    switch cell {
                    case .moves(_, let by), .goesOn(let by): by
                    case .refused: nil
                    }
                let session: String? =
                    switch (step, party) {
                    case (.passUnitCouncil, _): held.unit.passed
                    case (.passProvincialCouncil, _): held.province.passed
                    case (.refuse, .unitCouncil): held.unit.notPassed
                    case (.refuse, .provincialCouncil): held.province.notPassed
                    default: nil
                    }
                let error = try await stage.attempt(step, of: dossier, by: Self.role(of: party ?? Self.usual(step)), session: session)
                if party != nil {
                    #expect(error == nil, "\(step) when \(state): \(error?.description ?? "")")
                } else {
                    #expect(error?.constraint == "dossier_in_order", "\(step) when \(state): \(error?.description ?? "passed")")
                }
                // As the council voted, and not otherwise.
                let other: String? =
                    switch (step, party) {
                    case (.passUnitCouncil, .unitCouncil): held.unit.notPassed
                    case (.passProvincialCouncil, .provincialCouncil): held.province.notPassed
                    case (.refuse, .unitCouncil): held.unit.passed
                    case (.refuse, .provincialCouncil): held.province.passed
                    default: nil
                    }
                if let other, let party {
                    let answer = try await stage.attempt(step, of: dossier, by: Self.role(of: party), session: other)
                    #expect(answer?.constraint == "dossier_as_the_council_voted", "\(step) when \(state)")
                }
            }
        }
    }

    @Test("is taken by its own party and by nobody else")
    func roles() async throws {
        let stage = try await AwardStage(province, campaign: "KT-VAI")
        let dossier = try await stage.dossier(.drafted)
        let held = try await sessions(on: dossier)
        let here: [Role] = [.unitHead, .councilSecretary, .unitCoordinator, .unitCouncilMember, .clerk, .tenantAdmin]
        let wide: [Role] = [.homeAffairsOfficer, .chairman, .viceChairman, .officeMonitor, .councilMember, .auditor]
        let asked: [(AwardDossier.State, AwardDossier.Step, String?)] = [
            (.drafted, .passUnitCouncil, held.unit.passed), (.councilReviewed, .submit, nil), (.submitted, .receive, nil),
            (.supplementAsked, .supplement, nil), (.received, .appraise, nil), (.appraised, .passProvincialCouncil, held.province.passed),
            (.putToChairman, .decide, nil), (.decided, .issue, nil), (.submitted, .hold, nil), (.issued, .revoke, nil),
        ]
        for (state, step, session) in asked {
            try await stage.put(dossier, in: state)
            guard case .moves(_, let party) = AwardDossier.cell(state, step, .provincialReview) else { continue }
            // The number that the clerk gave is recorded by Home Affairs: the clerk sits in one unit and sees no other's dossiers.
            let allowed = party.roles(on: .provincialReview).subtracting([.clerk])
            for role in here + wide {
                let error = try await stage.attempt(step, of: dossier, by: role, session: session)
                #expect((error == nil) == allowed.contains(role), "\(step) by \(role): \(error?.description ?? "passed")")
                if !allowed.contains(role) { #expect(error?.sqlState == "42501", "\(step) by \(role)") }
            }
            // Nor in another unit: it is as one that is nowhere.
            let post = province.post(of: .unitHead, in: "district_102")
            func elsewhere(_ dossier: AwardDossier.ID) async throws -> String? {
                let statement = stage.step(step, of: dossier, in: "district_102", schema: "district_102", by: post, session: session)
                return try await province.raw(.unitHead, in: "district_102", statement)?.sqlState
            }
            let foreign = try await elsewhere(dossier)
            let absent = try await elsewhere(IDSource.system.next())
            #expect(foreign != nil && foreign == absent, "\(step): \(foreign ?? "passed")")
        }
    }

    @Test("of two at once only one is taken: the other is told that the dossier was changed")
    func second() async throws {
        let stage = try await AwardStage(province, campaign: "KT-HAI")
        let dossier = try await stage.dossier(.submitted)
        func receive() async -> String? {
            await province.refusal {
                try await province.write(as: .homeAffairsOfficer, to: .province) { (tx: borrowing TenantTransaction) in
                    guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
                    try await DossierAct.append(
                        .init(step: .receive, happenedOn: Plans.day("2023-06-20")), id: IDSource.system.next(), to: record, in: tx)
                }
            }?.code
        }
        async let one = receive()
        async let other = receive()
        let answers = await [one, other]
        #expect(answers.count { $0 == nil } == 1, "\(answers)")
        #expect(answers.allSatisfy { $0 == nil || ["changed-meanwhile", "dossier-out-of-order"].contains($0) }, "\(answers)")
        #expect(try await province.count("SELECT count(*) FROM core.dossier_step WHERE dossier_id = \(dossier)") == 1)
    }
}
