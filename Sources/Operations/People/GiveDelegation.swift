public import Domain
public import Storage

/// Lets a colleague act in the stead of a post: one's own, or as the head of the unit one that the unit gives.
///
/// What a delegation may hold is in constraints and row policies (`sql/routines/44_delegation.sql`); here it is said in words, all at once.
public struct GiveDelegation: Sendable {
    /// In whose stead; the officer's own post when nil.
    public var post: Post.ID?
    /// The delegate's own post.
    public var delegatePost: Post.ID
    public var form: Delegation.Form
    public var scope: [Action]
    /// First day; the business date when nil.
    public var validFrom: CivilDate?
    /// Last day.
    public var validTo: CivilDate
    public var reason: String
    public var documentNumber: String

    public init(
        post: Post.ID? = nil, delegatePost: Post.ID, form: Delegation.Form, scope: [Action], validFrom: CivilDate? = nil,
        validTo: CivilDate,
        reason: String, documentNumber: String = ""
    ) {
        self.post = post
        self.delegatePost = delegatePost
        self.form = form
        self.scope = scope
        self.validFrom = validFrom
        self.validTo = validTo
        self.reason = reason
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input` with every field at fault; `not-allowed`, `delegation-not-passed-on`, `delegation-there`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Delegation.ID {
        let officer = try await tx.officer()
        guard officer.delegation == nil else { throw Problem.notPassedOn }
        guard officer.may(.giveDelegation), let own = officer.post else { throw Problem.notAllowed }
        var check = InputCheck()
        let giver = try await found(post ?? own, "$.post", &check, in: tx)
        let delegate = try await found(delegatePost, "$.delegatePost", &check, in: tx)
        if let giver, let delegate { checkParties(giver, delegate, &check) }
        let first = validFrom ?? officer.today
        checkDays(first, today: officer.today, &check)
        let reason = check.line(reason, "$.reason", atMost: 1_000)
        let document = VietnameseText(documentNumber).string
        if document.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự") }
        if form == .tuq, document.isEmpty { check.fault("$.documentNumber", "thừa ủy quyền phải bằng văn bản; nhập số, ký hiệu văn bản") }
        try check.finish()
        guard let giver, let delegate else { throw Problem.notFound }
        guard giver.id == own || (officer.role == .unitHead && giver.role.isGrantable && giver.role != .unitHead) else {
            throw Problem.notAllowed
        }
        let id: Delegation.ID = ids.next()
        try await Delegation.give(
            Delegation.Terms(
                giver: giver, delegate: delegate, form: form, scope: Set(scope).sorted { $0.rawValue < $1.rawValue }, validFrom: first,
                validTo: validTo, reason: reason, documentNumber: document), id: id, in: tx)
        return id
    }

    private func found(_ post: Post.ID, _ path: String, _ check: inout InputCheck, in tx: borrowing TenantTransaction) async throws -> Post?
    {
        let found = try await Post.find(post, in: tx)?.post
        if found == nil { check.fault(path, "không có trong danh sách; chọn một chức vụ của đơn vị") }
        return found
    }

    private func checkParties(_ giver: Post, _ delegate: Post, _ check: inout InputCheck) {
        if giver.person == delegate.person { check.fault("$.delegatePost", "là chức vụ của chính người giao; chọn người khác") }
        if form == .kt, !delegate.title.hasPrefix("Phó ") {
            check.fault("$.form", "ký thay (KT.) chỉ giao cho cấp phó; chọn tl (thừa lệnh) hoặc tuq (thừa ủy quyền)")
        }
        let lendable = Policy.of(giver.role).actions.filter(\.isLendable)
        if scope.isEmpty { check.fault("$.scope", "chọn ít nhất một việc") }
        if let alien = scope.first(where: { !lendable.contains($0) }) {
            let names = lendable.map(\.rawValue).sorted().joined(separator: ", ")
            check.fault(
                "$.scope", "“\(alien.vietnamese)” không giao được; chức vụ này giao được: \(names.isEmpty ? "không việc nào" : names)")
        }
    }

    private func checkDays(_ first: CivilDate, today: CivilDate, _ check: inout InputCheck) {
        if first < today { check.fault("$.validFrom", "trước ngày hôm nay (\(today.vietnamese)); nhập từ hôm nay trở đi") }
        if validTo < first { check.fault("$.validTo", "trước ngày bắt đầu; nhập ngày từ \(first.vietnamese) trở đi") }
    }
}

extension Problem {
    static let notPassedOn = Problem(
        .refused, "delegation-not-passed-on",
        "Người được giao ký thay, thừa lệnh, thừa ủy quyền không giao lại cho người khác. Chuyển về chức vụ của mình nếu giao việc của chính mình."
    )
}
