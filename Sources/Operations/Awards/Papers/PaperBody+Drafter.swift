import Domain
import Storage

extension PaperBody {
    /// Abbreviation of the part of the body in which the acting officer drafts the paper: `TH` of `Phòng Tổng hợp`, of any other part its code; nil: he
    /// is of another body, or stands for the whole.
    func drafter(in tx: borrowing TenantTransaction) async throws -> String? {
        let officer = try await tx.officer()
        guard officer.home == tenant.id, officer.unit.uuid != tenant.id.uuid else { return nil }
        return try await SubUnit.find(officer.unit, in: tx)?.abbreviation
    }

    /// Where the paper is kept, and who drafted it (ô số 9b): `VT, TH`.
    func archive(in tx: borrowing TenantTransaction) async throws -> String {
        try await ["VT", drafter(in: tx)].compactMap(\.self).joined(separator: ", ")
    }
}

extension SubUnit {
    /// As papers name a part of an agency: `TH` of `Phòng Tổng hợp`, `TĐKT` of `Ban Thi đua - Khen thưởng`.
    var abbreviation: String? {
        guard kind == .phong || name.hasPrefix("Ban ") else { return code.contains(where: \.isLetter) ? code.uppercased() : nil }
        let letters = name.split(separator: " ").dropFirst().compactMap(\.first).filter(\.isLetter)
        return letters.isEmpty ? nil : String(letters).uppercased()
    }
}
