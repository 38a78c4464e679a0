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
        table = Self.table(
            answer.remedies, nothing: "Không có yêu cầu khắc phục nào.", isCut: answer.next != nil, on: answer.today, under: path)
        ordering =
            origins.isEmpty
            ? []
            : [
                Ordering(
                    path: path, formToken: frame.formToken, origins: origins.map { Choice(key: $0.rawValue, name: $0.vietnamese) },
                    cause: cause.map { [$0] } ?? [], isWide: isWide, tenants: tenants, units: units)
            ]
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
