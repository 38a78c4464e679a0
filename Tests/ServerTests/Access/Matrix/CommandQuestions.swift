import Domain
import Foundation
import Glibc
import TestSupport

/// How one command is asked: about what, with which words, and what it must print when the target is in sight.
struct CommandQuestion: Sendable {
    let subject: MatrixSubject
    /// Takes `--province` as well as `--tenant`.
    var isWide = false
    /// Works where it stands, without a unit to name.
    var isHome = false
    var skips: @Sendable (MatrixTarget) -> Bool = { _ in false }
    var sees: (@Sendable (MatrixTarget) -> String)?
    /// Words of an answer that is a refusal although it is given.
    var refusals: [String] = []
    /// What must be allowed beside what the command asks.
    var alsoAsks: [Deed] = []
    /// Of what that is asked; nil: of the target's own place.
    var alsoIn: PlaceState?
    let words: @Sendable (MatrixTarget) -> [String]

    static func of(_ words: [String]) -> CommandQuestion? { named[words.joined(separator: " ")] }

    /// In which places it is asked: what is allowed is allowed in one of them.
    func places(_ target: MatrixTarget) -> [[String]] {
        if isHome { return [[]] }
        let there = target.relation == .province ? [] : ["--tenant", target.place.slug]
        return isWide && !target.relation.isInside ? [there, ["--province"]] : [there]
    }

    private static let named: [String: CommandQuestion] =
        [
            sessions, directory, campaigns, ledger, standIns, movers, steps, passing, reviews, months, awards, councils, registers, held,
            difficulties, oversight, goodModels, coverage,
            initiatives, reports,
        ]
        .reduce(into: [:]) { $0.merge($1) { one, _ in one } }

    /// Every list by `thidua report`: asked as the list itself.
    private static let reports: [String: CommandQuestion] = {
        let lists: [String: CommandQuestion?] = [
            "report items": ledger["item list"], "report launches": campaigns["launch list"], "report dossiers": awards["dossier list"],
            "report awards": registers["register list"], "report people": directory["person list"], "report posts": directory["post list"],
            "report units": directory["unit list"], "report papers": standIns["paper list"], "report months": months["month list"],
            "report overdue": months["urging overdue"],
            "report audit": directory["audit timeline"], "report directives": ledger["directive list"],
            "report holds": councils["hold list"], "report criticisms": held["criticism list"],
            "report opinions": held["opinion list"], "report petitions": held["petition list"],
            "report presentations": registers["presentation list"],
            "report initiatives": initiatives["initiative list"], "report unit-table": ledger["unit-table show"],
            "report unit-table-changes": ledger["unit-table compare"], "report consents": registers["consent list"],
            "report good-models": goodModels["good-model list"], "report good-model-adoptions": goodModels["good-model adoptions"],
            "report remedies": oversight["remedy list"], "report inspections": oversight["inspection visits"],
            "report inspection-plans": oversight["inspection plans"], "report unsent-messages": oversight["reminder-rule unsent"],
            "report difficulties": difficulties["difficulty list"],
            "report returns": months["return list"], "report review-disputes": reviews["review disputes"],
            "report mottos": reviews["motto list"], "report disputes": passing["item disputes"],
            "report unconfirmed-reports": passing["item unconfirmed"], "report waiting-results": passing["item waiting-results"],
            "report item-drafts": passing["item-draft list"],
            "report extension-requests": steps["extension list"], "report drafts": steps["draft list"],
            "report delegations": standIns["delegation list"], "report council-sessions": councils["council sessions"],
            "report award-history": councils["award history"], "report achievement-flags": councils["award flags"],
            "report handlings": held["handling list"], "report handling-counts": held["handling counts"],
            "report nomination-rounds": awards["nomination list"], "report award-rounds": registers["award round list"],
            "report own-award-totals": registers["award totals"], "report award-names": registers["register names"],
            "report award-letters": registers["register letters"],
            "report initiative-letters": registers["register initiative-letters"],
            "report published-awards": registers["register published"],
            "report published-initiatives": initiatives["initiative published"],
            "report initiative-confirmations": initiatives["initiative asked"],
            "report judgement": steps["judge"], "report judgement-explanation": steps["judge"],
            "report nomination-round": awards["nomination show"], "report award-budget": registers["register budget"],
            "report review-units": reviews["review show"], "report overview": ledger["overview"],
            "report item-counts": ledger["item count"], "report launch-monitor": campaigns["launch monitor"],
            "report month-rows": months["month show"],
            "report coverage-plan": coverage["coverage plan"], "report coverage": coverage["coverage published"],
        ]
        var reports = lists.compactMapValues { $0 }
        reports["report calendar"] = CommandQuestion(subject: .catalogue, isHome: true) { _ in ["--year", "2023"] }
        reports["report tenants"] = CommandQuestion(subject: .catalogue, isHome: true, sees: { _ in "district_102" }) { _ in [] }
        reports["report statistics"] = CommandQuestion(subject: .province, isHome: true) { _ in ["--form", "0601", "--year", "2023"] }
        return reports
    }()

    private static let sessions: [String: CommandQuestion] = [
        "whoami": CommandQuestion(subject: .oneself, isHome: true) { _ in [] },
        "token list": CommandQuestion(subject: .oneself, isHome: true) { _ in [] },
        "token create": CommandQuestion(subject: .oneself, isHome: true) { _ in ["--label", "matrix"] },
        "token end": CommandQuestion(subject: .oneself, isHome: true) { _ in ["--others"] },
        "notice list": CommandQuestion(subject: .oneself, isHome: true) { _ in [] },
        "notice mark": CommandQuestion(subject: .oneself, isHome: true) { _ in [UUID().lower] },
        "notice settings": CommandQuestion(subject: .oneself, isHome: true) { _ in ["--quiet-from", "21"] },
        "access explain": CommandQuestion(subject: .oneself, isHome: true) { _ in ["me", "item.read", "province"] },
    ]

    private static let directory: [String: CommandQuestion] = [
        "unit list": CommandQuestion(subject: .unit, sees: { $0.unit }) { _ in ["--output", "json"] },
        "unit add": CommandQuestion(subject: .unit) { ["--code", "MX-M", "--name", "Mới", "--kind", "phong", "--parent", $0.unit] },
        "unit change": CommandQuestion(subject: .unit, skips: { $0.slot == .root }) { [$0.unit, "--name", "Khác"] },
        "unit close": CommandQuestion(subject: .unit, skips: { $0.slot == .root }) { [$0.unit] },
        "unit reopen": CommandQuestion(subject: .unit, skips: { $0.slot == .root }) { [$0.unit] },
        "person list": CommandQuestion(subject: .whole, sees: { $0.person }) { _ in ["--output", "json"] },
        "person add": CommandQuestion(subject: .whole) { _ in ["--name", "Người Mới", "--kind", "cong_chuc"] },
        "person change": CommandQuestion(subject: .whole) { [$0.person, "--kind", "can_bo"] },
        "person end": CommandQuestion(subject: .whole) { [$0.person] },
        "person account": CommandQuestion(subject: .whole) { [$0.person, "--username", "\($0.place.slug).nguoi.thu"] },
        "person reset-account": CommandQuestion(subject: .whole, skips: { $0.holder == nil }) { [$0.holder ?? ""] },
        "person disable-account": CommandQuestion(subject: .whole, skips: { $0.holder == nil }) { [$0.holder ?? "", "--reason", "thử"] },
        "person enable-account": CommandQuestion(subject: .whole, skips: { $0.holder == nil }) { [$0.holder ?? ""] },
        "post list": CommandQuestion(subject: .post, sees: { $0.post }) { ["--output", "json", "--person", $0.person] },
        "post give": CommandQuestion(subject: .post) {
            [$0.person, "--unit", $0.unit, "--role", "unit_coordinator", "--title", "Đầu mối", "--leader-rank", "direct_worker"]
        },
        "post end": CommandQuestion(subject: .post, skips: { $0.relation == .oneself }) { [$0.post] },
        "audit timeline": CommandQuestion(subject: .whole, isWide: true, sees: { _ in "\"relation\"" }) {
            ["person", $0.person, "--output", "json"]
        },
    ]

    private static let campaigns: [String: CommandQuestion] = [
        "campaign show": CommandQuestion(subject: .catalogue, sees: { _ in "MX0" }) { _ in ["MX0"] },
        "campaign import": CommandQuestion(subject: .province, isHome: true) { _ in [RepositoryPaths.deploy + "/campaigns/KH-77-2023.yaml"]
        },
        "campaign launch": CommandQuestion(subject: .province, isHome: true) { _ in
            ["MX2", "--number", "1/KH-UBND", "--date", "2023-06-01"]
        },
        "launch cascade": CommandQuestion(subject: .whole) { _ in ["--campaign", "MX0"] },
        "launch list": CommandQuestion(subject: .launch, skips: RouteQuestion.withoutLaunch, sees: { $0.launch }) { _ in
            ["--campaign", "MX0", "--output", "json"]
        },
        "launch monitor": CommandQuestion(subject: .sum) { _ in ["--campaign", "MX0"] },
        "launch acknowledge": CommandQuestion(subject: .launch) { report($0, []) },
        "launch plan": CommandQuestion(subject: .launch) { report($0, ["--number", "2/KH", "--text", "Kế hoạch"]) },
        "launch record": CommandQuestion(subject: .launch) { report($0, ["--form", "own_conference", "--attendance", "30"]) },
    ]

    private static func report(_ target: MatrixTarget, _ more: [String]) -> [String] {
        ["--campaign", "MX0", "--date", "2023-06-01"] + (target.slot == .root ? [] : ["--unit", target.code]) + more
    }

    private static let ledger: [String: CommandQuestion] = [
        "directive list": CommandQuestion(subject: .paper, isWide: true, sees: { $0.directive }) { _ in ["--output", "json"] },
        "directive add": CommandQuestion(subject: .whole) { _ in
            ["--type", "CV", "--number", "77/CV", "--date", "2023-06-01", "--issuer", "Văn phòng", "--abstract", "Về việc thử"]
        },
        "directive attach": CommandQuestion(subject: .paper, isWide: true) { [$0.paper, paper] },
        "item list": CommandQuestion(subject: .item, isWide: true, sees: { $0.item }) { ["--unit", $0.unit, "--output", "json"] },
        "item show": CommandQuestion(subject: .item, isWide: true) { [$0.item] },
        "item count": CommandQuestion(subject: .sum, isWide: true) { _ in [] },
        "overview": CommandQuestion(subject: .sum, isWide: true) { _ in [] },
        "unit-table show": CommandQuestion(subject: .sum, isWide: true) { _ in ["--campaign", "MX0"] },
        "unit-table compare": CommandQuestion(subject: .sum, isWide: true) { _ in ["--campaign", "MX0", "--from", "2023-05-31"] },
        "item assign": CommandQuestion(subject: .gift, isWide: true, skips: RouteQuestion.withoutGift) {
            ["--lead", $0.code, "--title", "Việc mới", "--sector", "MX", "--due-on", "2023-06-30"]
        },
        "item import": CommandQuestion(subject: .gift, isWide: true, skips: RouteQuestion.withoutGift) {
            [table(for: $0.code), "--sector", "MX", "--directive", $0.directive]
        },
        "item hand-on": CommandQuestion(subject: .gift, skips: { !$0.relation.isInside }) {
            [$0.whole, "--unit", $0.unit] + ($0.slot == .root ? ["--assignee", $0.person] : [])
        },
        "item acknowledge": CommandQuestion(subject: .item) { [$0.item] },
        "item report": CommandQuestion(subject: .item) { [$0.item, "--narrative", "Đang làm", "--date", "2023-06-01"] },
        "item change": CommandQuestion(subject: .item, isWide: true) { [$0.item, "--version", "1", "--title", "Khác", "--reason", "Thử"] },
        "item rule": CommandQuestion(subject: .item, isWide: true) {
            [$0.item, "--kind", "cancelled", "--number", "1/QĐ", "--reason", "x", "--date", "2023-06-19"]
        },
    ]

    // MARK: - Files that commands read

    static let folder: URL = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "thidua-matrix-\(UUID())")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // No suite has it for itself: it goes with the run.
        atexit { try? FileManager.default.removeItem(at: CommandQuestion.folder) }
        return folder
    }()

    static let paper: String = {
        let file = folder.appending(path: "x.pdf")
        try? Data("%PDF-1.4\n1 0 obj\n%%EOF\n".utf8).write(to: file)
        return file.path
    }()

    private static func table(for code: String) -> String {
        let file = folder.appending(path: "\(code).csv")
        try? Data("TT,Nhiệm vụ,Cơ quan chủ trì,Thời hạn\n1,Việc một,\(code),30/6/2023\n".utf8).write(to: file, options: .atomic)
        return file.path
    }
}
