import Domain
import Testing

@Suite("A council")
struct CouncilTests {
    private static func id(_ number: Int) -> String { "01890000-0000-7000-8000-0000000000\(number)" }
    private static func person(_ number: Int) throws -> Person.ID { try #require(Person.ID(id(number))) }
    private static func unit(_ number: Int) throws -> SubUnit.ID { try #require(SubUnit.ID(id(number))) }

    private static func period(_ from: String, _ through: String?) throws -> ValidityPeriod {
        ValidityPeriod(from: try #require(CivilDate(from)), through: try through.map { try #require(CivilDate($0)) })
    }

    @Test("has one chair, and each person once, on the day it sits")
    func members() throws {
        let members = [
            CouncilMember(person: try Self.person(11), duty: .chair, validity: try Self.period("2023-01-01", "2023-06-30")),
            CouncilMember(person: try Self.person(12), duty: .chair, validity: try Self.period("2023-07-01", nil)),
            CouncilMember(person: try Self.person(13), duty: .secretary, validity: try Self.period("2023-01-01", nil)),
            CouncilMember(person: try Self.person(13), duty: .member, validity: try Self.period("2023-09-01", nil)),
        ]
        let council = Council(kind: .unit, tenant: try #require(Tenant.ID(Self.id(20))), members: members)
        func faults(_ day: String) throws -> Int { council.faults(on: try #require(CivilDate(day))).count }
        #expect(try faults("2023-06-30") == 0)
        #expect(try faults("2023-07-01") == 0)
        #expect(try faults("2022-12-31") == 1)
        #expect(try faults("2023-09-01") == 1)
        #expect(council.seated(on: try #require(CivilDate("2023-07-01"))).map(\.person) == [try Self.person(12), try Self.person(13)])
    }

    @Test("bars the nominee himself, a sub-unit's people in their unit's council, a unit's head in the province's (A66)")
    func recusals() throws {
        let tenant = try #require(Tenant.ID(Self.id(20)))
        let root = try Self.unit(20)
        let office = try Self.unit(21)
        let member = try Self.person(11)
        func recusal(
            belongsTo: Set<SubUnit.ID> = [], heads: Set<SubUnit.ID> = [], in council: Council.Kind, on nominee: Nominee
        ) -> Recusal? {
            Recusal(of: member, belongsTo: belongsTo, heads: heads, in: council, of: tenant, on: nominee)
        }
        for council in Council.Kind.allCases {
            #expect(recusal(in: council, on: .individual(member, of: office)) == .isNominee)
            #expect(recusal(belongsTo: [office], heads: [office], in: council, on: .individual(try Self.person(12), of: office)) == nil)
        }
        #expect(recusal(belongsTo: [office], in: .unit, on: .collective(office)) == .belongsToSubUnit)
        #expect(recusal(heads: [office], in: .unit, on: .collective(office)) == .belongsToSubUnit)
        #expect(recusal(belongsTo: [root], in: .unit, on: .collective(office)) == nil)
        // Everybody in the unit's council is of the unit: its own nomination could not be voted on.
        #expect(recusal(belongsTo: [root], heads: [root], in: .unit, on: .collective(root)) == nil)
        #expect(recusal(belongsTo: [root], heads: [root], in: .provincial, on: .collective(root)) == .headsUnit)
        #expect(recusal(belongsTo: [root], in: .provincial, on: .collective(root)) == nil)
    }

    @Test("votes by the rule made most closely for the case, in force on the day; without one it does not vote")
    func rules() throws {
        func rule(_ form: AwardForm?, _ subject: AwardSubject?, _ percent: Int, _ from: String, _ through: String?) throws -> CouncilRule {
            CouncilRule(
                council: .unit, form: form, subject: subject, method: .secret, quorum: try #require(VoteShare(2, of: 3)),
                share: try #require(VoteShare(percent, of: 100)), base: .allMembers, chairMustAgree: false, absentMayWrite: true,
                tie: .share, recusedLeaveBase: false, validity: try Self.period(from, through),
                citation: Citation("Quy chế", isVerified: true))
        }
        let rules = [
            try rule(nil, nil, 70, "2023-01-01", "2023-12-31"), try rule(nil, .individual, 75, "2023-01-01", "2023-12-31"),
            try rule(.provincialCertificate, nil, 80, "2023-01-01", "2023-12-31"),
            try rule(.provincialCertificate, .individual, 90, "2023-01-01", "2023-06-30"),
        ]
        func share(_ council: Council.Kind, _ form: AwardForm, _ subject: AwardSubject, _ day: String) throws -> Int {
            try rules.rule(for: council, form, subject, on: try #require(CivilDate(day))).share.numerator
        }
        #expect(try share(.unit, .provincialCertificate, .individual, "2023-06-30") == 90)
        #expect(try share(.unit, .provincialCertificate, .individual, "2023-07-01") == 80)
        #expect(try share(.unit, .districtCommendation, .individual, "2023-07-01") == 75)
        #expect(try share(.unit, .districtCommendation, .collective, "2023-12-31") == 70)
        let first = try #require(CivilDate("2024-01-01"))
        #expect(throws: AwardRefusal.noCouncilRule(.districtCommendation, .collective, first)) {
            try share(.unit, .districtCommendation, .collective, "2024-01-01")
        }
        #expect(throws: AwardRefusal.self) { try share(.provincial, .provincialCertificate, .individual, "2023-06-30") }
    }

    @Test("takes no share that is none", arguments: [(0, 3), (4, 3), (-1, 3), (1, 0), (1, -2), (1, 1_001)])
    func shares(numerator: Int, denominator: Int) {
        #expect(VoteShare(numerator, of: denominator) == nil)
        #expect(VoteShare(1, of: 1_000) != nil)
    }
}
