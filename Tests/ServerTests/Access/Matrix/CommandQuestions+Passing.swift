import Domain
import Foundation
import TestSupport

extension CommandQuestion {
    /// Disputes about items, items that are passed on or cut anew, and what the assigner says of one beyond its terms.
    static let passing: [String: CommandQuestion] = [
        "item dispute": CommandQuestion(subject: .item) { [$0.fresh, "--ground", "noClearDate", "--reason", "Chưa có thời hạn"] },
        "item answer-dispute": CommandQuestion(subject: .item, isWide: true, skips: RouteQuestion.ofOneself) {
            [$0.waiting] + passingPaper
        },
        "item disputes": CommandQuestion(subject: .item, isWide: true, skips: RouteQuestion.ofOneself, sees: { $0.waiting }) { _ in
            ["--output", "json"]
        },
        "item unconfirmed": CommandQuestion(subject: .sum, isWide: true) { _ in [] },
        "item waiting-results": CommandQuestion(subject: .sum, isWide: true) { _ in [] },
        "item exempt": CommandQuestion(subject: .item, isWide: true) { [$0.item] + passingPaper },
        "item cancel": CommandQuestion(subject: .item, isWide: true) { [$0.item] + passingPaper },
        "item transfer": CommandQuestion(
            subject: .item, isWide: true, skips: RouteQuestion.withoutHeir, alsoAsks: [.action(.assignItem)], alsoIn: .open
        ) {
            [$0.item, "--lead", RouteQuestion.heir($0)] + passingPaper
        },
        "item replace": CommandQuestion(subject: .item, isWide: true) { [$0.item, "--by", $0.fresh] + passingPaper },
        "item add-occurrences": CommandQuestion(subject: .item, isWide: true) { [$0.item, "--occurrence", "2023-06-28"] },
        // The papers of a unit that is closed are its own.
        "item add-source": CommandQuestion(subject: .item, isWide: true, skips: { !$0.relation.isInside && $0.place.isClosed }) {
            [$0.item, "--directive", $0.directive, "--clause", "Mục 9"]
        },
        "item split": CommandQuestion(
            subject: .item, isWide: true, skips: RouteQuestion.fromItself, alsoAsks: [.action(.ruleItem)]
        ) {
            [$0.fresh, "--part", "Phần một", "--part", "Phần hai", "--number", "1/BB", "--reason", "Hai việc"]
        },
        "item merge": CommandQuestion(
            subject: .item, isWide: true, skips: { !$0.relation.isInside || RouteQuestion.fromItself($0) }, alsoAsks: [.action(.ruleItem)]
        ) {
            [$0.fresh, $0.waiting, "--title", "Một việc", "--number", "1/BB", "--reason", "Một việc"]
        },
        "draft write": CommandQuestion(subject: .item) { [$0.item, "--narrative", "Đang làm", "--date", "2023-06-01"] },
        "draft write-launch": CommandQuestion(subject: .launch) {
            ["--campaign", "MX0", "--date", "2023-06-01"] + ($0.slot == .root ? [] : ["--unit", $0.code])
                + ["--form", "own_conference", "--attendance", "30"]
        },
        "draft revise": CommandQuestion(subject: .oneself, isHome: true) {
            [$0.draft, "--narrative", "Đã xong một nửa", "--date", "2023-06-01"]
        },
        "item-draft list": CommandQuestion(subject: .unit, skips: RouteQuestion.ofOthers, sees: { $0.itemDraft }) { _ in
            ["--output", "json"]
        },
        "item-draft show": CommandQuestion(subject: .unit, skips: RouteQuestion.ofOthers) { [$0.itemDraft] },
        "item-draft write": CommandQuestion(subject: .unit, skips: RouteQuestion.ofOthers) { _ in drafted },
        "item-draft revise": CommandQuestion(subject: .unit, skips: RouteQuestion.ofOthers) { [$0.itemDraft] + drafted },
        "item-draft assign": CommandQuestion(subject: .unit, skips: RouteQuestion.ofOthers) { [$0.itemDraft] },
        "item-draft discard": CommandQuestion(subject: .unit, skips: RouteQuestion.ofOthers) { [$0.itemDraft] },
        "ledger template": CommandQuestion(subject: .oneself, isHome: true) { _ in [fresh("csv")] },
        "ledger sheet": CommandQuestion(subject: .sum, isWide: true) { _ in [fresh("csv")] },
        "ledger import": CommandQuestion(subject: .gift, isWide: true, skips: RouteQuestion.withoutGift) { [ledger(of: $0.code)] },
        "calendar set": CommandQuestion(subject: .province, isHome: true) { _ in
            ["2023-12-29", "off", "--name", "Nghỉ thử", "--source", "1/TB"]
        },
        "delegation revoke": CommandQuestion(subject: .whole) { [$0.delegation, "--reason", "Đã về"] },
        "person template": CommandQuestion(subject: .whole) { _ in [fresh("csv")] },
    ]

    private static let drafted = ["--lead", "SNV", "--title", "Việc mới", "--sector", "MX"]

    /// A file that is not there.
    static func fresh(_ ending: String) -> String { folder.appending(path: "\(UUID()).\(ending)").path }

    private static func ledger(of code: String) -> String {
        let file = folder.appending(path: "so-\(code).csv")
        try? Data(RouteQuestion.ledger(of: code).utf8).write(to: file, options: .atomic)
        return file.path
    }

    private static let passingPaper = ["--number", "1/UBND", "--date", "2023-06-19", "--reason", "Theo văn bản"]
}
