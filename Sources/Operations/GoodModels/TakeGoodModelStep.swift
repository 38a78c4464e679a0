public import Domain
public import Storage

/// One step of a model: the unit above a sub-unit, or Home Affairs, confirms or refuses it; the unit puts its sub-unit's to the province, which spreads
/// it; who registered it withdraws it, and records what the person says of being named. The person says it himself, whatever his role (A72).
public struct TakeGoodModelStep: Sendable {
    public var model: GoodModel.ID
    public var step: GoodModel.Step
    /// Of the paper or the word; nil: today.
    public var happenedOn: CivilDate?
    /// The reason.
    public var words: String
    /// Of the paper; a person's consent that another records needs one.
    public var documentNumber: String

    public init(
        _ model: GoodModel.ID, _ step: GoodModel.Step, happenedOn: CivilDate? = nil, words: String = "", documentNumber: String = ""
    ) {
        self.model = model
        self.step = step
        self.happenedOn = happenedOn
        self.words = words
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found` where it is not in sight, `not-allowed`, `good-model-out-of-order`,
    ///   `good-model-own`, `good-model-without-consent`, `changed-meanwhile`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> GoodModel.ID {
        let officer = try await tx.officer()
        guard let kept = try await GoodModel.find(model, in: tx) else { throw Problem.notFound }
        guard try await kept.isMove(step, of: officer, in: tx) else { throw Problem.notAllowed }
        guard GoodModel.state(after: step, in: kept.state, at: kept.level) != nil else {
            throw Problem(
                .refused, "good-model-out-of-order",
                "Mô hình, điển hình ở trạng thái “\(kept.state.vietnamese)”, \(kept.level.vietnamese), nên không thực hiện được việc “\(step.vietnamese)”. Tải lại để xem việc tiếp theo."
            )
        }
        var check = InputCheck()
        let day = happenedOn ?? officer.today
        if day > officer.today { check.fault("$.happenedOn", "không được sau ngày hôm nay (\(officer.today.vietnamese))") }
        let words = step.needsWords ? check.passage(words, "$.words") : VietnameseText.composed(words)
        let number = VietnameseText(documentNumber).string
        if !step.needsWords, words.count > 4_000 { check.fault("$.words", "dài quá 4.000 ký tự; rút gọn lại") }
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        try check.finish()
        try await kept.append(step, id: ids.next(), happenedOn: day, words: words, documentNumber: number, in: tx)
        return model
    }
}

extension GoodModel {
    /// Whether the officer may take a step where he has entered, so that he is told before the row policies refuse him.
    func isMove(_ step: Step, of officer: ActingOfficer, in tx: borrowing TenantTransaction) async throws -> Bool {
        let party = GoodModel.party(of: step, at: level)
        guard party == .province else {
            // He who is shown takes his name back wherever he works since, also when the unit whose he was has ended (A72).
            if step == .object, tx.tenant == officer.home, try await isOfOneself(in: tx) { return true }
            return tx.tenant == tenant && tenant == officer.home && officer.mayWrite ? try await isMove(step, of: party, in: tx) : false
        }
        // What Home Affairs registered itself the Chairman confirms (A66).
        return tx.tenant == nil && (step == .recall || !unitHasEnded)
            && (officer.may(.decideAward) || (officer.may(.appraiseAward) && tenant != officer.home))
    }
}
