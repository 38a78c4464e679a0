import Domain
import Foundation

/// The officer's own sessions and API tokens.
struct SessionsPage: Page {
    static let template = "sessions"
    let frame: Frame
    let rows: [Row]
    let hasOthers: Bool

    struct Row: Sendable {
        let id: String
        let kind: String
        let label: String
        let prefix: String
        let scopes: String
        let created: String
        let used: String
        let expires: String
        let current: Bool
        let formToken: String
    }

    init(_ credentials: [Credential], frame: Frame) {
        self.frame = frame
        rows = credentials.map { credential in
            Row(
                id: credential.id.description, kind: credential.kind.vietnamese.capitalizedFirst, label: credential.label,
                prefix: credential.prefix ?? "",
                scopes: credential.scopes?.map(\.vietnamese).joined(separator: "; ") ?? "mọi việc của chức vụ",
                created: Self.clock(credential.createdAt), used: credential.lastUsedAt.map(Self.clock) ?? "chưa",
                expires: Self.clock(credential.expiresAt), current: credential.isCurrent, formToken: frame.formToken)
        }
        hasOthers = credentials.contains { !$0.isCurrent }
    }

    /// dd/mm/yyyy hh:mm in Việt Nam, which keeps one offset all the year.
    static func clock(_ date: Date) -> String {
        let seconds = Int64(date.timeIntervalSince1970)
        let minute = Int((seconds + 7 * 3_600) / 60 % 1_440)
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(CivilDate(atSecondsSince1970: seconds).vietnamese) \(two(minute / 60)):\(two(minute % 60))"
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
