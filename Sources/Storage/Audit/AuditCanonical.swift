import Crypto
import Domain

/// What is hashed of the audit, byte for byte: enough to write another checker from.
///
/// **A part** is a text in UTF-8 as a netstring: its length in bytes in decimal, `:`, the bytes, `,`. SQL's NULL is `-,`. Numbers are in
/// decimal; ids are in lower case with hyphens; an instant is its microseconds since 1970-01-01T00:00:00Z; `jsonb` is the text that
/// PostgreSQL writes for it (one space after `:` and `,`, members by length of name, then by bytes); hashes are in lower-case
/// hexadecimal. All hashes are SHA-256.
///
/// **The leaf** of an entry is the hash of the byte 0x00 followed by these parts of its row in `core.audit_entry`:
/// `thidua-audit-1`, epoch, xid, id, at, action, relation, row_key, subject, subject_id, tenant_id, actor_kind, person_id, account_id,
/// post_id, delegation_id, login, cause, request, reason, before, after, withheld (its names joined by `,`).
///
/// **The root** of a batch, in the order (epoch, xid, id): neighbours are hashed together as 0x01, left, right, level by level; a last one
/// without neighbour goes up as it is.
///
/// **The hash** of a seal is that of these parts of its row in `core.audit_seal`: `thidua-seal-1`, seq, previous_hash, first_epoch,
/// first_xid, first_id, last_epoch, last_xid, last_id, row_count, root, sealed_at. The first seal has seq 1 and 32 zero bytes as
/// previous_hash. A seal covers every entry after the last of the seal before, up to its own last. Its `leaves`, which the
/// root commits to, are for each entry epoch (4 bytes), xid (8), id (8), all big-endian, and the leaf (32).
///
/// `sql/routines/87_audit_seal.sql` computes the same to seal; this computes it anew to verify.
enum AuditCanonical {
    static let entryVersion = "thidua-audit-1"
    static let sealVersion = "thidua-seal-1"

    /// - Parameter fields: of the row, in the order above, after the version.
    static func leaf(_ fields: [String?]) -> [UInt8] {
        var bytes: [UInt8] = [0x00]
        append(entryVersion, to: &bytes)
        for field in fields { append(field, to: &bytes) }
        return Array(SHA256.hash(data: bytes))
    }

    static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: [0x01] + left + right))
    }

    static func hash(of seal: AuditSeal) -> [UInt8] {
        var bytes: [UInt8] = []
        let fields = [
            sealVersion, "\(seal.seq)", hexadecimal(seal.previous), "\(seal.first.epoch)", "\(seal.first.xid)", "\(seal.first.id)",
            "\(seal.last.epoch)", "\(seal.last.xid)", "\(seal.last.id)", "\(seal.count)", hexadecimal(seal.root), "\(seal.sealedAt)",
        ]
        for field in fields { append(field, to: &bytes) }
        return Array(SHA256.hash(data: bytes))
    }

    /// The root over leaves in their order; nil over none.
    static func root(_ leaves: some Sequence<[UInt8]>) -> [UInt8]? {
        var level = Array(leaves)
        while level.count > 1 {
            level = stride(from: 0, to: level.count, by: 2).map { index in
                index + 1 < level.count ? node(level[index], level[index + 1]) : level[index]
            }
        }
        return level.first
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func append(_ field: String?, to bytes: inout [UInt8]) {
        guard let field else {
            bytes += [UInt8(ascii: "-"), UInt8(ascii: ",")]
            return
        }
        bytes += Array("\(field.utf8.count):".utf8)
        bytes += field.utf8
        bytes.append(UInt8(ascii: ","))
    }
}
