public import Domain

/// The event of a review as programs read it, and as tables show it.
public enum ReviewEventJSON {
    public static func value(_ event: ReviewEvent) -> JSONValue {
        [
            "id": .string(event.id.description), "tenant": .string(event.slug.text), "unitName": .string(event.unitName),
            "name": .string(event.name), "campaign": .string(event.campaign), "review": .string(event.kind.rawValue),
            "versions": .array(event.versions.map(version)), "papers": .array(event.papers.map(paper)),
            "outcome": event.outcome.map(outcome) ?? .null,
        ]
    }

    private static func version(_ version: ReviewEvent.Version) -> JSONValue {
        [
            "version": .integer(version.number), "heldOn": .string(version.plan.heldOn.description),
            "startsAt": .string(version.plan.startsAt), "place": .string(version.plan.place), "chair": .string(version.plan.chair),
            "agenda": .array(version.plan.agenda.map { .string($0) }), "guests": .array(version.plan.guests.map { .string($0) }),
            "reason": .string(version.reason), "recordedOn": .string(version.recordedOn.description),
        ]
    }

    private static func paper(_ paper: ReviewEvent.Paper) -> JSONValue {
        [
            "id": .string(paper.id.description), "what": .string(paper.what), "number": .string(paper.number),
            "signedOn": .string(orNull: paper.signedOn), "made": paper.made.map { .string($0.rawValue) } ?? .null,
            "replaces": .string(orNull: paper.replaces), "reason": .string(paper.reason), "replaced": .bool(paper.isReplaced),
        ]
    }

    private static func outcome(_ outcome: ReviewEvent.Outcome) -> JSONValue {
        [
            "heldOn": .string(outcome.heldOn.description), "present": .integer(outcome.present),
            "absent": .array(outcome.absent.map { .string($0) }), "words": .string(outcome.words),
        ]
    }

    public static let columns = [
        "Đơn vị", "Hội nghị", "Thời gian", "Địa điểm", "Chủ trì", "Nội dung", "Thành phần mời", "Tài liệu", "Số lần thay đổi", "Tình trạng",
        "Số dự", "Vắng", "Mã định danh",
    ]

    public static func row(_ event: ReviewEvent) -> [Table.Cell] {
        let plan = event.plan
        let papers = event.papers.filter { !$0.isReplaced }.map { [$0.what, $0.mark].filter { !$0.isEmpty }.joined(separator: " ") }
        return [
            .text(event.unitName), .text(event.name), .text(plan?.moment ?? ""), .text(plan?.place ?? ""), .text(plan?.chair ?? ""),
            .text(plan?.agenda.joined(separator: "\n") ?? ""), .text(plan?.guests.joined(separator: "\n") ?? ""),
            .text(papers.joined(separator: "\n")), .count(max(event.versions.count - 1, 0)), .text(event.standing),
            .count(event.outcome?.present), .text(event.outcome?.absent.joined(separator: "\n") ?? ""), .text(event.id.description),
        ]
    }
}
