import Documents
import Domain
import Operations

/// Dossiers of a unit, or of the province: the queue of the officer's party first, each with whose move it is and its clock; for who proposes, to
/// draft one.
struct DossiersPage: FormPage {
    static let template = "dossiers"
    let frame: Frame
    let title: String
    let path: String
    let states: [Choice]
    let parties: [Choice]
    /// The queue of the officer's party; nobody's for who takes no steps.
    let mine: [Choice]
    let rows: [Row]
    let isEmpty: Bool
    /// Where the next page begins; nil at the end.
    let next: String?
    let drafting: [Drafting]
    var fault: FormFault?

    struct Row: Sendable {
        let link: String
        let name: String
        let subject: String
        let proposer: String
        let state: String
        let move: String
        let clock: String
        /// A word says it too; colour repeats it.
        let tone: String
        let submitted: String
        let notes: String
    }

    struct Drafting: Sendable {
        let path: String
        let formToken: String
        let campaigns: [Choice]
        let units: [Choice]
        let people: [Choice]
    }

    /// - Parameters:
    ///   - next: the address of the next page; nil at the end.
    ///   - drafting: nil of who drafts nothing here.
    init(
        frame: Frame, title: String, path: String, filter: DossierFilter, _ page: ListDossiers.Page, next: String?, role: Role,
        drafting: Drafting?
    ) {
        self.frame = frame
        self.title = title
        self.path = path
        states = AwardDossier.State.allCases.map {
            Choice(key: $0.rawValue, name: $0.vietnamese, isChosen: $0 == filter.state)
        }
        parties = AwardParty.allCases.map {
            Choice(key: $0.rawValue, name: $0.vietnamese(on: .provincialReview), isChosen: $0 == filter.party)
        }
        mine =
            AwardParty.served(by: role).map { party in
                [Choice(key: "\(path)?party=\(party.rawValue)", name: party.vietnamese(on: .provincialReview))]
            } ?? []
        rows = page.entries.map(Row.init)
        isEmpty = rows.isEmpty
        self.next = next
        self.drafting = drafting.map { [$0] } ?? []
    }
}

extension DossiersPage.Row {
    init(_ entry: DossierEntry) {
        let record = entry.record
        link = DossierPage.path(record)
        name = DossierTables.name(record)
        subject = record.dossier.nominee.subject.vietnamese
        proposer = record.proposerName
        state = record.standing.state.vietnamese
        move = record.moveWords
        clock = entry.clock?.vietnamese ?? ""
        tone = entry.clock.map { $0.isLate ? "bad" : $0.isPaused ? "warn" : "good" } ?? ""
        submitted = record.submittedOn?.vietnamese ?? ""
        notes = DossierTables.notes(record).joined(separator: " ")
    }
}
