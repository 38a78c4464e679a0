/// From when to when a rule is in force.
public struct ValidityPeriod: Sendable, Hashable {
    public let from: CivilDate
    /// Last day; nil while in force.
    public let through: CivilDate?

    public init(from: CivilDate, through: CivilDate?) {
        self.from = from
        self.through = through
    }

    public func contains(_ day: CivilDate) -> Bool {
        from <= day && (through.map { day <= $0 } ?? true)
    }

    public func overlaps(_ other: ValidityPeriod) -> Bool {
        from <= (other.through ?? .latest) && other.from <= (through ?? .latest)
    }
}

/// What is in force for a time.
public protocol Dated {
    var validity: ValidityPeriod { get }
}

extension Sequence where Element: Dated {
    /// What is in force on a day; the first, where the data names several.
    public func inForce(on day: CivilDate) -> Element? {
        first { $0.validity.contains(day) }
    }

    /// The first two that are in force on one day: of rules of which one at most may be.
    public var overlap: (Element, Element)? {
        let all = Array(self)
        for (index, one) in all.enumerated() {
            if let other = all[(index + 1)...].first(where: { one.validity.overlaps($0.validity) }) { return (one, other) }
        }
        return nil
    }
}
