import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// Signed papers of the officer's own unit: looked at, recorded with their scan, and the scan itself.
enum PaperRoutes {
    static let all: [Route] = [list, record, file]

    private static let list = Route(
        .get, "/papers", name: "page.papers", asks: .reading(.paper), summary: "Signed papers that the unit keeps, the latest first.",
        query: [QueryParameter("cursor", .string, "Where the page before ended.")]
    ) { call in
        try await call.read { (tx: borrowing TenantTransaction) in .html(Templates.shared.render(try await page(call, in: tx))) }
    }.exporting { _ in ListPapers(limit: 0) }

    private static let record = Route(
        .post, "/papers", name: "page.papers.record", asks: .action(.recordPaper),
        summary: "Enters a paper that another signed, with its scan.", takes: .form(withFile: Directive.File.largest)
    ) { call in
        let form = call.form
        do {
            guard let file = form.file("file") else { throw Problem.invalid("$.file", "chưa chọn bản chụp; chọn tệp PDF, PNG hoặc JPG") }
            guard let signer = Post.ID(form["signer"]) else { throw Problem.invalid("$.signer", "chọn người ký trong danh sách") }
            let signedOn = try FormDay.needed(form["signedOn"], "$.signedOn", "nhập ngày ký trên văn bản")
            let recording = RecordPaper(
                PaperAct.Head(signer: signer, number: form["number"], signedOn: signedOn, abstract: form["abstract"]))
            let scan = try file.content
            try await call.backend.entrance.write(try call.entry()) { (tx: borrowing TenantTransaction) in
                let paper = try await recording.perform(in: tx, ids: call.ids)
                try await AttachPaperFile(paper: paper, fileName: file.name, content: scan).perform(in: tx)
            }
            return .seeOther("/papers")
        } catch let problem as Problem where [.invalid, .refused, .conflict, .tooLarge, .unsupported].contains(problem.kind) {
            return try await call.backend.entrance.read(try call.entry()) { (tx: borrowing TenantTransaction) in
                var page = try await page(call, in: tx)
                page.fault = FormFault(problem)
                return Templates.shared.answer(page, to: problem)
            }
        }
    }

    private static let file = Route(
        .get, "/papers/{paper}/file", name: "page.papers.file", asks: .reading(.paper), summary: "The scan, as an attachment."
    ) { call in
        let reading = ReadPaperFile(try call.path("paper"))
        return try await call.read { (tx: borrowing TenantTransaction) in
            let (file, content) = try await reading.perform(in: tx)
            return .attachment(content, mediaType: file.format.mediaType, name: file.name)
        }
    }

    private static func page(_ call: Call, in tx: borrowing TenantTransaction) async throws -> PapersPage {
        let me = try await WhoAmI().perform(in: tx)
        let (papers, next) = try await ListPapers(after: call.query("cursor").flatMap { PaperAct.ID($0) }, limit: 100).perform(in: tx)
        let mayRecord = me.actions.contains(.recordPaper) && me.officer.mayWrite
        return PapersPage(
            papers, of: me.tenant.slug, next: next, signers: mayRecord ? try await ListSigners().perform(in: tx) : [],
            frame: Frame(me, call))
    }
}
