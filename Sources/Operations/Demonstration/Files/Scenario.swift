import Domain

/// What becomes of one first-tier unit, from `scenarios.csv`; the comment lines of that file are the rules.
struct Scenario {
    /// What becomes of one item. The raw values are columns of `scenarios.csv`, in the order of the file.
    enum Fate: String, CaseIterable {
        case onTime = "on_time"
        case early, late, overdue, open, extended
        case extendedLate = "extended_late"
        case year100 = "year_100"
        case year90 = "year_90"
        case year70 = "year_70"
        case year50 = "year_50"
        case year30 = "year_30"
        case yearNew = "year_new"
        case noDue = "no_due"
        case exempt, cancelled, outside
        case periodic
        case targetAbove = "target_above"
        case targetHalf = "target_half"
        case targetLow = "target_low"
        case targetYearEnd = "target_year_end"

        /// Those of single tasks, which are dealt out over the unit's texts.
        static let ofTasks = allCases.prefix { $0 != .periodic }
    }

    enum LaunchForm: String, CaseIterable {
        case own, combined, other
    }

    let unit: String
    let counts: [Fate: Int]
    /// Returned twice for quality.
    let quality: Int
    let returnedOnce: Int
    let violation: Int
    /// Items of other units that this one co-ordinates.
    let coordinate: Int
    /// Sub-units to which an item is handed on.
    let handedTo: Int
    /// Nil while the council has no opinion.
    let mottoAccepted: Bool?
    /// Nil: a plan only.
    let launch: (day: CivilDate, form: LaunchForm)?
    /// Sub-units that have not launched, the last ones.
    let notLaunched: Int

    init(_ row: DemonstrationTable.Row) throws {
        unit = try row.text("unit")
        counts = try Dictionary(uniqueKeysWithValues: Fate.allCases.map { ($0, try row.whole($0.rawValue)) })
        guard try row.whole("items") == counts.values.reduce(0, +) else { throw row.fault("items", "không bằng tổng các loại") }
        quality = try row.whole("quality")
        returnedOnce = try row.whole("returned_once")
        violation = try row.whole("violation")
        coordinate = try row.whole("coordinate")
        handedTo = try row.whole("handed_to")
        switch try row.text("motto") {
        case "accepted": mottoAccepted = true
        case "refused": mottoAccepted = false
        case "undecided": mottoAccepted = nil
        default: throw row.fault("motto", "chỉ nhận accepted, refused, undecided")
        }
        launch =
            if let day = try row.optionalDate("launched_on") { (day, try row.oneOf(LaunchForm.self, "launch_form")) } else { nil }
        notLaunched = try row.whole("not_launched")
    }

    func count(_ fate: Fate) -> Int { counts[fate] ?? 0 }
}
