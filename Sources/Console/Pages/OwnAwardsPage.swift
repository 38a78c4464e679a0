import Documents
import Domain
import Operations

/// What a unit gives by its own authority: its rounds with slots and money, its dossiers, its rules; for who keeps its awards, to open and lock a round,
/// to record what was signed, and to take rules; for who proposes, to draft a dossier.
struct OwnAwardsPage: FormPage {
    static let template = "own-awards"
    let frame: Frame
    let unit: String
    let council: String
    /// What is said about them, and where they are handed over.
    let opinions: String
    /// Where one step of many dossiers is taken.
    let stepping: String
    let petitions: String
    let presentations: String
    let rounds: [Round]
    let hasNoRounds: Bool
    let opening: [Opening]
    let dossiers: [Dossier]
    let hasNoDossiers: Bool
    let drafting: [Drafting]
    let recording: [Recording]
    let rules: [Rules]
    let hasNoRules: Bool
    let taking: [Taking]
    var fault: FormFault?

    struct Round: Sendable {
        let name: String
        let giver: String
        let rules: String
        let collectives: String
        let individuals: String
        let amount: String
        let budget: String
        let words: String
        let locking: [Form]
    }

    struct Form: Sendable {
        let path: String
        let formToken: String
    }

    struct Opening: Sendable {
        let path: String
        let formToken: String
        let campaigns: [Choice]
    }

    struct Dossier: Sendable {
        let link: String
        let name: String
        let subject: String
        let state: String
        let move: String
    }

    struct Drafting: Sendable {
        let path: String
        let formToken: String
        let rounds: [Choice]
        let units: [Choice]
        let people: [Choice]
    }

    struct Recording: Sendable {
        let path: String
        let formToken: String
        let awards: [Award]
    }

    struct Award: Sendable {
        let key: String
        let label: String
        /// To be printed.
        let name: String
        /// Of a person: his post is asked for.
        let posts: [Post]
    }

    struct Post: Sendable {
        let key: String
        let label: String
    }

    struct Rules: Sendable {
        let number: String
        let date: String
        let from: String
        let through: String
        let givers: String
        let words: String
        let criteria: [Criterion]
        /// For the head, of rules that wait for his word.
        let confirming: [Form]
    }

    struct Criterion: Sendable {
        let value: String
    }

    struct Taking: Sendable {
        let path: String
        let formToken: String
        /// The columns of each table.
        let givers: String
        let criteria: String
        let councils: String
        /// What may stand in the cells of each.
        let giversWords: String
        let criteriaWords: String
        let councilsWords: String
    }

    /// What stands on it.
    struct Content: Sendable {
        let rounds: ListOwnRounds.Page
        let entries: [DossierEntry]
        let rules: [KeptOwnRules]
        let campaigns: [Choice]
        let units: [Choice]
        let people: [Choice]
    }

    init(frame: Frame, unit: String, path: String, council: String, _ content: Content, officer: ActingOfficer) {
        self.frame = frame
        self.unit = unit
        self.council = council
        let home = path.replacing("/own-awards", with: "")
        opinions = home + "/opinions"
        stepping = home + "/award-dossiers"
        petitions = home + "/petitions"
        presentations = home + "/presentations"
        let kept = officer.mayWrite ? officer.keptGiver : nil
        let today = content.rounds.today
        rounds = content.rounds.rounds.map { Round($0, kept: kept, on: today, path: path, formToken: frame.formToken) }
        hasNoRounds = rounds.isEmpty
        opening = kept == nil ? [] : [Opening(path: path, formToken: frame.formToken, campaigns: content.campaigns)]
        dossiers = content.entries.map { entry in
            let record = entry.record
            return Dossier(
                link: DossierPage.path(record), name: DossierTables.name(record), subject: record.dossier.nominee.subject.vietnamese,
                state: record.standing.state.vietnamese, move: record.moveWords)
        }
        hasNoDossiers = dossiers.isEmpty
        let open = content.rounds.rounds.filter { $0.round.lockedOn == nil && officer.ownParties(of: $0.giver).contains(.proposer) }
        drafting =
            open.isEmpty || !officer.mayWrite
            ? []
            : [
                Drafting(
                    path: path, formToken: frame.formToken,
                    rounds: open.map { Choice(key: $0.id.description, name: "\($0.giverName), \($0.campaign), \($0.kind.vietnamese)") },
                    units: content.units, people: content.people)
            ]
        let signed = content.entries.filter { $0.record.standing.state == .decided && $0.record.dossier.giver == kept && kept != nil }
        recording =
            signed.isEmpty
            ? []
            : [
                Recording(
                    path: path, formToken: frame.formToken,
                    awards: signed.map { entry in
                        let record = entry.record
                        let (key, label) = (record.dossier.id.description, DossierTables.name(record))
                        return Award(
                            key: key, label: label, name: record.nomineeInPapers,
                            posts: record.dossier.nominee.person == nil ? [] : [Post(key: key, label: label)])
                    })
            ]
        let mayConfirm = officer.mayWrite && officer.ownParties(of: SubUnit.ID(officer.home.uuid)).contains(.signer)
        rules = content.rules.map { kept in
            let decision = kept.rules.decision
            return Rules(
                number: decision.number, date: decision.date.vietnamese, from: decision.validity.from.vietnamese,
                through: decision.validity.through.map { " đến hết \($0.vietnamese)" } ?? "",
                givers: kept.rules.givers.map { "\($0.code) (\($0.signer))" }.joined(separator: ", "),
                words: kept.words, criteria: kept.rules.criteria.map { Criterion(value: $0.text) },
                confirming: mayConfirm && kept.confirmation == nil
                    ? [Form(path: "\(path)/rules/\(kept.id)/confirm", formToken: frame.formToken)] : [])
        }
        hasNoRules = rules.isEmpty
        let (columns, words) = (OwnRules.officersColumns, OwnRules.officersWords)
        taking =
            kept?.uuid != officer.home.uuid
            ? []
            : [
                Taking(
                    path: path, formToken: frame.formToken, givers: columns["givers.csv"] ?? "", criteria: columns["criteria.csv"] ?? "",
                    councils: columns["council-rules.csv"] ?? "", giversWords: words["givers.csv"] ?? "",
                    criteriaWords: words["criteria.csv"] ?? "", councilsWords: words["council-rules.csv"] ?? "")
            ]
    }
}

extension OwnAwardsPage.Round {
    init(_ round: OwnRound, kept: SubUnit.ID?, on day: CivilDate, path: String, formToken: String) {
        name = "\(round.campaign), \(round.kind.vietnamese)"
        giver = round.giverName
        rules = "số \(round.rules)"
        collectives = "\(round.collectives.taken)/\(round.collectives.slots)"
        individuals = "\(round.individuals.taken)/\(round.individuals.slots)"
        amount = VietnameseNumber.text(round.cost.amount)
        budget = round.budget
        words = round.round.words(on: day)
        locking =
            round.round.lockedOn == nil && kept == round.giver
            ? [OwnAwardsPage.Form(path: "\(path)/\(round.id)/lock", formToken: formToken)] : []
    }
}
