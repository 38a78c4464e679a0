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
        /// What was found and can be chosen.
        let causes: [Cause]
        let hasNoCauses: Bool
        /// The one that was chosen; empty: none is yet.
        let cause: [Cause]
        let hasCause: Bool
        /// For the province; within a unit empty.
        let tenants: [Choice]
        /// Parts of the unit and its people.
        let owners: [Choice]
    }

    /// With which something is ordered.
    struct Cause: Sendable {
        let origin: String
        let name: String
        let id: String
        let words: String
        /// Where it was found, as far as it says so.
        let tenant: Tenant.ID?
        let unit: SubUnit.ID?
        let person: Person.ID?

        init(
            _ origin: Remedy.Origin, id: String, words: String, tenant: Tenant.ID? = nil, unit: SubUnit.ID? = nil, person: Person.ID? = nil
        ) {
            self.origin = origin.rawValue
            name = origin.vietnamese.startingLarge
            self.id = id
            self.words = words
            self.tenant = tenant
            self.unit = unit
            self.person = person
        }

        /// Whether it was found of whom a choice names.
        func isOf(_ owner: StepForm.Option) -> Bool {
            guard let person else { return owner.key == unit?.description }
            return unit.map { owner.key == "\($0):\(person)" } ?? owner.key.hasSuffix(":\(person)")
        }
    }

    struct Choice: Sendable {
        let key: String
        let name: String
        var isChosen = false
    }

    /// - Parameters:
    ///   - path: of the list.
    ///   - mayOrder: the acting officer may order something here.
    ///   - causes: with which he may.
    ///   - cause: the one that was chosen.
    ///   - tenants: of which something can be asked for the province.
    ///   - owners: of whom something can be asked within the unit.
    init(
        frame: Frame, unit: String, path: String, mayOrder: Bool, causes: [Cause], cause: Cause?, tenants: [Choice],
        owners: [StepForm.Option], _ answer: ListRemedies.Answer
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
            mayOrder
            ? [
                Ordering(
                    path: path, formToken: frame.formToken, causes: causes, hasNoCauses: causes.isEmpty, cause: cause.map { [$0] } ?? [],
                    hasCause: cause != nil, tenants: tenants,
                    owners: owners.map { Choice(key: $0.key, name: $0.name, isChosen: cause?.isOf($0) ?? false) })
            ] : []
    }
}
