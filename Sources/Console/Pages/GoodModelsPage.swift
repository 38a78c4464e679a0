import Domain
import Operations

/// Good models of a unit and those that are spread, with the form to register one; for the province what was put to it.
struct GoodModelsPage: Page {
    static let template = "good-models"
    let frame: Frame
    let unit: String
    let shows: [Link]
    let rows: [Row]
    let hasNoRows: Bool
    let more: Bool
    /// The form of who may register one.
    let registering: [Registering]
    var fault: FormFault?

    struct Link: Sendable {
        let name: String
        let path: String
    }

    struct Row: Sendable {
        let title: String
        let kind: String
        let owner: String
        let effect: String
        let registeredOn: String
        let state: String
        let spreadOn: String
        let adopters: String
        let path: String

        /// - Parameter list: path of the list, under which its page is.
        init(_ model: GoodModel, under list: String) {
            title = model.statement.title
            kind = "\(model.statement.kind.vietnamese), \(model.subject.vietnamese)"
            owner = model.ownerName
            effect = model.statement.effect
            registeredOn = model.registeredOn.vietnamese
            state = model.state.vietnamese
            spreadOn = model.spreadOn?.vietnamese ?? ""
            adopters = "\(model.adopters)"
            path = "\(list)/\(model.id)"
        }
    }

    struct Registering: Sendable {
        let path: String
        let formToken: String
        /// Id of the unit for which the post registers.
        let unit: String
        /// Its parts and its people.
        let owners: [StepForm.Option]
        let kinds: [Choice]
        let campaigns: [Choice]
    }

    struct Choice: Sendable {
        let key: String
        let name: String
    }

    /// - Parameters:
    ///   - path: of the list.
    ///   - adoptions: path of what units recorded of models that they took over.
    ///   - campaigns: in which one can be registered.
    ///   - owners: whose one can be, beside the unit for which the post registers.
    init(
        frame: Frame, unit: String, path: String, adoptions: String, _ answer: ListGoodModels.Answer, campaigns: [Choice],
        owners: [StepForm.Option]
    ) {
        self.frame = frame
        self.unit = unit
        shows = [
            Link(name: "Tất cả", path: path), Link(name: "Chờ xác nhận", path: "\(path)?show=waiting"),
            Link(name: "Đã nhân rộng", path: "\(path)?show=spread"), Link(name: "Kết quả áp dụng", path: adoptions),
        ]
        more = answer.next != nil
        rows = answer.models.map { Row($0, under: path) }
        hasNoRows = rows.isEmpty
        registering =
            answer.registrant.map { unit in
                [
                    Registering(
                        path: path, formToken: frame.formToken, unit: unit.description, owners: owners,
                        kinds: GoodModel.Kind.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }, campaigns: campaigns)
                ]
            } ?? []
    }
}
