import Documents
import Domain
import Operations

/// The awards of a unit with those that it came from, or of a person; the list of earlier ones to be taken in; in the province what may be one
/// achievement rewarded twice.
struct PastAwardsPage: FormPage {
    static let template = "past-awards"
    let frame: Frame
    let unit: String
    let path: String
    let person: String
    let rows: [Row]
    let hasNoRows: Bool
    /// Signed criticism beside them, for who may see it; empty for all others.
    let criticisms: [Criticisms]
    let more: Bool
    let mayChange: Bool
    let outcome: [Outcome]
    let isWide: Bool
    let flags: [Flag]
    let hasNoFlags: Bool
    var fault: FormFault?

    struct Row: Sendable {
        let name: String
        let post: String
        let unit: String
        let form: String
        let decision: String
        let signedOn: String
        let issuer: String
        let notes: String
        let mayStrike: Bool
        let strike: String
        let formToken: String
    }

    struct Criticisms: Sendable {
        let table: ListTable
    }

    struct Outcome: Sendable {
        let words: String
        let rows: [[String]]
    }

    struct Flag: Sendable {
        let nominee: String
        let unit: String
        let other: String
        let ruling: String
        let reason: String
        let mayRule: Bool
        let dossier: String
        let otherKind: String
        let otherID: String
        let path: String
        let formToken: String
        let rulings: [Ruling]
    }

    struct Ruling: Sendable {
        let value: String
        let name: String
    }

    init(
        frame: Frame, unit: String, path: String, person: String, _ awards: [PastAward], criticisms: [KeptCriticism] = [], more: Bool,
        mayChange: Bool,
        flags: [AchievementFlag]?, outcome: EarlierAwardOutcome? = nil
    ) {
        self.frame = frame
        self.unit = unit
        self.path = path
        self.person = person
        self.more = more
        self.mayChange = mayChange
        rows = awards.map { award in
            Row(
                name: award.name, post: award.post, unit: award.unitName, form: award.form, decision: award.decision.number,
                signedOn: award.decision.signedOn.vietnamese, issuer: award.issuer, notes: PastAwardJSON.notes(award),
                mayStrike: mayChange && award.isEarlier && !award.isOfPredecessor, strike: "\(path)/\(award.id)/strike",
                formToken: frame.formToken)
        }
        hasNoRows = awards.isEmpty
        let list = path.replacing("/award-history", with: "/criticisms")
        let signed = ListTable(
            "Bảng phê bình, nhắc nhở đã ký", criticisms,
            [
                .link("Hình thức", to: { "\(list)/\($0.id)" }) { $0.kind.vietnamese }, .text("Đối tượng") { $0.name },
                .text("Đơn vị") { $0.tenantName }, .day("Ngày ký") { $0.signedOn },
            ])
        self.criticisms = criticisms.isEmpty ? [] : [Criticisms(table: signed)]
        self.outcome =
            outcome.map { outcome in
                let verb = outcome.isDryRun ? "Chạy thử: sẽ thêm" : "Đã thêm"
                return [
                    Outcome(
                        words: "\(verb) \(outcome.added) dòng; \(outcome.unchanged) dòng đã có, không đổi.",
                        rows: outcome.rows.map { PastAwardJSON.row($0, isDryRun: outcome.isDryRun) })
                ]
            } ?? []
        isWide = flags != nil
        let rulings = AchievementFlag.Ruling.allCases.map { Ruling(value: $0.rawValue, name: $0.vietnamese) }
        self.flags = (flags ?? []).map { flag in
            Flag(
                nominee: flag.nominee, unit: flag.tenantName, other: flag.otherWords,
                ruling: flag.decided?.ruling.vietnamese ?? "chưa kết luận", reason: flag.decided?.reason ?? "", mayRule: mayChange,
                dossier: flag.dossier.description, otherKind: flag.other.kind.rawValue, otherID: flag.other.id, path: "\(path)/rulings",
                formToken: frame.formToken, rulings: rulings)
        }
        hasNoFlags = flags?.isEmpty ?? true
    }
}
