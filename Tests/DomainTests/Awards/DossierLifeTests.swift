import Domain
import Testing

@Suite("The life of a dossier")
struct DossierLifeTests {
    /// What is in order: state, step, state after it (`…`: the one in which it was held), whose move. Every other cell is refused.
    private static let allowed: [AwardTrack: String] = [
        .provincialReview: """
        drafted passUnitCouncil councilReviewed unitCouncil
        drafted refuse refused unitCouncil
        drafted withdraw withdrawn proposer
        councilReviewed submit submitted proposer
        councilReviewed withdraw withdrawn proposer
        appraised passProvincialCouncil provincialCouncilReviewed provincialCouncil
        appraised refuse refused provincialCouncil
        provincialCouncilReviewed putToChairman putToChairman appraiser
        provincialCouncilReviewed withdraw withdrawn proposer
        provincialCouncilReviewed hold held appraiser
        decided issue issued appraiser
        """,
        .provincialAdHoc: adHoc + "\ndecided issue issued appraiser",
        .ownReview: """
        drafted submit submitted proposer
        drafted withdraw withdrawn proposer
        appraised passUnitCouncil councilReviewed unitCouncil
        appraised refuse refused unitCouncil
        councilReviewed putToChairman putToChairman appraiser
        councilReviewed withdraw withdrawn proposer
        councilReviewed hold held appraiser
        decided issue issued clerk
        """,
        .ownAdHoc: adHoc + "\ndecided issue issued clerk",
    ]

    private static let adHoc = """
        drafted submit submitted proposer
        drafted withdraw withdrawn proposer
        appraised putToChairman putToChairman appraiser
        appraised refuse refused appraiser
        """

    private static let common = """
        submitted receive received appraiser
        submitted withdraw withdrawn proposer
        submitted refuse refused appraiser
        submitted hold held appraiser
        received askSupplement supplementAsked appraiser
        received appraise appraised appraiser
        received withdraw withdrawn proposer
        received refuse refused appraiser
        received hold held appraiser
        supplementAsked supplement received proposer
        supplementAsked withdraw withdrawn proposer
        supplementAsked refuse refused appraiser
        supplementAsked hold held appraiser
        appraised withdraw withdrawn proposer
        appraised hold held appraiser
        putToChairman decide decided signer
        putToChairman withdraw withdrawn proposer
        putToChairman refuse refused signer
        putToChairman hold held appraiser
        held release … appraiser
        held withdraw withdrawn proposer
        decided revoke revoked signer
        issued present presented appraiser
        issued correct corrected appraiser
        issued replace replaced signer
        issued revoke revoked signer
        presented correct corrected appraiser
        presented replace replaced signer
        presented revoke revoked signer
        corrected present presented appraiser
        corrected correct corrected appraiser
        corrected replace replaced signer
        corrected revoke revoked signer
        replaced present presented appraiser
        replaced correct corrected appraiser
        replaced replace replaced signer
        replaced revoke revoked signer
        """

    private struct Place: Hashable {
        let state: AwardDossier.State
        let step: AwardDossier.Step
    }

    private static func cells(_ track: AwardTrack) throws -> [Place: AwardDossier.Cell] {
        var cells: [Place: AwardDossier.Cell] = [:]
        for line in ((allowed[track] ?? "") + "\n" + common).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            try #require(words.count == 4)
            let place = Place(
                state: try #require(AwardDossier.State(rawValue: words[0])), step: try #require(AwardDossier.Step(rawValue: words[1])))
            let party = try #require(AwardParty(rawValue: words[3]))
            try #require(cells[place] == nil, "\(line)")
            cells[place] =
                words[2] == "…" ? .goesOn(by: party) : .moves(to: try #require(AwardDossier.State(rawValue: words[2])), by: party)
        }
        return cells
    }

    /// A standing in each state that the track can reach, by steps alone.
    private static func standings(_ track: AwardTrack) -> [AwardDossier.State: DossierStanding] {
        var found = [AwardDossier.State.drafted: DossierStanding(track)]
        var open = [DossierStanding(track)]
        while let standing = open.popLast() {
            for step in AwardDossier.Step.allCases {
                guard let next = try? standing.taking(step, reason: "x", maximumSupplements: 1), found[next.state] == nil else { continue }
                found[next.state] = next
                open.append(next)
            }
        }
        return found
    }

    @Test("has a cell for every state, step and track: what is in order, and a reason for all else", arguments: AwardTrack.allCases)
    func table(track: AwardTrack) throws {
        let expected = try Self.cells(track)
        for state in AwardDossier.State.allCases {
            for step in AwardDossier.Step.allCases {
                let cell = AwardDossier.cell(state, step, track)
                if case .refused(let refusal) = cell {
                    #expect(expected[Place(state: state, step: step)] == nil, "\(step) when \(state) on \(track)")
                    #expect(refusal.problem.kind == .refused && refusal.problem.detail.hasSuffix("."), "\(step) when \(state) on \(track)")
                } else {
                    #expect(cell == expected[Place(state: state, step: step)], "\(step) when \(state) on \(track)")
                }
            }
        }
    }

    @Test("reaches every state of its track, and no other", arguments: AwardTrack.allCases)
    func reachable(track: AwardTrack) {
        let reached = Set(Self.standings(track).keys)
        #expect(reached == Set(AwardDossier.State.allCases.filter { $0.exists(on: track) }))
        #expect(reached.contains(.councilReviewed) == !track.isAdHoc)
        #expect(reached.contains(.provincialCouncilReviewed) == (track == .provincialReview))
    }

    private static let roles: [AwardParty: (province: Set<Role>, own: Set<Role>)] = [
        .proposer: ([.unitHead, .councilSecretary], [.subUnitHead, .subUnitOfficer, .unitHead, .councilSecretary]),
        .unitCouncil: ([.councilSecretary], [.councilSecretary, .subUnitOfficer]),
        .appraiser: ([.homeAffairsOfficer], [.councilSecretary, .subUnitOfficer]),
        .provincialCouncil: ([.homeAffairsOfficer], [.homeAffairsOfficer]),
        .signer: ([.chairman, .viceChairman], [.unitHead, .subUnitHead]),
        .clerk: ([.homeAffairsOfficer], [.councilSecretary, .subUnitOfficer]),
    ]

    @Test("lets each role take the steps of its own body, and tells any other whose it is", arguments: AwardTrack.allCases)
    func roles(track: AwardTrack) throws {
        let expected = try Self.cells(track)
        for (state, standing) in Self.standings(track) {
            for step in AwardDossier.Step.allCases {
                let party: AwardParty? =
                    switch expected[Place(state: state, step: step)] {
                    case .moves(_, let party), .goesOn(let party): party
                    case .refused, nil: nil
                    }
                let allowed = party.flatMap { Self.roles[$0] }.map { track.isOwnAuthority ? $0.own : $0.province } ?? []
                for role in Role.allCases {
                    let refusal = standing.refusal(of: step, by: role, maximumSupplements: 1)
                    #expect((refusal == nil) == allowed.contains(role), "\(step) by \(role) when \(state) on \(track)")
                    if let refusal {
                        #expect(refusal.problem.kind == (party == nil ? .refused : .notAllowed), "\(step) by \(role) when \(state)")
                        #expect(!refusal.problem.detail.isEmpty)
                    }
                }
                #expect(standing.steps(for: .system, maximumSupplements: 1).isEmpty)
            }
        }
    }

    @Test("always says whose move it is, until nothing is left to do", arguments: AwardTrack.allCases)
    func mover(track: AwardTrack) {
        let idle: Set<AwardDossier.State> = [.presented, .withdrawn, .refused, .revoked]
        for (state, standing) in Self.standings(track) where !standing.isPresented {
            #expect((standing.mover == nil) == idle.contains(state), "\(state) on \(track)")
        }
        #expect(DossierStanding(track).mover == (track == .provincialReview ? .unitCouncil : .proposer))
        #expect(Self.standings(track)[.presented]?.mover == nil)
        #expect(Self.standings(track)[.decided]?.mover == (track.isOwnAuthority ? .clerk : .appraiser))
    }

    @Test("goes back to where it was held, from every place where it can be held", arguments: AwardTrack.allCases)
    func holds(track: AwardTrack) throws {
        var held = 0
        for (state, standing) in Self.standings(track) where state.isUnderReview(on: track) {
            let stopped = try standing.taking(.hold, reason: "Quyết định thanh tra", maximumSupplements: 1)
            #expect(stopped.state == .held && stopped.heldIn == state)
            let released = try stopped.taking(.release, reason: "Kết luận thanh tra", maximumSupplements: 1)
            #expect(released == standing)
            held += 1
        }
        #expect(held == (track == .provincialReview ? 6 : track == .ownReview ? 6 : 5))
    }

    @Test("asks for a supplement as often as the parameter allows, and for a reason where one is due")
    func supplements() throws {
        let received = try #require(Self.standings(.provincialReview)[.received])
        #expect(received.supplementsAsked == 0)
        #expect(received.refusal(of: .askSupplement, maximumSupplements: 0) == .supplementsExhausted(maximum: 0))
        let asked = try received.taking(.askSupplement, reason: "Thiếu biên bản họp Hội đồng", maximumSupplements: 1)
        let again = try asked.taking(.supplement, reason: "", maximumSupplements: 1)
        #expect(again.state == .received && again.supplementsAsked == 1)
        #expect(again.refusal(of: .askSupplement, maximumSupplements: 1) == .supplementsExhausted(maximum: 1))
        #expect(again.refusal(of: .askSupplement, maximumSupplements: 2) == nil)
        #expect(throws: AwardRefusal.reasonMissing(.askSupplement)) {
            try received.taking(.askSupplement, reason: " \n", maximumSupplements: 1)
        }
        #expect(AwardRefusal.reasonMissing(.askSupplement).problem.fields.map(\.path) == ["$.reason"])
    }

    @Test("stays presented whatever is corrected afterwards")
    func corrections() throws {
        let presented = try #require(Self.standings(.provincialReview)[.presented])
        let corrected = try presented.taking(.correct, reason: "Sai thể thức", maximumSupplements: 1)
        #expect(corrected.isPresented && corrected.mover == nil && corrected.state.isDecided)
        let replaced = try corrected.taking(.replace, reason: "Sai tên", maximumSupplements: 1)
        #expect(replaced.isPresented && replaced.mover == nil)
        let issued = try #require(Self.standings(.provincialReview)[.issued])
        #expect(try issued.taking(.correct, reason: "Sai thể thức", maximumSupplements: 1).mover == .appraiser)
    }

    @Test("is named in Vietnamese, each state, step and party by words of its own")
    func words() {
        #expect(Set(AwardDossier.State.allCases.map(\.vietnamese)).count == AwardDossier.State.allCases.count)
        #expect(Set(AwardDossier.Step.allCases.map(\.vietnamese)).count == AwardDossier.Step.allCases.count)
        for track in AwardTrack.allCases {
            #expect(Set(AwardParty.allCases.map { $0.vietnamese(on: track) }).count == AwardParty.allCases.count)
        }
    }
}
