import Domain
import Testing

@Suite("The legal regime of a dossier")
struct RegimePinTests {
    @Test(
        "is that of the day on which the complete dossier was received, to the day",
        arguments: [
            ("2017-10-01", "nd91"), ("2023-12-31", "nd91"), ("2024-01-01", "nd98"), ("2025-06-30", "nd98"), ("2025-07-01", "nd152-tt01"),
            ("2025-08-04", "nd152-tt01"), ("2025-08-05", "nd152"), ("2026-09-30", "nd152"), ("2026-10-01", "luat06-2026"),
        ])
    func pinned(day: String, code: String) throws {
        let pin = try RegimePin(receivedOn: try #require(CivilDate(day)), try DeployedAwardRules().regimes)
        #expect(pin.regime.code == code && pin.reason == nil)
    }

    @Test("is not guessed for a day that no regime covers")
    func unknown() throws {
        let regimes = try DeployedAwardRules().regimes
        let day = try #require(CivilDate("2017-09-30"))
        #expect(throws: AwardRefusal.noRegime(day)) { try RegimePin(receivedOn: day, regimes) }
    }

    @Test("is changed only with a reason, to another one, before the decision (A60)")
    func changed() throws {
        let rules = try DeployedAwardRules()
        let pin = try RegimePin(receivedOn: try #require(CivilDate("2026-09-30")), rules.regimes)
        let newer = try rules.regime("luat06-2026")
        let changed = try pin.changed(to: newer, reason: "Quy định mới có lợi hơn", in: .received)
        #expect(changed.regime == newer && changed.receivedOn == pin.receivedOn && changed.reason == "Quy định mới có lợi hơn")
        #expect(throws: AwardRefusal.regimeReasonMissing) { try pin.changed(to: newer, reason: "  ", in: .received) }
        #expect(throws: AwardRefusal.regimeUnchanged(pin.regime.vietnamese)) { try pin.changed(to: pin.regime, reason: "x", in: .received) }
        for state in AwardDossier.State.allCases {
            let isOpen = (try? pin.changed(to: newer, reason: "x", in: state)) != nil
            #expect(isOpen == !(state.isDecided || state.isClosed), "\(state)")
        }
        #expect((try? pin.changed(to: newer, reason: "x", in: .putToChairman)) != nil)
        #expect((try? pin.changed(to: newer, reason: "x", in: .decided)) == nil)
    }
}
