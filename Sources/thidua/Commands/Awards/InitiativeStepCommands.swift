import ArgumentParser
import Domain
import Operations

struct ReturnInitiativeCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "The unit asks for what is wanting; the clock stops.",
        discussion: "Example: thidua initiative return 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Thiếu số liệu'")

    @OptionGroup var named: NamedInitiative

    @Option(help: "What is wanting.")
    var reason: String

    @OptionGroup var dated: StepDate
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = TakeInitiativeStep(named.initiative, .return, happenedOn: dated.day, reason: reason)
        try await officer.printInitiative(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.initiative
        }
    }
}

struct SupplementInitiativeCommand: OfficerCommand {
    static let asks = Deed.action(.registerInitiative)
    static let configuration = CommandConfiguration(
        commandName: "supplement", abstract: "Who registered it adds what was wanting; the clock goes on.",
        discussion: "Example: thidua initiative supplement 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Bảng số liệu kèm theo'")

    @OptionGroup var named: NamedInitiative

    @Option(help: "What is added.")
    var reason: String

    @OptionGroup var dated: StepDate
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = TakeInitiativeStep(named.initiative, .supplement, happenedOn: dated.day, reason: reason)
        try await officer.printInitiative(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.initiative
        }
    }
}

struct PraiseInitiativeCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let orAsks: [Deed] = [.action(.appraiseAward)]
    static let configuration = CommandConfiguration(
        commandName: "letter", abstract: "The unit's head, or with --province the Chairman, praised it by a letter.",
        discussion: "Example: thidua initiative letter 01890a5d-ac96-774b-bcce-b302099a8057 --number 5/TK --signer 'CHỦ TỊCH'")

    @OptionGroup var named: NamedInitiative

    @Option(help: "Number and symbol of the paper, as the clerk gave it.")
    var number: String

    @Option(help: "As it stands under the paper: form and post.")
    var signer: String

    @OptionGroup var dated: StepDate
    @OptionGroup var place: LedgerOptions

    func run() async throws {
        let act = TakeInitiativeStep(named.initiative, .letter, happenedOn: dated.day, documentNumber: number, signer: signer)
        try await place.officer.printInitiative(in: try place.entry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.initiative
        }
    }
}

struct CommendInitiativeCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let configuration = CommandConfiguration(
        commandName: "commend", abstract: "The unit asks for its own Giấy khen: its dossier is drafted, which its head decides.",
        discussion: "Example: thidua initiative commend 01890a5d-ac96-774b-bcce-b302099a8057")

    @OptionGroup var named: NamedInitiative
    @OptionGroup var dated: StepDate
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ProposeInitiative(named.initiative, .commend, happenedOn: dated.day)
        try await officer.printInitiative(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.initiative
        }
    }
}

struct DeclineInitiativeCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "The unit answers that no award is considered, and why.",
        discussion: "Example: thidua initiative decline 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Đã được khen thưởng'")

    @OptionGroup var named: NamedInitiative

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var dated: StepDate
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = TakeInitiativeStep(named.initiative, .decline, happenedOn: dated.day, reason: reason)
        try await officer.printInitiative(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.initiative
        }
    }
}

struct PublishInitiativeCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "The unit publishes what was awarded, for every officer.",
        discussion: "Example: thidua initiative publish 01890a5d-ac96-774b-bcce-b302099a8057")

    @OptionGroup var named: NamedInitiative

    @OptionGroup var dated: StepDate
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = TakeInitiativeStep(named.initiative, .publish, happenedOn: dated.day)
        try await officer.printInitiative(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.initiative
        }
    }
}

struct WithdrawInitiativeCommand: OfficerCommand {
    static let asks = Deed.action(.registerInitiative)
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Who registered it takes it back before it is answered.",
        discussion: "Example: thidua initiative withdraw 01890a5d-ac96-774b-bcce-b302099a8057 --reason 'Đăng ký nhầm'")

    @OptionGroup var named: NamedInitiative

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var dated: StepDate
    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = TakeInitiativeStep(named.initiative, .withdraw, happenedOn: dated.day, reason: reason)
        try await officer.printInitiative(in: try officer.tenantEntry()) { (tx: borrowing TenantTransaction) in
            try await act.perform(in: tx, ids: .system)
            return act.initiative
        }
    }
}
