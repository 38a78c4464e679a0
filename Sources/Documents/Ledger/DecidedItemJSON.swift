public import Domain

/// What became of one of many items that were decided on at once.
public enum DecidedItemJSON {
    /// - Parameters:
    ///   - before: nil where the item is not there.
    ///   - after: nil where it was refused.
    ///   - caution: what speaks against it, and does not forbid it.
    public static func value(_ item: WorkItem.ID, before: LedgerEntry?, after: LedgerEntry?, refusal: Problem?, caution: String?)
        -> JSONValue
    {
        [
            "item": .string(item.description), "code": .string(orNull: before?.item.code),
            "title": .string(orNull: before?.item.terms.title),
            "unitName": .string(orNull: before?.names.unitName), "stateBefore": .string(orNull: before?.standing.state.rawValue),
            "stateAfter": .string(orNull: after?.standing.state.rawValue), "dueBefore": .string(orNull: before?.item.terms.dueOn),
            "dueAfter": .string(orNull: after?.item.terms.dueOn), "refusal": .string(orNull: refusal?.code),
            "refusalDetail": .string(orNull: refusal?.detail), "caution": .string(orNull: caution),
            "errors": .array(
                (refusal?.fields ?? []).map { fault -> JSONValue in ["path": .string(fault.path), "reason": .string(fault.reason)] }),
        ]
    }

    /// For people and for spreadsheets.
    public static let columns = ["Mã", "Đơn vị", "Nhiệm vụ, chỉ tiêu", "Trước", "Sau", "Lỗi", "Lưu ý"]

    public static func row(_ item: WorkItem.ID, before: LedgerEntry?, after: LedgerEntry?, refusal: Problem?, caution: String?) -> [String]
    {
        [
            before?.item.code ?? item.description, before?.names.unitName ?? "", before?.item.terms.title ?? "", stand(before),
            stand(after),
            refusal.map { $0.fields.first.map { "\($0.path): \($0.reason)" } ?? $0.detail } ?? "", caution ?? "",
        ]
    }

    private static func stand(_ entry: LedgerEntry?) -> String {
        entry.map { "\($0.standing.state.vietnamese), hạn \($0.item.terms.dueOn?.vietnamese ?? "chưa có")" } ?? ""
    }
}
