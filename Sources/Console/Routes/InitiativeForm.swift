import Domain
import Operations
import Web

/// A form of an initiative's page, as its path spells it.
enum InitiativeForm: String, CaseIterable {
    case `return`, supplement, letter, commend, propose, decline, publish, withdraw
    /// The Chairman's own, recorded by Home Affairs.
    case provinceLetter = "province-letter"

    /// Three texts of 4,000 characters, each of which a browser may write as nine.
    static let payload = Payload.bytes([FormBody.mediaType], atMost: 150_000)

    var step: Initiative.Step {
        switch self {
        case .return: .return
        case .supplement: .supplement
        case .letter, .provinceLetter: .letter
        case .commend: .commend
        case .propose: .propose
        case .decline: .decline
        case .publish: .publish
        case .withdraw: .withdraw
        }
    }

    var asks: Action {
        self == .provinceLetter ? .appraiseAward : step.party == .registrant ? .registerInitiative : .proposeAward
    }

    func act(on id: Initiative.ID, _ call: Call) throws -> InitiativeRoutes.Act {
        let form = call.form
        let day = try FormDay.read(form["date"], "$.happenedOn")
        if step.draftsDossier {
            let proposing = ProposeInitiative(id, step, happenedOn: day)
            return { (tx: borrowing TenantTransaction) in try await proposing.perform(in: tx, ids: call.ids) }
        }
        let taking = TakeInitiativeStep(
            id, step, happenedOn: day, reason: form["reason"], documentNumber: form["number"], signer: form["signer"])
        return { (tx: borrowing TenantTransaction) in try await taking.perform(in: tx, ids: call.ids) }
    }

    static func registering(_ form: FormBody) throws(Problem) -> RegisterInitiative {
        guard let scope = Initiative.Scope(rawValue: form["scope"]) else { throw .invalid("$.scope", "chọn phạm vi ảnh hưởng") }
        return RegisterInitiative(
            campaign: form["campaign"], unit: SubUnit.ID(form["unit"]), person: Person.ID(form["person"]),
            initiative: Initiative(
                title: form["title"], obstacle: form["obstacle"], solution: form["solution"],
                effect: .init(
                    cost: try figure(form["cost"], "$.cost"), days: try figure(form["days"], "$.days"),
                    volume: try figure(form["volume"], "$.volume"), volumeUnit: form["volumeUnit"]),
                scope: scope, example: form["isExample"] == "yes" ? form["example"] : ""))
    }

    /// Digits, with or without points between thousands; nil of an empty field.
    private static func figure(_ typed: String, _ path: String) throws(Problem) -> Int? {
        let digits = typed.filter { $0 != "." && $0 != " " }
        if digits.isEmpty { return nil }
        guard let figure = Int(digits) else { throw .invalid(path, "ghi số nguyên, như 12.000.000; bỏ trống mục không có") }
        return figure
    }
}
