import Domain
import Web

extension ProgressReport.Position {
    /// Where the list goes on; nil: from its beginning.
    static func asked(_ call: Call) throws(Problem) -> ProgressReport.Position? {
        guard let keys = try Cursor.keys(call, count: 2) else { return nil }
        guard let day = CivilDate(keys[0]), let id = ProgressReport.ID(keys[1]) else { throw Cursor.notOurs }
        return ProgressReport.Position(evidenceOn: day, report: id)
    }

    func cursor(_ call: Call) -> String { Cursor.text(call, evidenceOn.description, report.description) }
}
