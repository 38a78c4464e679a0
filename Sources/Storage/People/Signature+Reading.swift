import Domain
import Postgres

extension Signature {
    /// Columns of what stands under an act that was done under a delegation; nothing where the holder acted himself, or where the officer may
    /// not know the titles.
    ///
    /// - Parameter alias: under which ``source(of:as:)`` joined them.
    static func columns(as alias: SQL) -> SQL {
        "\(fragment: alias).form, \(fragment: alias).title, \(fragment: alias).delegate_title"
    }

    static func source(of delegation: SQL, as alias: SQL) -> SQL {
        "LEFT JOIN LATERAL core.delegation_words(\(fragment: delegation)) AS \(fragment: alias) ON true"
    }

    static func next(_ row: inout RowReader) throws -> Signature? {
        let form = try row.next(Delegation.Form?.self)
        let (title, delegateTitle) = (try row.next(String?.self), try row.next(String?.self))
        guard let form, let title else { return nil }
        return Signature(title: title, form: form, delegateTitle: delegateTitle)
    }
}
