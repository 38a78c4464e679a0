import Documents
import Domain
import Operations

/// Dossiers of a unit, or of the province: the queue of the officer's party first, each with whose move it is and its clock; for who proposes, to
/// draft one.
struct DossiersPage: FormPage {
    static let template = "dossiers"
    let frame: Frame
    let title: String
    let path: String
    let states: [Choice]
    let parties: [Choice]
    /// The queue of the officer's party; nobody's for who takes no steps.
    let mine: [Choice]
    let table: ListTable
    /// Where the next page begins; nil at the end.
    let next: String?
    let drafting: [Drafting]
    var fault: FormFault?

    struct Drafting: Sendable {
        let path: String
        let formToken: String
        let campaigns: [Choice]
        let units: [Choice]
        let people: [Choice]
    }

    /// - Parameters:
    ///   - next: the address of the next page; nil at the end.
    ///   - drafting: nil of who drafts nothing here.
    init(
        frame: Frame, title: String, path: String, filter: DossierFilter, _ page: ListDossiers.Page, next: String?, role: Role,
        drafting: Drafting?
    ) {
        self.frame = frame
        self.title = title
        self.path = path
        states = AwardDossier.State.allCases.map {
            Choice(key: $0.rawValue, name: $0.vietnamese, isChosen: $0 == filter.state)
        }
        parties = AwardParty.allCases.map {
            Choice(key: $0.rawValue, name: $0.vietnamese(on: .provincialReview), isChosen: $0 == filter.party)
        }
        mine =
            AwardParty.served(by: role).map { party in
                [Choice(key: "\(path)?party=\(party.rawValue)", name: party.vietnamese(on: .provincialReview))]
            } ?? []
        table = ListTable(
            "Bảng hồ sơ đề nghị khen thưởng", page.entries, nothing: "Không có hồ sơ nào.",
            [
                .link("Tên", to: { DossierPage.path($0.record) }) { DossierTables.name($0.record) },
                .text("Đối tượng") { $0.record.dossier.nominee.subject.vietnamese }, .text("Đơn vị đề nghị") { $0.record.proposerName },
                .text("Trạng thái") { $0.record.standing.state.vietnamese }, .text("Đang chờ") { $0.record.moveWords },
                .standing("Thời hạn", tone: { $0.clock.map { $0.isLate ? "bad" : $0.isPaused ? "warn" : "good" } }) {
                    $0.clock?.vietnamese ?? ""
                },
                .day("Ngày trình") { $0.record.submittedOn },
                .text("Điểm cần kiểm tra") { DossierTables.notes($0.record).joined(separator: " ") },
            ])
        self.next = next
        self.drafting = drafting.map { [$0] } ?? []
    }
}
