public import Domain
public import Storage

/// A unit says of itself how it keeps each part of the motto (A53). Said anew it is a new version, until a council has decided.
public struct AssessMotto: Sendable {
    public var gathering: GatherLedger
    public var parts: [MottoStep.Part]
    public var words: String
    /// Date of the unit's paper. Nil: today.
    public var assessedOn: CivilDate?

    /// - Parameter unit: code; nil: the acting post's own.
    public init(
        campaign: String, review: Campaign.Review, unit: String? = nil, parts: [MottoStep.Part], words: String = "",
        assessedOn: CivilDate? = nil
    ) {
        gathering = GatherLedger(campaign: campaign, review: review, unit: unit)
        self.parts = parts
        self.words = words
        self.assessedOn = assessedOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `no-motto`, `motto-decided`, `changed-meanwhile`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        guard Policy.of(officer.role).actions.contains(.assessMotto) else { throw Problem.notAllowed }
        let place = try await MottoPlace.open(gathering, in: tx)
        if let refusal = place.standing.refusal(of: .assessed) { throw refusal }
        var check = InputCheck()
        let graded = graded(place.motto, &check)
        let words = check.words(words, "$.words")
        let day = place.day(assessedOn, today: officer.today, &check)
        try check.finish()
        try await place.append(
            MottoStep.Statement(kind: .assessed, body: .unit, happenedOn: day, parts: graded, words: words), ids: ids, in: tx)
    }

    /// In the order of the plan; each part once.
    private func graded(_ motto: Campaign.Motto, _ check: inout InputCheck) -> [MottoStep.Part] {
        let known = Set(motto.parts.map(\.code))
        for (index, part) in parts.enumerated() {
            if !known.contains(part.code) {
                check.fault(
                    "$.parts[\(index)].code", "kế hoạch không có vế này; chọn một trong: \(motto.parts.map(\.code).joined(separator: ", "))"
                )
            } else if parts[..<index].contains(where: { $0.code == part.code }) {
                check.fault("$.parts[\(index)].code", "vế này đã ghi ở trên; mỗi vế ghi một lần")
            }
            if part.grade != .met, VietnameseText(part.remark).isEmpty {
                check.fault("$.parts[\(index)].remark", "nêu rõ phần chưa thực hiện")
            }
            if part.remark.count > 4_000 { check.fault("$.parts[\(index)].remark", "dài quá 4.000 ký tự; rút gọn lại") }
        }
        let missing = motto.parts.filter { part in !parts.contains { $0.code == part.code } }
        if !missing.isEmpty {
            check.fault("$.parts", "thiếu \(missing.map { "\($0.code) (\($0.words))" }.joined(separator: ", ")); đánh giá đủ các vế")
        }
        return motto.parts.compactMap { part in
            parts.first { $0.code == part.code }.map {
                MottoStep.Part(code: $0.code, grade: $0.grade, remark: VietnameseText($0.remark).string)
            }
        }
    }
}
