public import Domain
public import Storage

/// Gives a person of the officer's own tenant a post there, with a role of the tenant's kind.
///
/// Roles that reach past the tenant are the operator's to give, and nobody gives himself a post: row policies refuse both, whatever this
/// code says.
public struct GivePost: Sendable {
    public var person: Person.ID
    /// The tenant itself when nil.
    public var unit: SubUnit.ID?
    public var role: Role
    /// As on papers: Trưởng phòng Nội vụ.
    public var title: String
    public var leaderRank: Post.LeaderRank
    /// First day; the business date when nil.
    public var validFrom: CivilDate?
    /// Last day, when it is known.
    public var validTo: CivilDate?

    public init(
        person: Person.ID, unit: SubUnit.ID? = nil, role: Role, title: String, leaderRank: Post.LeaderRank, validFrom: CivilDate? = nil,
        validTo: CivilDate? = nil
    ) {
        self.person = person
        self.unit = unit
        self.role = role
        self.title = title
        self.leaderRank = leaderRank
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// - Throws: ``Problem`` `invalid-input` with every field at fault; `role-not-grantable`, `post-for-oneself`, `no-such-unit`,
    ///   `role-not-at-part`, `outside-persons-time`, `post-there`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Post.ID {
        let officer = try await tx.officer()
        try refuseWhatIsNotHisToGive(officer)
        var check = InputCheck()
        let title = check.line(title, "$.title", atMost: 200)
        let validFrom = validFrom ?? officer.today
        if let validTo, validTo < validFrom { check.fault("$.validTo", "trước ngày bắt đầu; nhập ngày từ \(validFrom.vietnamese) trở đi") }
        try check.finish()
        let post = Post(
            id: ids.next(), person: person, unit: unit ?? SubUnit.ID(officer.home.uuid), role: role, title: title, leaderRank: leaderRank,
            validFrom: validFrom, validTo: validTo, version: 1)
        guard try await Post.give(post, in: tx) else {
            throw Problem.invalid("$.person", "không có trong danh sách của đơn vị; chọn người của đơn vị mình")
        }
        return post.id
    }

    /// The same that the row policies refuse, with the next step.
    private func refuseWhatIsNotHisToGive(_ officer: ActingOfficer) throws(Problem) {
        guard officer.may(.manageDirectory) else { throw .notAllowed }
        guard role.isGrantable else {
            let roles = Role.grantable.map(\.rawValue).joined(separator: ", ")
            throw Problem(
                .notAllowed, "role-not-grantable",
                "Vai trò “\(role.vietnamese)” do người vận hành hệ thống giao bằng lệnh thidua admin seat, đơn vị không giao được.",
                fields: [FieldFault("$.role", "chọn một trong: \(roles)")])
        }
        guard person != officer.person else {
            throw Problem(
                .notAllowed, "post-for-oneself",
                "Không tự giao chức vụ cho mình. Nhờ người quản trị khác của đơn vị hoặc người quản trị hệ thống.",
                fields: [FieldFault("$.person", "là chính người đang thực hiện")])
        }
    }
}
