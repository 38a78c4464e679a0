/// Another unit is asked whether an initiative works as is claimed. It reads the claim and nothing else of the initiative, and answers once.
public struct InitiativeConfirmation: Sendable, Hashable {
    public typealias ID = EntityID<InitiativeConfirmation>

    public enum Answer: String, Sendable, Hashable, CaseIterable {
        case confirmed, declined

        public var vietnamese: String {
            switch self {
            case .confirmed: "đã xác nhận"
            case .declined: "không xác nhận"
            }
        }
    }

    public let id: ID
    public let initiative: Initiative.ID
    /// Of the first-tier unit in which it was registered.
    public let tenantName: String
    public let askedTenant: Tenant.Slug
    public let askedUnit: SubUnit.ID
    /// Empty where the officer may not know it.
    public let askedName: String
    public let claim: String
    public let askedOn: CivilDate
    /// Nil while it is owed.
    public let answer: Answer?
    public let reason: String
    public let documentNumber: String
    public let answeredOn: CivilDate?

    public init(
        id: ID, initiative: Initiative.ID, tenantName: String, askedTenant: Tenant.Slug, askedUnit: SubUnit.ID, askedName: String,
        claim: String, askedOn: CivilDate, answer: Answer?, reason: String, documentNumber: String, answeredOn: CivilDate?
    ) {
        self.id = id
        self.initiative = initiative
        self.tenantName = tenantName
        self.askedTenant = askedTenant
        self.askedUnit = askedUnit
        self.askedName = askedName
        self.claim = claim
        self.askedOn = askedOn
        self.answer = answer
        self.reason = reason
        self.documentNumber = documentNumber
        self.answeredOn = answeredOn
    }

    /// `đã xác nhận, văn bản số 12/UBND-NV, 20/06/2023`; `chờ trả lời`.
    public var words: String {
        guard let answer else { return "chờ trả lời" }
        let number = documentNumber.isEmpty ? "" : ", văn bản số \(documentNumber)"
        let why = reason.isEmpty ? "" : ": \(reason)"
        return answer.vietnamese + number + (answeredOn.map { ", \($0.vietnamese)" } ?? "") + why
    }
}
