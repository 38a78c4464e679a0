import Domain
import Operations

/// Difficulties of a unit and those that it is asked to solve, with the form to raise one; for the province all.
struct DifficultiesPage: FormPage {
    static let template = "difficulties"
    let frame: Frame
    let unit: String
    let rows: [Row]
    let hasNoRows: Bool
    let more: Bool
    /// The form of who may raise one.
    let raising: [Raising]
    var fault: FormFault?

    struct Row: Sendable {
        let title: String
        let unit: String
        let raisedOn: String
        let state: String
        let level: String
        let solver: String
        let clock: String
        let path: String

        /// - Parameters:
        ///   - day: by which the clock is read.
        ///   - list: path of the list, under which its page is.
        init(_ difficulty: Difficulty, on day: CivilDate, under list: String) {
            title = difficulty.title
            unit = difficulty.placeName
            raisedOn = difficulty.raisedOn.vietnamese
            state = difficulty.state.vietnamese
            level = difficulty.level.vietnamese
            solver = difficulty.solver?.name ?? ""
            clock = difficulty.clock(on: day)
            path = "\(list)/\(difficulty.id)"
        }
    }

    struct Raising: Sendable {
        let path: String
        let formToken: String
        /// Id of the unit of the post.
        let unit: String
    }

    /// - Parameter path: of the list.
    init(frame: Frame, unit: String, path: String, _ answer: ListDifficulties.Answer) {
        self.frame = frame
        self.unit = unit
        more = answer.next != nil
        rows = answer.difficulties.map { Row($0, on: answer.today, under: path) }
        hasNoRows = rows.isEmpty
        raising = answer.raiser.map { [Raising(path: path, formToken: frame.formToken, unit: $0.description)] } ?? []
    }
}
