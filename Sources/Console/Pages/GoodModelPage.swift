import Domain
import Operations

/// One model: what it is and what it brought, its history, who adopted it, and the forms of what the officer can do with it now.
struct GoodModelPage: FormPage {
    static let template = "good-model"
    let frame: Frame
    let list: String
    let adoptionList: String
    let title: String
    let kind: String
    let owner: String
    let state: String
    let level: String
    let content: String
    let effect: String
    let since: String
    let evidence: String
    /// Where its files are.
    let files: [String]
    let consent: String
    let spreadOn: String
    let acts: [ActRow]
    let hasNoActs: Bool
    let noActs = "Chưa có."
    let adoptions: ListTable
    let moves: [Move]
    let hasNoMoves: Bool
    /// The form of who may adopt it.
    let adopting: [Adopting]
    var fault: FormFault?

    struct Move: Sendable {
        let path: String
        let formToken: String
        let step: String
        let name: String
        let needsWords: Bool
        let takesPaper: Bool
    }

    struct Adopting: Sendable {
        let path: String
        let formToken: String
        let unit: String
    }

    /// - Parameters:
    ///   - list: path of the list, under which this page is.
    ///   - adoptionList: path of what units recorded of models that they took over.
    ///   - tenant: slug of the unit; nil: of the province.
    init(frame: Frame, list: String, adoptionList: String, in tenant: String?, _ answer: ShowGoodModel.Answer) {
        let model = answer.detail.model
        self.frame = frame
        self.list = list
        self.adoptionList = adoptionList
        title = model.statement.title
        kind = "\(model.statement.kind.vietnamese), \(model.subject.vietnamese)"
        owner = model.ownerName
        state = model.state.vietnamese
        level = model.level.vietnamese
        content = model.statement.content
        effect = model.statement.effect
        since = model.statement.since.vietnamese
        evidence = model.statement.evidence
        files = answer.showsFiles ? [AwardFilesPage.path(.goodModel, model.id, in: tenant)] : []
        consent = model.person == nil ? "" : model.consents ? "đã đồng ý công khai" : "chưa đồng ý công khai"
        spreadOn = model.spreadOn?.vietnamese ?? ""
        acts = answer.detail.acts.map { act in
            ActRow(
                day: act.happenedOn.vietnamese, step: act.step.vietnamese, who: act.title, paper: act.documentNumber, words: act.words,
                due: "")
        }
        hasNoActs = acts.isEmpty
        adoptions = ListTable(
            "Bảng áp dụng", answer.detail.adoptions, nothing: "Chưa có đơn vị nào ghi áp dụng.",
            Self.adoptionColumns([.link("Đơn vị", to: { "\(adoptionList)/\($0.id)" }) { $0.adopterName }]))
        moves = answer.moves.map { step in
            Move(
                path: "\(list)/\(model.id)/step", formToken: frame.formToken, step: step.rawValue, name: step.vietnamese.startingLarge,
                needsWords: step.needsWords, takesPaper: step != .withdraw)
        }
        hasNoMoves = moves.isEmpty
        adopting =
            answer.adopter.map { unit in
                [Adopting(path: "\(list)/\(model.id)/adoptions", formToken: frame.formToken, unit: unit.description)]
            } ?? []
    }

    /// What units record of a model that they took over.
    /// - Parameter first: the columns before those that every table of adoptions has.
    static func adoptionColumns(_ first: [ListTable.Column<GoodModelAdoption>]) -> [ListTable.Column<GoodModelAdoption>] {
        first + [
            .day("Ngày") { $0.happenedOn }, .text("Việc") { $0.step.vietnamese }, .text("Nội dung, kết quả") { $0.words },
            .text("Số liệu") { $0.amount?.vietnamese ?? "" },
        ]
    }
}
