import Domain
import Operations

/// What Home Affairs, or who keeps a unit's own awards, asks other bodies of dossiers, with the forms to ask and to record an answer.
struct OpinionsPage: FormPage {
    static let template = "opinions"
    let frame: Frame
    let unit: String
    let path: String
    let rows: [Row]
    let hasNoRows: Bool
    let more: Bool
    let mayAsk: Bool
    /// Of which can be asked.
    let dossiers: [Choice]
    var fault: FormFault?

    struct Row: Sendable {
        let body: String
        let question: String
        let paper: String
        let askedOn: String
        let dueOn: String
        let standing: String
        let answer: String
        let mayAnswer: Bool
        let path: String
        let formToken: String
    }

    init(
        frame: Frame, unit: String, path: String, _ found: [DossierOpinion], on day: CivilDate, more: Bool, officer: ActingOfficer,
        dossiers: [Choice]
    ) {
        self.dossiers = dossiers
        self.frame = frame
        self.unit = unit
        self.path = path
        self.more = more
        mayAsk = !dossiers.isEmpty
        rows = found.map { opinion in
            Row(
                body: opinion.body, question: opinion.question, paper: opinion.documentNumber, askedOn: opinion.askedOn.vietnamese,
                dueOn: opinion.dueOn.vietnamese, standing: opinion.standing(on: day),
                answer: opinion.answer.map { "\($0.documentNumber): \($0.words)" } ?? "",
                mayAnswer: opinion.answer == nil && officer.keepsAwards(of: opinion.giver, in: opinion.tenant),
                path: "\(path)/\(opinion.id)/answer", formToken: frame.formToken)
        }
        hasNoRows = found.isEmpty
    }
}
