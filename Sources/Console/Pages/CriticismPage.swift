import Domain
import Operations

/// One criticism or reminder: its facts, its history, its letter, and the form of what the officer can do with it now.
struct CriticismPage: FormPage {
    static let template = "criticism"
    let frame: Frame
    let title: String
    let name: String
    let list: String
    let state: String
    let proposedOn: String
    let explainBy: String
    let words: String
    let facts: [Fact]
    let acts: [Act]
    let hasNoActs: Bool
    /// Once it is put to the Chairman.
    let letter: [Link]
    let explaining: [Link]
    let putting: [Link]
    let signing: [Link]
    var fault: FormFault?

    struct Fact: Sendable {
        let code: String
        let title: String
        let dueOn: String
        let doneOn: String
        let lateDays: String
    }

    struct Act: Sendable {
        let day: String
        let step: String
        let who: String
        let paper: String
        let words: String
    }

    struct Link: Sendable {
        let path: String
        let formToken: String
    }

    /// - Parameters:
    ///   - list: path of the list, under which this page is.
    ///   - isWide: in the province.
    ///   - isOnes: it falls on who looks.
    init(frame: Frame, list: String, _ detail: CriticismDetail, officer: ActingOfficer, isWide: Bool, isOnes: Bool) {
        let kept = detail.criticism
        let link = [Link(path: "\(list)/\(kept.id)", formToken: frame.formToken)]
        self.frame = frame
        self.list = list
        title = kept.kind.vietnamese
        name = kept.name
        state = kept.state.vietnamese(kept.kind)
        proposedOn = kept.proposedOn.vietnamese
        explainBy = kept.explainBy.vietnamese
        words = kept.words
        facts = detail.facts.map { fact in
            Fact(
                code: fact.code, title: fact.title, dueOn: fact.dueOn.vietnamese, doneOn: fact.doneOn?.vietnamese ?? "chưa hoàn thành",
                lateDays: "\(fact.lateDays)")
        }
        acts = detail.acts.map { act in
            let day = act.documentOn.map { " ngày \($0.vietnamese)" } ?? ""
            return Act(
                day: act.recordedOn.vietnamese, step: act.step.vietnamese(kept.kind), who: act.title,
                paper: act.documentNumber.isEmpty ? "" : act.documentNumber + day, words: act.words)
        }
        hasNoActs = acts.isEmpty
        letter = kept.state == .put || kept.state == .signed ? link : []
        explaining = !isWide && kept.state == .proposed && (isOnes || officer.may(.answerReview)) ? link : []
        let mayPut = kept.state == .explained || (kept.state == .proposed && officer.today > kept.explainBy)
        putting = isWide && officer.may(.appraiseAward) && mayPut ? link : []
        signing = isWide && officer.may(.decideAward) && kept.state == .put ? link : []
    }
}
