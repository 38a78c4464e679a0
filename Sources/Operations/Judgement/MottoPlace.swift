import Domain
import Storage

/// Whose motto in which review, and how it stands: what every step begins with.
struct MottoPlace: Sendable {
    let campaign: Campaign.ID
    let motto: Campaign.Motto
    let review: Campaign.Review
    let unit: JudgedUnit
    let standing: MottoStanding

    /// - Parameter gathering: names one unit, or the acting post's own.
    /// - Throws: `not-found` where there is no such campaign or unit in sight, `no-motto` where the plan has none.
    static func open(_ gathering: GatherLedger, in tx: borrowing TenantTransaction) async throws -> MottoPlace {
        let opening = try await gathering.open(in: tx)
        guard let unit = opening.units.first, gathering.unit != nil || opening.units.count == 1 else {
            throw opening.units.isEmpty ? Problem.notFound : Problem.invalid("$.code", "ghi mã đơn vị")
        }
        return try await open(unit, opening, in: tx)
    }

    static func open(_ unit: JudgedUnit, _ opening: GatherLedger.Opening, in tx: borrowing TenantTransaction) async throws -> MottoPlace {
        guard let motto = opening.plan.motto else { throw Problem.noMotto }
        let standing = try await standings(of: [unit], opening, in: tx)[unit.unit]
        return MottoPlace(
            campaign: opening.campaign, motto: motto, review: opening.ledger.review, unit: unit,
            standing: standing ?? MottoStanding(steps: [], isFirstTier: unit.isFirstTier, commenters: []))
    }

    /// How the motto of each of these units stands.
    static func standings(of units: [JudgedUnit], _ opening: GatherLedger.Opening, in tx: borrowing TenantTransaction) async throws
        -> [SubUnit.ID: MottoStanding]
    {
        let steps = try await MottoStep.all(of: units, of: opening.campaign, review: opening.ledger.review, in: tx)
        let commenters = try await MottoStep.commenters(on: Array(Set(units.filter(\.isFirstTier).map(\.tenant))), in: tx)
        let signed = try await MottoStep.signedCriticisms(of: units, of: opening.campaign, review: opening.ledger.review, in: tx)
        let reopened = try await MottoStep.reopened(of: units, of: opening.campaign, review: opening.ledger.review, in: tx)
        return Dictionary(
            units.map { unit in
                let standing = MottoStanding(
                    steps: steps[unit.unit] ?? [], isFirstTier: unit.isFirstTier, commenters: commenters[unit.tenant] ?? [],
                    signedCriticisms: signed[unit.unit] ?? [], isReopened: reopened.contains(unit.unit))
                return (unit.unit, standing)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Appends a step behind those that were read.
    func append(_ statement: MottoStep.Statement, ids: IDSource, in tx: borrowing TenantTransaction) async throws {
        try await MottoStep.append(
            statement, id: ids.next(), on: unit, of: campaign, review: review, after: standing.position, in: tx)
    }

    /// The day of a step: not of the future, not before the step that it follows.
    func day(_ day: CivilDate?, today: CivilDate, _ check: inout InputCheck) -> CivilDate {
        let day = day ?? today
        if day > today { check.fault("$.date", "sau ngày hôm nay (\(today.vietnamese)); nhập ngày trên văn bản") }
        if let last = standing.steps.last, day < last.happenedOn {
            check.fault(
                "$.date",
                "trước ngày \(last.happenedOn.vietnamese) của bước liền trước (\(last.kind.vietnamese)); kiểm tra lại ngày trên văn bản")
        }
        return day
    }
}

extension InputCheck {
    /// Words that may be left out, of at most 4,000 characters.
    mutating func words(_ typed: String, _ path: String) -> String {
        let words = VietnameseText.lines(typed)
        if words.count > 4_000 { fault(path, "dài quá 4.000 ký tự; rút gọn lại") }
        return words
    }
}

extension Problem {
    fileprivate static let noMotto = Problem(
        .refused, "no-motto", "Kế hoạch của phong trào không có phương châm nên không có gì để xét. Kiểm tra lại mã phong trào.")
}
