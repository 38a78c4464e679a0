import Domain

/// A kind of work that units of the demonstration are given, from `item-templates.csv`.
struct ItemTemplate: Hashable {
    enum Kind: String, CaseIterable {
        case task, periodic, target
    }

    let code: String
    /// Code of a unit, `each:department` or `each:district`.
    let appliesTo: String
    let kind: Kind
    let sector: String
    let content: String
    let directive: String
    let completion: WorkItem.Completion
    let submitTo: String
    let product: String
    /// With `{topic}` and `{name}`.
    let text: String
    let topics: [String]
    /// Of a target only.
    let measure: Measure?

    struct Measure: Hashable {
        let unit: String
        let direction: TargetMeasure.Direction
        let baseline: FixedPoint?
        let target: FixedPoint
        /// Added once per district, from none for the first to three times for the fourth, and again.
        let step: FixedPoint
        let decimals: Int
        let atYearEnd: Bool
    }

    init(_ row: DemonstrationTable.Row) throws {
        code = try row.text("code")
        appliesTo = try row.text("applies_to")
        kind = try row.oneOf(Kind.self, "kind")
        sector = try row.text("sector")
        content = try row.text("content")
        directive = try row.text("directive")
        completion = try row.oneOf(WorkItem.Completion.self, "completion")
        submitTo = try row.text("submit_to")
        product = try row.text("product")
        text = try row.text("text")
        topics = try row.text("topics").split(separator: ";").map { VietnameseText(String($0)).string }
        guard kind == .target else {
            measure = nil
            return
        }
        guard let target = try row.optionalFixed("target") else { throw row.fault("target", "chỉ tiêu phải có giá trị") }
        measure = Measure(
            unit: try row.text("measure"), direction: try row.oneOf(TargetMeasure.Direction.self, "direction"),
            baseline: try row.optionalFixed("baseline"), target: target, step: try row.optionalFixed("step") ?? .zero,
            decimals: try row.whole("decimals"), atYearEnd: try row.yes("year_end"))
    }

    func applies(to unit: PlannedUnit) -> Bool {
        appliesTo == unit.code || appliesTo == (unit.isDistrict ? "each:district" : "each:department")
    }
}
