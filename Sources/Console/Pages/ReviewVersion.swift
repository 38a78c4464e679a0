import Documents
import Domain
import Operations

/// One frozen version on a page, what it changed, and what it left open.
struct ReviewVersion: Sendable {
    let mark: String
    /// Of a correction.
    let minute: String?
    let left: String
    let digest: String
    /// Where it is computed anew.
    let verify: String
    /// What came of that; nil where nobody asked.
    let verification: Verification?
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
        let words: String

        init(_ change: VerdictChange) {
            name = change.name
            words = VerdictChangeWords.whole(change)
        }
    }

    struct Verification: Sendable {
        let words: String
        let tone: String
        /// What does not agree.
        let faults: [String]

        init(_ found: SnapshotVerification) {
            let scope = "Đã tính lại \(VietnameseNumber.text(found.parts)) đơn vị, bộ phận"
            tone = found.faults.isEmpty ? "good" : "bad"
            faults = found.faults
            words =
                if !found.faults.isEmpty {
                    "\(scope): không khớp với bản chốt."
                } else if found.isOfTheWhole {
                    "\(scope): mã băm của cả bản chốt và kết quả xét đều khớp."
                } else {
                    "\(scope): mã băm từng phần và kết quả xét đều khớp; mã băm của cả bản chốt do người xem được toàn tỉnh tính lại."
                }
        }
    }

    /// - Parameters:
    ///   - place: path of the page of the review, with its query.
    ///   - verified: what came of computing one of the versions anew.
    init(_ version: FreezeReview.Answer, at place: String, verified: SnapshotVerification? = nil) {
        let snapshot = version.snapshot
        mark = snapshot.mark.vietnamese
        minute = snapshot.minute.map { "biên bản số \($0.number) ngày \($0.on.vietnamese): \($0.reason)" }
        let left = snapshot.left
        self.left = "\(left.disputes) kiến nghị, \(left.results) kết quả và số liệu, \(left.silentUnits) đơn vị không có ý kiến"
        digest = snapshot.mark.digest
        verify = "\(place)&verify=\(snapshot.version)"
        verification = verified.flatMap { $0.mark.version == snapshot.version ? Verification($0) : nil }
        changes = version.changes.map(Change.init)
        open = version.open.map { left in
            Open(
                what: left.kind.vietnamese, unit: left.unitName, code: left.code ?? "",
                link: left.item.map { "/units/\(left.tenant)/items/\($0)" }, title: left.title ?? "", since: left.since.vietnamese)
        }
        hasOpen = !open.isEmpty
    }
}
