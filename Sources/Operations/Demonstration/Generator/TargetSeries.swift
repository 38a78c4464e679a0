import Domain

/// The figures of a target (rule 6 of `scenarios.csv`).
struct TargetSeries {
    let measure: ItemTemplate.Measure
    /// How often the step is added to the template's target.
    let turns: Int
    /// Of the way from the baseline to the target; nil while nothing is measured.
    let percent: Int?
    let isLow: Bool

    var target: FixedPoint { measure.target + measure.step * turns }

    /// One value per day of reports; none when nothing is measured.
    var values: [Quantity] {
        guard let percent else { return [] }
        return [
            value(percent / 3, towardsBetter: false), value(2 * percent / 3, towardsBetter: false), value(percent, towardsBetter: !isLow),
        ]
        .compactMap(\.quantity)
    }

    private func value(_ percent: Int, towardsBetter: Bool) -> FixedPoint {
        let value = (measure.baseline ?? .zero).part(
            percent: percent, to: target, decimals: measure.decimals, up: towardsBetter != measure.direction.isReduction)
        let hundred = FixedPoint(tenThousandths: 1_000_000)
        return measure.unit == "%" && value.tenThousandths > hundred.tenThousandths ? hundred : value
    }
}
