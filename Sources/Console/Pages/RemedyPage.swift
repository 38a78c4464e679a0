import Domain
import Operations

/// One remedy: what has to be put right, its history, and the forms of what the officer can do with it now.
struct RemedyPage: FormPage {
    static let template = "remedy"
    let frame: Frame
    let list: String
    let words: String
    let owner: String
    let origin: String
    let body: String
    let orderedOn: String
    let state: String
    let clock: String
    /// What makes it uncertain.
    let warnings: [String]
    let acts: [ActRow]
    let hasNoActs: Bool
    let noActs = "Chưa báo cáo."
    let moves: [Move]
    let hasNoMoves: Bool
    var fault: FormFault?

    struct Move: Sendable {
        let path: String
        let formToken: String
        let step: String
        let name: String
        let needsWords: Bool
        let takesPaper: Bool
        let takesDay: Bool
    }

    /// - Parameters:
    ///   - list: path of the list, under which this page is.
    ///   - tenant: slug of the unit; nil: of the province.
    init(frame: Frame, list: String, in tenant: String?, _ answer: ShowRemedy.Answer) {
        let remedy = answer.detail.remedy
        self.frame = frame
        self.list = list
        words = remedy.words
        owner = remedy.ownerName
        origin = remedy.origin.vietnamese
        body = remedy.body.vietnamese
        orderedOn = remedy.orderedOn.vietnamese
        state = remedy.state.vietnamese
        clock = remedy.clock(on: answer.today)
        warnings = answer.warnings.map(\.vietnamese)
        acts = answer.detail.acts.map { act in
            ActRow(
                day: act.recordedOn.vietnamese, step: act.step.vietnamese, who: act.title,
                paper: act.documentOn.map { "\(act.documentNumber) ngày \($0.vietnamese)" } ?? "", words: act.words,
                due: act.dueOn.vietnamese, files: act.step == .report ? [AwardFilesPage.path(.remedy, act.id, in: tenant)] : [])
        }
        hasNoActs = acts.isEmpty
        moves = answer.moves.map { step in
            Move(
                path: "\(list)/\(remedy.id)/step", formToken: frame.formToken, step: step.rawValue, name: step.vietnamese.startingLarge,
                needsWords: step.needsWords, takesPaper: step == .report || step == .close, takesDay: step == .return)
        }
        hasNoMoves = moves.isEmpty
    }
}
