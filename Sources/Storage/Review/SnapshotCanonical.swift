import Crypto
public import Domain

/// What is hashed of a snapshot, byte for byte: enough to write another checker from. All hashes are SHA-256.
///
/// **A part** is hashed over three JSON texts parted by a line feed (0x0A): the unit as it stands in the ledger file, its verdict as it
/// stands in the answer of judgement, and what the council should look at. JSON is written without blanks, in UTF-8, with the members in
/// the order in which the ledger file writes them.
///
/// **The whole** is hashed over the head (``SnapshotHead``, one line of JSON), a line feed, and for each part in order a line of its
/// hash in lower-case hexadecimal, a blank, and the code of the unit. The head names the hash of the version before.
///
/// The first version has what was recorded by `settleUntil`, a later one what was recorded by `frozenOn`. What it left open is kept beside it and
/// not hashed.
///
/// `sql/routines/59_review.sql` computes the same when it is written; this computes it anew to verify.
public enum SnapshotCanonical {
    public static func digest(of part: SnapshotPart) -> [UInt8] {
        Array(SHA256.hash(data: part.hashed))
    }

    public static func digest(head: String, _ parts: [(digest: String, code: String)]) -> [UInt8] {
        Array(SHA256.hash(data: SnapshotPart.manifest(head: head, parts)))
    }
}
