extension JudgementParameters {
    /// What a ledger file means that does not say otherwise. The dates belong to the file format, which was fixed with them; a file that is
    /// written from a campaign states every parameter.
    public static let ledgerFileDefaults = JudgementParameters(
        interimEnd: CivilDate(year: 2023, month: 6, day: 30) ?? .earliest, finalEnd: CivilDate(year: 2023, month: 12, day: 31) ?? .latest)

    /// Reads the `parameters` of a ledger file: those it names override the defaults.
    static func read(_ cursor: JSONCursor) -> JudgementParameters? {
        var parameters = ledgerFileDefaults
        return cursor.object { fields in
            fields.override(&parameters.interimEnd, "interimEnd") { $0.date() }
            fields.override(&parameters.finalEnd, "finalEnd") { $0.date() }
            fields.override(&parameters.minimumProgressPercent, "minimumProgressPercent", percent)
            fields.override(&parameters.s2Rule, "s2Rule") { $0.oneOf(LaterItemsRule.self) }
            fields.override(&parameters.letterPercentInterim, "letterPercentInterim", percent)
            fields.override(&parameters.letterPercentFinal, "letterPercentFinal", percent)
            fields.override(&parameters.individualsInterim, "individualsInterim", count)
            fields.override(&parameters.individualsFinal, "individualsFinal", count)
            fields.override(&parameters.minimumEarlyWorkingDays, "minimumEarlyWorkingDays", count)
            fields.override(&parameters.aheadBase, "aheadBase") { $0.oneOf(AheadBase.self) }
            fields.override(&parameters.newItemGraceWorkingDays, "newItemGraceWorkingDays", count)
            fields.override(&parameters.maximumQualityReturns, "maximumQualityReturns", count)
            fields.override(&parameters.minimumItems, "minimumItems", count)
            fields.override(&parameters.carryPhaseOneLate, "carryPhaseOneLate") { $0.bool() }
            return parameters
        }
    }

    private static func percent(_ cursor: JSONCursor) -> Int? { cursor.integer(in: 0...100) }
    private static func count(_ cursor: JSONCursor) -> Int? { cursor.integer(in: 0...Int.max) }
}

extension JSONObjectReader {
    /// Replaces the value when the member is there and well formed.
    fileprivate mutating func override<T>(_ value: inout T, _ name: String, _ read: (JSONCursor) -> T?) {
        if let found = optional(name).flatMap(read) { value = found }
    }
}
