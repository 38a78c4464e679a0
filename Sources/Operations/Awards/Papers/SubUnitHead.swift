import Documents
import Domain
import Storage

/// A paper that a sub-unit writes by itself: a commune's committee signs by its Chủ tịch, any other sub-unit by its head; his name is written in by hand.
enum SubUnitHead {
    /// - Parameters:
    ///   - type: abbreviation of the kind; nil: a paper without number.
    ///   - number: as it was recorded; nil: open.
    static func frame(
        _ frame: PaperFrame, of record: DossierRecord, _ body: PaperBody, type: String? = nil, number: String? = nil,
        in tx: borrowing TenantTransaction
    ) async throws -> PaperFrame {
        let unit = try await SubUnit.find(record.dossier.nominee.unit, in: tx)
        let isCommune = unit.map { $0.kind == .xa || $0.kind == .phuong || $0.kind == .thiTran } ?? false
        var frame = frame
        frame.number = type.map { PaperBody.number(number, or: "\($0)-\(isCommune ? "UBND" : unit?.code ?? "")") }
        if isCommune {
            frame.issuer = PaperIssuer(parent: nil, name: "Ủy ban nhân dân \(record.unitName.startingSmall)")
            frame.date = frame.date.at(record.unitName)
            frame.signer = PaperSigner(title: "Chủ tịch", body: "Ủy ban nhân dân", name: "")
        } else {
            frame.issuer = PaperIssuer(parent: body.name, name: record.unitName)
            frame.signer = PaperSigner(title: "Thủ trưởng đơn vị", name: "")
        }
        return frame
    }
}
