/// Where an item stands against its time on a given day. Always derived, never typed in.
public enum Timeliness: String, Hashable, Sendable, Codable, CaseIterable {
    case noDueDate
    case inTime
    case dueSoon
    case overdue
    case completedEarly
    case completedOnTime
    case completedLate
    /// Done before anybody gave it a date: neither early nor in time, which it never is by default, nor late (A26).
    case completedUndated

    /// From how many days before the date an open item is due soon; the day itself included.
    public static let daysThatAreSoon = 7

    /// Timeliness at the end of `day`; what was completed later does not show yet.
    ///
    /// Late is measured against the date in force, early against the original one: an extension makes nobody early (A27). Early here means
    /// any day before; whether it is enough for the letter is a question of working days and belongs to the review (A45).
    ///
    /// - Parameters:
    ///   - isMissed: whether a periodic item missed one of its deadlines: it is late, whatever deadline is still to come (A16).
    ///   - nextDueOn: the first deadline of a periodic item for which nothing was delivered: by it the item may be due soon before its own date.
    public init(
        dueOn: CivilDate?, originalDueOn: CivilDate?, completedOn: CivilDate?, isMissed: Bool = false, nextDueOn: CivilDate? = nil,
        at day: CivilDate
    ) {
        guard let dueOn else {
            self = (completedOn.map { $0 <= day } ?? false) ? .completedUndated : .noDueDate
            return
        }
        if let completedOn, completedOn <= day {
            if completedOn > dueOn || isMissed {
                self = .completedLate
            } else if let originalDueOn, completedOn < originalDueOn {
                self = .completedEarly
            } else {
                self = .completedOnTime
            }
        } else if day > dueOn || isMissed {
            self = .overdue
        } else {
            self = day.days(to: min(dueOn, nextDueOn ?? dueOn)) <= Self.daysThatAreSoon ? .dueSoon : .inTime
        }
    }

    public var isCompleted: Bool {
        switch self {
        case .completedEarly, .completedOnTime, .completedLate, .completedUndated: true
        case .noDueDate, .inTime, .dueSoon, .overdue: false
        }
    }

    /// The words that officers see.
    public var vietnamese: String {
        switch self {
        case .noDueDate: "chưa có thời hạn"
        case .inTime: "trong hạn"
        case .dueSoon: "sắp đến hạn"
        case .overdue: "quá hạn"
        case .completedEarly: "hoàn thành trước hạn"
        case .completedOnTime: "hoàn thành đúng hạn"
        case .completedLate: "hoàn thành quá hạn"
        case .completedUndated: "hoàn thành, chưa có thời hạn"
        }
    }
}

extension LedgerItem {
    /// Timeliness at the end of `day`. A result that is not accepted, or misses its target, completes nothing; a periodic item is never early
    /// (A16). Of deliveries that nobody confirmed it knows nothing.
    public func timeliness(at day: CivilDate) -> Timeliness {
        let undelivered = occurrences.filter { occurrence in occurrence.completedOn.map { $0 > day } ?? true }
        return Timeliness(
            dueOn: dueDate(at: day), originalDueOn: occurrences.isEmpty ? originalDueOn : nil,
            completedOn: isDone(by: day) ? completedOn : nil, isMissed: occurrences.contains { $0.isMissed(at: day) },
            nextDueOn: undelivered.map(\.dueOn).min(), at: day)
    }
}
