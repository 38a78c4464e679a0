import Domain
import Foundation

/// A file named on the command line.
enum InputFile {
    /// - Throws: `file-not-found`.
    static func read(_ file: String) throws(Problem) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Problem(
                .notFound, "file-not-found", "Không đọc được tệp “\(file)”. Kiểm tra lại đường dẫn và quyền đọc.",
                fields: [FieldFault("<file>", "không có, là thư mục, hoặc không đọc được")])
        }
        return Array(data)
    }
}
