public import Domain
import Storage

/// Seats an officer in any unit, with any role, also those that no unit gives: the person where he is new, his post, and where a name is given
/// an account with the link that sets its password. All of it or nothing; the operator's act, which nobody in the unit must be there for.
public struct SeatOfficer: Sendable {
    /// Who is seated.
    public enum Holder: Sendable {
        /// Entered in the unit of the post, from its first day on.
        case newcomer(fullName: String, kind: Person.Kind)
        /// Entered already, in this unit or in another.
        case known(Person.ID)
    }

    public var holder: Holder
    /// The unit as addresses have it: province, dept_snv, district_964.
    public var tenant: String
    /// Code of a sub-unit; the unit itself when nil.
    public var unit: String?
    public var role: Role
    /// As on papers: Chủ tịch Ủy ban nhân dân tỉnh.
    public var title: String
    public var leaderRank: Post.LeaderRank
    /// First day; the business date when nil.
    public var validFrom: CivilDate?
    /// Last day, when it is known.
    public var validTo: CivilDate?
    /// Of the account; nil: none is opened.
    public var username: String?

    public init(
        _ holder: Holder, in tenant: String, unit: String? = nil, role: Role, title: String, leaderRank: Post.LeaderRank,
        validFrom: CivilDate? = nil, validTo: CivilDate? = nil, username: String? = nil
    ) {
        self.holder = holder
        self.tenant = tenant
        self.unit = unit
        self.role = role
        self.title = title
        self.leaderRank = leaderRank
        self.validFrom = validFrom
        self.validTo = validTo
        self.username = username
    }

    public struct Answer: Sendable {
        public let person: Person.ID
        public let post: Post.ID
        public let fullName: String
        public let unitName: String
        /// Of his account; nil: he has none.
        public let username: String?
        /// To be handed out; nil: no account, or one that acts in the post as it is.
        public let link: PasswordLink?
    }

    /// - Throws: ``Problem`` `no-open-tenant`, `invalid-input` with every field at fault, `no-such-person`, `post-there`, `username-taken`,
    ///   `account-there`, `outside-persons-time`.
    func perform(in tx: borrowing OperatorTransaction, ids: IDSource) async throws -> Answer {
        let today = try await tx.today()
        let from = validFrom ?? today
        let place = try await Self.openTenant(tenant, on: from, in: tx)
        let units = try await tx.subUnits(of: place.id, on: from).filter { ($0.closedOn ?? from) >= from }
        var check = InputCheck()
        let title = check.line(title, "$.title", atMost: 200)
        let newcomer: PersonName? = if case .newcomer(let fullName, _) = holder { check.personName(fullName) } else { nil }
        let code = unit.map { VietnameseText($0).string }
        let seat = units.first { $0.code == code }
        if from < place.openedOn {
            check.fault("$.validFrom", "\(place.fullName) có từ \(place.openedOn.vietnamese); nhập ngày từ đó trở đi")
        } else if let code, seat == nil {
            let codes = units.map(\.code).filter { $0 != place.code }.joined(separator: ", ")
            check.fault(
                "$.unit",
                "\(place.fullName) không có đơn vị trực thuộc mã “\(code)” vào \(from.vietnamese); "
                    + (codes.isEmpty ? "bỏ trống để giao ở chính đơn vị" : "chọn một trong: \(codes); bỏ trống là chính đơn vị"))
        }
        if let fault = self.fault(ofRoleIn: place, at: seat, among: units) { check.fault("$.role", fault) }
        if let validTo, validTo < from { check.fault("$.validTo", "trước ngày bắt đầu; nhập ngày từ \(from.vietnamese) trở đi") }
        let account = username.map { VietnameseText($0).string.lowercased() }
        if let account, !Account.isUsername(account) { check.fault("$.username", Account.usernameForm) }
        try check.finish()

        let person = try await entered(newcomer, from: from, in: place, tx, ids: ids)
        let post = Post(
            id: ids.next(), person: person.id, unit: seat?.id ?? SubUnit.ID(place.id.uuid), role: role, title: title,
            leaderRank: leaderRank, validFrom: from, validTo: validTo, version: 1)
        try await tx.add([post], in: place.id)
        let (name, link) = try await self.link(for: person.id, known: person.known, named: account, in: place, tx, ids: ids)
        return Answer(
            person: person.id, post: post.id, fullName: person.fullName, unitName: seat?.fullName ?? place.fullName, username: name,
            link: link)
    }

    /// - Throws: `no-open-tenant`.
    static func openTenant(_ typed: String, on day: CivilDate, in tx: borrowing OperatorTransaction) async throws -> Tenant {
        let slug = VietnameseText(typed).string.lowercased()
        guard let place = try await tx.tenants(on: day).first(where: { $0.slug.text == slug }), (place.closedOn ?? day) >= day else {
            throw Problem(
                .notFound, "no-open-tenant",
                "Không có đơn vị nào đang hoạt động tên là “\(typed)”. Xem danh sách bằng `thidua tenant list`; đơn vị chưa có thì mở trước bằng `thidua directory import …`."
            )
        }
        return place
    }

    /// The leaders of the province sit in the province: the role of a head of a district or department is another, and of one of its parts another
    /// again.
    private func fault(ofRoleIn place: Tenant, at seat: SubUnit?, among units: [SubUnit]) -> String? {
        switch role {
        case .system:
            let roles = Role.allCases.filter { $0 != .system }.map(\.rawValue).joined(separator: ", ")
            return "không phải vai trò của người dùng; chọn một trong: \(roles)"
        case .chairman, .viceChairman:
            guard place.kind != .province else { return nil }
            return "“\(role.vietnamese)” chỉ giao ở cấp tỉnh (province); người đứng đầu đơn vị thì chọn unit_head"
        default:
            guard let seat, !role.mayBe(at: Self.kinds(from: seat, among: units)) else { return nil }
            return
                "“\(role.vietnamese)” không giao ở \(seat.fullName); chọn sub_unit_head, sub_unit_officer, hoặc bỏ trống đơn vị trực thuộc"
        }
    }

    /// Of a part of the tenant and of those above it.
    private static func kinds(from seat: SubUnit, among units: [SubUnit]) -> [SubUnit.Kind] {
        var kinds: [SubUnit.Kind] = []
        var next: SubUnit? = seat
        while let place = next, let parent = place.parent {
            kinds.append(place.kind)
            next = units.first { $0.id == parent }
        }
        return kinds
    }

    private func entered(
        _ newcomer: PersonName?, from: CivilDate, in place: Tenant, _ tx: borrowing OperatorTransaction, ids: IDSource
    ) async throws -> (id: Person.ID, fullName: String, known: OperatorTransaction.KnownPerson?) {
        switch holder {
        case .newcomer(_, let kind):
            guard let newcomer else { throw Problem.unexpected }
            let person = Person(id: ids.next(), fullName: newcomer.description, kind: kind, activeFrom: from, endedOn: nil, version: 1)
            try await tx.add([person], to: place.id)
            return (person.id, person.fullName, nil)
        case .known(let id):
            guard let known = try await tx.person(id) else {
                throw Problem(
                    .notFound, "no-such-person",
                    "Không có người nào mang mã định danh \(id). Xem mã bằng `thidua admin officers --tenant …` hoặc `thidua person list`.")
            }
            return (id, known.fullName, known)
        }
    }

    /// An account that a unit's manager gave the link for acts in no post that he could not have given: it gets a link of the operator.
    private func link(
        for person: Person.ID, known: OperatorTransaction.KnownPerson?, named account: String?, in place: Tenant,
        _ tx: borrowing OperatorTransaction, ids: IDSource
    ) async throws -> (username: String?, link: PasswordLink?) {
        let (token, hash) = LinkToken.fresh()
        if let known, let username = known.username {
            guard account == nil || account == username else {
                throw Problem(
                    .conflict, "account-there", "Người này đã có tài khoản “\(username)”. Chưa có gì thay đổi.",
                    fields: [FieldFault("$.username", "bỏ trống, hoặc nhập “\(username)”")])
            }
            guard known.isOpenedByUnit, !role.isGrantable || known.tenant != place.id else { return (username, nil) }
            return (username, PasswordLink(token: token, expiresAt: try await tx.reset(username, linkHash: hash)))
        }
        guard let account else { return (nil, nil) }
        let until = try await tx.openAccount(ids.next(), for: person, username: account, linkHash: hash)
        return (account, PasswordLink(token: token, expiresAt: until))
    }
}
