import Domain
import Foundation
import Operations

/// A file that a command writes; an existing one is replaced whole or not at all.
enum OutputFile {
    /// - Parameter argument: how the command calls it.
    /// - Throws: `file-not-written`.
    static func write(_ content: [UInt8], to file: String, named argument: String) throws(Problem) {
        do {
            try Data(content).write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw Problem(
                .invalid, "file-not-written", "Không ghi được tệp “\(file)”. Kiểm tra lại thư mục và quyền ghi.",
                fields: [FieldFault(argument, "không ghi được")])
        }
    }

    /// The same of a file that lies on disk: copied part by part beside the place where it goes, then put there.
    static func write(_ content: SpooledFile, to file: String, named argument: String) throws(Problem) {
        let beside = file + ".part"
        let refusal = Problem(
            .invalid, "file-not-written", "Không ghi được tệp “\(file)”. Kiểm tra lại thư mục và quyền ghi.",
            fields: [FieldFault(argument, "không ghi được")])
        guard FileManager.default.createFile(atPath: beside, contents: nil), let handle = FileHandle(forWritingAtPath: beside) else {
            throw refusal
        }
        do {
            for start in stride(from: 0, to: content.byteCount, by: 1 << 20) {
                try handle.write(contentsOf: Data(try content.read(start..<min(start + 1 << 20, content.byteCount))))
            }
            try handle.close()
            guard rename(beside, file) == 0 else { throw refusal }
        } catch {
            try? FileManager.default.removeItem(atPath: beside)
            throw refusal
        }
    }
}
