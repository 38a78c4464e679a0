import ArgumentParser
import Domain
import Operations

struct SubmitDossierCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "The unit submits it; an individual takes one of its slots.",
        discussion: "Example: thidua dossier submit 01890a5d-ac96-774b-bcce-b302099a8057")

    @OptionGroup var named: NamedDossier

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = SubmitDossier(dossier: named.dossier)
        try await officer.printDossier(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

struct SupplementDossierCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let configuration = CommandConfiguration(
        commandName: "supplement", abstract: "The unit sends it back with what was wanting; its clock goes on.",
        discussion: """
            Example: thidua dossier supplement 01890a5d-ac96-774b-bcce-b302099a8057 \
            --note 'Đã bổ sung báo cáo thành tích'
            """)

    @OptionGroup var named: NamedDossier

    @Option(help: "What was mended.")
    var note = ""

    @OptionGroup var date: StepDate
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = SupplementDossier(dossier: named.dossier, happenedOn: date.day, note: note)
        try await officer.printDossier(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

struct WithdrawDossierCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "The unit takes it back before it is decided; a slot is free again until the list is locked.",
        discussion: "Example: thidua dossier withdraw 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Cá nhân xin rút'")

    @OptionGroup var named: NamedDossier

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var date: StepDate
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = WithdrawDossier(dossier: named.dossier, reason: reason, happenedOn: date.day)
        try await officer.printDossier(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

struct ReceiveDossierCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "receive", abstract: "Home Affairs receives it; a late one by a decision alone.",
        discussion: "Example: thidua dossier receive 01890a5d-ac96-774b-bcce-b302099a8057")

    @OptionGroup var named: NamedDossier

    @Option(help: "Of the decision by which a late one is received.")
    var number = ""

    @OptionGroup var date: StepDate
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ReceiveDossier(dossier: named.dossier, happenedOn: date.day, lateDecision: number)
        try await officer.printDossier(in: try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

struct AskDossierSupplementCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "ask-supplement", abstract: "Home Affairs asks for what is wanting.",
        discussion: """
            Example: thidua dossier ask-supplement 01890a5d-ac96-774b-bcce-b302099a8057 \
            --defects 'Thiếu biên bản họp; báo cáo chưa có xác nhận'
            """)

    @OptionGroup var named: NamedDossier

    @Option(help: "Every defect, in one list.")
    var defects: String

    @OptionGroup var date: StepDate
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AskDossierSupplement(dossier: named.dossier, defects: defects, happenedOn: date.day)
        try await officer.printDossier(in: try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

struct AppraiseDossierCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let orAsks = [Deed.action(.decideAward)]
    static let configuration = CommandConfiguration(
        commandName: "appraise",
        abstract: "Home Affairs finds that it meets the conditions; of its own a leader records what another body found.",
        discussion: "Example: thidua dossier appraise 01890a5d-ac96-774b-bcce-b302099a8057")

    @OptionGroup var named: NamedDossier

    @Option(help: "Of the paper that named the appraising body; needed for the dossier of Home Affairs itself.")
    var number = ""

    @OptionGroup var date: StepDate
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = AppraiseDossier(dossier: named.dossier, happenedOn: date.day, documentNumber: number)
        try await officer.printDossier(in: try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

struct RefuseDossierCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let orAsks = [Deed.action(.decideAward)]
    static let ownAsks = [Deed.action(.keepOwnAward), Deed.action(.giveAward)]
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "Home Affairs, or who does not sign, finds that it does not meet the conditions.",
        discussion: """
            Example: thidua dossier refuse 01890a5d-ac96-774b-bcce-b302099a8057 \
            --reason 'Chưa đủ tiêu chuẩn' --number 300/TB-SNV
            """)

    @OptionGroup var named: NamedDossier

    @Option(help: "Why, as the notice says.")
    var reason: String

    @Option(help: "Number and symbol of the notice to the unit.")
    var number: String

    @OptionGroup var date: StepDate
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = RefuseDossier(dossier: named.dossier, reason: reason, documentNumber: number, happenedOn: date.day)
        try await officer.printDossier(in: try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

struct HoldDossierCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Home Affairs holds it; its clock stops.",
        discussion: """
            Example: thidua dossier hold 01890a5d-ac96-774b-bcce-b302099a8057 \
            --reason 'Đang xác minh đơn tố cáo' --number 7/QĐ-TTr
            """)

    @OptionGroup var named: NamedDossier

    @Option(help: "Why.")
    var reason: String

    @Option(help: "Number and symbol of the paper.")
    var number = ""

    @OptionGroup var date: StepDate
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = HoldDossier(dossier: named.dossier, reason: reason, documentNumber: number, happenedOn: date.day)
        try await officer.printDossier(in: try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

struct ReleaseDossierCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "It goes on where it was held.",
        discussion: """
            Example: thidua dossier release 01890a5d-ac96-774b-bcce-b302099a8057 \
            --reason 'Đã có kết luận' --number 9/KL-TTr
            """)

    @OptionGroup var named: NamedDossier

    @Option(help: "Why.")
    var reason: String

    @Option(help: "Number and symbol of the paper.")
    var number = ""

    @OptionGroup var date: StepDate
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ReleaseDossier(dossier: named.dossier, reason: reason, documentNumber: number, happenedOn: date.day)
        try await officer.printDossier(in: try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

struct PutDossierCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "put", abstract: "Home Affairs, or with --own who keeps a unit's awards, puts it to who signs.",
        discussion: "Example: thidua dossier put 01890a5d-ac96-774b-bcce-b302099a8057 --number 1300/TTr-SNV")

    @OptionGroup var named: NamedDossier

    @Option(help: "Number and symbol of the tờ trình, as the clerk gave it.")
    var number: String

    @OptionGroup var date: StepDate
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = PutDossierToChairman(dossier: named.dossier, documentNumber: number, happenedOn: date.day)
        try await officer.printDossier(in: try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

struct DecideDossierCommand: AwardKeeperCommand {
    static let asks = Deed.action(.decideAward)
    static let ownAsks = [Deed.action(.giveAward)]
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "The Chairman, or who signs in his stead, decides.",
        discussion: "Example: thidua dossier decide 01890a5d-ac96-774b-bcce-b302099a8057")

    @OptionGroup var named: NamedDossier

    @OptionGroup var date: StepDate
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = DecideDossier(dossier: named.dossier, happenedOn: date.day)
        try await officer.printDossier(in: try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

struct PresentDossierCommand: AwardKeeperCommand {
    static let asks = Deed.action(.appraiseAward)
    static let configuration = CommandConfiguration(
        commandName: "present", abstract: "The award was handed over.",
        discussion: "Example: thidua dossier present 01890a5d-ac96-774b-bcce-b302099a8057 --note 'Hội nghị sơ kết'")

    @OptionGroup var named: NamedDossier

    @Option(help: "Where, at which event.")
    var note = ""

    @OptionGroup var date: StepDate
    @OptionGroup var authority: AuthorityOptions
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = PresentDossier(dossier: named.dossier, happenedOn: date.day, note: note)
        try await officer.printDossier(in: try authority.entry(of: officer)) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}

struct PassCouncilCommand: OfficerCommand {
    static let asks = Deed.action(.keepOwnAward)
    static let configuration = CommandConfiguration(
        commandName: "pass-council",
        abstract: "The council of a commune or sub-unit that gives by its own authority passed it, by its minutes.",
        discussion: "Example: thidua dossier pass-council 01890a5d-ac96-774b-bcce-b302099a8057 --number 03/BB-HĐ")

    @OptionGroup var named: NamedDossier

    @Option(help: "Number of the minutes.")
    var number: String

    @OptionGroup var date: StepDate
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = PassOwnCouncil(dossier: named.dossier, documentNumber: number, happenedOn: date.day)
        try await officer.printDossier(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.dossier
        }
    }
}
