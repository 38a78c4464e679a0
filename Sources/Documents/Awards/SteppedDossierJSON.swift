public import Domain

/// What became of one of many dossiers with which the same was done at once.
public enum SteppedDossierJSON {
    /// - Parameters:
    ///   - before: nil where the dossier is not there.
    ///   - after: nil where it was refused.
    public static func value(_ dossier: AwardDossier.ID, before: DossierRecord?, after: DossierRecord?, refusal: Problem?) -> JSONValue {
        [
            "dossier": .string(dossier.description), "nominee": .string(orNull: before?.nomineeName),
            "proposerName": .string(orNull: before?.proposerName), "stateBefore": .string(orNull: before?.standing.state.rawValue),
            "stateAfter": .string(orNull: after?.standing.state.rawValue), "refusal": .string(orNull: refusal?.code),
            "refusalDetail": .string(orNull: refusal?.detail),
            "errors": .array(
                (refusal?.fields ?? []).map { fault -> JSONValue in ["path": .string(fault.path), "reason": .string(fault.reason)] }),
        ]
    }

    /// For people and for spreadsheets.
    public static let columns = ["Đối tượng", "Đơn vị đề nghị", "Trước", "Sau", "Lỗi"]

    public static func row(_ dossier: AwardDossier.ID, before: DossierRecord?, after: DossierRecord?, refusal: Problem?) -> [String] {
        [
            before?.nomineeName ?? dossier.description, before?.proposerName ?? "", before?.standing.state.vietnamese ?? "",
            after?.standing.state.vietnamese ?? "", refusal.map { $0.fields.first.map { "\($0.path): \($0.reason)" } ?? $0.detail } ?? "",
        ]
    }
}
