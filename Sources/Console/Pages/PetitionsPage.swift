import Domain
import Operations

/// Petitions and complaints with their clocks: a unit's own with the form to file one, or for Home Affairs all with the form to answer each.
struct PetitionsPage: Page {
    static let template = "petitions"
    let frame: Frame
    let unit: String
    let path: String
    let rows: [Row]
    let hasNoRows: Bool
    let more: Bool
    let mayFile: Bool
    let campaigns: [StepForm.Option]
    /// The unit's own, of which one can be filed.
    let dossiers: [StepForm.Option]
    var fault: FormFault?

    struct Row: Sendable {
        let kind: String
        let who: String
        let words: String
        let filedOn: String
        let term: String
        let standing: String
        let answer: String
        let mayAnswer: Bool
        let path: String
        let formToken: String
    }

    init(
        frame: Frame, unit: String, path: String, _ found: [Petition], on day: CivilDate, more: Bool, mayFile: Bool, mayAnswer: Bool,
        campaigns: [StepForm.Option] = [], dossiers: [StepForm.Option] = []
    ) {
        self.campaigns = campaigns
        self.dossiers = dossiers
        self.frame = frame
        self.unit = unit
        self.path = path
        self.more = more
        self.mayFile = mayFile
        rows = found.map { petition in
            Row(
                kind: petition.kind.vietnamese,
                who: [petition.personName, petition.tenantName].compactMap(\.self).joined(separator: ", "), words: petition.words,
                filedOn: petition.filedOn.vietnamese, term: petition.term.vietnamese, standing: petition.standing(on: day),
                answer: petition.answer.map { "\($0.documentNumber): \($0.words)" } ?? "", mayAnswer: mayAnswer && petition.answer == nil,
                path: "/petitions/\(petition.id)/answer", formToken: frame.formToken)
        }
        hasNoRows = found.isEmpty
    }
}
