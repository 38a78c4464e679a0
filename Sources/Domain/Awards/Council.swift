/// Hội đồng Thi đua - Khen thưởng of a unit or of the province (domain.md 1.7).
public struct Council: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case unit, provincial

        public var vietnamese: String {
            switch self {
            case .unit: "Hội đồng TĐKT của đơn vị"
            case .provincial: "Hội đồng TĐKT tỉnh"
            }
        }
    }

    public let kind: Kind
    /// Whose council it is.
    public let tenant: Tenant.ID
    public let members: [CouncilMember]

    public init(kind: Kind, tenant: Tenant.ID, members: [CouncilMember]) {
        self.kind = kind
        self.tenant = tenant
        self.members = members
    }

    /// Who sits in it on a day.
    public func seated(on day: CivilDate) -> [CouncilMember] {
        members.filter { $0.validity.contains(day) }
    }

    /// Why nobody can be convened on a day; empty: the council can.
    public func faults(on day: CivilDate) -> [FieldFault] {
        let seated = seated(on: day)
        var faults: [FieldFault] = []
        if seated.count(where: { $0.duty == .chair }) != 1 {
            faults.append(FieldFault("$.members", "ngày \(day.vietnamese) phải có đúng một Chủ tịch Hội đồng"))
        }
        if Set(seated.map(\.person)).count != seated.count {
            faults.append(FieldFault("$.members", "ngày \(day.vietnamese) có người được ghi hai lần"))
        }
        return faults
    }
}

/// Thành viên Hội đồng, for a term. Whoever sits in it votes, the secretary too.
public struct CouncilMember: Dated, Sendable, Hashable {
    public enum Duty: String, Sendable, Hashable, CaseIterable {
        case chair, deputyChair, secretary, member

        public var vietnamese: String {
            switch self {
            case .chair: "Chủ tịch Hội đồng"
            case .deputyChair: "Phó Chủ tịch Hội đồng"
            case .secretary: "Thư ký Hội đồng"
            case .member: "Ủy viên"
            }
        }
    }

    public let person: Person.ID
    public let duty: Duty
    /// The term.
    public let validity: ValidityPeriod

    public init(person: Person.ID, duty: Duty, validity: ValidityPeriod) {
        self.person = person
        self.duty = duty
        self.validity = validity
    }
}
