import Domain
import Operations

/// Petitions and complaints with their clocks: a unit's own with the form to file one, and to answer those on what is given in it; for Home Affairs those
/// on what the province gives with the form to answer each.
struct PetitionsPage: FormPage {
    static let template = "petitions"
    let frame: Frame
    let unit: String
    let path: String
    let rows: [Row]
    let hasNoRows: Bool
    let more: Bool
    let mayFile: Bool
    let campaigns: [Choice]
    /// In sight, of which one can be filed.
    let dossiers: [Choice]
    /// On whose results a part of the unit files; none: to Home Affairs, or of a person.
    let givers: [Givers]
    /// By whoever looks for himself; empty where he may not.
    let own: [Own]
    var fault: FormFault?

    struct Givers: Sendable {
        let givers: [Choice]
    }

    struct Own: Sendable {
        /// In which he is the nominee.
        let dossiers: [Choice]
        let givers: [Choice]
    }

    struct Row: Sendable {
        let kind: String
        let who: String
        let addressee: String
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
        frame: Frame, unit: String, path: String, _ found: [Petition], on day: CivilDate, more: Bool, mayFile: Bool, officer: ActingOfficer,
        campaigns: [Choice] = [], dossiers: [Choice] = [], givers: [Choice] = [], own: Own? = nil
    ) {
        self.own = own.map { [$0] } ?? []
        self.givers = givers.isEmpty ? [] : [Givers(givers: givers)]
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
                who: [petition.personName, petition.unitName, petition.tenantName].compactMap(\.self).joined(separator: ", "),
                addressee: petition.addressee, words: petition.words, filedOn: petition.filedOn.vietnamese, term: petition.term.vietnamese,
                standing: petition.standing(on: day),
                answer: petition.answer.map { "\($0.documentNumber): \($0.words)" } ?? "",
                mayAnswer: petition.answer == nil && officer.keepsAwards(of: petition.giver, in: petition.tenantID),
                path: "\(path)/\(petition.id)/answer", formToken: frame.formToken)
        }
        hasNoRows = found.isEmpty
    }
}
