public import Domain
public import Storage

/// One step of a difficulty (A69): the unit or the Office takes it on, routes it to who solves it, passes it on; the solver answers; who raised it
/// confirms, asks again or withdraws it; where that unit has ended, the Office withdraws what it put to the province.
public struct TakeDifficultyStep: Sendable {
    public var difficulty: Difficulty.ID
    public var step: Difficulty.Step
    /// The answer, or the reason.
    public var words: String
    /// Of the paper; an answer at the province needs one.
    public var documentNumber: String
    /// Whom it is routed to: in a unit a sub-unit, at the province a unit of the first tier as a whole.
    public var solver: SubUnit.ID?

    public init(
        _ difficulty: Difficulty.ID, _ step: Difficulty.Step, words: String = "", documentNumber: String = "", solver: SubUnit.ID? = nil
    ) {
        self.difficulty = difficulty
        self.step = step
        self.words = words
        self.documentNumber = documentNumber
        self.solver = solver
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found` where it is not in sight, `not-allowed`, `difficulty-out-of-order`,
    ///   `difficulty-own-answer`, `changed-meanwhile`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Difficulty.ID {
        let officer = try await tx.officer()
        guard let kept = try await Difficulty.find(difficulty, in: tx) else { throw Problem.notFound }
        guard kept.outcome(of: step) != nil else { throw kept.outOfOrder(step) }
        guard kept.isMove(of: officer, kept.taker(of: step), in: tx.tenant) else { throw Problem.notAllowed }
        var check = InputCheck()
        let words = step.needsWords ? check.passage(words, "$.words") : VietnameseText.composed(words)
        let number = VietnameseText(documentNumber).string
        if !step.needsWords, words.count > 4_000 { check.fault("$.words", "dài quá 4.000 ký tự; rút gọn lại") }
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        if step == .answer, kept.level == .province, number.isEmpty {
            check.fault("$.documentNumber", "không được để trống; ghi số, ký hiệu văn bản trả lời")
        }
        if (step == .route) != (solver != nil) {
            check.fault("$.solver", step == .route ? "chọn cơ quan, đơn vị giải quyết" : "chỉ ghi khi chuyển giải quyết")
        }
        try check.finish()
        var said = words
        if step == .pass { said += try await answeredBefore(in: tx) }
        try await kept.append(step, id: ids.next(), words: said, documentNumber: number, solver: solver, in: tx)
        return difficulty
    }

    /// The province reads what it is passed from that step on (A59): what the unit itself answered before goes along, quoted, so that it is not answered
    /// again. Empty where it answered nothing.
    private func answeredBefore(in tx: borrowing TenantTransaction) async throws -> String {
        let acts = try await DifficultyDetail.Act.all(of: difficulty, in: tx)
        guard let answer = acts.last(where: { $0.step == .answer }) else { return "" }
        let number = answer.documentNumber.isEmpty ? "" : ", văn bản số \(answer.documentNumber)"
        return "\n(Đơn vị đã trả lời ngày \(answer.recordedOn.vietnamese)\(number): “\(answer.words)”)"
    }
}

extension Difficulty {
    /// Whether the officer may take a step of a party where he has entered, so that he is told before the row policies refuse him; how far his post
    /// reaches they alone know.
    ///
    /// - Parameter place: nil: the province.
    func isMove(of officer: ActingOfficer, _ party: Party, in place: Tenant.ID?) -> Bool {
        guard party != .office else { return place == nil && officer.may(.keepReview) }
        guard let place, place == officer.home, officer.mayWrite else { return false }
        return switch party {
        case .raiser: place == tenant && officer.may(.reportProgress)
        case .unit: place == tenant && officer.may(.answerReview)
        case .solver:
            solver.map { $0.tenant == place && officer.may($0.unit.uuid == place.uuid ? .answerReview : .reportProgress) } ?? false
        case .office: false
        }
    }

    func outOfOrder(_ step: Step) -> Problem {
        Problem(
            .refused, "difficulty-out-of-order",
            "Khó khăn, vướng mắc ở trạng thái “\(state.vietnamese)”, \(level.vietnamese), nên không thực hiện được việc “\(step.vietnamese)”. Tải lại để xem việc tiếp theo."
        )
    }
}
