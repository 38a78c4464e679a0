import ArgumentParser
import Domain
import Operations

struct AssessMottoCommand: OfficerCommand {
    static let asks = Deed.action(.assessMotto)
    static let configuration = CommandConfiguration(
        commandName: "assess", abstract: "The unit says of itself how it keeps each part of the motto.",
        discussion: """
            Example: thidua motto assess --campaign KH-77-2023 --review interim --part III.1.1=met --part III.1.2=met --part III.1.3=met \
            --part 'III.1.4=partly:Hai nhiệm vụ hoàn thành chậm' --part III.1.5=met --part III.1.6=met
            """)

    @OptionGroup var motto: MottoOptions

    @Option(
        name: .customLong("part"),
        help: ArgumentHelp("A part with its grade met, partly or unmet, and why. Once for every part.", valueName: "code=grade[:remark]"),
        transform: Self.part)
    var parts: [MottoStep.Part] = []

    @Option(help: "What else is to be said.")
    var words = ""

    @Option(help: "Date of the unit's paper; today when absent.")
    var date: CivilDate?

    func run() async throws {
        let act = AssessMotto(
            campaign: motto.campaign, review: motto.review, unit: motto.unit, parts: parts, words: words, assessedOn: date)
        try await motto.print(inProvince: false) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }

    @Sendable private static func part(_ text: String) throws -> MottoStep.Part {
        let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
        let said = sides.count == 2 ? sides[1].split(separator: ":", maxSplits: 1).map(String.init) : []
        guard let grade = said.first.flatMap(MottoStep.Grade.init) else {
            throw ValidationError("--part: “\(text)” không hợp lệ; ghi dạng mã=met, mã=partly:lý do hoặc mã=unmet:lý do")
        }
        return MottoStep.Part(code: sides[0], grade: grade, remark: said.count > 1 ? said[1] : "")
    }
}
