import Domain
import FoundationEssentials
import Testing

@Suite("Nomination slots")
struct NominationQuotaTests {
    private static func uuid(_ number: Int) throws -> UUID {
        try #require(UUID(uuidString: "01890000-0000-7000-8000-0000000" + String(number + 10_000)))
    }
    private static func unit(_ number: Int) throws -> SubUnit.ID { SubUnit.ID(try uuid(number)) }
    private static func person(_ number: Int) throws -> Person.ID { Person.ID(try uuid(number)) }
    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private static func slot(_ person: Int, of unit: Int, withdrawnOn: String? = nil) throws -> NominationSlot {
        NominationSlot(
            dossier: AwardDossier.ID(try uuid(person)), person: try Self.person(person), unit: try Self.unit(unit),
            withdrawnOn: withdrawnOn.flatMap { CivilDate($0) })
    }

    @Test(
        "come with the verdict of a first-tier unit, its whole tree together (A02, A03, A05)",
        arguments: [
            (UnitVerdict.Verdict.pass, true, NominationQuota.Scope.firstTier, 2), (.pass, false, .firstTier, 0),
            (.pass, true, .eachCollective, 2),
            (.pass, false, .eachCollective, 2), (.pending, true, .firstTier, 2), (.pending, false, .firstTier, 0),
            (.fail, true, .firstTier, 0), (.fail, false, .eachCollective, 0), (.insufficientBasis, true, .firstTier, 0),
            (.insufficientBasis, true, .eachCollective, 0),
        ])
    func slots(verdict: UnitVerdict.Verdict, isFirstTier: Bool, scope: NominationQuota.Scope, slots: Int) {
        #expect(NominationQuota.slots(verdict, isFirstTier: isFirstTier, scope: scope, cap: 2) == slots)
        #expect(NominationQuota.slots(verdict, isFirstTier: isFirstTier, scope: scope, cap: 4) == slots * 2)
    }

    @Test("Interim two, final four: taken at submission, full when taken", arguments: [2, 4])
    func full(cap: Int) throws {
        var nominations: [NominationSlot] = []
        for number in 1...cap {
            let quota = NominationQuota(unit: try Self.unit(1), slots: cap, nominations: nominations, lockedOn: nil)
            #expect(quota.free == cap - number + 1)
            #expect(quota.refusalOfSubmitting(try Self.person(number)) == nil)
            nominations.append(try Self.slot(number, of: 1))
        }
        let quota = NominationQuota(unit: try Self.unit(1), slots: cap, nominations: nominations, lockedOn: nil)
        let another = try Self.person(99)
        #expect(quota.free == 0 && quota.refusalOfSubmitting(another) == .quotaFull(slots: cap))
        // Another unit's slots are its own.
        let other = NominationQuota(unit: try Self.unit(2), slots: cap, nominations: nominations, lockedOn: nil)
        #expect(other.free == cap && other.refusalOfSubmitting(another) == nil)
    }

    @Test(
        "are freed by withdrawing until the list is locked; a rejection frees none (A04)",
        arguments: [
            (String?.none, String?.none, true), ("2023-07-10", nil, false), ("2023-07-10", "2023-07-10", false),
            ("2023-07-11", "2023-07-10", true), (nil, "2023-07-10", true),
        ])
    func freed(withdrawnOn: String?, lockedOn: String?, isTaken: Bool) throws {
        let slot = try Self.slot(1, of: 1, withdrawnOn: withdrawnOn)
        let lockedOn = lockedOn.flatMap { CivilDate($0) }
        #expect(slot.isTaken(lockedOn: lockedOn) == isTaken)
        let quota = NominationQuota(
            unit: try Self.unit(1), slots: 2, nominations: [slot, try Self.slot(2, of: 1)], lockedOn: lockedOn)
        #expect(quota.free == (isTaken ? 0 : 1))
    }

    @Test("One person is put forward by one unit, once (A08)")
    func once() throws {
        let nominations = [try Self.slot(1, of: 1), try Self.slot(2, of: 2), try Self.slot(3, of: 2, withdrawnOn: "2023-07-10")]
        let quota = NominationQuota(unit: try Self.unit(1), slots: 4, nominations: nominations, lockedOn: nil)
        #expect(quota.refusalOfSubmitting(try Self.person(1)) == .nominatedAlready)
        #expect(quota.refusalOfSubmitting(try Self.person(2)) == .nominatedElsewhere)
        #expect(quota.refusalOfSubmitting(try Self.person(3)) == nil)
        let none = NominationQuota(unit: try Self.unit(3), slots: 0, nominations: nominations, lockedOn: nil)
        #expect(none.refusalOfSubmitting(try Self.person(4)) == .noQuota)
    }

    @Test("Never falls below zero when a correction takes slots away")
    func corrected() throws {
        let quota = NominationQuota(
            unit: try Self.unit(1), slots: 0, nominations: [try Self.slot(1, of: 1), try Self.slot(2, of: 1)], lockedOn: nil)
        #expect(quota.free == 0 && quota.used == 2)
    }

    @Test("No order of submitting and withdrawing gives a unit more than its slots, or a person twice", arguments: 1...300)
    func property(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let cap = Int.random(in: 0...4, using: &generator)
        let day = try Self.day("2023-07-10")
        var nominations: [NominationSlot] = []
        for _ in 0..<40 {
            let unit = Int.random(in: 1...3, using: &generator)
            let person = Int.random(in: 10...20, using: &generator)
            if Int.random(in: 0..<3, using: &generator) == 0,
                let index = nominations.indices.filter({ nominations[$0].withdrawnOn == nil }).randomElement(using: &generator)
            {
                let slot = nominations[index]
                nominations[index] = NominationSlot(dossier: slot.dossier, person: slot.person, unit: slot.unit, withdrawnOn: day)
            } else {
                let quota = NominationQuota(unit: try Self.unit(unit), slots: cap, nominations: nominations, lockedOn: nil)
                if quota.refusalOfSubmitting(try Self.person(person)) == nil { nominations.append(try Self.slot(person, of: unit)) }
            }
            let live = nominations.filter { $0.withdrawnOn == nil }
            #expect(Dictionary(grouping: live, by: \.unit).values.allSatisfy { $0.count <= cap })
            #expect(Set(live.map(\.person)).count == live.count)
        }
    }

    @Test("Who moved is by default the unit's where he served most days; of equal ones a person decides (A08)")
    func moved() throws {
        let period = try Self.day("2023-01-01")...Self.day("2023-06-30")
        func service(_ unit: Int, _ from: String, _ through: String?) throws -> ServingUnit {
            ServingUnit(unit: try Self.unit(unit), from: try Self.day(from), through: through.flatMap { CivilDate($0) })
        }
        // Transferred on 15/5.
        let moved = [try service(1, "2020-01-01", "2023-05-14"), try service(2, "2023-05-15", nil)]
        #expect(ServingUnit.ofMostDays(moved, in: period) == (try Self.unit(1)))
        let later = try Self.day("2023-05-01")...Self.day("2023-12-31")
        #expect(ServingUnit.ofMostDays(moved, in: later) == (try Self.unit(2)))
        let equal = [try service(1, "2023-01-01", "2023-01-10"), try service(2, "2023-01-11", "2023-01-20")]
        #expect(ServingUnit.ofMostDays(equal, in: period) == nil)
        // Two posts at once in one unit do not count twice.
        let doubled = [
            try service(1, "2023-01-01", "2023-01-10"), try service(1, "2023-01-01", "2023-01-10"),
            try service(2, "2023-01-11", "2023-01-25"),
        ]
        #expect(ServingUnit.ofMostDays(doubled, in: period) == (try Self.unit(2)))
        #expect(ServingUnit.ofMostDays([], in: period) == nil)
        #expect(ServingUnit.ofMostDays([try service(1, "2022-01-01", "2022-12-31")], in: period) == nil)
    }

    @Test("The campaign names what its numbers attach to")
    func scope() {
        #expect(Campaign.sample.quotaScope == .firstTier)
        #expect(
            NominationQuota.Scope.firstTier.warning == nil && NominationQuota.Scope.eachCollective.warning?.contains("quotaScope") == true)
        #expect(Set(NominationQuota.Scope.allCases.map(\.rawValue)) == ["firstTier", "eachCollective"])
    }
}
