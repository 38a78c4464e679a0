import Domain
import Operations
import Web

/// What the steps of a motto are sent as.
enum MottoBody {
    private static let reference: [Schema.Property] = [
        .init("campaign", .string, "Code of the campaign."), .init("review", .oneOf(Campaign.Review.self)),
        .init("code", .string, required: false, "Code of the unit, such as SNV or 973/32191; the place's own when absent."),
    ]
    private static let date = Schema.Property("date", .date, required: false, "Date of the paper; today when absent.")

    static let assessment: Schema = .object(
        reference + [
            .init(
                "parts",
                .array(
                    .object([
                        .init("code", .string, "Of the plan."), .init("grade", .oneOf(MottoStep.Grade.self)),
                        .init("remark", .text, required: false, "Needed where the part is not met."),
                    ])), "Every part of the motto, once."), .init("words", .text, required: false), date,
        ])

    static let comment: Schema = .object(
        reference + [
            .init("words", .text),
            .init(
                "criticism", .string, required: false,
                "The paper that criticised the unit in the period: the council must then give its reason."),
            date,
        ])

    static let decision: Schema = .object(
        reference + [
            .init("accepted", .boolean), .init("documentNumber", .string, "Of the conclusion; of a correction its minute."),
            .init("reason", .text, required: false, "Needed to refuse, to correct, and where the unit was criticised or not heard."), date,
            .init("correction", .boolean, required: false, "Corrects a decision that stands."),
        ])

    private struct Reference {
        let campaign: String
        let review: Campaign.Review
        let unit: String?

        init?(_ body: inout JSONObjectReader) {
            let campaign = body.required("campaign")?.line()
            let review = body.required("review")?.oneOf(Campaign.Review.self)
            let unit = body.optional("code")?.line()
            guard let campaign, let review else { return nil }
            self.campaign = campaign
            self.review = review
            self.unit = unit
        }
    }

    static func assessment(_ call: Call) throws(Problem) -> AssessMotto {
        try call.json { body in
            let reference = Reference(&body)
            let parts = body.required("parts")?.array { $0.object(part) }
            let words = body.optional("words")?.passage() ?? ""
            let date = body.optional("date")?.day()
            guard let reference, let parts else { return AssessMotto?.none }
            return AssessMotto(
                campaign: reference.campaign, review: reference.review, unit: reference.unit, parts: parts, words: words, assessedOn: date)
        }
    }

    private static func part(_ body: inout JSONObjectReader) -> MottoStep.Part? {
        let code = body.required("code")?.line()
        let grade = body.required("grade")?.oneOf(MottoStep.Grade.self)
        let remark = body.optional("remark")?.passage() ?? ""
        guard let code, let grade else { return nil }
        return MottoStep.Part(code: code, grade: grade, remark: remark)
    }

    static func comment(_ call: Call) throws(Problem) -> CommentOnMotto {
        try call.json { body in
            let reference = Reference(&body)
            let words = body.required("words")?.passage()
            let criticism = body.optional("criticism")?.line() ?? ""
            let date = body.optional("date")?.day()
            guard let reference, let words else { return CommentOnMotto?.none }
            return CommentOnMotto(
                campaign: reference.campaign, review: reference.review, unit: reference.unit, words: words, criticism: criticism,
                commentedOn: date)
        }
    }

    static func decision(_ call: Call) throws(Problem) -> DecideMotto {
        try call.json { body in
            let reference = Reference(&body)
            let isAccepted = body.required("accepted")?.bool()
            let number = body.required("documentNumber")?.line()
            let reason = body.optional("reason")?.passage() ?? ""
            let date = body.optional("date")?.day()
            let isCorrection = body.optional("correction", default: false) { $0.bool() }
            guard let reference, let isAccepted, let number, let isCorrection else { return DecideMotto?.none }
            return DecideMotto(
                campaign: reference.campaign, review: reference.review, unit: reference.unit, isAccepted: isAccepted,
                documentNumber: number,
                reason: reason, decidedOn: date, isCorrection: isCorrection)
        }
    }
}
