import ArgumentParser
import Documents
import Domain
import Operations

struct RecoverRewardCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "recover",
        abstract: "Home Affairs, or with --own who keeps a unit's awards, records money of a revoked award that came back.",
        discussion: """
            Example: thidua aftermath recover 01890a5d-ac96-774b-bcce-b302099a8057 --amount 500000 --date 2023-06-20 --number 'PT 12'
            """)

    @OptionGroup var named: NamedDossier

    @Option(help: "VND.")
    var amount: Int

    @Option(help: "Day on which it was paid.")
    var date: CivilDate

    @Option(help: "Number of the receipt.")
    var number: String

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RecoverReward(dossier: named.dossier, amount: amount, happenedOn: date, documentNumber: number)
        try await AftermathCommand.print(officer, authority.entry(of: officer), act.dossier) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct WaiveRewardCommand: AwardKeeperCommand {
    static let asks = Deed.action(.decideAward)
    static let ownAsks = [Deed.action(.giveAward)]
    static let configuration = CommandConfiguration(
        commandName: "waive", abstract: "Who signs waives a part of what is owed of a revoked award, by a paper and for a reason.",
        discussion: """
            Example: thidua aftermath waive 01890a5d-ac96-774b-bcce-b302099a8057 --amount 500000 --date 2023-06-20 \
            --number 95/UBND-NV --reason 'Người được khen thưởng đã mất'
            """)

    @OptionGroup var named: NamedDossier

    @Option(help: "VND.")
    var amount: Int

    @Option(help: "Date of the paper.")
    var date: CivilDate

    @Option(help: "Number and symbol of the paper.")
    var number: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RecoverReward(
            dossier: named.dossier, amount: amount, happenedOn: date, documentNumber: number, isWaived: true, reason: reason)
        try await AftermathCommand.print(officer, authority.entry(of: officer), act.dossier) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct IssueCertificateCopyCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "issue-copy", abstract: "Another certificate in the place of a lost, wrong or damaged one, under the next number.",
        discussion: """
            Example: thidua aftermath issue-copy 01890a5d-ac96-774b-bcce-b302099a8057 --kind lost --reason 'Mất do ngập nước' \
            --request 3/ĐĐN --date 2023-06-19
            """)

    @OptionGroup var named: NamedDossier

    @Option(help: "Which: \(CertificateCopy.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kind: CertificateCopy.Kind

    @Option(help: "Why.")
    var reason: String

    @Option(help: "Number of the request.")
    var request: String

    @Option(help: "Date of the request.")
    var date: CivilDate

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = IssueCertificateCopy(
            dossier: named.dossier, kind: kind, reason: reason, requestNumber: request, requestOn: date)
        try await AftermathCommand.print(officer, authority.entry(of: officer), act.dossier) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct RuleFlipCommand: OfficerCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "rule-flip", abstract: "Home Affairs says whether a dossier stands whose verdict a correction turned round.",
        discussion: """
            Example: thidua aftermath rule-flip 01890a5d-ac96-774b-bcce-b302099a8057 --ruling stands \
            --reason 'Nhiệm vụ đính chính không thuộc thời gian tính thành tích'
            """)

    @OptionGroup var named: NamedDossier

    @Option(help: "Which: \(FlipRuling.Word.allCases.map(\.rawValue).joined(separator: ", ")).")
    var ruling: FlipRuling.Word

    @Option(help: "Why.")
    var reason: String

    @Option(help: "Number and symbol of the paper.")
    var number = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RuleFlip(dossier: named.dossier, word: ruling, reason: reason, documentNumber: number)
        try await AftermathCommand.print(officer, officer.provinceEntry(), act.dossier) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct RevocationPaperCommand: AwardKeeperCommand, PaperWritingCommand {
    static let asks = Deed.action(.readProvince)
    static let ownAsks = [Deed.reading(.ownAward)]
    static let configuration = CommandConfiguration(
        commandName: "paper",
        abstract: "Writes the decision that revokes: a draft once it is proposed, as it was signed once it is recorded.",
        discussion: "Example: thidua aftermath paper 01890a5d-ac96-774b-bcce-b302099a8057 --output-file huy-bo.docx")

    @OptionGroup var named: NamedDossier
    @OptionGroup var target: PaperTarget
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func entry() throws -> Entry { try authority.entry(of: officer) }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper { try await MakeRevocationPaper(named.dossier).perform(in: tx) }
}
