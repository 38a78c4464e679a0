import ArgumentParser
import Documents
import Domain
import Operations

struct ListNamesCommand: ListingCommand {
    static let asks = Deed.reading(.item)
    static let noun = "award-names"
    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "The unit's nominees with the names that are to be printed, and who has confirmed them.",
        discussion: "Example: thidua register names --output csv")

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListNames { ListNames() }
}

struct ConfirmNameCommand: OfficerCommand {
    static let asks = Deed.action(.proposeAward)
    static let configuration = CommandConfiguration(
        commandName: "confirm-name", abstract: "The unit says how a name and a post are printed, or records what the nominee signed.",
        discussion: """
            Example: thidua register confirm-name 01890a5d-ac96-774b-bcce-b302099a8057 --unit --name 'Nguyễn Văn An' --post 'Trưởng phòng'
            Example: thidua register confirm-name 01890a5d-ac96-774b-bcce-b302099a8057 --nominee --name 'Nguyễn Văn An' --number 3/GXN
            """)

    @Argument(help: "Id of the dossier.")
    var dossier: AwardDossier.ID

    @Flag(help: "Whose word it is.")
    var party: ConfirmedName.Party

    @Option(help: "Name to be printed.")
    var name: String

    @Option(help: "Post to be printed, of a person.")
    var post = ""

    @Option(help: "Number of what the nominee signed.")
    var number = ""

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ConfirmName(dossier: dossier, party: party, name: name, post: post, documentNumber: number)
        try await officer.printWords(of: dossier) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}

struct ConfirmOwnNameCommand: OfficerCommand {
    static let asks = Deed.selfService
    static let configuration = CommandConfiguration(
        commandName: "confirm-own-name", abstract: "You confirm what your unit said of your name and post.",
        discussion: "Example: thidua register confirm-own-name 01890a5d-ac96-774b-bcce-b302099a8057")

    @Argument(help: "Id of the dossier.")
    var dossier: AwardDossier.ID

    @OptionGroup var officer: OfficerOptions

    func run() async throws {
        let act = ConfirmOwnName(dossier: dossier)
        try await officer.printWords(of: dossier) { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: .system) }
    }
}

extension OfficerOptions {
    /// Does it in the unit, and prints what both parties have said.
    fileprivate func printWords(
        of dossier: AwardDossier.ID, _ act: (borrowing TenantTransaction) async throws -> Void
    ) async throws {
        let entry = try tenantEntry()
        let (unit, nominee) = try await write(entry) { (tx: borrowing TenantTransaction) in
            try await act(tx)
            return try await ShowName(dossier: dossier).perform(in: tx)
        }
        func row(_ party: String, _ word: ConfirmedName.Word?) -> [String] { [party, word?.name ?? "", word?.post ?? ""] }
        CommandOutput.print(
            columns: ["Bên xác nhận", "Tên in trên bằng", "Chức vụ"], rows: [row("Đơn vị", unit), row("Người được khen thưởng", nominee)],
            json: ["unit": AwardRegisterJSON.word(unit), "nominee": AwardRegisterJSON.word(nominee)], as: output)
    }
}
