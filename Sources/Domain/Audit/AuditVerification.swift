/// What came of looking at the audit's chain, from its first seal to its last.
public struct AuditVerification: Sendable, Hashable {
    /// Seals that hold.
    public var seals: Int
    /// Entries under them that are as they were sealed.
    public var entries: Int
    /// Entries that no seal covers yet.
    public var unsealed: Int
    /// The newest seal; nil before the first.
    public var head: AuditHead?
    /// The first thing that is not as it was sealed; nothing behind it was looked at.
    public var fault: AuditFault?

    public init(seals: Int = 0, entries: Int = 0, unsealed: Int = 0, head: AuditHead? = nil, fault: AuditFault? = nil) {
        self.seals = seals
        self.entries = entries
        self.unsealed = unsealed
        self.head = head
        self.fault = fault
    }
}

/// The end of the chain at some time. Kept outside the database, it shows later that nothing before it was cut off.
public struct AuditHead: Sendable, Hashable {
    public let seq: Int64
    /// SHA-256, in lower-case hexadecimal.
    public let hash: String
    /// Since 1970-01-01T00:00:00Z.
    public let sealedAtMicroseconds: Int64

    public init(seq: Int64, hash: String, sealedAtMicroseconds: Int64) {
        self.seq = seq
        self.hash = hash
        self.sealedAtMicroseconds = sealedAtMicroseconds
    }
}

/// Where an entry stands in the one order of the audit.
public struct AuditPlace: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Raised by a restore into another cluster, where transaction ids begin anew.
    public let epoch: Int32
    /// The transaction that made the change.
    public let xid: UInt64
    public let id: Int64

    public init(epoch: Int32, xid: UInt64, id: Int64) {
        self.epoch = epoch
        self.xid = xid
        self.id = id
    }

    public static func < (lhs: AuditPlace, rhs: AuditPlace) -> Bool {
        (lhs.epoch, lhs.xid, lhs.id) < (rhs.epoch, rhs.xid, rhs.id)
    }

    public var description: String { "\(epoch)/\(xid)/\(id)" }
}

/// How the audit differs from what was sealed.
public enum AuditFault: Sendable, Hashable {
    /// An entry says something else than when it was sealed.
    case entryChanged(AuditPlace, seal: Int64)
    /// An entry stands where none stood.
    case entryInserted(AuditPlace, seal: Int64)
    /// An entry is gone.
    case entryRemoved(AuditPlace, seal: Int64)
    /// A seal is not what its parts say, or does not follow from the one before.
    case sealBroken(Int64)
    /// A seal is gone: the next one has a later number.
    case sealMissing(Int64)
    /// The head that was kept outside is no longer there: the chain was cut off, or written anew.
    case headMissing(AuditHead)

    public var vietnamese: String {
        switch self {
        case .entryChanged(let place, let seal): "Dòng nhật ký \(place) đã bị sửa sau khi niêm phong (niêm phong số \(seal))."
        case .entryInserted(let place, let seal): "Dòng nhật ký \(place) được chèn thêm sau khi niêm phong (niêm phong số \(seal))."
        case .entryRemoved(let place, let seal): "Dòng nhật ký \(place) đã bị xóa sau khi niêm phong (niêm phong số \(seal))."
        case .sealBroken(let seal): "Niêm phong số \(seal) không khớp với nội dung của nó hoặc với niêm phong trước."
        case .sealMissing(let seal): "Thiếu niêm phong số \(seal)."
        case .headMissing(let head):
            "Niêm phong số \(head.seq) đã xuất trước đây không còn như cũ: phần cuối của chuỗi đã bị cắt hoặc viết lại."
        }
    }
}
