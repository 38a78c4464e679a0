public import Domain
public import Storage

/// Takes a person on in one step: his record, his first post, and where a name is given an account with the link that sets its password. With
/// the code of a release his record goes on where another unit's ended.
public struct JoinPerson: Sendable {
    public var fullName: String
    public var kind: Person.Kind
    /// Code or id of the sub-unit; the unit itself when nil.
    public var unit: SubUnitReference?
    public var role: Role
    /// As on papers: Trưởng phòng Nội vụ.
    public var title: String
    public var leaderRank: Post.LeaderRank
    /// First day in service and in the post; the business date when nil.
    public var from: CivilDate?
    /// Of the account; nil: none. What does not begin with the unit's slug gets it put before.
    public var username: String?
    /// Code that the unit gave where the person was before.
    public var release: String?

    public init(
        fullName: String, kind: Person.Kind, unit: SubUnitReference? = nil, role: Role, title: String, leaderRank: Post.LeaderRank,
        from: CivilDate? = nil, username: String? = nil, release: String? = nil
    ) {
        self.fullName = fullName
        self.kind = kind
        self.unit = unit
        self.role = role
        self.title = title
        self.leaderRank = leaderRank
        self.from = from
        self.username = username
        self.release = release
    }

    public struct Answer: Sendable {
        public let person: Person.ID
        public let post: Post.ID
        /// To be handed out; nil without an account.
        public let handout: Handout?
    }

    /// - Throws: `invalid-input` with every field at fault; as ``GivePost`` and ``OpenAccount``; ``Problem/notFound`` for a code that is not
    ///   for this unit or this name; `still-in-other-unit`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Answer {
        var check = InputCheck()
        let name = check.personName(fullName)
        _ = check.line(title, "$.title", atMost: 200)
        let tenant = try await ShowTenant().perform(in: tx)
        let account = username.flatMap { VietnameseText($0).isEmpty ? nil : Account.named($0, in: tenant.slug) }
        if let account, !Account.isUsername(account) { check.fault("$.username", Account.usernameForm) }
        try check.finish()
        guard let name else { throw Problem.unexpected }
        let day = if let from { from } else { try await tx.officer().today }
        let place = try await unit?.resolve(on: day, naming: "$.unit", in: tx)

        let person = Person(id: ids.next(), fullName: name.description, kind: kind, activeFrom: day, endedOn: nil, version: 1)
        if let release {
            // What is no code at all is answered like one that is not for this unit.
            guard let code = ReleaseCode(VietnameseText(release).string) else { throw Problem.notFound }
            try await PersonRelease.take(code, as: person, sortKey: name.sortKey, in: tx)
        } else {
            try await Person.add(person, sortKey: name.sortKey, in: tx)
        }
        let post = try await GivePost(
            person: person.id, unit: place?.id, role: role, title: title, leaderRank: leaderRank, validFrom: day
        ).perform(in: tx, ids: ids)
        guard let account else { return Answer(person: person.id, post: post, handout: nil) }
        let link = try await OpenAccount(for: person.id, username: account).perform(in: tx, ids: ids)
        return Answer(
            person: person.id, post: post,
            handout: Handout(
                person: person.id, fullName: person.fullName, unitName: place?.fullName ?? tenant.fullName, username: account, link: link))
    }
}

extension Account {
    /// What a unit's own accounts begin with is put before a name that lacks it.
    static func named(_ typed: String, in slug: Tenant.Slug) -> String {
        let name = VietnameseText(typed).string.lowercased()
        return name.hasPrefix(slug.text + ".") ? name : "\(slug.text).\(name)"
    }

    static let usernameForm =
        "phải có 3 đến 64 ký tự a-z, 0-9, dấu chấm, gạch nối, gạch dưới, bắt đầu bằng chữ hoặc số; ví dụ nguyen.an"
}
