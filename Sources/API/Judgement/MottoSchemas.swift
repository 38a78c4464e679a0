import Domain
import Web

/// The shapes of the motto's sheets and lists, for the OpenAPI document.
enum MottoSchemas {
    static let list: Schema = .named("MottoList", head + [.init("units", .array(.named("MottoRow", row)), "In customary order.")])

    static let sheet: Schema = .named(
        "MottoSheet",
        head + row + [
            .init("motto", .string, "Its name in the plan."), .init("position", .integer, "Of the last step; 0 while there is none."),
            .init("indicators", .array(indicator), "In the order of the plan."), .init("steps", .array(step), "In their order."),
            .init("criticisms", .array(.string), "Papers that criticised the unit in the period, as comments name them."),
        ])

    private static let head: [Schema.Property] = [
        .init("campaign", .string), .init("review", .oneOf(Campaign.Review.self)), .init("asOf", .date),
    ]

    private static let row: [Schema.Property] = [
        .init("code", .string), .init("tenant", .string), .init("name", .string), .init("firstTier", .boolean),
        .init("state", .oneOf(MottoStanding.State.self)), .init("stateName", .string),
        .init("movers", .array(.oneOf(MottoStep.Body.self)), "Whose move it is; nobody's once it is decided."), .init("move", .string),
        .init("decidedOn", .nullable(.date)), .init("documentNumber", .nullable(.string)),
    ]

    private static let indicator: Schema = .named(
        "MottoIndicator",
        [
            .init("code", .string), .init("words", .string), .init("indicator", .string),
            .init(
                "figures",
                .array(
                    .object([
                        .init("measure", .oneOf(Campaign.MottoMeasure.self)), .init("name", .string),
                        .init("count", .nullable(.integer), "Null: nothing is recorded about it yet."), .init("base", .nullable(.integer)),
                        .init("words", .string),
                        .init(
                            "sources",
                            .array(.object([.init("item", .nullable(.uuid)), .init("code", .string), .init("words", .string)])),
                            "Items and papers."),
                    ]))),
        ])

    private static let step: Schema = .named(
        "MottoStep",
        [
            .init("id", .uuid), .init("position", .integer), .init("step", .oneOf(MottoStep.Kind.self)), .init("stepName", .string),
            .init("body", .oneOf(MottoStep.Body.self)), .init("bodyName", .string), .init("date", .date),
            .init(
                "parts",
                .array(
                    .object([
                        .init("code", .string), .init("grade", .oneOf(MottoStep.Grade.self)), .init("gradeName", .string),
                        .init("remark", .text),
                    ]))), .init("accepted", .nullable(.boolean)), .init("documentNumber", .string), .init("criticism", .string),
            .init("words", .text), .init("recordedBy", .nullable(.string), "Title of the post."), .init("recordedOn", .date),
        ])
}
