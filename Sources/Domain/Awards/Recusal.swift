/// Không tham gia biểu quyết: why a member does not vote on a dossier (A66).
public enum Recusal: String, Sendable, Hashable, CaseIterable {
    case isNominee
    /// In the council of a unit, on a sub-unit of it.
    case belongsToSubUnit
    /// In the provincial council.
    case headsUnit

    public var vietnamese: String {
        switch self {
        case .isNominee: "là người được đề nghị khen thưởng"
        case .belongsToSubUnit: "phụ trách hoặc thuộc phòng, ban, đơn vị được đề nghị khen thưởng"
        case .headsUnit: "là người đứng đầu tập thể được đề nghị khen thưởng"
        }
    }

    /// Nil: the member votes.
    ///
    /// Everybody in a unit's own council belongs to the unit: that bars nobody from the unit's own nomination. That the Chairman chairs the
    /// provincial council and signs, or a director his council and the tờ trình, bars neither.
    ///
    /// - Parameters:
    ///   - member: who sits in the council.
    ///   - belongsTo: the units in which he holds a post.
    ///   - heads: the units that he heads.
    public init?(
        of member: Person.ID, belongsTo: Set<SubUnit.ID>, heads: Set<SubUnit.ID>, in council: Council.Kind, of tenant: Tenant.ID,
        on nominee: Nominee
    ) {
        switch nominee {
        case .individual(let person, _):
            guard person == member else { return nil }
            self = .isNominee
        case .collective(let unit):
            switch council {
            case .unit:
                guard unit.uuid != tenant.uuid, belongsTo.contains(unit) || heads.contains(unit) else { return nil }
                self = .belongsToSubUnit
            case .provincial:
                guard heads.contains(unit) else { return nil }
                self = .headsUnit
            }
        }
    }
}
