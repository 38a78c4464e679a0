import Domain
import Storage

/// Nominees for whom no award is considered: a council does not vote on them. The database refuses them; here they are named.
enum HeldNominees {
    static func problem(_ names: [String]) -> Problem {
        Problem(
            .refused, "dossier-integrity-hold",
            "Đang tạm dừng xét khen thưởng: \(names.joined(separator: "; ")). Bỏ hồ sơ khỏi danh sách; xét sau khi có văn bản kết thúc.")
    }

    static func unrecorded(_ names: [String]) -> Problem {
        Problem(
            .refused, "dossier-integrity-hold",
            "Chưa ghi kết quả vì đang tạm dừng xét khen thưởng: \(names.joined(separator: "; ")). Ghi sau khi có văn bản kết thúc.")
    }

    /// - Throws: `dossier-integrity-hold` where one of these waits for the council and is held.
    static func refuse(
        among dossiers: [AwardDossier.ID], on day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws {
        let held = try await CouncilSession.held(among: dossiers, on: day, in: tx)
        if held.isEmpty { return }
        let names = try await NamedDossier.waiting(for: try await Council.kind(in: tx), in: tx)
            .filter { held.contains($0.id) }.map(\.nominee)
        if !names.isEmpty { throw problem(names) }
    }
}

extension SessionRecord {
    /// - Throws: `dossier-integrity-hold` where one of these is held while the session is open.
    func refuseHeld(among dossiers: [AwardDossier.ID]) throws(Problem) {
        let held = listed.filter { $0.isHeld && dossiers.contains($0.entry.dossier) }
        if !isClosed, !held.isEmpty { throw HeldNominees.problem(held.map { $0.dossier?.nominee ?? "" }) }
    }
}
