import Domain
import Testing

@Suite("Counting a council's vote")
struct CouncilCountTests {
    private static func rule(
        _ numerator: Int, of denominator: Int, base: CouncilRule.Base = .allMembers, quorum: (Int, Int) = (2, 3),
        method: CouncilRule.Method = .showOfHands, chairMustAgree: Bool = false, absentMayWrite: Bool = true,
        tie: CouncilRule.Tie = .share, recusedLeaveBase: Bool = false
    ) throws -> CouncilRule {
        CouncilRule(
            council: .unit, form: nil, subject: nil, method: method, quorum: try #require(VoteShare(quorum.0, of: quorum.1)),
            share: try #require(VoteShare(numerator, of: denominator)), base: base, chairMustAgree: chairMustAgree,
            absentMayWrite: absentMayWrite, tie: tie, recusedLeaveBase: recusedLeaveBase,
            validity: ValidityPeriod(from: .earliest, through: nil), citation: Citation("Quy chế Hội đồng", isVerified: true))
    }

    private static func votes(_ yes: Int, _ no: Int, _ blank: Int = 0) -> CouncilTally.Votes {
        CouncilTally.Votes(yes: yes, no: no, blank: blank)
    }

    @Test(
        "Golden case 8: nine members, seven yes of which one in writing, one no, one missing",
        arguments: [
            (70, CouncilRule.Base.allMembers, true), (80, .allMembers, false), (90, .allMembers, false), (80, .present, true),
            (70, .present, true), (90, .present, false),
        ])
    func goldenCase8(percent: Int, base: CouncilRule.Base, passes: Bool) throws {
        let tally = CouncilTally(members: 9, attending: 7, votes: Self.votes(7, 1), written: 1)
        let result = try Self.rule(percent, of: 100, base: base).result(of: tally)
        #expect((result.outcome == .passed) == passes)
        #expect(result.yes == 7 && result.base == (base == .allMembers ? 9 : 8))
        #expect(result.reasons == (passes ? [] : [.share]))
        let share = base == .allMembers ? "7/9 (77,7%)" : "7/8 (87,5%)"
        #expect(result.vietnamese.contains("Đồng ý \(share), cần ít nhất \(percent)% \(base.vietnamese)."))
        #expect(result.vietnamese.hasSuffix("Căn cứ: Quy chế Hội đồng."))
    }

    @Test("Golden case 8 by the rule that ships: seven of nine pass")
    func goldenCase8Deployed() throws {
        let rules = try DeployedAwardRules().councils
        let day = try #require(CivilDate("2023-07-10"))
        for council in Council.Kind.allCases {
            for form in AwardForm.allCases {
                let collective = try rules.rule(for: council, form, .collective, on: day)
                let individual = try rules.rule(for: council, form, .individual, on: day)
                #expect(collective.method == .showOfHands && individual.method == .secret)
                let tally = CouncilTally(members: 9, attending: 7, votes: Self.votes(7, 1), written: 1)
                for rule in [collective, individual] {
                    #expect(try rule.result(of: tally).outcome == .passed)
                    #expect(try rule.result(of: tally).vietnamese.contains("(chưa kiểm chứng)"))
                }
            }
        }
    }

    /// How many yes votes of how many members each share asks for: worked out by hand.
    @Test(
        "asks for as many votes as the share says, never one fewer by rounding",
        arguments: [
            (70, 100, 9, 7), (80, 100, 9, 8), (90, 100, 9, 9), (70, 100, 10, 7), (80, 100, 10, 8), (90, 100, 10, 9), (70, 100, 11, 8),
            (80, 100, 11, 9), (90, 100, 11, 10), (70, 100, 13, 10), (2, 3, 9, 6), (2, 3, 10, 7), (2, 3, 11, 8), (1, 2, 9, 5),
            (1, 2, 10, 5), (1, 1, 7, 7), (70, 100, 1, 1),
        ])
    func thresholds(numerator: Int, denominator: Int, members: Int, needed: Int) throws {
        let rule = try Self.rule(numerator, of: denominator)
        for yes in 0...members {
            let tally = CouncilTally(members: members, attending: members, votes: Self.votes(yes, members - yes))
            #expect((try rule.result(of: tally).outcome == .passed) == (yes >= needed), "\(yes)/\(members)")
        }
    }

    @Test("decides nothing without a quorum: a written opinion is no one in the room, unless all of it is in writing")
    func quorum() throws {
        let few = CouncilTally(members: 9, attending: 5, votes: Self.votes(9, 0), written: 4)
        let result = try Self.rule(70, of: 100).result(of: few)
        #expect(result.outcome == .withoutQuorum && result.reasons == [.quorum] && result.participating == 5)
        let enough = CouncilTally(members: 9, attending: 6, votes: Self.votes(7, 0), written: 1)
        #expect(try Self.rule(70, of: 100).result(of: enough).outcome == .passed)
        let paper = CouncilTally(members: 9, attending: 0, votes: Self.votes(7, 0), written: 7)
        #expect(try Self.rule(70, of: 100, method: .written, absentMayWrite: false).result(of: paper).outcome == .passed)
        #expect(try Self.rule(70, of: 100).result(of: paper).outcome == .withoutQuorum)
    }

    @Test("takes no written opinion of the absent where the rule knows none: which of the votes it was, nobody may know")
    func written() throws {
        let tally = CouncilTally(members: 9, attending: 7, votes: Self.votes(7, 1), written: 1)
        for base in [CouncilRule.Base.allMembers, .present] {
            let rule = try Self.rule(70, of: 100, base: base, method: .secret, absentMayWrite: false)
            #expect(tally.faults(by: rule).map(\.path) == ["$.written"])
            #expect(throws: AwardRefusal.self) { try rule.result(of: tally) }
        }
        #expect(
            try Self.rule(70, of: 100, method: .secret).result(of: tally).vietnamese
                .contains("Trong đó có 1 ý kiến bằng văn bản của thành viên vắng mặt."))
    }

    @Test("needs who chairs only where the rule says so", arguments: [CouncilTally.Choice?.none, .yes, .no, .blank])
    func chair(choice: CouncilTally.Choice?) throws {
        let tally = CouncilTally(members: 9, attending: 9, votes: Self.votes(8, 1), chair: choice)
        #expect(try Self.rule(70, of: 100).result(of: tally).outcome == .passed)
        let result = try Self.rule(70, of: 100, chairMustAgree: true).result(of: tally)
        #expect(result.outcome == (choice == .yes ? .passed : .notPassed))
        #expect(result.reasons == (choice == .yes ? [] : [.chair]))
    }

    @Test("lets who chairs decide equal votes only where the share is one half")
    func ties() throws {
        func result(_ rule: CouncilRule, _ chair: CouncilTally.Choice?) throws -> CouncilResult {
            try rule.result(of: CouncilTally(members: 10, attending: 10, votes: Self.votes(5, 5), chair: chair))
        }
        #expect(try result(try Self.rule(1, of: 2), .no).outcome == .passed)
        #expect(try result(try Self.rule(1, of: 2, tie: .chair), .yes).outcome == .passed)
        #expect(try result(try Self.rule(1, of: 2, tie: .chair), .no).reasons == [.tie])
        #expect(try result(try Self.rule(1, of: 2, tie: .chair), nil).outcome == .notPassed)
        // A larger share is not reached by equal votes, whoever chairs.
        #expect(try result(try Self.rule(70, of: 100, tie: .chair), .yes).reasons == [.share])
    }

    @Test("keeps who is recused in the base, unless the council's rule says otherwise")
    func recusals() throws {
        // Ten members, two recused of whom one is in the room; six yes, one no, one missing.
        let tally = CouncilTally(members: 10, attending: 8, votes: Self.votes(6, 1), recused: 2, recusedAttending: 1)
        let stays = try Self.rule(70, of: 100).result(of: tally)
        #expect(stays.base == 10 && stays.outcome == .notPassed && stays.participating == 8)
        let leaves = try Self.rule(70, of: 100, recusedLeaveBase: true).result(of: tally)
        #expect(leaves.base == 8 && leaves.outcome == .passed && leaves.participating == 7)
        #expect(leaves.vietnamese.contains("2 thành viên không tham gia biểu quyết, không tính vào tổng số"))
        #expect(try Self.rule(70, of: 100, base: .present, recusedLeaveBase: true).result(of: tally).base == 7)
        #expect(try Self.rule(70, of: 100, base: .present).result(of: tally).base == 8)
    }

    @Test(
        "counts nothing where the numbers contradict each other, and names the field",
        arguments: [
            (CouncilTally(members: 0, attending: 0, votes: .none), "$.members"),
            (CouncilTally(members: 9, attending: 10, votes: Self.votes(10, 0)), "$.attending"),
            (CouncilTally(members: 9, attending: 7, votes: Self.votes(7, 1)), "$.votes"),
            (CouncilTally(members: 9, attending: 7, votes: Self.votes(6, 0)), "$.votes"),
            (CouncilTally(members: 9, attending: 7, votes: Self.votes(8, -1)), "$.votes.no"),
            (CouncilTally(members: 9, attending: 7, votes: Self.votes(10, 0), written: 3), "$.written"),
            (CouncilTally(members: 9, attending: 7, votes: Self.votes(9, 0), written: 2, recused: 1), "$.written"),
            (CouncilTally(members: 9, attending: 7, votes: Self.votes(7, 0), recused: 10), "$.recused"),
            (CouncilTally(members: 9, attending: 7, votes: Self.votes(5, 0), recused: 1, recusedAttending: 2), "$.recusedAttending"),
            (CouncilTally(members: 9, attending: 9, votes: Self.votes(9, 0), recused: 1), "$.recused"),
            (CouncilTally(members: Int.max, attending: 7, votes: Self.votes(7, 0)), "$.members"),
        ])
    func contradictions(tally: CouncilTally, field: String) throws {
        let rule = try Self.rule(70, of: 100)
        do {
            let result = try rule.result(of: tally)
            Issue.record("counted: \(result.vietnamese)")
        } catch let refusal {
            #expect(refusal.problem.fields.contains { $0.path == field }, "\(refusal.problem.fields)")
            #expect(refusal.problem.kind == .invalid)
        }
    }

    @Test("knows nobody in the room where all of it is in writing")
    func paper() throws {
        let tally = CouncilTally(members: 9, attending: 7, votes: Self.votes(7, 0))
        #expect(throws: AwardRefusal.self) { try Self.rule(70, of: 100, method: .written).result(of: tally) }
    }

    /// A vote that does not contradict itself, by a rule of any kind.
    private static func random(using generator: inout SeededGenerator) throws -> (CouncilRule, CouncilTally) {
        let members = Int.random(in: 1...30, using: &generator)
        let recused = Int.random(in: 0...members, using: &generator)
        let recusedAttending = Int.random(in: 0...recused, using: &generator)
        let absentVoting = Int.random(in: 0...(members - recused), using: &generator)
        let voting = members - recused - absentVoting
        let mayWrite = Bool.random(using: &generator)
        let written = mayWrite ? Int.random(in: 0...absentVoting, using: &generator) : 0
        let yes = Int.random(in: 0...(voting + written), using: &generator)
        let no = Int.random(in: 0...(voting + written - yes), using: &generator)
        let denominator = Int.random(in: 1...100, using: &generator)
        let rule = try rule(
            Int.random(in: 1...denominator, using: &generator), of: denominator,
            base: Bool.random(using: &generator) ? .allMembers : .present,
            quorum: (1, Int.random(in: 1...3, using: &generator)), chairMustAgree: Bool.random(using: &generator),
            absentMayWrite: mayWrite, tie: Bool.random(using: &generator) ? .share : .chair,
            recusedLeaveBase: Bool.random(using: &generator))
        let tally = CouncilTally(
            members: members, attending: voting + recusedAttending, votes: votes(yes, no, voting + written - yes - no),
            written: written, recused: recused, recusedAttending: recusedAttending,
            chair: CouncilTally.Choice.allCases.randomElement(using: &generator))
        return (rule, tally)
    }

    @Test("One more yes never turns a pass into a refusal", arguments: 1...1_000)
    func monotone(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let (rule, tally) = try Self.random(using: &generator)
        let before = try rule.result(of: tally)
        guard tally.votes.no > 0 else { return }
        let won = CouncilTally(
            members: tally.members, attending: tally.attending,
            votes: Self.votes(tally.votes.yes + 1, tally.votes.no - 1, tally.votes.blank), written: tally.written,
            recused: tally.recused, recusedAttending: tally.recusedAttending, chair: tally.chair)
        let after = try rule.result(of: won)
        #expect(after.yes == before.yes + 1 && after.base == before.base)
        if before.outcome == .passed { #expect(after.outcome == .passed) }
        if before.outcome != .withoutQuorum { #expect(after.outcome != .withoutQuorum) }
    }

    @Test("never passes below its share, its quorum or against who must agree; never fails without a reason", arguments: 1...1_000)
    func reasons(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let (rule, tally) = try Self.random(using: &generator)
        let result = try rule.result(of: tally)
        #expect((result.outcome == .passed) == result.reasons.isEmpty)
        #expect((result.outcome == .withoutQuorum) == result.reasons.contains(.quorum))
        #expect(result.yes <= result.base && result.participating <= tally.members)
        // The share by another way: the least whole number of votes that reaches it.
        let (whole, rest) = (rule.share.numerator * result.base).quotientAndRemainder(dividingBy: rule.share.denominator)
        let needed = whole + (rest > 0 ? 1 : 0)
        #expect(result.reasons.contains(.share) == (result.base == 0 || result.yes < needed))
        if rule.chairMustAgree { #expect(result.reasons.contains(.chair) == (tally.chair != .yes)) }
        if rule.base == .allMembers, !rule.recusedLeaveBase { #expect(result.base == tally.members) }
        #expect(result.vietnamese.contains("Kết quả: \(result.outcome.vietnamese)"))
        #expect(result.vietnamese.contains(QuotedShare(result.yes, of: result.base).text))
    }
}
