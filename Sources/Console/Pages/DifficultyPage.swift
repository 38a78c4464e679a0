import Domain
import Operations

/// One difficulty: what is in the way, which items it hinders, its history, its slip, and the forms of what the officer can do with it now.
struct DifficultyPage: FormPage {
    static let template = "difficulty"
    let frame: Frame
    let title: String
    let list: String
    let unit: String
    let state: String
    let level: String
    let raisedOn: String
    let clock: String
    /// What makes it uncertain.
    let warnings: [String]
    let solver: String
    let obstacle: String
    let proposal: String
    let items: ListTable
    let extensions: [Extension]
    let acts: [ActRow]
    let hasNoActs: Bool
    let noActs = "Chưa tiếp nhận."
    /// Once it is routed.
    let slip: [String]
    let moves: [Move]
    let hasNoMoves: Bool
    var fault: FormFault?

    struct Extension: Sendable {
        let words: String
    }

    struct Move: Sendable {
        let path: String
        let formToken: String
        let step: String
        let name: String
        let needsWords: Bool
        let takesPaper: Bool
        /// Whom it can be routed to; elsewhere none.
        let solvers: [Choice]
        let isRouting: Bool
    }

    struct Choice: Sendable {
        let id: String
        let name: String
    }

    /// - Parameters:
    ///   - list: path of the list, under which this page is.
    ///   - solvers: whom it can be routed to.
    init(frame: Frame, list: String, _ answer: ShowDifficulty.Answer, solvers: [Choice]) {
        let detail = answer.detail
        let kept = detail.difficulty
        self.frame = frame
        self.list = list
        title = kept.title
        unit = kept.placeName
        state = kept.state.vietnamese
        level = kept.level.vietnamese
        raisedOn = kept.raisedOn.vietnamese
        clock = kept.clock(on: answer.today)
        warnings = answer.warnings.map(\.vietnamese)
        solver = kept.solver?.name ?? ""
        obstacle = kept.obstacle
        proposal = kept.proposal
        items = ListTable(
            "Bảng nhiệm vụ, chỉ tiêu liên quan", detail.items, nothing: "Không ghi.",
            [.short("Mã") { $0.code }, .text("Nhiệm vụ, chỉ tiêu") { $0.title }, .day("Thời hạn khi nêu") { $0.dueOn }])
        extensions = detail.extensions.map { one in
            let due = one.newDueOn.map { ", thời hạn \($0.vietnamese)" } ?? ""
            let step =
                switch one.step {
                case .asked: "đề nghị gia hạn"
                case .granted: "được gia hạn"
                case .refused: "không được gia hạn"
                }
            return Extension(words: "\(one.code): \(step) ngày \(one.happenedOn.vietnamese)\(due)")
        }
        acts = detail.acts.map { act in
            ActRow(
                day: act.recordedOn.vietnamese, step: act.step.vietnamese + (act.solverName.isEmpty ? "" : ": \(act.solverName)"),
                who: act.title, paper: act.documentNumber, words: act.words, due: act.dueOn?.vietnamese ?? "")
        }
        hasNoActs = acts.isEmpty
        slip = kept.solver == nil ? [] : ["\(list)/\(kept.id)/slip"]
        moves = answer.moves.map { step in
            Move(
                path: "\(list)/\(kept.id)/step", formToken: frame.formToken, step: step.rawValue, name: step.vietnamese.startingLarge,
                needsWords: step.needsWords, takesPaper: step == .answer || step == .route, solvers: step == .route ? solvers : [],
                isRouting: step == .route)
        }
        hasNoMoves = moves.isEmpty
    }
}
