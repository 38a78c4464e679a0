/// A file that a report rests on (minh chứng). Added by the doer before the report is judged; never changed.
public struct Evidence: Sendable, Hashable {
    public typealias ID = EntityID<Evidence>

    public let id: ID
    public let item: WorkItem.ID
    public let report: ProgressReport.ID
    /// With the ending of its format, whatever it was sent as.
    public let name: String
    public let format: DocumentFormat
    public let byteCount: Int
    /// SHA-256 of the content, 32 bytes.
    public let digest: [UInt8]
    public let recordedBy: Post.ID
    public let recordedOn: CivilDate

    public init(
        id: ID, item: WorkItem.ID, report: ProgressReport.ID, name: String, format: DocumentFormat, byteCount: Int, digest: [UInt8],
        recordedBy: Post.ID, recordedOn: CivilDate
    ) {
        self.id = id
        self.item = item
        self.report = report
        self.name = format.named(name)
        self.format = format
        self.byteCount = byteCount
        self.digest = digest
        self.recordedBy = recordedBy
        self.recordedOn = recordedOn
    }

    /// 20 MB.
    public static let largest = 20 * 1_048_576
    /// Bytes of a chunk; the last one may be shorter.
    public static let chunkSize = 262_144

    /// In how many chunks the content lies.
    public var chunkCount: Int { (byteCount + Self.chunkSize - 1) / Self.chunkSize }

    /// The digest in hexadecimal.
    public var digestText: String {
        digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
