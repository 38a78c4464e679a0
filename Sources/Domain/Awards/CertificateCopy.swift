/// Another certificate of an award in force, on request: cấp lại of a lost one, cấp đổi of a wrong or damaged one. Numbered in a register of its own.
public struct CertificateCopy: Sendable, Hashable {
    public typealias ID = EntityID<CertificateCopy>

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case lost, wrong, damaged

        public var vietnamese: String {
            switch self {
            case .lost: "cấp lại do mất"
            case .wrong: "cấp đổi do sai thông tin"
            case .damaged: "cấp đổi do hư hỏng"
            }
        }
    }

    /// In the register of the year in which it was issued.
    public let number: Int
    public let kind: Kind
    public let reason: String
    public let requestNumber: String
    public let requestOn: CivilDate
    public let issuedOn: CivilDate

    public init(number: Int, kind: Kind, reason: String, requestNumber: String, requestOn: CivilDate, issuedOn: CivilDate) {
        self.number = number
        self.kind = kind
        self.reason = reason
        self.requestNumber = requestNumber
        self.requestOn = requestOn
        self.issuedOn = issuedOn
    }
}
