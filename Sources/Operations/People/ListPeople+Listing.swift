public import Documents
public import Domain
public import Storage

extension ListPeople: Listing {
    public var sheet: ListSheet<Person> { Self.sheet }

    private static let sheet = ListSheet<Person>(
        "people", title: "Danh sách nhân sự",
        columns: [
            .init("Họ và tên", width: 28), .init("Đối tượng"), .init("Từ ngày"), .init("Đến ngày"), .init("Mã định danh", width: 38),
        ],
        cells: { person in
            [
                .text(person.fullName), .text(person.kind.vietnamese), .date(person.activeFrom), .day(person.endedOn),
                .text(person.id.description),
            ]
        }, json: DirectoryJSON.person)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<Person> {
        self.limit = limit
        let (people, next) = try await perform(in: tx)
        after = next
        return ListedRows(people, isLast: next == nil)
    }
}

extension ListPosts: Listing {
    public var sheet: ListSheet<PostHolding> { Self.sheet }

    private static let sheet = ListSheet<PostHolding>(
        "posts", title: "Danh sách chức vụ",
        columns: [
            .init("Họ và tên", width: 28), .init("Chức vụ", width: 28), .init("Vai trò", width: 28), .init("Bộ phận", width: 28),
            .init("Từ ngày"), .init("Đến ngày"), .init("Mã chức vụ", width: 38),
        ],
        cells: { holding in
            let post = holding.post
            return [
                .text(holding.personName), .text(post.title), .text(post.role.vietnamese), .text(holding.unitName), .date(post.validFrom),
                .day(post.validTo), .text(post.id.description),
            ]
        }, json: DirectoryJSON.post)

    public mutating func nextRows(atMost limit: Int, in tx: borrowing TenantTransaction) async throws -> ListedRows<PostHolding> {
        self.limit = limit
        let (posts, next) = try await perform(in: tx)
        after = next
        return ListedRows(posts, isLast: next == nil)
    }
}
