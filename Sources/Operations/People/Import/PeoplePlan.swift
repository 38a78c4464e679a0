import Domain
import Storage

/// What a list of people asks for beyond what is there: new people, posts and accounts.
///
/// The same person is known by the name of his account; without one by his full name together with the post that he holds. A full name
/// alone tells nobody from another of the same name, so such a row is a fault.
struct PeoplePlan {
    private(set) var people: [(person: Person, sortKey: String)] = []
    private(set) var posts: [Post] = []
    private(set) var accounts: [(person: Person.ID, username: String, fullName: String, unitName: String)] = []
    private(set) var rows: [PeopleOutcome.Row] = []

    private let officer: ActingOfficer
    private let byUsername: [String: PeopleStanding.KeptAccount]
    private let usernames: [Person.ID: String]
    private var known: [Person.ID: Person]
    private var byName: [String: [Person.ID]]
    private var held: [Person.ID: [Post]]
    /// Of the rows before: who has got which name of an account.
    private var named: [String: Person.ID] = [:]
    private var rowOfPost: [Post.ID: Int] = [:]

    init(_ standing: PeopleStanding, for officer: ActingOfficer) {
        self.officer = officer
        byUsername = Dictionary(standing.accounts.map { ($0.username, $0) }, uniquingKeysWith: { first, _ in first })
        usernames = Dictionary(standing.accounts.map { ($0.person, $0.username) }, uniquingKeysWith: { first, _ in first })
        known = Dictionary(uniqueKeysWithValues: standing.people.map { ($0.id, $0) })
        byName = Dictionary(grouping: standing.people) { Self.key($0.fullName) }.mapValues { $0.map(\.id) }
        held = Dictionary(grouping: standing.posts, by: \.person)
    }

    mutating func take(_ entry: PeopleReader.Entry, _ reader: inout PeopleReader, ids: IDSource) {
        let before = reader.faults.count
        let found = find(entry, &reader)
        guard reader.faults.count == before else { return }
        var results: [PeopleOutcome.Result] = []
        let person: Person
        if let found {
            person = found
        } else {
            person = Person(
                id: ids.next(), fullName: entry.name.description, kind: entry.kind, activeFrom: entry.from, endedOn: nil, version: 1)
            people.append((person, entry.name.sortKey))
            known[person.id] = person
            byName[Self.key(person.fullName), default: []].append(person.id)
            results.append(.person)
        }
        refuseWhatCannotBe(entry, person, &reader)
        guard reader.faults.count == before else { return }
        results += give(entry, to: person, &reader, ids: ids)
        results += open(entry, for: person)
        rows.append(
            PeopleOutcome.Row(
                number: entry.row.number, fullName: person.fullName, unitName: entry.unit.fullName, title: entry.title,
                username: entry.username, results: results))
    }

    // MARK: - Who it is

    private func find(_ entry: PeopleReader.Entry, _ reader: inout PeopleReader) -> Person? {
        if let username = entry.username, let id = named[username] ?? byUsername[username]?.person {
            guard let person = known[id] else {
                reader.report(entry.row, .username, "tên đăng nhập là của người đã thôi công tác; chọn tên khác")
                return nil
            }
            if Self.key(person.fullName) != Self.key(entry.name.description) {
                reader.report(
                    entry.row, .username, "tên đăng nhập đang là của “\(person.fullName)”; sửa họ tên hoặc chọn tên đăng nhập khác")
            }
            return person
        }
        let namesakes = (byName[Self.key(entry.name.description)] ?? []).filter { id in
            entry.username == nil || (usernames[id] == nil && !named.values.contains(id))
        }
        let holders = namesakes.filter { held(entry, by: $0) != nil }
        if holders.count == 1 { return known[holders[0]] }
        if holders.count > 1 || (entry.username == nil && !namesakes.isEmpty) {
            reader.report(
                entry.row, .username,
                "đơn vị đã có người tên “\(entry.name)”; ghi tên đăng nhập của người đó nếu là cùng một người, ghi tên đăng nhập mới nếu là người khác"
            )
        }
        return nil
    }

    private static func key(_ name: String) -> String { VietnameseText(name).string.lowercased() }

    /// The post of the row, where the person holds it already.
    private func held(_ entry: PeopleReader.Entry, by person: Person.ID) -> Post? {
        held[person]?.first {
            $0.unit == entry.unit.unit && $0.role == entry.role && ($0.validTo ?? .latest) >= max(entry.from, $0.validFrom)
        }
    }

    // MARK: - What is new

    private func refuseWhatCannotBe(_ entry: PeopleReader.Entry, _ person: Person, _ reader: inout PeopleReader) {
        if person.kind != entry.kind {
            reader.report(
                entry.row, .kind, "người này đang ghi là \(person.kind.vietnamese); sửa cho khớp, hoặc đổi ở hồ sơ của người đó trước")
        }
        let isNew = held(entry, by: person.id) == nil
        // What he holds since before stands in the list as it is.
        if isNew { reader.refuseMisplaced(entry) }
        if isNew, entry.from < person.activeFrom || person.endedOn != nil {
            reader.report(
                entry.row, .from,
                "người này công tác từ \(person.activeFrom.vietnamese)\(person.endedOn.map { " đến \($0.vietnamese)" } ?? "")")
        }
        if isNew, person.id == officer.person {
            reader.report(entry.row, .fullName, "không tự giao chức vụ cho mình; nhờ người quản trị khác")
        }
        if let username = entry.username, let own = usernames[person.id], own != username {
            reader.report(entry.row, .username, "người này đã có tài khoản “\(own)”; ghi tên đó hoặc để trống")
        }
    }

    private mutating func give(
        _ entry: PeopleReader.Entry, to person: Person, _ reader: inout PeopleReader, ids: IDSource
    ) -> [PeopleOutcome.Result] {
        if let post = held(entry, by: person.id) {
            if let row = rowOfPost[post.id] { reader.report(entry.row, .fullName, "trùng với dòng \(row); giữ một dòng") }
            return post.title == entry.title && post.leaderRank == entry.leaderRank ? [] : [.differing]
        }
        let post = Post(
            id: ids.next(), person: person.id, unit: entry.unit.unit, role: entry.role, title: entry.title, leaderRank: entry.leaderRank,
            validFrom: entry.from, validTo: nil, version: 1)
        posts.append(post)
        held[person.id, default: []].append(post)
        rowOfPost[post.id] = entry.row.number
        return [.post]
    }

    private mutating func open(_ entry: PeopleReader.Entry, for person: Person) -> [PeopleOutcome.Result] {
        guard let username = entry.username else { return [] }
        defer { named[username] = person.id }
        guard byUsername[username] == nil, named[username] == nil else { return [] }
        accounts.append((person.id, username, person.fullName, entry.unit.fullName))
        return [.account]
    }
}
