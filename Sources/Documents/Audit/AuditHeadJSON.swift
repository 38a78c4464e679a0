public import Domain
import FoundationEssentials

/// The head of the audit's chain as it is kept outside the database.
public enum AuditHeadJSON {
    public static func value(_ head: AuditHead) -> JSONValue {
        let sealed = Date(timeIntervalSince1970: Double(head.sealedAtMicroseconds) / 1_000_000)
        return [
            "seq": .integer(Int(head.seq)), "hash": .string(head.hash), "sealedAt": .string(sealed.ISO8601Format()),
            "sealedAtMicroseconds": .integer(Int(head.sealedAtMicroseconds)),
        ]
    }

    /// Reads what ``value(_:)`` wrote.
    ///
    /// - Throws: ``Problem`` `invalid-input` where the bytes are not a head.
    public static func read(_ bytes: [UInt8]) throws(Problem) -> AuditHead {
        guard let value = try? StrictJSON.parse(bytes), case .object(let object) = value, case .number(let seq)? = object["seq"],
            case .string(let hash)? = object["hash"], case .number(let sealed)? = object["sealedAtMicroseconds"],
            let seq = seq.integer, let sealed = sealed.integer, hash.utf8.count == 64
        else { throw .invalid("--head", "không phải tệp do `thidua audit head` xuất ra") }
        return AuditHead(seq: Int64(seq), hash: hash, sealedAtMicroseconds: Int64(sealed))
    }
}
