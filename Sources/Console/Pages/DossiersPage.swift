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
    /// One step of many, for who takes one in the province, or in a unit of what it gives itself.
    let stepping: [Stepping]
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
        let id: String
        /// Whether the list has a column of what is chosen; and whether this one may be.
        let hasChoice: Bool
        let mayChoose: Bool
        let isChosen: Bool
        /// What would come of the step; empty before a look.
        let outcome: String
    }

    struct Stepping: Sendable {
        let path: String
        let formToken: String
        let verbs: [Choice]
        let number: String
        let date: String
        /// After a look: whether the step would be taken of every chosen one.
        let isPreview: Bool
        /// How many of what was looked at cannot take the step; none: empty.
        let refused: [String]
        /// What was looked at; empty before.
        let looked: String
        /// Who takes the steps, in the province or in his unit: what is not his cannot be ticked.
        let officer: ActingOfficer
        let isInTheUnit: Bool
    }

    /// What was ticked and looked at.
    struct Trial: Sendable {
        var chosen: Set<AwardDossier.ID>
        var verb: StepDossiers.Verb?
        var number: String
        var date: String
        var outcomes: [AwardDossier.ID: StepDossiers.Outcome]?
        /// Of the form as it was looked at.
        var mark: String
        /// Whether all of the page were meant: of what is not the officer's it is said then.
        var isOfAll = false
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
    ///   - stepping: nil of who takes no steps of many here.
    ///   - trial: what he looked at before.
    init(
        frame: Frame, title: String, path: String, filter: DossierFilter, _ page: ListDossiers.Page, next: String?, role: Role,
        drafting: Drafting?, stepping: Stepping? = nil, _ trial: Trial? = nil
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
        self.stepping = [stepping].compactMap(\.self)
        rows = page.entries.map { Row($0, stepping, trial) }
        isEmpty = rows.isEmpty
        self.next = next
        self.drafting = drafting.map { [$0] } ?? []
    }
}

extension DossiersPage.Row {
    init(_ entry: DossierEntry, _ stepping: DossiersPage.Stepping?, _ trial: DossiersPage.Trial?) {
        let record = entry.record
        id = record.dossier.id.description
        hasChoice = stepping != nil
        mayChoose = stepping.map { $0.officer.stepsMany(of: record.dossier, inTheUnit: $0.isInTheUnit) } ?? false
        isChosen = trial?.chosen.contains(record.dossier.id) ?? false
        if let outcome = trial?.outcomes?[record.dossier.id] {
            self.outcome = outcome.refusal.map { $0.sentence() } ?? "sẽ chuyển sang “\(outcome.after?.standing.state.vietnamese ?? "")”"
        } else if let trial, trial.isOfAll, trial.outcomes != nil, !mayChoose {
            outcome = "không thực hiện ở đây: hồ sơ do \(record.dossier.giver == nil ? "tỉnh" : "nơi tặng khác") xét"
        } else {
            outcome = ""
        }
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

extension DossiersPage.Stepping {
    /// Nil of who takes none of these steps where he looks.
    init?(_ path: String, _ frame: Frame, _ officer: ActingOfficer, inTheUnit isOwn: Bool, _ trial: DossiersPage.Trial?) {
        let offered = StepDossiers.Verb.allCases.filter { officer.may(isOwn ? $0.ownAction : $0.action) }
        if offered.isEmpty { return nil }
        self.path = path
        self.officer = officer
        isInTheUnit = isOwn
        formToken = frame.formToken
        verbs = offered.map { Choice(key: $0.rawValue, name: $0.step.vietnamese, isChosen: $0 == trial?.verb) }
        number = trial?.number ?? ""
        date = trial?.date ?? ""
        looked = trial?.mark ?? ""
        isPreview = trial?.outcomes.map { found in !found.isEmpty && found.values.allSatisfy { $0.refusal == nil } } ?? false
        let count = trial?.outcomes?.values.filter { $0.refusal != nil }.count ?? 0
        refused =
            count == 0
            ? []
            : ["\(count) hồ sơ không thực hiện được: lý do ở cột Xem trước. Bỏ chọn các hồ sơ đó, hoặc sửa theo lý do, rồi xem trước lại."]
    }
}

extension ActingOfficer {
    /// Whether a dossier is one of those of which he takes steps of many: the province's in the province, in a unit what is given where he keeps or signs.
    func stepsMany(of dossier: AwardDossier, inTheUnit isOwn: Bool) -> Bool {
        guard let giver = dossier.giver else { return !isOwn }
        return isOwn && !ownParties(of: giver).isDisjoint(with: [.appraiser, .signer])
    }
}
