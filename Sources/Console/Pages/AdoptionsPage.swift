import Domain
import Operations
import Web

/// What units recorded of models that they took over, page by page; each leads to all that its unit made of that model.
struct AdoptionsPage: Page {
    static let template = "good-model-adoptions"
    let frame: Frame
    let list: String
    let unit: String
    let table: ListTable
    let next: String?

    /// - Parameters:
    ///   - path: of this page.
    ///   - list: path of the models.
    init(frame: Frame, unit: String, path: String, list: String, _ answer: ListAdoptions.Answer) {
        self.frame = frame
        self.list = list
        self.unit = unit
        table = ListTable(
            "Bảng áp dụng mô hình, điển hình", answer.adoptions, nothing: "Chưa ghi áp dụng mô hình, điển hình nào.",
            [.link("Mô hình, điển hình", to: { "\(path)/\($0.id)" }) { $0.title }]
                + GoodModelPage.adoptionColumns([.text("Đơn vị áp dụng") { $0.adopterName }]))
        next = answer.next.map { "\(path)?cursor=\(Cursor.text(of: "adoptions", $0.description))" }
    }
}

/// All that one unit made of a model, with the form in which it says what came of it.
struct AdoptionPage: FormPage {
    static let template = "good-model-adoption"
    let frame: Frame
    let list: String
    let title: String
    let unit: String
    let table: ListTable
    /// The form of who may record a result.
    let reporting: [Reporting]
    var fault: FormFault?

    struct Reporting: Sendable {
        let path: String
        let formToken: String
    }

    /// - Parameters:
    ///   - path: of this page.
    ///   - list: path of what units recorded.
    init(frame: Frame, path: String, list: String, _ answer: ShowAdoptedModel.Answer) {
        self.frame = frame
        self.list = list
        title = answer.records.first?.title ?? ""
        unit = answer.records.first?.adopterName ?? ""
        table = ListTable("Bảng kết quả áp dụng", answer.records, GoodModelPage.adoptionColumns([]))
        reporting = answer.mayReport ? [Reporting(path: path, formToken: frame.formToken)] : []
    }
}
