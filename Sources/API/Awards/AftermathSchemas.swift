import Domain
import Web

/// The shapes of what follows a decision on an award, for the OpenAPI document.
enum AftermathSchemas {
    private static let decision: Schema = .object([.init("number", .string), .init("signedOn", .date)])

    static let aftermath: Schema = .named(
        "AwardAftermath",
        [
            .init("dossier", .uuid), .init("tenant", .string), .init("nominee", .string), .init("state", .oneOf(AwardDossier.State.self)),
            .init("stateName", .string), .init("decision", .nullable(decision), "Null until it is recorded."),
            .init("printedName", .nullable(.string), "As it was signed."),
            .init("corrections", .array(correction), "What stood in the register for the decision before, the oldest first."),
            .init("proposals", .array(proposal), "The latest first."),
            .init("amendments", .array(amendment), "In their order."), .init("recovery", .nullable(recovery), "Null unless it is revoked."),
            .init("copies", .array(copy)), .init("flag", .nullable(.string), "Where a correction turned the verdict round."),
            .init("rulings", .array(ruling), "The latest first."),
            .init(
                "papers", .array(.object([.init("id", .uuid), .init("number", .string), .init("signedOn", .date)])),
                "The signed papers, to which their files belong."),
            .init("possible", .array(.oneOf(AwardAftermath.Deed.self)), "What the officer can do about it now."),
        ])

    private static let correction: Schema = .named(
        "DecisionCorrection",
        [
            .init("number", .string), .init("signedOn", .date), .init("signer", .string), .init("reason", .text),
            .init("correctedOn", .date),
            .init("correctedBy", .nullable(.string), "Title of the post."),
        ])

    private static let proposal: Schema = .named(
        "RevocationProposal",
        [
            .init("ground", .oneOf(RevocationGround.self)), .init("groundName", .string), .init("facts", .text),
            .init("documentNumber", .string), .init("documentOn", .date), .init("recordedOn", .date),
            .init("declinedOn", .nullable(.date)), .init("declinedReason", .nullable(.text)),
        ])

    private static let amendment: Schema = .named(
        "AwardAmendment",
        [
            .init("kind", .oneOf(AwardAmendment.Kind.self)), .init("paper", .string), .init("number", .string), .init("signedOn", .date),
            .init("signer", .string), .init("facts", .text), .init("wrong", .text, "Of a correction."), .init("right", .text),
            .init("printedName", .string, "Of a replacement."), .init("printedPost", .string),
            .init("amends", .nullable(decision), "The paper that it amends."), .init("ground", .nullable(.oneOf(RevocationGround.self))),
        ])

    private static let recovery: Schema = .named(
        "RewardRecovery",
        [
            .init("due", .integer, "VND."), .init("recovered", .integer, "VND."), .init("waived", .integer, "VND."),
            .init("outstanding", .integer, "VND."), .init("state", .oneOf(RewardRecovery.State.self)), .init("stateName", .string),
            .init("fund", .nullable(.string), "Into which it comes back, of what a unit gave by its own authority."),
            .init(
                "entries",
                .array(
                    .object([
                        .init("amount", .integer, "VND."), .init("waived", .boolean), .init("on", .date), .init("documentNumber", .string),
                        .init("reason", .text),
                    ]))),
        ])

    private static let copy: Schema = .named(
        "CertificateCopy",
        [
            .init("number", .integer, "In its register."), .init("kind", .oneOf(CertificateCopy.Kind.self)), .init("kindName", .string),
            .init("reason", .text), .init("requestNumber", .string), .init("requestOn", .date), .init("issuedOn", .date),
        ])

    private static let ruling: Schema = .named(
        "FlipRuling",
        [
            .init("ruling", .oneOf(FlipRuling.Word.self)), .init("rulingName", .string), .init("reason", .text),
            .init("documentNumber", .string), .init("version", .integer, "Of the frozen figures."), .init("recordedOn", .date),
        ])

    static let presentation: Schema = .named(
        "AwardPresentation",
        [
            .init("id", .uuid), .init("giver", .nullable(.uuid), "Who hands over what it gave itself; null: the province."),
            .init("name", .string), .init("place", .string), .init("heldOn", .date), .init("startsAt", .string), .init("chair", .string),
            .init("documentNumber", .string), .init("completedOn", .nullable(.date)),
            .init("awardees", .array(awardee), "In their order; empty in a list."),
        ])

    private static let awardee: Schema = .named(
        "PresentationAwardee",
        [
            .init("position", .integer), .init("dossier", .uuid), .init("tenant", .string), .init("tenantName", .string),
            .init("form", .oneOf(AwardForm.self)), .init("subject", .oneOf(AwardSubject.self)), .init("printedName", .string),
            .init("printedPost", .string), .init("state", .oneOf(AwardDossier.State.self)), .init("stateName", .string),
            .init("receiver", .string), .init("presenter", .string),
        ])
}
