import Domain
import FoundationEssentials
import Testing

@Suite("Who may be proposed")
struct NominationTests {
    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private static func eligibility(
        _ verdict: UnitVerdict.Verdict?, _ subject: AwardSubject = .collective, on track: AwardTrack = .provincialReview,
        holds: [IntegrityHold] = []
    ) -> NomineeEligibility {
        NomineeEligibility(track: track, subject: subject, verdict: verdict, holds: holds)
    }

    /// Which of the two steps that ask for the verdict it allows.
    @Test(
        "A verdict opens what it allows: a unit that waits for the council may be submitted, not decided",
        arguments: [
            (UnitVerdict.Verdict.pass, true, true), (.pending, true, false), (.fail, false, false), (.insufficientBasis, false, false),
        ], AwardSubject.allCases)
    func verdicts(cell: (verdict: UnitVerdict.Verdict, submits: Bool, decides: Bool), subject: AwardSubject) throws {
        let day = try Self.day("2023-07-10")
        let eligibility = Self.eligibility(cell.verdict, subject)
        for step in AwardDossier.Step.allCases {
            let allowed = step == .submit ? cell.submits : step == .decide ? cell.decides : true
            let refusal = eligibility.refusal(of: step, on: day)
            #expect((refusal == nil) == allowed, "\(step) with \(cell.verdict)")
            if let refusal {
                #expect(refusal.problem.kind == .refused && refusal.problem.detail.contains(cell.verdict.vietnamese))
                #expect(refusal.problem.code == (cell.verdict == .pending ? "dossier-verdict-pending" : "dossier-verdict"))
            }
        }
    }

    @Test("Nothing is submitted on figures that are not frozen; other tracks ask for no verdict (A05, A06)")
    func frozen() throws {
        let day = try Self.day("2023-07-10")
        #expect(Self.eligibility(nil).refusal(of: .submit, on: day) == .notFrozen)
        for track in AwardTrack.allCases where track != .provincialReview {
            for step in AwardDossier.Step.allCases {
                #expect(Self.eligibility(nil, on: track).refusal(of: step, on: day) == nil)
                #expect(Self.eligibility(.fail, on: track).refusal(of: step, on: day) == nil)
            }
        }
    }

    @Test(
        "A hold stops submitting, council and signing from its first day to its last, and nothing else",
        arguments: [("2023-07-09", false), ("2023-07-10", true), ("2023-07-20", true), ("2023-07-21", false)], AwardTrack.allCases)
    func holds(on: (day: String, stops: Bool), track: AwardTrack) throws {
        let hold = IntegrityHold(
            document: "Quyết định thanh tra số 5", from: try Self.day("2023-07-10"), through: try Self.day("2023-07-20"))
        let eligibility = Self.eligibility(.pass, on: track, holds: [hold])
        for step in AwardDossier.Step.allCases {
            let refusal = eligibility.refusal(of: step, on: try Self.day(on.day))
            let stopped = on.stops && [.submit, .passUnitCouncil, .passProvincialCouncil, .decide].contains(step)
            #expect((refusal != nil) == stopped, "\(step) on \(on.day)")
            if let refusal { #expect(refusal.problem.detail.contains("Quyết định thanh tra số 5")) }
        }
        #expect(IntegrityHold(document: "x", from: hold.from, through: nil).isRunning(on: .latest))
    }

    @Test("A correction that changes the verdict under a dossier flags it (A62)", arguments: UnitVerdict.Verdict.allCases)
    func flipped(resting: UnitVerdict.Verdict) throws {
        func change(to verdict: String) throws -> VerdictChange {
            let json =
                #"{"code":"973","verdict":"\#(verdict)","letter":false,"individuals":0,"counted":1,"aheadOrAbove":0,"#
                + #""aheadBase":1,"s1":1,"s2":0,"failures":[],"flags":[]}"#
            return VerdictChange(code: "973", name: "x", before: nil, after: try UnitVerdict(reading: Array(json.utf8), name: "x"))
        }
        for verdict in UnitVerdict.Verdict.allCases {
            #expect(NomineeEligibility.isFlipped(resting, by: try change(to: verdict.rawValue)) == (verdict != resting))
        }
        // The unit is not in the corrected figures at all.
        #expect(NomineeEligibility.isFlipped(resting, by: VerdictChange(code: "973", name: "x", before: nil, after: nil)))
    }

    @Test("A sub-unit reaches the Chairman through its unit; for a deed it writes itself if it has legal personality (A01, A10)")
    func legalPersonality() throws {
        func unit(hasParent: Bool, _ legalPersonality: Bool) throws -> SubUnit {
            let id = try #require(SubUnit.ID("01890000-0000-7000-8000-000000000001"))
            let parent = try #require(SubUnit.ID("01890000-0000-7000-8000-000000000002"))
            let day = try Self.day("2023-01-01")
            return SubUnit(
                id: id, parent: hasParent ? parent : nil, code: "P1", name: "Phòng", fullName: "Phòng", kind: .phong,
                legalPersonality: legalPersonality, position: 1, openedOn: day, closedOn: nil, validFrom: day, version: 1)
        }
        for track in AwardTrack.allCases {
            let refusals: (without: AwardRefusal?, with: AwardRefusal?) =
                switch track {
                case .provincialReview: (.throughFirstTier, .throughFirstTier)
                case .provincialAdHoc: (.withoutLegalPersonality, nil)
                case .ownReview, .ownAdHoc: (nil, nil)
                }
            #expect(try unit(hasParent: true, false).refusalOfSubmitting(on: track) == refusals.without)
            #expect(try unit(hasParent: true, true).refusalOfSubmitting(on: track) == refusals.with)
            #expect(try unit(hasParent: false, false).refusalOfSubmitting(on: track) == nil)
        }
    }

    @Test("Home Affairs does not appraise itself; the body that the Chairman names does (A66)")
    func ownDossier() throws {
        let home = try #require(Tenant.ID("01890000-0000-7000-8000-000000000001"))
        let other = try #require(Tenant.ID("01890000-0000-7000-8000-000000000002"))
        func dossier(_ track: AwardTrack) throws -> AwardDossier {
            AwardDossier(
                id: try #require(AwardDossier.ID("01890000-0000-7000-8000-000000000003")),
                campaign: try #require(Campaign.ID("01890000-0000-7000-8000-000000000004")), track: track, review: .interim,
                form: .provincialCertificate, nominee: .collective(SubUnit.ID(home.uuid)), proposer: home)
        }
        let own = try dossier(.provincialReview)
        #expect(own.refusalOfAppraising(by: home, isNamed: false) == .ownDossier)
        #expect(own.refusalOfAppraising(by: home, isNamed: true) == nil)
        #expect(own.refusalOfAppraising(by: other, isNamed: false) == nil)
        #expect(try dossier(.provincialAdHoc).refusalOfAppraising(by: home, isNamed: false) == .ownDossier)
        // Inside a unit there is nobody else to appraise.
        #expect(try dossier(.ownReview).refusalOfAppraising(by: home, isNamed: false) == nil)
    }
}
