import Documents
import Domain
import Foundation
import HTTPTypes
import Operations
import TestSupport
import Testing

/// An office's own forms over HTTP: who may replace which, what is refused, and which papers are made of them.
@Suite("An office's own templates over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct TemplateRouteTests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private var head: Token { province.token(of: .unitHead, in: "district_101") }
    private var affairs: Token { province.token(of: .homeAffairsOfficer) }

    private static let unit = "/api/v1/tenants/district_101"
    private static let wide = "/api/v1/province"

    private func replace(_ kind: PaperKind, by content: [UInt8], at base: String, as token: Token, from: String = "") async throws
        -> APIAnswer
    {
        try await api.send(
            .post, "\(base)/paper-templates/\(kind.rawValue)?name=mau.docx\(from.isEmpty ? "" : "&from=\(from)")", as: token,
            bytes: content,
            type: DocumentFormat.docx.mediaType)
    }

    private func paper(_ kind: String, _ id: AwardDossier.ID, at base: String, as token: Token) async throws -> APIAnswer {
        let made = try await api.send(.get, "\(base)/award-dossiers/\(id)/papers/\(kind)", as: token)
        #expect(made.status == 200, "\(made.json.text())")
        return made
    }

    @Test("a unit's papers are made of its own form from its day on, another unit's are not; the built-in form may be taken again")
    func unit() async throws {
        let papers = try await PaperStage(province, campaign: "MAU-1")
        let own = try await papers.dossier(.drafted, named: "Người của huyện một")
        let other = try await papers.dossier(.drafted, of: "district_102", named: "Người của huyện hai")
        let elsewhere = province.token(of: .unitHead, in: "district_102")
        // A report takes the form of the day that it bears: of one from before the form came, the built-in one.
        let old = try await papers.dossier(.drafted, named: "Người khác của huyện một")
        let recorded = try await api.send(
            .post, "\(Self.unit)/award-dossiers/\(own)/papers", as: head,
            ["kind": "achievementReport", "documentNumber": "2/BC-UBND", "documentOn": "2023-06-20", "confirmed": true])
        #expect(recorded.status == 201, "\(recorded.json.text())")
        let before = try await paper("achievement-report", own, at: Self.unit, as: head)
        let form = try MadeTemplate.docx("MẪU CỦA HUYỆN MỘT", for: .achievementReport)

        // The canary of the right: who does not propose replaces nothing, and nobody another's.
        #expect(
            try await replace(.achievementReport, by: form, at: Self.unit, as: province.token(of: .clerk, in: "district_101")).status == 403
        )
        #expect(try await replace(.achievementReport, by: form, at: Self.unit, as: elsewhere).status == 404)
        #expect(try await replace(.achievementReport, by: form, at: Self.wide, as: head).status == 403)
        let past = try await replace(.achievementReport, by: form, at: Self.unit, as: head, from: "2023-06-01")
        #expect(past.status == 422 && past.faults == ["$.validFrom"], "\(past.json.text())")

        // From a later day on: not today.
        let later = try await replace(.achievementReport, by: form, at: Self.unit, as: head, from: "2023-07-01")
        #expect(later.status == 201, "\(later.json.text())")
        #expect(try await paper("achievement-report", own, at: Self.unit, as: head).bytes == before.bytes)
        let replaced = try await replace(.achievementReport, by: form, at: Self.unit, as: head)
        #expect(replaced.status == 201, "\(replaced.json.text())")
        #expect(
            replaced.items.map { $0.member("from") } == ["2023-07-01", "2023-06-20"] && replaced.items[1].member("through") == "2023-06-30")
        #expect(replaced.items[1].member("sha256").count == 64 && replaced.items[1].member("name") == "mau.docx")

        let made = try await paper("achievement-report", own, at: Self.unit, as: head)
        let said = try ReadPaper.text(made.bytes)
        #expect(said.contains("MẪU CỦA HUYỆN MỘT") && said.contains("Người của huyện một"), "\(said)")
        #expect(try await paper("achievement-report", own, at: Self.unit, as: head).bytes == made.bytes, "the same data, the same bytes")
        let earlier = try await paper("achievement-report", old, at: Self.unit, as: head)
        #expect(try !ReadPaper.text(earlier.bytes).contains("MẪU CỦA HUYỆN MỘT"))
        let theirs = try await paper("achievement-report", other, at: "/api/v1/tenants/district_102", as: elsewhere)
        #expect(try !ReadPaper.text(theirs.bytes).contains("MẪU CỦA HUYỆN MỘT"))

        // What was recorded comes back as it was; another unit is told that there is none.
        let id = replaced.items[1].member("id")
        let file = try await api.send(.get, "\(Self.unit)/paper-template-files/\(id)", as: head)
        #expect(file.status == 200 && file.bytes == form)
        let foreign = try await api.send(.get, "/api/v1/tenants/district_102/paper-template-files/\(id)", as: elsewhere)
        #expect(foreign.status == 404, "\(foreign.json.text())")
        #expect(try await api.send(.get, "/api/v1/tenants/district_102/paper-templates", as: elsewhere).items.isEmpty)

        let same = try await replace(.achievementReport, by: form, at: Self.unit, as: head)
        #expect(same.status == 409 && same.code == "template-there", "\(same.json.text())")
        let bare = try await api.send(.post, "\(Self.unit)/paper-templates/achievement-report/built-in", as: head, ["reason": " "])
        #expect(bare.status == 422, "\(bare.json.text())")
        let back = try await api.send(
            .post, "\(Self.unit)/paper-templates/achievement-report/built-in", as: head, ["reason": "Hết hiệu lực", "from": "2023-08-01"])
        #expect(back.status == 201 && back.items[0].member("sha256").isEmpty && back.items[0].member("name") == "Hết hiệu lực")
    }

    @Test("a hostile or unfit document is refused with its own message, and nothing is recorded")
    func hostile() async throws {
        let tests: [(String, [UInt8])] = [
            ("invalid-template", Array("chữ".utf8)),
            ("template-with-macros", try MadeTemplate.docx("x", for: .proposal, ["word/vbaProject.bin": "x"])),
            (
                "template-with-links",
                try MadeTemplate.docx(
                    "x", for: .proposal,
                    [
                        "word/_rels/document.xml.rels":
                            "<Relationships><Relationship TargetMode=\"External\" Target=\"http://la.example/x\"/></Relationships>"
                    ])
            ),
            ("template-with-objects", try MadeTemplate.docx("x", for: .proposal, ["word/embeddings/a.bin": "x"])),
            ("template-field-missing", try MadeTemplate.docx("x", for: .proposal, without: "nguoi_ky")),
            ("unknown-template-field", try MadeTemplate.docx("{{khong_co}}", for: .proposal)),
        ]
        for (code, content) in tests {
            let refused = try await replace(.proposal, by: content, at: Self.wide, as: affairs)
            #expect(refused.status == 422 && refused.code == code, "\(code): \(refused.json.text())")
            #expect(refused.text("detail").contains("mau.docx"), "\(refused.json.text())")
        }
        #expect(try await replace(.monthReport, by: [], at: Self.wide, as: affairs).status == 404)
        #expect(try await api.send(.get, "\(Self.wide)/paper-templates", as: affairs).items.isEmpty)
    }

    @Test("a decision that was signed before the form was replaced stays as it was; one that is signed from then on is made of the new one")
    func signed() async throws {
        let stage = try await CouncilStage(province, campaign: "MAU-2")
        let people = try await stage.people(2)
        func record(_ number: String, _ day: String, _ person: Person.ID) async throws -> AwardDossier.ID {
            let dossier = try await stage.dossier(.decided, person: person)
            let recorded = try await api.send(
                .post, Self.wide + "/award-decisions", as: affairs,
                [
                    "number": .string(number), "signedOn": .string(day), "signer": "CHỦ TỊCH", "nameReason": "Danh sách in trước",
                    "awards": [["dossier": .string(dossier.description), "name": "Nguyễn Văn An"]],
                ])
            #expect(recorded.status == 201, "\(recorded.json.text())")
            return dossier
        }
        let old = try await record("901/QĐ-UBND", "2023-06-19", people[0])
        let before = try await paper("award-decision", old, at: Self.wide, as: affairs)
        let form = try MadeTemplate.docx("MẪU QUYẾT ĐỊNH MỚI", for: .awardDecision)
        #expect(try await replace(.awardDecision, by: form, at: Self.wide, as: affairs).status == 201)
        #expect(try await paper("award-decision", old, at: Self.wide, as: affairs).bytes == before.bytes)
        let new = try await record("902/QĐ-UBND", "2023-06-20", people[1])
        #expect(try ReadPaper.text(try await paper("award-decision", new, at: Self.wide, as: affairs).bytes).contains("MẪU QUYẾT ĐỊNH MỚI"))
    }

    @Test("what opens a round and what follows a decision is made of the office's form; the guidance names the law's forms")
    func others() async throws {
        let stage = try await AwardStage(province, campaign: "MAU-3", opens: false)
        let id = try await stage.issued("903/QĐ-UBND")
        try await stage.propose(id)
        let guidance = "\(Self.wide)/nomination-round/guidance?campaign=MAU-3&review=interim&cutOff=2023-07-30"
        let revocation = "\(Self.wide)/award-dossiers/\(id)/revocation-decision"
        let builtIn = try ReadPaper.text(try await api.send(.get, guidance, as: affairs).bytes)
        #expect(builtIn.contains("Mẫu số 07 ban hành kèm theo Nghị định số 91/2017/NĐ-CP") && !builtIn.contains("98/2023"), "\(builtIn)")
        // Its annex lists what was checked of the law in force, and nothing else.
        let annex = try ReadPaper.rows(try await api.send(.get, guidance, as: affairs).bytes)
        #expect(annex.contains(["1", "Báo cáo thành tích", "Mẫu số 07 ban hành kèm theo Nghị định số 91/2017/NĐ-CP"]), "\(annex)")
        #expect(!annex.contains { $0.first == "2" && $0.count == 3 }, "no number that nobody has checked: \(annex)")
        for kind in [
            PaperKind.launchPlan, .responsePlan, .guidance, .criticism, .invitation, .conferenceScript, .pressRelease, .revocationDecision,
        ] {
            let form = try MadeTemplate.docx("MẪU \(kind.rawValue)", for: kind)
            let replaced = try await replace(kind, by: form, at: Self.wide, as: affairs)
            #expect(replaced.status == 201, "\(kind): \(replaced.json.text())")
        }
        for (path, mark) in [(guidance, "MẪU guidance"), (revocation, "MẪU revocation-decision")] {
            let made = try await api.send(.get, path, as: affairs)
            #expect(try ReadPaper.text(made.bytes).contains(mark), "\(path): \(made.status)")
        }
    }

    @Test("the pages of the unit and of the province show the forms and take one with a file")
    func pages() async throws {
        let cookie = "thidua=\(head.text)"
        let page = try await province.call(.get, "/units/district_101/paper-templates", headers: [.cookie: cookie])
        #expect(page.status == .ok && page.body.contains("Mẫu văn bản khen thưởng") && page.body.contains("multipart/form-data"))
        let watching = try await province.call(
            .get, "/units/district_101/paper-templates", headers: [.cookie: "thidua=\(province.token(of: .clerk, in: "district_101").text)"]
        )
        #expect(!watching.body.contains("multipart/form-data"))
        let wide = try await province.call(.get, "/paper-templates", headers: [.cookie: "thidua=\(affairs.text)"])
        #expect(wide.status == .ok && wide.body.contains("multipart/form-data"))
    }

    @Test("commands list, replace and save the forms of the place that they name")
    func commands() async throws {
        let runner = CommandRunner(database: province.url)
        let folder = FileManager.default.temporaryDirectory.appending(path: "thidua-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, saved) = (folder.appending(path: "mau.docx"), folder.appending(path: "lai.docx"))
        let form = try MadeTemplate.docx("MẪU CỦA SỞ", for: .refusalNotice)
        try Data(form).write(to: file)
        let refused = try await runner.run(["template", "replace", "refusal-notice", file.path, "--province"], as: head)
        #expect(refused.answer != .allowed, "\(refused.text)")
        let replaced = try await runner.run(
            ["template", "replace", "refusal-notice", file.path, "--province", "--output", "json"], as: affairs)
        #expect(replaced.answer == .allowed && replaced.text.contains("refusal-notice"), "\(replaced.text)")
        let listed = try await api.send(.get, "\(Self.wide)/paper-templates", as: affairs)
        let id = try #require(listed.items.first { $0.member("document") == "refusal-notice" }?.member("id"))
        let kept = try await runner.run(["template", "save", id, "--output-file", saved.path, "--province"], as: affairs)
        #expect(kept.answer == .allowed, "\(kept.text)")
        #expect(Array(try Data(contentsOf: saved)) == form)
        let restored = try await runner.run(
            ["template", "restore", "refusal-notice", "--reason", "x", "--from", "2023-07-01", "--province"], as: affairs)
        #expect(restored.answer == .allowed, "\(restored.text)")
    }
}

/// A paper as PDF over HTTP, whatever the machine has installed: a program stands in LibreOffice's place, or nothing does.
@Suite("Papers as PDF over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct PaperPDFRouteTests {
    private let province = Province.current

    @Test("comes where LibreOffice is, as it made it; where it is not the answer says so and what to do, and Word documents come as before")
    func formats() async throws {
        let papers = try await PaperStage(province, campaign: "PDF-1")
        let dossier = try await papers.dossier(.drafted, named: "Người có thành tích")
        let path = "/api/v1/tenants/district_101/award-dossiers/\(dossier)/papers/achievement-report"
        let head = province.token(of: .unitHead, in: "district_101")
        let folder = FileManager.default.temporaryDirectory.appending(path: "thidua-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appending(path: "soffice")
        try Data("#!/bin/sh\nprintf '%%PDF-1.7 made of ' > paper.pdf; wc -c < paper.docx >> paper.pdf\n".utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)

        let (with, without) = (APICaller(province, programs: folder.path), APICaller(province, programs: "/khong-co"))
        let word = try await with.send(.get, path, as: head)
        let pdf = try await with.send(.get, path + "?format=pdf", as: head)
        #expect(pdf.status == 200 && pdf.headers[.contentType] == "application/pdf", "\(pdf.json.text())")
        #expect(String(decoding: pdf.bytes, as: UTF8.self).hasPrefix("%PDF-1.7 made of \(word.bytes.count)"))
        #expect((pdf.headers[.contentDisposition] ?? "").contains("achievement-report.pdf"))
        let refused = try await without.send(.get, path + "?format=pdf", as: head)
        #expect(refused.status == 503 && refused.code == "pdf-not-installed", "\(refused.json.text())")
        #expect(refused.text("detail").contains("LibreOffice") && refused.text("detail").contains(".docx"))
        #expect(try await without.send(.get, path, as: head).bytes == word.bytes)
        // Who may not read the paper is not told whether PDF can be had.
        let other = province.token(of: .unitHead, in: "district_102")
        #expect(try await without.send(.get, path + "?format=pdf", as: other).status == 404)
    }
}
