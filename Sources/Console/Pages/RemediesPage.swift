import Domain
import Operations

/// What has to be put right: of a unit, for the province what its bodies ordered; with the form of who may order something.
struct RemediesPage: FormPage {
    static let template = "remedies"
    let frame: Frame
    let unit: String
    let shows: [Link]
    let rows: [Row]
    let hasNoRows: Bool
    let more: Bool
    /// The form of who may order something.
    let ordering: [Ordering]
    var fault: FormFault?

    struct Link: Sendable {
        let name: String
        let path: String
    }

    struct Row: Sendable {
        let words: String
        let owner: String
        let origin: String
        let body: String
        let orderedOn: String
        let state: String
        let clock: String
        let path: String

        /// - Parameters:
        ///   - day: by which the clock is read.
        ///   - list: path of the list, under which its page is.
        init(_ remedy: Remedy, on day: CivilDate, under list: String) {
            words = remedy.words
            owner = remedy.ownerName
            origin = remedy.origin.vietnamese
            body = remedy.body.vietnamese
            orderedOn = remedy.orderedOn.vietnamese
            state = remedy.state.vietnamese
            clock = remedy.clock(on: day)
            path = "\(list)/\(remedy.id)"
        }
    }

    struct Ordering: Sendable {
        let path: String
        let formToken: String
        let origins: [Choice]
        /// What was found and chosen on its page; empty: the officer names it.
        let cause: [Cause]
        let isWide: Bool
        let tenants: [Choice]
        let units: [Choice]
    }

    /// With which something is ordered.
    struct Cause: Sendable {
        let origin: String
        let name: String
        let id: String
        let words: String

        init(_ origin: Remedy.Origin, id: String, words: String) {
            self.origin = origin.rawValue
            name = origin.vietnamese
            self.id = id
            self.words = words
        }
    }

    /// - Parameters:
    ///   - path: of the list.
    ///   - origins: with what the acting officer may order something here.
    ///   - cause: the one that was chosen.
    ///   - tenants: of which something can be asked for the province.
    ///   - units: parts of a unit of which something can be asked within it.
    init(
        frame: Frame, unit: String, path: String, isWide: Bool, origins: [Remedy.Origin], cause: Cause?, tenants: [Choice], units: [Choice],
        _ answer: ListRemedies.Answer
    ) {
        self.frame = frame
        self.unit = unit
        shows = [
            Link(name: "Tất cả", path: path), Link(name: "Chưa xong", path: "\(path)?show=open"),
            Link(name: "Quá hạn", path: "\(path)?show=overdue"),
        ]
        more = answer.next != nil
        rows = answer.remedies.map { Row($0, on: answer.today, under: path) }
        hasNoRows = rows.isEmpty
        ordering =
            origins.isEmpty
            ? []
            : [
                Ordering(
                    path: path, formToken: frame.formToken, origins: origins.map { Choice(key: $0.rawValue, name: $0.vietnamese) },
                    cause: cause.map { [$0] } ?? [], isWide: isWide, tenants: tenants, units: units)
            ]
    }
}
