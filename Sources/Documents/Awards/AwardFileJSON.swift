public import Domain

/// Files of signed papers, as programs read them.
public enum AwardFileJSON {
    public static func value(_ file: AwardFile) -> JSONValue {
        [
            "id": .string(file.id.description), "owner": .string(file.owner.kind.rawValue), "of": .string(file.owner.id.description),
            "name": .string(file.name), "mediaType": .string(file.format.mediaType), "bytes": .integer(file.byteCount),
            "sha256": .string(file.digestText), "supersedes": .string(orNull: file.supersedes), "reason": .string(file.reason),
            "supersededBy": .string(orNull: file.supersededBy), "recordedBy": .string(file.recordedBy.description),
            "recordedOn": .string(file.recordedOn.description),
        ]
    }
}

/// The same for people and for spreadsheets.
public enum AwardFileTables {
    public static let columns = [
        "Thuộc", "Tệp", "Loại", "Số byte", "SHA-256", "Ngày ghi", "Tình trạng", "Thay tệp", "Lý do thay", "Mã tệp", "Mã nội dung",
    ]

    public static func row(_ file: AwardFile) -> [Table.Cell] {
        [
            .text(file.owner.kind.vietnamese), .text(file.name), .text(file.format.rawValue.uppercased()), .count(file.byteCount),
            .text(file.digestText), .date(file.recordedOn), .text(file.standing), .text(file.supersedes?.description ?? ""),
            .text(file.reason), .text(file.id.description), .text(file.owner.id.description),
        ]
    }
}
