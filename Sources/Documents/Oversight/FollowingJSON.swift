public import Domain

/// Who follows what, and what he noted, as programs read it, and as tables show it.
public enum FollowingJSON {
    public static func value(_ following: Following) -> JSONValue {
        [
            "id": .string(following.id.description), "person": .string(following.person.description),
            "memberName": .string(following.memberName), "followed": .string(following.followed.description),
            "followedName": .string(following.followedName), "campaign": .string(following.campaign),
            "from": .string(following.from.description), "through": .string(orNull: following.through),
            "documentNumber": .string(following.documentNumber), "guidance": .integer(following.notes[.guidance] ?? 0),
            "urging": .integer(following.notes[.urging] ?? 0), "findings": .integer(following.notes[.finding] ?? 0),
        ]
    }

    public static let columns = [
        "Thành viên Hội đồng", "Đơn vị được theo dõi", "Phong trào", "Từ ngày", "Đến hết ngày", "Văn bản phân công", "Hướng dẫn", "Đôn đốc",
        "Phát hiện", "Mã định danh",
    ]

    public static func row(_ following: Following) -> [Table.Cell] {
        let notes = FollowNote.Kind.allCases.map { Table.Cell.count(following.notes[$0] ?? 0) }
        return [
            .text(following.memberName), .text(following.followedName), .text(following.campaign), .date(following.from),
            .day(following.through), .text(following.documentNumber),
        ] + notes + [.text(following.id.description)]
    }

    public static func note(_ note: FollowNote) -> JSONValue {
        [
            "id": .string(note.id.description), "kind": .string(note.kind.rawValue), "kindName": .string(note.kind.vietnamese),
            "words": .string(note.words), "on": .string(note.happenedOn.description), "tenant": .string(note.slug.text),
            "tenantName": .string(note.tenantName), "followed": .string(note.followed.description),
            "followedName": .string(note.followedName), "memberName": .string(note.memberName), "post": .string(note.title),
        ]
    }

    public static let noteColumns = [
        "Cơ quan, đơn vị", "Đơn vị được theo dõi", "Ngày", "Việc", "Nội dung", "Thành viên Hội đồng", "Chức vụ", "Mã định danh",
    ]

    public static func noteRow(_ note: FollowNote) -> [Table.Cell] {
        [
            .text(note.tenantName), .text(note.followedName), .date(note.happenedOn), .text(note.kind.vietnamese), .text(note.words),
            .text(note.memberName), .text(note.title), .text(note.id.description),
        ]
    }
}
