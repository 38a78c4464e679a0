import Domain
import Testing

@Suite("A council")
struct CouncilTests {
    private static func id(_ number: Int) -> String { "01890000-0000-7000-8000-0000000000\(number)" }
    private static func person(_ number: Int) throws -> Person.ID { try #require(Person.ID(id(number))) }

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

    @Test(
        "is named in a sentence by its unit: a department keeps its capital",
        arguments: [
            (Tenant.Kind.department, "Sở Nội vụ", "Sở Nội vụ"), (.district, "Huyện U Minh", "huyện U Minh"),
            (.province, "Tỉnh Cà Mau", "tỉnh Cà Mau"), (.commune, "Xã Khánh An", "xã Khánh An"),
        ])
    func names(kind: Tenant.Kind, name: String, inSentence: String) throws {
        let tenant = Tenant(
            id: try #require(Tenant.ID(Self.id(20))), slug: try #require(Tenant.Slug("district_101")), kind: kind, scope: .awardSubject,
            parent: nil, position: 1, openedOn: .earliest, closedOn: nil, code: "x", name: name, fullName: name)
        #expect(tenant.nameInSentence == inSentence)
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
