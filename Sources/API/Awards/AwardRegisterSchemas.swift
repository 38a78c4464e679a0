import Domain
import Web

/// The shapes of the registers of awards, for the OpenAPI document.
enum AwardRegisterSchemas {
    static let award: Schema = .named(
        "RecordedAward",
        [
            .init("id", .uuid), .init("number", .integer, "In the golden book (sổ vàng) of the year."), .init("year", .integer),
            .init("form", .oneOf(AwardForm.self)), .init("formName", .string), .init("subject", .oneOf(AwardSubject.self)),
            .init("decision", .string, "Number of the decision."), .init("signedOn", .date), .init("signer", .string),
            .init("dossier", .uuid), .init("tenant", .string), .init("tenantName", .string), .init("person", .nullable(.uuid)),
            .init("achievement", .text), .init("printedName", .string), .init("printedPost", .string),
            .init("nameConfirmed", .boolean, "By the unit and the nominee, as it is printed."), .init("reward", .integer, "VND."),
            .init("regime", .string), .init("amended", .nullable(amended), "Null where it stands as it was signed."),
            .init(
                "consents", .nullable(.boolean), "To be named in public, as he said last; null while nothing was said, and of a collective."
            ),
        ])

    private static let amended: Schema = .named(
        "AmendedAward",
        [
            .init("kind", .oneOf(AwardAmendment.Kind.self)), .init("kindName", .string), .init("number", .string), .init("signedOn", .date),
            .init("name", .nullable(.string), "As a replacement has it printed."), .init("post", .nullable(.string)),
        ])

    static let published: Schema = .named(
        "PublishedAward",
        [
            .init("named", .boolean, "False of a person who did not agree to it: name and post are empty."), .init("name", .string),
            .init("post", .string), .init("unit", .string), .init("form", .oneOf(AwardForm.self)),
            .init("formName", .string), .init("subject", .oneOf(AwardSubject.self)), .init("decision", .string), .init("signedOn", .date),
            .init("amended", .nullable(amended), "Never on which ground."),
        ])

    static let budget: Schema = .named(
        "AwardBudget",
        [
            .init("total", .integer, "VND; without ad-hoc awards."),
            .init("unknown", .integer, "Awards for which no rate, base salary or rounding is in force."),
            .init(
                "lines",
                .array(
                    .object([
                        .init("stage", .oneOf(AwardBudget.Stage.self)), .init("stageName", .string),
                        .init("subject", .oneOf(AwardSubject.self)), .init("count", .integer), .init("amount", .integer, "VND."),
                        .init("unknown", .integer),
                    ]))),
        ])

    private static let said: Schema = .object([.init("name", .string), .init("post", .string)])

    static let name: Schema = .named(
        "ConfirmedName",
        [
            .init("dossier", CouncilSchemas.dossier), .init("unit", .nullable(said)), .init("nominee", .nullable(said)),
            .init("printed", .nullable(said), "Null until both agree; of a collective the unit's word alone."),
            .init(
                "signed", .nullable(.uuid),
                "The nominee's last word, where it was recorded from what he signed: files belong to it, as nameConfirmation."),
        ])

    static let words: Schema = .named("NameWords", [.init("unit", .nullable(said)), .init("nominee", .nullable(said))])

    static let own: Schema = .named(
        "OwnName", [.init("dossier", .uuid), .init("unit", .nullable(said)), .init("nominee", .nullable(said))])

    static let initiativeLetter: Schema = .named(
        "InitiativeLetter",
        [
            .init("number", .integer, "In the register of letters of the year of its day."), .init("signedOn", .date),
            .init("documentNumber", .string), .init("signer", .string), .init("initiative", .uuid), .init("title", .string),
            .init("tenant", .string), .init("tenantName", .string),
        ])

    static let letter: Schema = .named(
        "PraiseLetter",
        [
            .init("tenant", .string), .init("unit", .uuid), .init("name", .string),
            .init("share", .nullable(.string), "Null where older figures do not keep it."),
            .init("awarded", .boolean, "Whether its own dossier for the Bằng khen is decided."),
            .init("answer", .nullable(answer)),
            .init(
                "struck", .array(.object([.init("answer", answer), .init("reason", .text), .init("struckOn", .date)])),
                "Recorded by mistake and struck; their numbers stay taken."),
        ])

    private static let answer: Schema = .object([
        .init("declined", .boolean), .init("note", .text), .init("signedOn", .date), .init("signer", .string),
        .init("number", .nullable(.integer), "In the register of letters."),
    ])
}
