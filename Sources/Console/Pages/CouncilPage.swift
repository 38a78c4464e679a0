import Domain
import Operations

/// A council: who sits in it, what waits for it, its sessions.
struct CouncilPage: FormPage {
    static let template = "council"
    let frame: Frame
    let council: String
    let unit: String
    let terms: [Term]
    let hasNoTerms: Bool
    let waiting: ListTable
    let sessions: ListTable
    /// For who keeps it; else empty.
    let keeping: [Keeping]
    var fault: FormFault?

    struct Term: Sendable {
        let name: String
        let duty: String
        let from: String
        let through: String
        let number: String
        let mayEnd: Bool
        let path: String
        let formToken: String
    }

    struct Keeping: Sendable {
        let path: String
        let formToken: String
        let today: String
        let candidates: [Choice]
        let members: [Choice]
        let dossiers: [Choice]
        let mayOpen: Bool
    }

    struct Choice: Sendable {
        let id: String
        let label: String
    }

    /// - Parameters:
    ///   - path: of the page.
    ///   - candidates: of whom members are seated.
    init(
        frame: Frame, unit: String, path: String, _ answer: ShowCouncil.Answer, sessions page: [CouncilSession.Head], more: Bool,
        candidates: [CouncilCandidate]
    ) {
        let mayKeep = answer.mayKeep
        self.frame = frame
        self.unit = unit
        council = answer.kind.vietnamese
        terms = answer.terms.map { term in
            Term(
                name: term.name, duty: term.member.duty.vietnamese, from: term.member.validity.from.vietnamese,
                through: term.member.validity.through?.vietnamese ?? "", number: term.documentNumber,
                mayEnd: mayKeep && term.member.validity.through == nil, path: "\(path)/terms/\(term.id)/end", formToken: frame.formToken)
        }
        hasNoTerms = terms.isEmpty
        waiting = ListTable(
            "Bảng hồ sơ chờ Hội đồng xét", answer.waiting, nothing: "Không có hồ sơ nào chờ xét.",
            [
                .link("Đối tượng", to: { "/units/\($0.proposerSlug)/award-dossiers/\($0.id)" }) { $0.nominee }, .text("Đơn vị") { $0.unit },
                .text("Đơn vị đề nghị") { $0.proposer },
            ])
        sessions = ListTable(
            "Bảng phiên họp", page, nothing: "Chưa có phiên họp nào.", isCut: more,
            saying: "Chỉ hiện 50 phiên họp gần nhất; phần còn lại xem bằng lệnh hoặc giao diện lập trình.",
            [
                .link("Ngày họp", isShort: true, to: { "\(path)/sessions/\($0.id)" }) { $0.heldOn.vietnamese },
                .text("Địa điểm") { $0.place }, .number("Số hồ sơ") { "\($0.dossiers)" },
                .text("Biên bản") { head in head.minutes.map { "số \($0)/\(head.heldOn.year)" } ?? head.unfinished },
            ])
        keeping = mayKeep ? [Self.keeping(answer, path, candidates, frame)] : []
    }

    private static func keeping(
        _ answer: ShowCouncil.Answer, _ path: String, _ candidates: [CouncilCandidate], _ frame: Frame
    ) -> Keeping {
        Keeping(
            path: path, formToken: frame.formToken, today: answer.today.description,
            candidates: candidates.map { Choice(id: $0.person.description, label: "\($0.name) (\($0.posts))") },
            members: answer.seated.map {
                Choice(id: $0.member.person.description, label: "\($0.name) (\($0.member.duty.vietnamese))")
            },
            dossiers: answer.waiting.map { dossier in
                let of = dossier.subject == .individual ? ", \(dossier.unit)" : ""
                return Choice(id: dossier.id.description, label: dossier.nominee + of)
            }, mayOpen: !answer.seated.isEmpty && !answer.waiting.isEmpty)
    }
}
