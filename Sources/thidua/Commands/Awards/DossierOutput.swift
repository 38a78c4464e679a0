import ArgumentParser
import Documents
import Domain
import Operations

/// Which dossier.
struct NamedDossier: ParsableArguments {
    @Argument(help: "Id of the dossier, from `thidua dossier list`.")
    var dossier: AwardDossier.ID
}

/// Of the paper or the event of a step.
struct StepDate: ParsableArguments {
    @Option(name: .customLong("date"), help: "Date of the paper or the event; today when absent.")
    var day: CivilDate?
}

/// A dossier as the commands print it.
enum DossierOutput {
    static func print(_ detail: DossierDetail, as format: OutputFormat) {
        CommandOutput.print(
            columns: DossierTables.stepColumns,
            rows: facts(detail).map { [$0.0, $0.1, "", "", "", ""] } + detail.steps.map(DossierTables.row),
            json: DossierJSON.detail(detail), as: format)
        CommandOutput.warn(detail.entry.clock?.warnings ?? [], as: format)
    }

    /// What is known of it; empty lines are left out.
    private static func facts(_ detail: DossierDetail) -> [(String, String)] {
        let (record, clock) = (detail.record, detail.entry.clock)
        let facts: [(String, String)] = [
            ("Mã định danh", record.dossier.id.description), ("Đơn vị đề nghị", record.proposerName),
            ("Đối tượng", "\(record.dossier.nominee.subject.vietnamese): \(DossierTables.name(record))"),
            ("Hình thức", record.dossier.form.vietnamese), ("Loại", record.dossier.track.vietnamese), ("Thành tích", record.achievement),
            ("Trạng thái", record.standing.state.vietnamese), ("Đang chờ", record.moveWords), ("Thời hạn", clock?.vietnamese ?? ""),
            ("Điểm cần kiểm tra", DossierTables.notes(record).joined(separator: " ")), ("Quy định áp dụng", record.regime ?? ""),
            ("Còn thiếu", detail.defects.joined(separator: "; ")),
            (
                "Tài liệu",
                detail.papers.map { "\($0.kind.vietnamese) số \($0.documentNumber) ngày \($0.documentOn.vietnamese)" }
                    .joined(separator: "; ")
            ),
            ("Quyết định", detail.given.map(words) ?? ""),
            ("Việc làm được", detail.possible.map(\.vietnamese).joined(separator: "; ")),
        ]
        return facts.filter { !$0.1.isEmpty }
    }

    private static func words(_ given: DossierDetail.Given) -> String {
        let reward = given.reward.map { "tiền thưởng \(VietnameseNumber.text($0)) đồng" }
        let register = given.register.map { "số \($0) sổ vàng" }
        return ["số \(given.decision.number) ngày \(given.decision.signedOn.vietnamese)", given.signer, reward, register]
            .compactMap(\.self).joined(separator: ", ")
    }
}

extension OfficerOptions {
    /// Does it, and prints the dossier as it stands afterwards.
    func printDossier(
        in entry: Entry, _ act: (borrowing TenantTransaction) async throws -> AwardDossier.ID
    ) async throws {
        let detail = try await write(entry) { (tx: borrowing TenantTransaction) in
            try await ShowDossier(dossier: try await act(tx)).perform(in: tx)
        }
        DossierOutput.print(detail, as: output)
    }
}
