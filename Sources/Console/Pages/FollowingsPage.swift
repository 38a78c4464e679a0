import Domain
import Operations

/// Which member of a council follows which unit, what was noted, and the forms of who keeps the council and of the member himself.
struct FollowingsPage: FormPage {
    static let template = "followings"
    let frame: Frame
    let unit: String
    let table: ListTable
    let notes: [Note]
    let hasNoNotes: Bool
    let noting: [Noting]
    let assigning: [Assigning]
    var fault: FormFault?

    struct Note: Sendable {
        let tenant: String
        let followed: String
        let day: String
        let kind: String
        let words: String
        /// Where it is ordered that it be put right.
        let order: [String]
        let who: String
    }

    struct Noting: Sendable {
        let path: String
        let formToken: String
        let own: [Choice]
        let kinds: [Choice]
    }

    struct Assigning: Sendable {
        let path: String
        let formToken: String
        let members: [Choice]
        let units: [Choice]
        let campaigns: [Choice]
    }

    /// - Parameters:
    ///   - path: of this page.
    ///   - remedies: where what has to be put right is.
    ///   - member: the acting person, where he may note.
    ///   - members: of the council; empty where the officer does not keep it.
    init(
        frame: Frame, unit: String, path: String, remedies: String, followings: [Following], notes: [FollowNote], member: Person.ID?,
        members: [Choice], units: [Choice], campaigns: [Choice]
    ) {
        self.frame = frame
        self.unit = unit
        table = ListTable(
            "Bảng phân công theo dõi", followings, nothing: "Chưa phân công.",
            [
                .text("Thành viên Hội đồng") { $0.memberName }, .text("Đơn vị được theo dõi") { $0.followedName },
                .text("Thời gian") { "từ \($0.from.vietnamese)" + ($0.through.map { " đến \($0.vietnamese)" } ?? "") },
                .text("Văn bản") { $0.documentNumber }, .number("Hướng dẫn") { "\($0.notes[.guidance] ?? 0)" },
                .number("Đôn đốc") { "\($0.notes[.urging] ?? 0)" }, .number("Phát hiện") { "\($0.notes[.finding] ?? 0)" },
            ])
        self.notes = notes.map {
            Note(
                tenant: $0.tenantName, followed: $0.followedName, day: $0.happenedOn.vietnamese, kind: $0.kind.vietnamese, words: $0.words,
                order: member != nil && $0.kind.asksForMore ? ["\(remedies)?cause=\($0.id)"] : [], who: $0.author)
        }
        hasNoNotes = notes.isEmpty
        let own = followings.filter { $0.person == member }.map { Choice(key: $0.id.description, name: $0.followedName) }
        noting =
            own.isEmpty
            ? []
            : [
                Noting(
                    path: "\(path)/note", formToken: frame.formToken, own: own,
                    kinds: FollowNote.Kind.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) })
            ]
        assigning =
            members.isEmpty ? [] : [Assigning(path: path, formToken: frame.formToken, members: members, units: units, campaigns: campaigns)]
    }
}
