public import Domain
import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Makes PDF of generated papers with LibreOffice, a program beside the service; where it is not installed, papers are to be had as Word
/// documents alone and the answer says so.
public struct PDFConverter: Sendable {
    private let program: String
    private let limit: Duration

    /// - Parameters:
    ///   - path: the folders in which programs are looked for, as in `PATH`; nil: of this process.
    ///   - limit: after which a conversion is given up.
    /// - Throws: `pdf-not-installed`.
    public init(path: String? = nil, limit: Duration = .seconds(120)) throws(Problem) {
        let folders = (path ?? ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let programs = folders.flatMap { folder in ["soffice", "libreoffice"].map { "\(folder)/\($0)" } }
        guard let program = programs.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { throw Self.notInstalled }
        self.program = program
        self.limit = limit
    }

    /// A Word document as PDF. Each conversion has a folder and a profile of its own, so that two at once do not meet.
    ///
    /// - Throws: `pdf-failed` when the program ends without a PDF or not in its time; ``Problem/unavailable`` when the disk is full.
    public func pdf(of docx: [UInt8]) async throws(Problem) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "thidua-pdf-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            try Data(docx).write(to: folder.appending(path: "paper.docx"))
        } catch {
            throw Problem.unavailable
        }
        guard await Self.ends(process(in: folder), within: limit), let pdf = try? Data(contentsOf: folder.appending(path: "paper.pdf")),
            pdf.starts(with: Data("%PDF-".utf8))
        else { throw Self.failed }
        return Array(pdf)
    }

    /// Nothing of our environment goes with it but where programs are.
    private func process(in folder: URL) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = [
            "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--convert-to", "pdf", "--outdir",
            folder.path, folder.appending(path: "paper.docx").path,
        ]
        process.environment = ["HOME": folder.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "LANG": "C.UTF-8"]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }

    /// Whether it ended well and in its time; what takes longer is ended.
    static func ends(_ process: Process, within limit: Duration) async -> Bool {
        let watch = Task {
            try await Task.sleep(for: limit)
            // It leads a group with the programs that it starts itself, and no signal that could be blocked ends them all.
            if process.isRunning { kill(-process.processIdentifier, SIGKILL) }
        }
        defer { watch.cancel() }
        return await withCheckedContinuation { continuation in
            process.terminationHandler = { ended in
                continuation.resume(returning: ended.terminationReason == .exit && ended.terminationStatus == 0)
            }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(returning: false)
            }
        }
    }

    private static let notInstalled = Problem(
        .unavailable, "pdf-not-installed",
        """
        Máy chủ chưa cài LibreOffice nên chưa lập được tệp PDF. Hãy tải bản Word (.docx) rồi in hoặc lưu thành PDF bằng Word; hoặc đề nghị \
        người quản trị cài gói libreoffice-writer.
        """)

    private static let failed = Problem(
        .unavailable, "pdf-failed",
        "Không chuyển được văn bản sang PDF. Hãy tải bản Word (.docx) rồi in hoặc lưu thành PDF bằng Word; nếu vẫn cần, thử lại sau ít phút."
    )
}
