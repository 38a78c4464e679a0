import Documents
import Domain
import Storage

/// Reads the rows of a list of people, one by one, and keeps every fault with its cell.
struct PeopleReader {
    /// A row that is right in itself.
    struct Entry {
        let row: HeadedTable<PeopleColumn>.Row
        let name: PersonName
        let kind: Person.Kind
        let unit: LedgerReferences.Unit
        let title: String
        let role: Role
        let leaderRank: Post.LeaderRank
        let from: CivilDate
        /// With the unit's slug before it; nil: without an account.
        let username: String?
    }

    private let units: UnitNames
    /// By the short name, which inside one unit says enough unless two have it.
    private let byShortName: [String: [LedgerReferences.Unit]]
    private let byID: [SubUnit.ID: LedgerReferences.Unit]
    private let slug: Tenant.Slug
    private let today: CivilDate
    private(set) var faults: [FieldFault] = []

    init(units: [LedgerReferences.Unit], slug: Tenant.Slug, today: CivilDate) {
        self.units = UnitNames(units)
        byShortName = Dictionary(grouping: units) { NameKey.of($0.name) }
        byID = Dictionary(units.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
        self.slug = slug
        self.today = today
    }

    mutating func report(_ row: HeadedTable<PeopleColumn>.Row, _ column: PeopleColumn, _ reason: String) {
        faults.append(FieldFault(row.path(column), reason))
    }

    mutating func entry(_ row: HeadedTable<PeopleColumn>.Row) -> Entry? {
        let name = name(row)
        let kind = choice(row, .kind, Person.Kind.allCases, \.vietnamese)
        let unit = unit(row)
        let title = required(row, .title, atMost: 200)
        let role = choice(row, .role, Role.grantable, \.vietnamese)
        let rank: Post.LeaderRank? =
            row[.leaderRank].isBlank ? .directWorker : choice(row, .leaderRank, Post.LeaderRank.allCases, \.vietnamese)
        let from = day(row)
        let (username, isNamed) = username(row)
        guard let name, let kind, let unit, let title, let role, let rank, let from, isNamed else { return nil }
        return Entry(
            row: row, name: name, kind: kind, unit: unit, title: title, role: role, leaderRank: rank, from: from, username: username)
    }

    // MARK: - Cells

    private mutating func required(_ row: HeadedTable<PeopleColumn>.Row, _ column: PeopleColumn, atMost limit: Int) -> String? {
        let text = row.text(column)
        if text.isEmpty { report(row, column, "để trống; nhập \(column.headings[0].startingSmall)") }
        if text.count > limit { report(row, column, "dài quá \(limit) ký tự; rút gọn") }
        return text.isEmpty || text.count > limit ? nil : text
    }

    private mutating func name(_ row: HeadedTable<PeopleColumn>.Row) -> PersonName? {
        guard let text = required(row, .fullName, atMost: 120) else { return nil }
        if text.contains(where: \.isNumber) {
            report(row, .fullName, "có chữ số; chỉ ghi họ và tên")
            return nil
        }
        return PersonName(text)
    }

    private mutating func choice<Choice: RawRepresentable<String>>(
        _ row: HeadedTable<PeopleColumn>.Row, _ column: PeopleColumn, _ choices: [Choice], _ name: KeyPath<Choice, String>
    ) -> Choice? {
        guard let text = required(row, column, atMost: 200) else { return nil }
        let wanted = NameKey.of(text)
        if let found = choices.first(where: { NameKey.of($0[keyPath: name]) == wanted || NameKey.of($0.rawValue) == wanted }) {
            return found
        }
        report(row, column, "“\(text)” không có; ghi một trong: " + choices.map { $0[keyPath: name] }.joined(separator: "; "))
        return nil
    }

    private mutating func unit(_ row: HeadedTable<PeopleColumn>.Row) -> LedgerReferences.Unit? {
        guard let text = required(row, .unit, atMost: 250) else { return nil }
        let named = byShortName[NameKey.of(text)] ?? []
        if named.count == 1 { return named[0] }
        do {
            return try units.unit(text)
        } catch {
            var fault = error
            // A short name that several have could be each of them.
            if case .unknown = error, !named.isEmpty { fault = .ambiguous(text, named.map { "\($0.fullName) (\($0.code))" }.sorted()) }
            report(row, .unit, fault.reason)
            return nil
        }
    }

    /// Where no post of the role is given at the unit, a fault.
    mutating func refuseMisplaced(_ entry: Entry) {
        if entry.role.mayBe(at: kinds(from: entry.unit)) { return }
        report(
            entry.row, .role, "“\(entry.role.vietnamese)” không giao ở \(entry.unit.fullName); ở đó \(Role.adviceForParts)")
    }

    /// Of a part of the tenant and of those above it.
    private func kinds(from unit: LedgerReferences.Unit) -> [SubUnit.Kind] {
        var kinds: [SubUnit.Kind] = []
        var next: LedgerReferences.Unit? = unit
        while let place = next, let parent = place.parent {
            if let kind = SubUnit.Kind(rawValue: place.kind) { kinds.append(kind) }
            next = byID[parent]
        }
        return kinds
    }

    private mutating func day(_ row: HeadedTable<PeopleColumn>.Row) -> CivilDate? {
        let typed = row[.from]
        if typed.isBlank { return today }
        let text = row.text(.from)
        let day = if case .date(let day) = typed { day } else { CivilDate(vietnamese: text) ?? CivilDate(text) }
        guard let day else {
            report(row, .from, "“\(text)” không phải ngày có thật; ghi dạng ngày/tháng/năm, ví dụ \(today.vietnamese)")
            return nil
        }
        if let refusal = day.refusal(on: today) {
            report(row, .from, refusal)
            return nil
        }
        return day
    }

    private mutating func username(_ row: HeadedTable<PeopleColumn>.Row) -> (String?, isFine: Bool) {
        guard !row[.username].isBlank else { return (nil, true) }
        let name = Account.named(row.text(.username), in: slug)
        if Account.isUsername(name) { return (name, true) }
        report(row, .username, Account.usernameForm)
        return (nil, false)
    }
}
