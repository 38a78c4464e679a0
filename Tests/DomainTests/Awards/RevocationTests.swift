import Domain
import Testing

@Suite("A revoked award")
struct RevocationTests {
    private static func award(revokedOn: String?) throws -> Award {
        Award(
            dossier: try #require(AwardDossier.ID("01890000-0000-7000-8000-000000000001")), form: .provincialCertificate,
            subject: .collective,
            decision: Award.Decision(number: "1234/QĐ-UBND", signedOn: try #require(CivilDate("2023-07-03"))),
            revocation: try revokedOn.map {
                Award.Revocation(
                    ground: .falseDeclaration,
                    decision: Award.Decision(number: "56/QĐ-UBND", signedOn: try #require(CivilDate($0))))
            })
    }

    private static func payment(_ amount: Int) throws -> RewardRecovery.Payment {
        RewardRecovery.Payment(amount: amount, paidOn: try #require(CivilDate("2024-03-01")), documentNumber: "PT 12")
    }

    @Test("Golden case 9: money returned in part, the decision still readable, statistics lowered in the year of revocation only")
    func goldenCase9() throws {
        let award = try Self.award(revokedOn: "2024-02-20")
        let recovery = try RewardRecovery(of: award, paid: 3_600_000)
        #expect(recovery.state == .notRecovered && recovery.outstanding == 3_600_000)
        let part = try recovery.receiving(try Self.payment(1_000_000))
        #expect(part.state == .partlyRecovered && part.state.vietnamese == "đã thu hồi một phần tiền thưởng")
        #expect(part.recovered == 1_000_000 && part.outstanding == 2_600_000)
        #expect(try part.receiving(try Self.payment(2_600_000)).state == .recovered)

        #expect(award.decision.number == "1234/QĐ-UBND" && award.decision.signedOn == CivilDate("2023-07-03"))

        let kept = try Self.award(revokedOn: nil)
        let awards = [award, kept, kept]
        func count(_ year: Int) -> Int { awards.count(of: .provincialCertificate, .collective, in: year) }
        #expect(count(2023) == 3)
        #expect(count(2024) == -1)
        #expect(count(2022) == 0 && count(2025) == 0)
        #expect(awards.count(of: .provincialCertificate, .individual, in: 2023) == 0)
    }

    @Test("counts nothing of an award given and revoked in one year")
    func sameYear() throws {
        #expect(try Self.award(revokedOn: "2023-12-31").count(in: 2023) == 0)
        #expect(try Self.award(revokedOn: "2024-01-01").count(in: 2023) == 1)
    }

    @Test("is not asked for more money than was paid, nor for less than one đồng", arguments: [0, -1, 3_600_001, Int.max])
    func amounts(amount: Int) throws {
        let recovery = try RewardRecovery(of: try Self.award(revokedOn: "2024-02-20"), paid: 3_600_000)
        #expect(throws: AwardRefusal.returnedTooMuch(outstanding: 3_600_000)) { try recovery.receiving(try Self.payment(amount)) }
    }

    @Test("owes nothing where nothing was paid; an award in force owes nothing at all")
    func nothing() throws {
        let unpaid = try RewardRecovery(of: try Self.award(revokedOn: "2024-02-20"), paid: 0)
        #expect(unpaid.state == .nothingDue)
        #expect(throws: AwardRefusal.returnedTooMuch(outstanding: 0)) { try unpaid.receiving(try Self.payment(1)) }
        #expect(throws: AwardRefusal.notRevoked) { try RewardRecovery(of: try Self.award(revokedOn: nil), paid: 3_600_000) }
    }

    @Test("comes back in full however it is paid in parts", arguments: 1...200)
    func parts(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let paid = Int.random(in: 1...5_000_000, using: &generator)
        var recovery = try RewardRecovery(of: try Self.award(revokedOn: "2024-02-20"), paid: paid)
        while recovery.outstanding > 0 {
            let before = recovery
            recovery = try recovery.receiving(
                try Self.payment(Int.random(in: max(1, recovery.outstanding / 3)...recovery.outstanding, using: &generator)))
            #expect(recovery.outstanding < before.outstanding && recovery.recovered + recovery.outstanding == paid)
            #expect(recovery.state == (recovery.outstanding == 0 ? .recovered : .partlyRecovered))
        }
        #expect(recovery.recovered == paid)
    }

    @Test("is told apart from what was waived: nothing is open, and it is not said to have come back")
    func waived() throws {
        let recovery = try RewardRecovery(of: try Self.award(revokedOn: "2024-02-20"), paid: 3_600_000)
        let waiver = RewardRecovery.Payment(
            amount: 2_600_000, paidOn: try #require(CivilDate("2024-03-01")), documentNumber: "95/UBND", isWaived: true, reason: "Đã mất")
        let part = try recovery.receiving(waiver)
        #expect(part.state == .partlyRecovered && part.recovered == 0 && part.waived == 2_600_000 && part.outstanding == 1_000_000)
        #expect(throws: AwardRefusal.returnedTooMuch(outstanding: 1_000_000)) { try part.receiving(waiver) }
        let settled = try part.receiving(try Self.payment(1_000_000))
        #expect(settled.state == .settledWithWaiver && settled.recovered == 1_000_000 && settled.outstanding == 0)
    }

    @Test("has one of four grounds")
    func grounds() {
        #expect(RevocationGround.allCases.count == 4 && Set(RevocationGround.allCases.map(\.vietnamese)).count == 4)
    }
}
