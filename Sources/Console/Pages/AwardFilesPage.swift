import Domain
import Operations

/// The files of one signed paper: what is there, superseded ones among them, and the form to add one or to supersede a wrong one.
struct AwardFilesPage: FormPage {
    static let template = "award-files"
    let frame: Frame
    let what: String
    let back: String
    let rows: [Row]
    let hasNoRows: Bool
    let adding: [Adding]
    var fault: FormFault?

    struct Row: Sendable {
        let name: String
        let link: String
        let size: String
        let digest: String
        let day: String
        let standing: String
        let reason: String
    }

    struct Adding: Sendable {
        let path: String
        let formToken: String
        let wrong: [Choice]
    }

    /// - Parameters:
    ///   - path: of the page with what it asks.
    ///   - files: path under which each is read.
    init(frame: Frame, _ owner: AwardFile.Owner, path: String, back: String, files: String, _ found: [AwardFile], mayAdd: Bool) {
        self.frame = frame
        self.back = back
        what = owner.kind.vietnamese
        rows = found.map { file in
            Row(
                name: file.name, link: "\(files)/\(file.id)", size: VietnameseNumber.text(file.byteCount), digest: file.digestText,
                day: file.recordedOn.vietnamese, standing: file.standing, reason: file.reason)
        }
        hasNoRows = found.isEmpty
        adding =
            mayAdd
            ? [
                Adding(
                    path: path, formToken: frame.formToken,
                    wrong: found.filter { $0.supersededBy == nil }.map { Choice(key: $0.id.description, name: $0.name) })
            ] : []
    }

    /// The page's address.
    ///
    /// - Parameter tenant: slug of the unit; nil: of the province.
    static func path(_ kind: AwardFile.Owner.Kind, _ id: some CustomStringConvertible, in tenant: String?) -> String {
        (tenant.map { "/units/\($0)" } ?? "") + "/award-files?owner=\(kind.rawValue)&of=\(id)"
    }
}
