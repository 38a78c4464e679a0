/// Thư khen of a collective in a review (A52), drafted from the frozen figures: sent, declined, or waiting for the Chairman.
public struct PraiseLetter: Sendable, Hashable {
    public typealias ID = EntityID<PraiseLetter>

    /// What the Chairman did about it.
    public struct Answer: Sendable, Hashable {
        public let isDeclined: Bool
        public let note: String
        public let signedOn: CivilDate
        public let signer: String
        /// In the register of letters; nil where it was declined.
        public let number: Int?

        public init(isDeclined: Bool, note: String, signedOn: CivilDate, signer: String, number: Int?) {
            self.isDeclined = isDeclined
            self.note = note
            self.signedOn = signedOn
            self.signer = signer
            self.number = number
        }

        /// `số 3/2023, ký ngày 19/06/2023`.
        public var vietnamese: String {
            isDeclined ? "không gửi: \(note)" : "số \(number ?? 0)/\(signedOn.year), ký ngày \(signedOn.vietnamese)"
        }
    }

    /// One that was recorded by mistake: struck for a reason; its number stays taken.
    public struct Struck: Sendable, Hashable {
        public let answer: Answer
        public let reason: String
        public let struckOn: CivilDate

        public init(_ answer: Answer, reason: String, struckOn: CivilDate) {
            self.answer = answer
            self.reason = reason
            self.struckOn = struckOn
        }

        /// `gạch bỏ ngày 20/06/2023 (số 3/2023, ký ngày 19/06/2023): ghi nhầm tập thể`.
        public var vietnamese: String { "gạch bỏ ngày \(struckOn.vietnamese) (\(answer.vietnamese)): \(reason)" }
    }

    public let tenant: Tenant.Slug
    public let unit: SubUnit.ID
    public let name: String
    /// Of items ahead of time or above target; nil where an older version of the figures does not keep it.
    public let share: QuotedShare?
    /// Whether the collective's own dossier for the Bằng khen is decided: before, no letter is sent.
    public let isAwarded: Bool
    /// Nil while it waits.
    public let answer: Answer?
    /// The oldest first.
    public let struck: [Struck]

    public init(
        tenant: Tenant.Slug, unit: SubUnit.ID, name: String, share: QuotedShare?, isAwarded: Bool, answer: Answer?, struck: [Struck] = []
    ) {
        self.tenant = tenant
        self.unit = unit
        self.name = name
        self.share = share
        self.isAwarded = isAwarded
        self.answer = answer
        self.struck = struck
    }
}
