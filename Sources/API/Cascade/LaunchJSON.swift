import Documents
import Domain
import Web

/// One unit's launch with all its steps.
enum LaunchJSON {
    static let schema = Schema.named(
        "Launch",
        [
            .init("id", .uuid), .init("campaign", .uuid), .init("unit", .uuid), .init("unitCode", .string), .init("unitName", .text),
            .init("notBefore", .date, "Day of the province's launch; no step may lie before it."),
            .init("deadline", .date, "Last day in time."), .init("receivedOn", .date), .init("state", .oneOf(LaunchState.self)),
            .init("late", .boolean, "Launched after the deadline."),
            .init("corrected", .boolean, "Another day was recorded for the launch before."), .init("version", .integer),
            .init("steps", .array(step)),
        ])

    private static let step = Schema.named(
        "LaunchStep",
        [
            .init("position", .integer, "1, 2, 3 … as recorded; a later step of a kind corrects the earlier."),
            .init("step", .oneOf(LaunchStep.Kind.self)), .init("happenedOn", .date),
            .init("documentNumber", .nullable(.string), "Of the unit's own plan."),
            .init("text", .nullable(.text), "Of the unit's own plan."),
            .init("form", .nullable(.oneOf(LaunchForm.Kind.self))), .init("combinedWith", .nullable(.text)),
            .init("attendance", .nullable(.integer)), .init("note", .text),
            .init("correctionDocument", .string, "The paper by which another day than before was recorded; empty where none was named."),
            .init("recordedBy", .uuid, "Post."), .init("recordedOn", .date),
            .init("preparedBy", .nullable(.uuid), "Post that drafted it, where it was approved from a draft."),
            .init("signature", .nullable(.string), "Under a delegation: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH."),
            .init("paper", .nullable(PaperSchemas.mark), "What it was recorded from, where another signed it."),
        ])

    static func value(_ launch: Launch) -> JSONValue {
        let standing = launch.standing
        return [
            "id": .string(launch.id.description), "campaign": .string(launch.campaign.description),
            "unit": .string(launch.unit.description),
            "unitCode": .string(launch.unitCode), "unitName": .string(launch.unitName), "notBefore": .string(launch.notBefore.description),
            "deadline": .string(launch.deadline.description), "receivedOn": .string(launch.receivedOn.description),
            "state": .string(standing.state.rawValue), "late": .bool(standing.isLate),
            "corrected": .bool(standing.isCorrected), "version": .integer(launch.version),
            "steps": .array(launch.steps.map(value)),
        ]
    }

    private static func value(_ step: LaunchStep) -> JSONValue {
        var (number, text, conference) = (String?.none, String?.none, String?.none)
        var (form, attendance) = (LaunchForm.Kind?.none, Int?.none)
        switch step.act {
        case .acknowledged: break
        case .planned(let documentNumber, let words): (number, text) = (documentNumber, words)
        case .launched(let held, let people): (form, conference, attendance) = (held.kind, held.conference, people)
        }
        return [
            "position": .integer(step.position), "step": .string(step.act.kind.rawValue),
            "happenedOn": .string(step.happenedOn.description),
            "documentNumber": .string(orNull: number), "text": .string(orNull: text), "form": .string(orNull: form?.rawValue),
            "combinedWith": .string(orNull: conference), "attendance": attendance.map { .integer($0) } ?? .null, "note": .string(step.note),
            "correctionDocument": .string(step.correctionDocument),
            "recordedBy": .string(step.recordedBy.description), "recordedOn": .string(step.recordedOn.description),
            "preparedBy": .string(orNull: step.preparedBy), "signature": .string(orNull: step.signature?.line),
            "paper": step.paper.map(PaperJSON.mark) ?? .null,
        ]
    }
}
