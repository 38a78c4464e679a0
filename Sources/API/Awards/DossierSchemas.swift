import Domain
import Web

/// The shapes of dossiers of nomination, for the OpenAPI document.
enum DossierSchemas {
    private static let members: [Schema.Property] = [
        .init("id", .uuid), .init("campaign", .string), .init("review", .nullable(.oneOf(Campaign.Review.self)), "Null of a deed."),
        .init("track", .oneOf(AwardTrack.self)), .init("trackName", .string), .init("form", .oneOf(AwardForm.self)),
        .init("formName", .string), .init("tenant", .string), .init("proposer", .string, "Name of the unit that proposes."),
        .init("subject", .oneOf(AwardSubject.self)), .init("subjectName", .string), .init("nominee", .string),
        .init("unit", .uuid), .init("unitName", .string, "Where it is another than the one that proposes."),
        .init("person", .nullable(.uuid)),
        .init("giver", .nullable(.uuid), "Who gives by own authority, the unit itself or a sub-unit; null: the province."),
        .init("achievement", .text), .init("state", .oneOf(AwardDossier.State.self)),
        .init("stateName", .string), .init("heldIn", .nullable(.oneOf(AwardDossier.State.self)), "Where a hold goes back to."),
        .init("mover", .nullable(.oneOf(AwardParty.self)), "Whose move it is; null where nothing is left to do."), .init("move", .string),
        .init("clock", .nullable(clock), "Null where no limit runs."), .init("supplementsAsked", .integer),
        .init("version", .integer, "How many steps were taken."), .init("draftedOn", .date), .init("submittedOn", .nullable(.date)),
        .init("late", .boolean, "Submitted after the cut-off."), .init("regime", .nullable(.string), "Null until it is received."),
        .init("completeOn", .nullable(.date), "When the competent body had it complete."),
        .init("verdict", .nullable(.oneOf(UnitVerdict.Verdict.self)), "On which it was submitted."),
        .init("verdictNow", .nullable(.oneOf(UnitVerdict.Verdict.self)), "In the last frozen figures."),
        .init("flipped", .boolean, "A correction turned the verdict round since."),
    ]

    static let dossier: Schema = .named("AwardDossier", members)

    static let checks = Schema.Property(
        "checks",
        .array(
            .named(
                "DossierCheck", [.init("kind", .oneOf(CheckPoint.Kind.self)), .init("kindName", .string), .init("words", .string)])),
        "What should be looked at before it is decided; it decides nothing (A75).")

    static let detail: Schema = .named(
        "AwardDossierDetail",
        members + [
            .init("steps", .array(step), "In their order."), .init("papers", .array(paper)),
            .init("defects", .array(.string), "What is wanting; empty: it is complete."), .init("maximumSupplements", .integer),
            .init("regimeReason", .nullable(.text), "Why it stands under another regime than the day's own."),
            .init("decision", .nullable(given), "Null until it is recorded, and to a unit."),
            .init("possibleSteps", .array(.oneOf(AwardDossier.Step.self)), "What the officer can do with it now, councils apart."),
            checks,
            .init("openPetitions", .integer, "Petitions and complaints that wait for their answer; they stop nothing."),
            .init("opinions", .array(CriticismSchemas.opinion), "What other bodies were asked of it; empty to who proposes."),
            .init("asOf", .date),
        ])

    private static let clock: Schema = .named(
        "DossierClock",
        [
            .init("stage", .oneOf(DossierStage.self)), .init("stageName", .string), .init("limit", .integer, "Working days."),
            .init("used", .integer, "Working days, without those of pauses."), .init("paused", .boolean), .init("late", .boolean),
            .init("dueOn", .nullable(.date), "Null while it is paused."), .init("words", .string), .init("warnings", CalendarRoutes.gaps),
        ])

    private static let step: Schema = .named(
        "DossierStep",
        [
            .init("position", .integer), .init("step", .oneOf(AwardDossier.Step.self)), .init("stepName", .string),
            .init("state", .oneOf(AwardDossier.State.self), "Where it led."), .init("stateName", .string),
            .init("party", .nullable(.oneOf(AwardParty.self))), .init("happenedOn", .date), .init("reason", .text),
            .init("documentNumber", .string), .init("recordedBy", .uuid), .init("recordedByTitle", .nullable(.string)),
            .init("signature", .nullable(.string), "Of who acted under a delegation."), .init("recordedOn", .date),
        ])

    private static let paper: Schema = .named(
        "DossierPaper",
        [
            .init("id", .uuid, "To which its files belong."), .init("kind", .oneOf(DossierPaper.Kind.self)), .init("kindName", .string),
            .init("documentNumber", .string),
            .init("documentOn", .date), .init("confirmed", .boolean, "By the proposing level."), .init("recordedOn", .date),
        ])

    private static let given: Schema = .named(
        "DossierDecision",
        [
            .init("number", .string), .init("signedOn", .date), .init("signer", .string), .init("printedName", .string),
            .init("reward", .nullable(.integer), "VND."),
            .init("goldenBook", .nullable(.integer), "Number in the golden book of the year."),
        ])
}
