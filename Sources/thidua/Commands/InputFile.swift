import Domain
import Foundation

/// A file named on the command line.
enum InputFile {
    /// - Throws: `file-not-found`.
    static func read(_ file: String) throws(Problem) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: file) else { throw notFound(file) }
        return Array(data)
    }

    /// A file that may be large, or a pipe, read piece by piece and no further than the limit.
    ///
    /// - Throws: `file-not-found`; `too-large` beyond the limit, in bytes.
    static func read(_ file: String, atMost limit: Int) throws(Problem) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: file) else { throw notFound(file) }
        defer { try? handle.close() }
        var bytes: [UInt8] = []
        do {
            while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
                bytes.append(contentsOf: piece)
                if bytes.count > limit { break }
            }
        } catch {
            throw notFound(file)
        }
        guard bytes.count <= limit else {
            throw Problem(
                .tooLarge, "too-large", "Tệp “\(file)” vượt \(limit >> 20) MB. Chia thành nhiều tệp theo đơn vị rồi thực hiện lại.",
                fields: [FieldFault("file", "vượt \(limit >> 20) MB")])
        }
        return bytes
    }

    private static func notFound(_ file: String) -> Problem {
        Problem(
            .notFound, "file-not-found", "Không đọc được tệp “\(file)”. Kiểm tra lại đường dẫn và quyền đọc.",
            fields: [FieldFault("<file>", "không có, là thư mục, hoặc không đọc được")])
    }
}
