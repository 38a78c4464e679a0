import ArgumentParser
import Documents
import Domain
import Operations

struct AftermathCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aftermath",
        abstract: "What follows a decision on an award: correction, replacement, revocation with its money, certificates given anew.",
        discussion: "Example: thidua aftermath show 01890a5d-ac96-774b-bcce-b302099a8057",
        subcommands: [
            ShowAftermathCommand.self, ProposeRevocationCommand.self, DeclineRevocationCommand.self, CorrectDecisionCommand.self,
            CorrectRecordedDecisionCommand.self, ReplaceDecisionCommand.self, RevokeDecisionCommand.self, RecoverRewardCommand.self,
            WaiveRewardCommand.self,
            IssueCertificateCopyCommand.self, RuleFlipCommand.self, RevocationPaperCommand.self,
        ])
}

extension AftermathCommand {
    static func print(_ after: AwardAftermath, as format: OutputFormat) {
        let record = after.record
        var facts = [
            ["", "Đối tượng", "", "\(record.nomineeName) (\(record.proposerName))"],
            ["", "Trạng thái", after.given?.decision.number ?? "", record.standing.state.vietnamese],
        ]
        if let recovery = after.recovery {
            facts.append([
                "", "Tiền thưởng phải thu hồi", "",
                "\(VietnameseNumber.text(recovery.due)) đồng, còn \(VietnameseNumber.text(recovery.outstanding)) đồng: \(recovery.state.vietnamese)"
                    + (recovery.fund.map { "; nộp vào \($0)" } ?? ""),
            ])
        }
        if let flag = record.basis?.flag { facts.append(["", "Điểm cần kiểm tra", "", flag]) }
        CommandOutput.print(
            columns: AftermathJSON.columns, rows: facts + AftermathJSON.rows(after), json: AftermathJSON.value(after), as: format)
    }

    /// Does it where the award was given, and prints what followed the decision as it stands afterwards.
    static func print(
        _ officer: OfficerOptions, _ entry: Entry, _ dossier: AwardDossier.ID,
        _ act: (borrowing TenantTransaction) async throws -> Void
    ) async throws {
        let after = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await act(tx)
            return try await ShowAftermath(dossier).perform(in: tx)
        }
        print(after, as: officer.output)
    }
}

/// The paper that amends an award.
struct AmendingPaper: ParsableArguments {
    @Option(help: "Number and symbol of the paper, as the clerk gave it.")
    var number: String

    @Option(help: "Day on which it was signed.")
    var date: CivilDate

    @Option(help: "Form and post of who signed, as under the paper.")
    var signer: String

    @Option(help: "What it rests on.")
    var facts: String
}

struct ShowAftermathCommand: AwardKeeperCommand {
    static let asks = Deed.action(.readProvince)
    static let ownAsks = [Deed.reading(.ownAward)]
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What followed the decision on a dossier, in its order.",
        discussion: "Example: thidua aftermath show 01890a5d-ac96-774b-bcce-b302099a8057 --output json")

    @OptionGroup var named: NamedDossier
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let (showing, entry) = (ShowAftermath(named.dossier), try authority.entry(of: officer))
        let after = try await officer.read(entry) { (tx: borrowing TenantTransaction) in try await showing.perform(in: tx) }
        AftermathCommand.print(after, as: officer.output)
    }
}

struct ProposeRevocationCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "propose-revocation",
        abstract: "Home Affairs, or with --own who keeps a unit's awards, proposes to revoke an award on one of the four grounds.",
        discussion: """
            Example: thidua aftermath propose-revocation 01890a5d-ac96-774b-bcce-b302099a8057 --ground falseDeclaration \
            --facts 'Báo cáo thành tích không đúng' --number 7/KL-TTr --date 2023-06-19
            """)

    @OptionGroup var named: NamedDossier

    @Option(help: "Which: \(RevocationGround.allCases.map(\.rawValue).joined(separator: ", ")).")
    var ground: RevocationGround

    @Option(help: "What it rests on.")
    var facts: String

    @Option(help: "Number and symbol of the finding or the judgment.")
    var number: String

    @Option(help: "Its date.")
    var date: CivilDate

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ProposeRevocation(dossier: named.dossier, ground: ground, facts: facts, documentNumber: number, documentOn: date)
        try await AftermathCommand.print(officer, authority.entry(of: officer), act.dossier) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct DeclineRevocationCommand: AwardKeeperCommand {
    static let asks = Deed.action(.decideAward)
    static let ownAsks = [Deed.action(.giveAward)]
    static let configuration = CommandConfiguration(
        commandName: "decline-revocation",
        abstract: "The Chairman, or with --own the head, does not revoke it: the open proposal is answered.",
        discussion: "Example: thidua aftermath decline-revocation 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Chưa đủ căn cứ'")

    @OptionGroup var named: NamedDossier

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = DeclineRevocation(dossier: named.dossier, reason: reason)
        try await AftermathCommand.print(officer, authority.entry(of: officer), act.dossier) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
        }
    }
}

struct CorrectDecisionCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Home Affairs, or with --own who keeps a unit's awards, records the letter that corrects a fault of form of a decision.",
        discussion: """
            Example: thidua aftermath correct 01890a5d-ac96-774b-bcce-b302099a8057 --number 90/UBND-NV --date 2023-06-20 \
            --signer 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH' --facts 'Sai số của căn cứ' --wrong 'Điều 12' --right 'Điều 13'
            """)

    @OptionGroup var named: NamedDossier
    @OptionGroup var paper: AmendingPaper

    @Option(help: "What the decision says.")
    var wrong: String

    @Option(help: "What it has to say.")
    var right: String

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = CorrectDecision(
            dossier: named.dossier, number: paper.number, signedOn: paper.date, signer: paper.signer, facts: paper.facts, wrong: wrong,
            right: right)
        try await AftermathCommand.print(officer, authority.entry(of: officer), act.dossier) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct CorrectRecordedDecisionCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "correct-entry",
        abstract: "Home Affairs, or with --own who keeps a unit's awards, puts right what was recorded of a signed decision.",
        discussion: """
            Example: thidua aftermath correct-entry 01890a5d-ac96-774b-bcce-b302099a8057 --number 821/QĐ-UBND --reason 'Ghi nhầm 812'
            What is not given stays as it stands; what stood there before is kept with the reason.
            """)

    @OptionGroup var named: NamedDossier

    @Option(help: "Number and symbol as the clerk gave it.")
    var number = ""

    @Option(help: "Day on which it was signed.")
    var date: CivilDate?

    @Option(help: "Form and post of who signed, as under the paper.")
    var signer = ""

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = CorrectRecordedDecision(dossier: named.dossier, number: number, signedOn: date, signer: signer, reason: reason)
        try await AftermathCommand.print(officer, authority.entry(of: officer), act.dossier) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx)
        }
    }
}

struct ReplaceDecisionCommand: AwardKeeperCommand {
    static let asks = Deed.action(.decideAward)
    static let ownAsks = [Deed.action(.giveAward)]
    static let configuration = CommandConfiguration(
        commandName: "replace", abstract: "A decision in the place of one that was wrong in its content.",
        discussion: """
            Example: thidua aftermath replace 01890a5d-ac96-774b-bcce-b302099a8057 --number 91/QĐ-UBND --date 2023-06-20 \
            --signer 'CHỦ TỊCH' --facts 'Ghi sai tên' --name 'Nguyễn Văn An'
            """)

    @OptionGroup var named: NamedDossier
    @OptionGroup var paper: AmendingPaper

    @Option(help: "As it is printed from then on.")
    var name: String

    @Option(help: "Of a person, his post.")
    var post = ""

    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ReplaceDecision(
            dossier: named.dossier, number: paper.number, signedOn: paper.date, signer: paper.signer, facts: paper.facts,
            printedName: name, printedPost: post)
        try await AftermathCommand.print(officer, authority.entry(of: officer), act.dossier) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}

struct RevokeDecisionCommand: AwardKeeperCommand {
    static let asks = Deed.action(.decideAward)
    static let ownAsks = [Deed.action(.giveAward)]
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "The Chairman, or with --own the head, revokes an award on the ground that was proposed; its money is owed.",
        discussion: """
            Example: thidua aftermath revoke 01890a5d-ac96-774b-bcce-b302099a8057 --number 92/QĐ-UBND --date 2023-06-20 \
            --signer 'CHỦ TỊCH' --facts 'Theo kết luận 7/KL-TTr'
            """)

    @OptionGroup var named: NamedDossier
    @OptionGroup var paper: AmendingPaper
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RevokeDecision(
            dossier: named.dossier, number: paper.number, signedOn: paper.date, signer: paper.signer, facts: paper.facts)
        try await AftermathCommand.print(officer, authority.entry(of: officer), act.dossier) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
        }
    }
}
