import Documents
import Domain
import Storage

/// A paper that a sub-unit writes by itself: a commune's committee signs by its Chủ tịch, any other sub-unit by its head; his name is written in by hand.
enum SubUnitHead {
    static func frame(
        _ frame: PaperFrame, of record: DossierRecord, _ body: PaperBody, in tx: borrowing TenantTransaction
    ) async throws -> PaperFrame {
        let kind = try await SubUnit.find(record.dossier.nominee.unit, in: tx)?.kind
        let isCommune = kind.map { [.xa, .phuong, .thiTran].contains($0) } ?? false
        var frame = frame
        frame.number = nil
        if isCommune {
            frame.issuer = PaperIssuer(parent: nil, name: "Ủy ban nhân dân \(record.unitName.startingSmall)")
            frame.signer = PaperSigner(title: "Chủ tịch", body: "Ủy ban nhân dân", name: "")
        } else {
            frame.issuer = PaperIssuer(parent: body.name, name: record.unitName)
            frame.signer = PaperSigner(title: "Thủ trưởng đơn vị", name: "")
        }
        return frame
    }
}
