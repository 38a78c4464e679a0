import Domain
import Foundation

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
}
