import Domain
import Operations

/// One frozen version on a page, what it changed, and what it left open.
struct ReviewVersion: Sendable {
    let mark: String
    /// Of a correction.
    let minute: String?
    let left: String
    let digest: String
    let changes: [Change]
    let open: [Open]
    let hasOpen: Bool

    struct Open: Sendable {
        let what: String
        let unit: String
        let code: String
        /// Nil of a unit itself.
        let link: String?
        let title: String
        let since: String
    }

    struct Change: Sendable {
        let name: String
        let before: String
        let after: String
    }

    init(_ version: FreezeReview.Answer) {
        let snapshot = version.snapshot
        mark = snapshot.mark.vietnamese
        minute = snapshot.minute.map { "biên bản số \($0.number) ngày \($0.on.vietnamese): \($0.reason)" }
        let left = snapshot.left
        self.left = "\(left.disputes) kiến nghị, \(left.results) kết quả và số liệu, \(left.silentUnits) đơn vị không có ý kiến"
        digest = snapshot.mark.digest
        changes = version.changes.map {
            Change(
                name: $0.name, before: $0.before.map(JudgementRow.standing) ?? "", after: $0.after.map(JudgementRow.standing) ?? "")
        }
        open = version.open.map { left in
            Open(
                what: left.kind.vietnamese, unit: left.unitName, code: left.code ?? "",
                link: left.item.map { "/units/\(left.tenant)/items/\($0)" }, title: left.title ?? "", since: left.since.vietnamese)
        }
        hasOpen = !open.isEmpty
    }
}
