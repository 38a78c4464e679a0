import Domain
import Web

/// “Vì sao tôi không xem được?”: what the acting post may do with one thing, and which rule decides.
struct ExplanationPage: Page {
    static let template = "explanation"
    let frame: Frame
    let object: String
    let choices: [Choice]
    let answers: [Answer]
    var fault: String?

    struct Choice: Sendable {
        let name: String
        let label: String
        let isChosen: Bool
    }

    struct Answer: Sendable {
        let text: String
    }

    init(frame: Frame, deed: Deed?, object: String, explanations: [AccessExplanation] = [], fault: String? = nil) {
        self.frame = frame
        self.object = object
        choices = Deed.all.filter { $0 != .selfService }.map { Choice(name: $0.name, label: $0.vietnamese, isChosen: $0 == deed) }
        answers = explanations.map { Answer(text: $0.vietnamese) }
        self.fault = fault
    }
}
