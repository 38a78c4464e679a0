import Domain
import Operations
import Web

/// Initiatives of a unit, or of the province, each with whose move it is and how much of the target has passed; for who may, to register one.
struct InitiativesPage: FormPage {
    static let template = "initiatives"
    let frame: Frame
    let title: String
    let path: String
    let states: [Choice]
    let table: ListTable
    /// Where the next page begins; nil at the end.
    let next: String?
    /// Where the own unit reads what it is asked; nil of who does not confirm.
    let asked: String?
    let registering: [Registering]
    var fault: FormFault?

    struct Registering: Sendable {
        let path: String
        let formToken: String
        let campaigns: [Choice]
        let units: [Choice]
        let people: [Choice]
        /// Else one registers for oneself.
        let isForOthers: Bool
        let scopes = Initiative.Scope.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese) }
    }

    /// - Parameters:
    ///   - state: by which the list is filtered.
    ///   - registering: nil of who registers nothing here.
    init(
        frame: Frame, title: String, path: String, state: Initiative.State?, _ entries: [InitiativeEntry], next: Initiative.ID?,
        asked: String?, registering: Registering?
    ) {
        self.frame = frame
        self.title = title
        self.path = path
        states = Initiative.State.allCases.map { Choice(key: $0.rawValue, name: $0.vietnamese, isChosen: $0 == state) }
        table = ListTable(
            "Bảng giải pháp, sáng kiến", entries, nothing: "Chưa có giải pháp, sáng kiến nào.",
            [
                .link("Giải pháp, sáng kiến", to: { InitiativePage.path($0.record) }) { $0.record.initiative.title },
                .text("Tập thể, cá nhân") { $0.record.who }, .text("Đơn vị") { $0.record.tenantName },
                .text("Hiệu quả") { $0.record.initiative.effect.vietnamese }, .text("Trạng thái") { $0.record.state.vietnamese },
                .text("Đang chờ") { $0.record.moveWords },
                .standing("Thời hạn", tone: { $0.clock.map { $0.isLate ? "bad" : $0.isPaused ? "warn" : "good" } }) {
                    $0.clock?.vietnamese ?? ""
                },
                .day("Ngày đăng ký") { $0.record.registeredOn },
            ])
        self.next = next.map {
            "\(path)?cursor=\(Cursor.text(of: "initiatives", $0.description))" + (state.map { "&state=\($0.rawValue)" } ?? "")
        }
        self.asked = asked
        self.registering = registering.map { [$0] } ?? []
    }
}

/// What units published to be followed elsewhere.
struct PublishedInitiativesPage: Page {
    static let template = "published-initiatives"
    let frame: Frame
    let table: ListTable

    init(frame: Frame, _ initiatives: [PublishedInitiative], more: Bool) {
        self.frame = frame
        table = ListTable(
            "Bảng giải pháp, sáng kiến đã công bố", initiatives, nothing: "Chưa có giải pháp, sáng kiến nào được công bố.", isCut: more,
            [
                .day("Ngày công bố") { $0.publishedOn }, .text("Đơn vị") { $0.unit }, .text("Giải pháp, sáng kiến") { $0.title },
                .text("Khó khăn, vướng mắc") { $0.obstacle }, .text("Giải pháp") { $0.solution },
                .text("Vì sao là tấm gương") { $0.example },
            ])
    }
}
