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
    /// What makes it uncertain.
    let warnings: [String]
    let words: String
    let facts: ListTable
    let acts: ListTable
    /// Once it is put to the Chairman.
    let letter: [Link]
    let explaining: [Link]
    let putting: [Link]
    let signing: [Link]
    var fault: FormFault?

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
        warnings = detail.warnings.map(\.vietnamese)
        words = kept.words
        facts = ListTable(
            "Bảng nhiệm vụ chậm", detail.facts,
            [
                .short("Mã") { $0.code }, .text("Nhiệm vụ") { $0.title }, .day("Thời hạn") { $0.dueOn },
                .short("Hoàn thành") { $0.doneOn?.vietnamese ?? "chưa hoàn thành" },
                .number("Số ngày chậm, tính đến ngày đề xuất") { "\($0.lateDays)" },
            ])
        acts = ListTable(
            "Bảng lịch sử", detail.acts, nothing: "Chưa có giải trình.",
            [
                .day("Ngày") { $0.recordedOn }, .text("Việc") { $0.step.vietnamese(kept.kind) }, .text("Người thực hiện") { $0.title },
                .text("Văn bản") { act in
                    let day = act.documentOn.map { " ngày \($0.vietnamese)" } ?? ""
                    return act.documentNumber.isEmpty ? "" : act.documentNumber + day
                },
                .text("Nội dung") { $0.words },
            ])
        letter = kept.state == .put || kept.state == .signed ? link : []
        explaining = !isWide && kept.state == .proposed && (isOnes || officer.may(.answerReview)) ? link : []
        let mayPut = kept.state == .explained || (kept.state == .proposed && officer.today > kept.explainBy)
        putting = isWide && officer.may(.appraiseAward) && mayPut ? link : []
        signing = isWide && officer.may(.decideAward) && kept.state == .put ? link : []
    }
}
