import Domain
import Foundation
import Testing

@Suite("Good models")
struct GoodModelTests {
    private static let allowed: [GoodModel.State: [GoodModel.Step: GoodModel.State]] = [
        .registered: [.confirm: .confirmed, .refuse: .refused, .withdraw: .withdrawn, .consent: .registered, .object: .registered],
        .confirmed: [.propose: .registered, .spread: .spread, .withdraw: .withdrawn, .consent: .confirmed, .object: .confirmed],
        .spread: [.recall: .confirmed, .consent: .spread, .object: .spread],
        .refused: [:], .withdrawn: [:],
    ]

    @Test("are confirmed where they stand, put to the province by the unit alone, and spread by the province alone")
    func table() {
        for level in GoodModel.Level.allCases {
            for state in GoodModel.State.allCases {
                for step in GoodModel.Step.allCases {
                    let isElsewhere = (step == .propose && level == .province) || (step == .spread && level == .unit)
                    let wanted = isElsewhere ? nil : Self.allowed[state]?[step]
                    #expect(GoodModel.state(after: step, in: state, at: level) == wanted, "\(step) when \(state) at \(level)")
                }
            }
        }
        #expect(GoodModel.party(of: .confirm, at: .unit) == .unit && GoodModel.party(of: .confirm, at: .province) == .province)
    }

    @Test("of a person are spread with his consent alone (A72); of a collective nobody is asked")
    func consent() throws {
        func one(person: Bool, consents: Bool) throws -> GoodModel {
            let (tenant, day) = (Tenant.ID(UUID()), try #require(CivilDate("2023-06-20")))
            return GoodModel(
                id: GoodModel.ID(UUID()), tenant: tenant, slug: try #require(Tenant.Slug("district_101")), tenantName: "x",
                unit: SubUnit.ID(tenant.uuid), unitName: "x", person: person ? Person.ID(UUID()) : nil, personName: person ? "y" : "",
                campaign: "x", statement: GoodModel.Statement(kind: .example, title: "x", content: "x", effect: "x", since: day),
                registeredOn: day, state: .confirmed, level: .province, confirmedOn: day, spreadOn: nil, consents: consents, steps: 1,
                adopters: 0)
        }
        #expect(try one(person: false, consents: false).possible.map { $0.step } == [.spread, .withdraw])
        #expect(try one(person: true, consents: false).possible.map { $0.step } == [.withdraw, .consent])
        #expect(try one(person: true, consents: true).possible.map { $0.step } == [.spread, .withdraw, .object])
        #expect(try one(person: true, consents: true).ownerName == "y, x" && one(person: false, consents: false).ownerName == "x")
    }
}
