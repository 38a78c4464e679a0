import Crypto
import Domain

/// What is hashed of a closed month: SHA-256 over the row's JSON as the database keeps it, and over the head, a line feed, and for each row in
/// order a line of its hash in lower-case hexadecimal, a blank, and the code of the unit. The head names the hash of the version before,
/// and in format 2 that of what was told beside the figures.
///
/// `sql/routines/59_month.sql` computes the same when it is written; this computes it anew to verify.
public enum MonthCanonical {
    /// Of a row, or of the annex.
    public static func digest(of row: String) -> [UInt8] { Array(SHA256.hash(data: Array(row.utf8))) }

    public static func digest(head: String, _ rows: [(digest: String, code: String)]) -> [UInt8] {
        Array(SHA256.hash(data: MonthClose.manifest(head: head, rows)))
    }
}
