import Domain
import Operations

/// What has to be put right: of a unit, for the province what its bodies ordered; with the form of who may order something.
struct RemediesPage: FormPage {
    static let template = "remedies"
    let frame: Frame
    let unit: String
    let shows: [Link]
    let table: ListTable
    /// The form of who may order something.
    let ordering: [Ordering]
    var fault: FormFault?

    struct Link: Sendable {
        let name: String
        let path: String
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
        func isOf(_ owner: Choice) -> Bool {
            guard let person else { return owner.key == unit?.description }
            return unit.map { owner.key == "\($0):\(person)" } ?? owner.key.hasSuffix(":\(person)")
        }
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
        owners: [Choice], _ answer: ListRemedies.Answer
    ) {
        self.frame = frame
        self.unit = unit
        shows = [
            Link(name: "Tất cả", path: path), Link(name: "Chưa xong", path: "\(path)?show=open"),
            Link(name: "Quá hạn", path: "\(path)?show=overdue"),
        ]
        table = Self.table(
            answer.remedies, nothing: "Không có yêu cầu khắc phục nào.", isCut: answer.next != nil, on: answer.today, under: path)
        ordering =
            mayOrder
            ? [
                Ordering(
                    path: path, formToken: frame.formToken, causes: causes, hasNoCauses: causes.isEmpty, cause: cause.map { [$0] } ?? [],
                    hasCause: cause != nil, tenants: tenants,
                    owners: owners.map { Choice(key: $0.key, name: $0.name, isChosen: cause?.isOf($0) ?? false) })
            ] : []
    }

    /// - Parameters:
    ///   - day: by which the clocks are read.
    ///   - path: of the list, under which the page of each is.
    static func table(
        _ remedies: [Remedy], nothing: String, isCut: Bool = false, isShort: Bool = false, on day: CivilDate, under path: String
    ) -> ListTable {
        var columns: [ListTable.Column<Remedy>] = [
            .link("Nội dung", to: { "\(path)/\($0.id)" }) { $0.words }, .text("Đơn vị, cá nhân khắc phục") { $0.ownerName },
            .text("Căn cứ") { $0.origin.vietnamese }, .text("Nơi yêu cầu") { $0.body.vietnamese },
        ]
        if !isShort { columns.append(.day("Ngày yêu cầu") { $0.orderedOn }) }
        columns += [.text("Trạng thái") { $0.state.vietnamese }, .text("Thời hạn") { $0.clock(on: day) }]
        return ListTable("Bảng yêu cầu khắc phục", remedies, nothing: nothing, isCut: isCut, columns)
    }
}
