/// Who is proposed for an award.
public enum Nominee: Sendable, Hashable {
    /// Tập thể: a first-tier unit (its root) or a sub-unit of it.
    case collective(SubUnit.ID)
    /// Cá nhân, as a member of a unit.
    case individual(Person.ID, of: SubUnit.ID)

    public var subject: AwardSubject {
        switch self {
        case .collective: .collective
        case .individual: .individual
        }
    }

    public var unit: SubUnit.ID {
        switch self {
        case .collective(let unit), .individual(_, let unit): unit
        }
    }

    /// Nil of a collective.
    public var person: Person.ID? {
        switch self {
        case .collective: nil
        case .individual(let person, _): person
        }
    }
}
