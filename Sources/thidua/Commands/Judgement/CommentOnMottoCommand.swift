import ArgumentParser
import Domain
import Operations

struct CommentOnMottoCommand: OfficerCommand {
    static let asks = Deed.action(.commentMotto)
    static let configuration = CommandConfiguration(
        commandName: "comment", abstract: "The Office or Home Affairs comments on what a unit said of itself.",
        discussion: """
            Example: thidua motto comment --campaign KH-77-2023 --review interim --unit 973 --words 'Thống nhất với tự đánh giá'
            A paper that criticised the unit in the period is named with --criticism: the council must then give its reason.
            """)

    @OptionGroup var motto: MottoOptions

    @Option(help: "The comment.")
    var words: String

    @Option(help: "Number, symbol and date of the paper that criticised the unit.")
    var criticism = ""

    @Option(help: "Date of the comment; today when absent.")
    var date: CivilDate?

    func run() async throws {
        let act = CommentOnMotto(
            campaign: motto.campaign, review: motto.review, unit: motto.unit, words: words, criticism: criticism, commentedOn: date)
        try await motto.print(inProvince: motto.officer.tenant == nil) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}
