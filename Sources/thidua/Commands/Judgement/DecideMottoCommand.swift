import ArgumentParser
import Domain
import Operations

struct DecideMottoCommand: OfficerCommand {
    static let asks = Deed.action(.decideMotto)
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "The council's conclusion on a unit, or its correction with a minute.",
        discussion: """
            Example: thidua motto decide --campaign KH-77-2023 --review interim --unit 973 --accept --number 05/KL-HĐ --province
            Example: thidua motto decide --campaign KH-77-2023 --review interim --unit 973/32191 --refuse --number 02/BB-HĐ \
            --reason 'Chậm ba nhiệm vụ'
            The provincial council decides on the first tier (--province), a unit's own council on its sub-units.
            """)

    enum Outcome: String, EnumerableFlag {
        case accept, refuse
    }

    @OptionGroup var motto: MottoOptions

    @Flag(help: "What is decided.")
    var outcome: Outcome

    @Flag(help: "In the whole province, for the provincial council.")
    var province = false

    @Option(help: "Number and symbol of the conclusion; of a correction its minute.")
    var number: String

    @Option(help: "Date of that paper; today when absent.")
    var date: CivilDate?

    @Option(help: "Why; needed to refuse, to correct, and where the unit was criticised or not heard.")
    var reason = ""

    @Flag(help: "Corrects a decision that stands.")
    var correct = false

    func run() async throws {
        let act = DecideMotto(
            campaign: motto.campaign, review: motto.review, unit: motto.unit, isAccepted: outcome == .accept, documentNumber: number,
            reason: reason, decidedOn: date, isCorrection: correct)
        try await motto.print(inProvince: province) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}
