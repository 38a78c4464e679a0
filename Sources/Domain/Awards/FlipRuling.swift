/// What Home Affairs holds of a dossier whose verdict a correction of the frozen figures turned round (A62): nothing happens by itself.
public struct FlipRuling: Sendable, Hashable {
    public typealias ID = EntityID<FlipRuling>

    public enum Word: String, Sendable, Hashable, CaseIterable {
        /// The dossier, or the award, stays as it is.
        case stands
        /// It does not: Home Affairs refuses the dossier, or proposes to revoke the award.
        case falls

        public var vietnamese: String {
            switch self {
            case .stands: "giữ nguyên"
            case .falls: "không giữ: kết luận không đủ điều kiện, tiêu chuẩn, hoặc đề nghị hủy bỏ quyết định"
            }
        }
    }

    public let word: Word
    public let reason: String
    /// May be empty.
    public let documentNumber: String
    /// Of the frozen figures that turned it round.
    public let version: Int
    public let recordedOn: CivilDate

    public init(word: Word, reason: String, documentNumber: String, version: Int, recordedOn: CivilDate) {
        self.word = word
        self.reason = reason
        self.documentNumber = documentNumber
        self.version = version
        self.recordedOn = recordedOn
    }
}
