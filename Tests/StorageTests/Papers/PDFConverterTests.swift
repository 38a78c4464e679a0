import Documents
import Domain
import Foundation
import Operations
import Testing

@Suite("Papers as PDF", .timeLimit(.minutes(30)))
struct PDFConverterTests {
    /// A folder with a program in LibreOffice's place, which does what the script says in the folder of the conversion.
    private final class Program {
        let folder: URL

        init(_ script: String) throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "thidua-test-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            let file = folder.appending(path: "soffice")
            try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }
    }

    private static let isInstalled = (try? PDFConverter()) != nil

    @Test("where LibreOffice is not installed, the answer says so and what to do instead")
    func notInstalled() throws {
        let problem = try #require(throws: Problem.self) { try PDFConverter(path: "/khong-co:/cung-khong") }
        #expect(problem.code == "pdf-not-installed")
        #expect(problem.detail.contains("LibreOffice") && problem.detail.contains(".docx"))
    }

    @Test("the program gets the document in a folder of its own, and what it made comes back")
    func converts() async throws {
        let program = try Program("printf '%%PDF-' > paper.pdf; cat paper.docx >> paper.pdf; pwd >> paper.pdf")
        let pdf = try await PDFConverter(path: program.folder.path).pdf(of: Array("văn bản".utf8))
        let lines = String(decoding: pdf, as: UTF8.self).split(separator: "\n")
        #expect(lines[0].hasPrefix("%PDF-văn bản"))
        let folder = try #require(lines[0].split(separator: "/", maxSplits: 1).last)
        #expect(!FileManager.default.fileExists(atPath: "/\(folder)"))
    }

    @Test(
        "a program that fails, makes no PDF or does not end is a failure that says what to do",
        arguments: ["exit 1", "exit 0", "echo no > paper.pdf", "exec sleep 3000"])
    func fails(script: String) async throws {
        let program = try Program(script)
        let limit = script.contains("sleep") ? Duration.seconds(1) : .seconds(1_000)
        let converter = try PDFConverter(path: program.folder.path, limit: limit)
        let problem = try await #require(throws: Problem.self) { try await converter.pdf(of: [1]) }
        #expect(problem.code == "pdf-failed" && problem.detail.contains(".docx"))
    }

    @Test("a paper becomes a PDF", .enabled(if: isInstalled))
    func paper() async throws {
        var paper = OfficialPaper(
            issuer: PaperIssuer(parent: nil, name: "Ủy ban nhân dân tỉnh"), number: PaperNumber("1", symbol: "TB-UBND"),
            date: PaperDate("Cà Mau", year: 2023), form: .named("Thông báo", abstract: "Về một việc"),
            signatures: [PaperSignature(["Chủ tịch"], name: "")])
        paper.body = [.paragraph("Một đoạn")]
        let pdf = try await PDFConverter(limit: .seconds(1_500)).pdf(of: paper.docx())
        #expect(pdf.count > 1_000)
    }
}
