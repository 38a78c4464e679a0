public import Domain
public import Storage

/// A unit takes over what another does well and was spread, and records what came of it, in words and in a figure of its own.
public struct RecordAdoption: Sendable {
    public var model: GoodModel.ID
    public var step: GoodModelAdoption.Step
    /// That adopts it; nil: the unit that the acting post reaches as a whole.
    public var unit: SubUnit.ID?
    /// Nil: today.
    public var happenedOn: CivilDate?
    /// How it is done there; what came of it.
    public var words: String
    public var amount: GoodModelAdoption.Amount?

    public init(
        _ model: GoodModel.ID, _ step: GoodModelAdoption.Step, unit: SubUnit.ID? = nil, happenedOn: CivilDate? = nil, words: String,
        amount: GoodModelAdoption.Amount? = nil
    ) {
        self.model = model
        self.step = step
        self.unit = unit
        self.happenedOn = happenedOn
        self.words = words
        self.amount = amount
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found` where it is not spread, `not-allowed`, `good-model-adoption-out-of-order`,
    ///   `good-model-adopted-by-its-own-unit`, `changed-meanwhile`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> GoodModelAdoption.ID {
        let officer = try await tx.officer()
        guard let keeping = officer.keepsGoodModels(in: tx.tenant) else { throw Problem.notAllowed }
        let adopter = unit ?? keeping
        let records = try await GoodModelAdoption.count(of: model, by: adopter, in: tx)
        // A result is also recorded of what was recalled since.
        if records == 0, try await GoodModel.find(model, in: tx)?.state != .spread { throw Problem.notFound }
        guard (step == .adopt) == (records == 0) else {
            throw Problem(
                .refused, "good-model-adoption-out-of-order",
                step == .adopt
                    ? "Đơn vị đã ghi áp dụng mô hình, điển hình này. Ghi tiếp kết quả áp dụng."
                    : "Đơn vị chưa ghi áp dụng mô hình, điển hình này. Ghi việc áp dụng trước, rồi ghi kết quả.")
        }
        var check = InputCheck()
        let day = happenedOn ?? officer.today
        if day > officer.today { check.fault("$.happenedOn", "không được sau ngày hôm nay (\(officer.today.vietnamese))") }
        let words = check.passage(words, "$.words")
        if step == .adopt, amount != nil { check.fault("$.amount", "chỉ ghi số liệu khi ghi kết quả áp dụng") }
        let measured = amount.map { GoodModelAdoption.Amount(value: $0.value, unit: check.line($0.unit, "$.amountUnit", atMost: 50)) }
        try check.finish()
        let id: GoodModelAdoption.ID = ids.next()
        try await GoodModelAdoption.record(
            step, of: model, by: adopter, id: id, position: records + 1, happenedOn: day, words: words, amount: measured, in: tx)
        return id
    }
}
