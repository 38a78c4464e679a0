import Domain
import Operations
import Web

/// Initiatives of a unit, or of the province, each with whose move it is and how much of the target has passed; for who may, to register one.
struct InitiativesPage: FormPage {
    static let template = "initiatives"
    let frame: Frame
    let title: String
    let path: String
    let states: [Choice]
    let rows: [Row]
    let isEmpty: Bool
    /// Where the next page begins; nil at the end.
    let next: String?
    /// Where the own unit reads what it is asked; nil of who does not confirm.
    let asked: String?
    let registering: [Registering]
    var fault: FormFault?

    struct Row: Sendable {
        let link: String
        let title: String
        let who: String
        let unit: String
        let effect: String
        let state: String
        let move: String
        let clock: String
        /// A word says it too; colour repeats it.
        let tone: String
        let registered: String
    }

    struct Registering: Sendable {
        let path: String
        let formToken: String
        let campaigns: [Choice]
        let units: [Choice]
        let people: [Choice]
        /// Else one registers for oneself.
        let isForOthers: Bool
        let scopes = Initiative.Scope.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }
    }

    /// - Parameters:
    ///   - state: by which the list is filtered.
    ///   - registering: nil of who registers nothing here.
    init(
        frame: Frame, title: String, path: String, state: Initiative.State?, _ entries: [InitiativeEntry], next: Initiative.ID?,
        asked: String?, registering: Registering?
    ) {
        self.frame = frame
        self.title = title
        self.path = path
        states = Initiative.State.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese, isChosen: $0 == state) }
        rows = entries.map(Row.init)
        isEmpty = rows.isEmpty
        self.next = next.map { "\(path)?cursor=\(Cursor.text($0.description))" + (state.map { "&state=\($0.rawValue)" } ?? "") }
        self.asked = asked
        self.registering = registering.map { [$0] } ?? []
    }
}

extension InitiativesPage.Row {
    init(_ entry: InitiativeEntry) {
        let record = entry.record
        link = InitiativePage.path(record)
        title = record.initiative.title
        who = record.who
        unit = record.tenantName
        effect = record.initiative.effect.vietnamese
        state = record.state.vietnamese
        move = record.moveWords
        clock = entry.clock?.vietnamese ?? ""
        tone = entry.clock.map { $0.isLate ? "bad" : $0.isPaused ? "warn" : "good" } ?? ""
        registered = record.registeredOn.vietnamese
    }
}

/// What units published to be followed elsewhere.
struct PublishedInitiativesPage: Page {
    static let template = "published-initiatives"
    let frame: Frame
    let rows: [Row]
    let isEmpty: Bool
    let more: Bool

    struct Row: Sendable {
        let title: String
        let unit: String
        let obstacle: String
        let solution: String
        let example: String
        let day: String
    }

    init(frame: Frame, _ initiatives: [PublishedInitiative], more: Bool) {
        self.frame = frame
        self.more = more
        rows = initiatives.map {
            Row(
                title: $0.title, unit: $0.unit, obstacle: $0.obstacle, solution: $0.solution, example: $0.example,
                day: $0.publishedOn.vietnamese)
        }
        isEmpty = rows.isEmpty
    }
}
