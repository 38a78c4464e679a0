import ArgumentParser
import Documents
import Domain
import Operations

struct DossierPaperCommand: PaperWritingCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "Writes a paper in which a dossier stands, filled from what is recorded.",
        discussion: """
            Example: thidua dossier paper 01890a5d-ac96-774b-bcce-b302099a8057 award-decision --output-file quyet-dinh.docx --province
            Papers: \(MakeDossierPaper.kinds.map(\.rawValue).joined(separator: ", ")).
            A file that ends in .pdf is made with LibreOffice, any other is a Word document. What Home Affairs writes for the whole province is made
            with --province.
            """)

    @OptionGroup var named: NamedDossier

    @Argument(help: "Which paper.", completion: .list(MakeDossierPaper.kinds.map(\.rawValue)))
    var paper: String

    @OptionGroup var target: PaperTarget
    @OptionGroup var ledger: LedgerOptions

    var options: OfficerOptions { ledger.officer }

    func entry() throws -> Entry { try ledger.entry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        try await MakeDossierPaper(named.dossier, try PaperTarget.kind(paper, of: MakeDossierPaper.kinds)).perform(in: tx)
    }
}

struct InitiativePaperCommand: PaperWritingCommand {
    static let asks = Deed.reading(.item)
    static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "Writes the letter of praise that an initiative was given, filled from what is recorded.",
        discussion: """
            Example: thidua initiative paper 01890a5d-ac96-774b-bcce-b302099a8057 --output-file thu-khen.docx --province
            A file that ends in .pdf is made with LibreOffice, any other is a Word document. There is none before the letter is recorded.
            """)

    @OptionGroup var named: NamedInitiative
    @OptionGroup var target: PaperTarget
    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        try await MakeInitiativeLetter(named.initiative).perform(in: tx)
    }
}

struct SessionPaperCommand: PaperWritingCommand {
    static let asks = Deed.reading(.council)
    static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "Writes a paper of a session: its ballot sheet, the minutes of the meeting or of the count.",
        discussion: """
            Example: thidua council paper 01890a5d-ac96-774b-bcce-b302099a8057 council-minutes --output-file bien-ban.docx
            Papers: \(MakeSessionPaper.kinds.map(\.rawValue).joined(separator: ", ")).
            A file that ends in .pdf is made with LibreOffice, any other is a Word document.
            """)

    @Argument(help: "Id of the session, from `thidua council sessions`.")
    var session: CouncilSession.ID

    @Argument(help: "Which paper.", completion: .list(MakeSessionPaper.kinds.map(\.rawValue)))
    var paper: String

    @OptionGroup var target: PaperTarget
    @OptionGroup var place: LedgerOptions

    var options: OfficerOptions { place.officer }

    func entry() throws -> Entry { try place.entry() }

    func made(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        try await MakeSessionPaper(session, try PaperTarget.kind(paper, of: MakeSessionPaper.kinds)).perform(in: tx)
    }
}

/// Where a paper is written.
struct PaperTarget: ParsableArguments {
    @Option(
        help: "Where it is written; an existing file is replaced. Under the paper's own name when absent.",
        completion: .file(extensions: ["docx", "pdf"]))
    var outputFile: String?

    func write(_ paper: MadePaper) async throws {
        let isPDF = outputFile?.lowercased().hasSuffix(".pdf") ?? false
        let format: MadePaper.Format = isPDF ? .pdf : .docx
        let file = outputFile ?? paper.name(as: format).plain
        try OutputFile.write(try await paper.content(as: format), to: file, named: "--output-file")
        print("Đã ghi \(file).")
    }

    static func kind(_ text: String, of kinds: [PaperKind]) throws(Problem) -> PaperKind {
        guard let kind = PaperKind(rawValue: text), kinds.contains(kind) else {
            throw .invalid("<paper>", "phải là một trong: " + kinds.map(\.rawValue).joined(separator: ", "))
        }
        return kind
    }
}
