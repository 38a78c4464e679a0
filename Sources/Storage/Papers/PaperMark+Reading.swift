import Domain
import Postgres

extension PaperAct.Mark {
    /// Columns of the paper from which an act was recorded; nothing where there is none, or where the officer may not know the titles.
    static func columns(of paper: SQL, as alias: SQL) -> SQL {
        "\(fragment: paper), \(fragment: alias).number, \(fragment: alias).signed_on, \(fragment: alias).title, \(fragment: alias).recorder"
    }

    static func source(of paper: SQL, as alias: SQL) -> SQL {
        "LEFT JOIN LATERAL core.paper_words(\(fragment: paper)) AS \(fragment: alias) ON true"
    }

    static func next(_ row: inout RowReader) throws -> PaperAct.Mark? {
        let id = try row.next(PaperAct.ID?.self)
        let (number, signedOn) = (try row.next(String?.self), try row.next(CivilDate?.self))
        let (title, recorder) = (try row.next(String?.self), try row.next(String?.self))
        guard let id, let number, let signedOn, let title, let recorder else { return nil }
        return PaperAct.Mark(id: id, number: number, signedOn: signedOn, signerTitle: title, recorderTitle: recorder)
    }
}
