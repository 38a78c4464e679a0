import Domain
import Foundation

/// A file of this machine that is not there yet, written chunk by chunk.
enum NewFile {
    /// - Throws: `file-unwritable` where it is there already or cannot be made.
    static func write(_ path: String, chunks: Int, _ read: (Int) async throws -> [UInt8]) async throws {
        guard !FileManager.default.fileExists(atPath: path), FileManager.default.createFile(atPath: path, contents: nil),
            let target = FileHandle(forWritingAtPath: path)
        else {
            throw Problem(.invalid, "file-unwritable", "Tệp \(path) đã có hoặc không ghi được. Chọn tên hoặc nơi khác.")
        }
        defer { try? target.close() }
        for position in 0..<chunks { try target.write(contentsOf: Data(try await read(position))) }
    }
}
