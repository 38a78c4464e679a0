import Domain
import Operations

/// What units recorded of models that they took over, with the form in which a unit says what came of its own.
struct AdoptionsPage: FormPage {
    static let template = "good-model-adoptions"
    let frame: Frame
    let list: String
    let unit: String
    let table: ListTable
    /// The form of who adopted something.
    let reporting: [Reporting]
    var fault: FormFault?

    struct Reporting: Sendable {
        let path: String
        let formToken: String
        let unit: String
        let models: [Choice]
    }

    /// - Parameters:
    ///   - path: of this page.
    ///   - list: path of the models.
    init(frame: Frame, unit: String, path: String, list: String, _ answer: ListAdoptions.Answer) {
        self.frame = frame
        self.list = list
        self.unit = unit
        table = ListTable(
            "Bảng áp dụng mô hình, điển hình", answer.adoptions, nothing: "Chưa ghi áp dụng mô hình, điển hình nào.",
            isCut: answer.next != nil, [.text("Mô hình, điển hình") { $0.title }] + GoodModelPage.adoptionColumns(unit: "Đơn vị áp dụng"))
        let own = answer.adoptions.filter { $0.unit == answer.adopter && $0.step == .adopt }
        reporting =
            own.isEmpty
            ? []
            : [
                Reporting(
                    path: path, formToken: frame.formToken, unit: answer.adopter?.description ?? "",
                    models: own.map { Choice(key: $0.model.description, name: $0.title) })
            ]
    }
}
