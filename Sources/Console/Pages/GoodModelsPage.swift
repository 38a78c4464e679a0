import Domain
import Operations

/// Good models of a unit and those that are spread, with the form to register one; for the province what was put to it.
struct GoodModelsPage: FormPage {
    static let template = "good-models"
    let frame: Frame
    let unit: String
    let shows: [Link]
    let table: ListTable
    /// The form of who may register one.
    let registering: [Registering]
    var fault: FormFault?

    struct Link: Sendable {
        let name: String
        let path: String
    }

    struct Registering: Sendable {
        let path: String
        let formToken: String
        /// Id of the unit for which the post registers.
        let unit: String
        /// Its parts and its people.
        let owners: [Choice]
        let kinds: [Choice]
        let campaigns: [Choice]
    }

    /// - Parameters:
    ///   - path: of the list.
    ///   - adoptions: path of what units recorded of models that they took over.
    ///   - campaigns: in which one can be registered.
    ///   - owners: whose one can be, beside the unit for which the post registers.
    init(
        frame: Frame, unit: String, path: String, adoptions: String, _ answer: ListGoodModels.Answer, campaigns: [Choice],
        owners: [Choice]
    ) {
        self.frame = frame
        self.unit = unit
        shows = [
            Link(name: "Tất cả", path: path), Link(name: "Chờ xác nhận", path: "\(path)?show=waiting"),
            Link(name: "Đã nhân rộng", path: "\(path)?show=spread"), Link(name: "Kết quả áp dụng", path: adoptions),
        ]
        table = ListTable(
            "Bảng mô hình, điển hình", answer.models, nothing: "Chưa có mô hình, điển hình nào.", isCut: answer.next != nil,
            [
                .link("Tên mô hình, điển hình", to: { "\(path)/\($0.id)" }) { $0.statement.title },
                .text("Loại") { "\($0.statement.kind.vietnamese), \($0.subject.vietnamese)" },
                .text("Tập thể, cá nhân") { $0.ownerName }, .text("Hiệu quả") { $0.statement.effect },
                .day("Ngày đăng ký") { $0.registeredOn }, .text("Trạng thái") { $0.state.vietnamese },
                .day("Ngày nhân rộng") { $0.spreadOn }, .text("Đơn vị áp dụng") { "\($0.adopters)" },
            ])
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
