import Crypto
public import Domain
import Foundation

/// A file on its way in. It lies on disk, where it has no name any more: whatever happens, nothing stays behind.
public final class SpooledFile: Sendable {
    private let place: NamelessFile
    public let byteCount: Int
    /// SHA-256 of the content, 32 bytes.
    public let digest: [UInt8]

    fileprivate init(_ place: NamelessFile, byteCount: Int, digest: [UInt8]) {
        self.place = place
        self.byteCount = byteCount
        self.digest = digest
    }

    /// Some bytes of the content.
    public func read(_ range: Range<Int>) throws(Problem) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: range.count)
        var done = 0
        while done < range.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                pread(place.descriptor, buffer.baseAddress?.advanced(by: done), range.count - done, off_t(range.lowerBound + done))
            }
            guard count > 0 else { throw .spoolFailed }
            done += count
        }
        return bytes
    }
}

/// Takes a file in part by part, and no more of it than is allowed.
public struct Spool {
    private let place: NamelessFile
    private let limit: Int
    private var byteCount = 0
    private var hasher = SHA256()

    /// - Parameter limit: bytes; more is refused.
    public init(atMost limit: Int) throws(Problem) {
        self.limit = limit
        place = try NamelessFile()
    }

    /// - Throws: `file-too-large` once there is more than the limit.
    public mutating func append(_ bytes: [UInt8]) throws(Problem) {
        guard byteCount + bytes.count <= limit else { throw .fileTooLarge }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                write(place.descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done)
            }
            guard count > 0 else { throw .spoolFailed }
            done += count
        }
        hasher.update(data: bytes)
        byteCount += bytes.count
    }

    public func finish() -> SpooledFile {
        SpooledFile(place, byteCount: byteCount, digest: Array(hasher.finalize()))
    }
}

/// A file that was unlinked as soon as it was made: it goes with its last descriptor.
private final class NamelessFile: Sendable {
    let descriptor: Int32

    init() throws(Problem) {
        let path = FileManager.default.temporaryDirectory.appending(path: "thidua-spool-\(UUID().uuidString)").path
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .spoolFailed }
        unlink(path)
    }

    deinit {
        close(descriptor)
    }
}

extension SpooledFile {
    /// A file of this machine, for a command.
    public static func copy(of path: String, atMost limit: Int) throws(Problem) -> SpooledFile {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else {
            throw Problem(.invalid, "file-unreadable", "Không đọc được tệp \(path). Kiểm tra đường dẫn và quyền đọc.")
        }
        defer { close(source) }
        var spool = try Spool(atMost: limit)
        var part = [UInt8](repeating: 0, count: Evidence.chunkSize)
        while true {
            let count = part.withUnsafeMutableBytes { buffer in Foundation.read(source, buffer.baseAddress, buffer.count) }
            guard count >= 0 else {
                throw Problem(.invalid, "file-unreadable", "Không đọc được tệp \(path). Kiểm tra đường dẫn và quyền đọc.")
            }
            guard count > 0 else { return spool.finish() }
            try spool.append(Array(part[..<count]))
        }
    }
}

extension SpooledFile {
    /// What the file is, told by its content; before anything is asked of the database.
    ///
    /// - Throws: `file-empty`, `file-too-large`, `file-type`, `file-cut-off`.
    public func documentFormat() throws(Problem) -> DocumentFormat {
        guard byteCount <= Evidence.largest else { throw .fileTooLarge }
        do throws(DocumentFormat.Fault) {
            return try DocumentFormat(detecting: byteCount) { (range: Range<Int>) throws(DocumentFormat.Fault) in
                do throws(Problem) { return try read(range) } catch { throw .unknown }
            }
        } catch {
            throw Problem(error)
        }
    }
}

extension Problem {
    fileprivate static let spoolFailed = Problem(
        .unavailable, "spool-failed",
        "Máy chủ tạm thời không nhận được tệp. Gửi lại sau ít phút; nếu vẫn lỗi, liên hệ người quản trị hệ thống.")

    public static let fileTooLarge = Problem(
        .tooLarge, "file-too-large", "Tệp lớn hơn 20 MB. Nén hoặc quét lại với độ phân giải thấp hơn.")

    /// Why a file is not kept.
    init(_ fault: DocumentFormat.Fault) {
        switch fault {
        case .empty: self = Problem(.invalid, "file-empty", "Tệp không có nội dung. Chọn lại tệp rồi gửi.")
        case .unknown:
            self = Problem(
                .unsupported, "file-type", "Nội dung tệp không phải PDF, DOCX, XLSX, PNG hoặc JPG. Chọn tệp đúng loại, không chứa macro.")
        case .cutOff(let format):
            // Of an archive that was cut off its end is missing, and with it the word what was in it.
            self = Problem(
                .invalid, "file-cut-off",
                "Tệp \(format == .docx ? "DOCX, XLSX" : format.rawValue.uppercased()) bị cắt ngang hoặc hỏng. Mở thử tệp rồi gửi lại.")
        }
    }
}
