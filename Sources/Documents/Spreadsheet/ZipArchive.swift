import CZip
import Domain

#if canImport(Glibc)
    import Glibc
#endif

/// A ZIP archive in memory, read only. It trusts nothing that the archive says of itself: sizes are counted again while reading.
struct ZipArchive: ~Copyable {
    private let handle: OpaquePointer
    private let limits: TableLimits
    private let file: String

    /// - Throws: `invalid-table` for what is no archive or is encrypted; `table-too-large` when what it says it unpacks to is.
    init(_ content: [UInt8], file: String, limits: TableLimits) throws(Problem) {
        handle = try Self.opened(content, file: file, limits: limits)
        self.limits = limits
        self.file = file
    }

    deinit { zip_discard(handle) }

    /// The member's bytes; nil when there is none of that name.
    func read(_ name: String) throws(Problem) -> [UInt8]? {
        let place = zip_name_locate(handle, name, 0)
        guard place >= 0 else { return nil }
        guard let member = zip_fopen_index(handle, zip_uint64_t(place), 0) else { throw Self.unreadable(file) }
        defer { zip_fclose(member) }
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = zip_fread(member, &buffer, zip_uint64_t(buffer.count))
            guard count >= 0 else { throw Self.unreadable(file) }
            if count == 0 { return content }
            guard content.count + Int(count) <= limits.unpacked else { throw Self.tooLarge(file, limits) }
            content.append(contentsOf: buffer[..<Int(count)])
        }
    }

    /// Of its members, in its own order; folders are left out.
    func names() -> [String] {
        (0..<zip_uint64_t(max(0, zip_get_num_entries(handle, 0)))).compactMap { index in
            zip_get_name(handle, index, 0).map { String(cString: $0) }
        }.filter { !$0.hasSuffix("/") }
    }

    private static func opened(_ content: [UInt8], file: String, limits: TableLimits) throws(Problem) -> OpaquePointer {
        guard let copy = malloc(max(content.count, 1)) else { throw Problem.unavailable }
        content.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
        }
        var failure = zip_error_t()
        zip_error_init(&failure)
        defer { zip_error_fini(&failure) }
        // The source frees the copy.
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(content.count), 1, &failure) else {
            free(copy)
            throw Problem.unavailable
        }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
            zip_source_free(source)
            throw unreadable(file)
        }
        do {
            try checkMembers(of: handle, file: file, limits: limits)
        } catch {
            zip_discard(handle)
            throw error
        }
        return handle
    }

    private static func checkMembers(of handle: OpaquePointer, file: String, limits: TableLimits) throws(Problem) {
        let count = zip_get_num_entries(handle, 0)
        guard count > 0 else { throw unreadable(file) }
        guard count <= limits.members else { throw tooLarge(file, limits) }
        var total: UInt64 = 0
        for index in 0..<zip_uint64_t(count) {
            var facts = zip_stat_t()
            zip_stat_init(&facts)
            guard zip_stat_index(handle, index, 0, &facts) == 0 else { throw unreadable(file) }
            if facts.valid & zip_uint64_t(ZIP_STAT_ENCRYPTION_METHOD) != 0, facts.encryption_method != ZIP_EM_NONE { throw locked(file) }
            let (sum, overflow) = total.addingReportingOverflow(facts.size)
            guard !overflow, sum <= UInt64(limits.unpacked) else { throw tooLarge(file, limits) }
            total = sum
        }
    }

    private static func tooLarge(_ file: String, _ limits: TableLimits) -> Problem {
        Problem(
            .tooLarge, "table-too-large",
            "\(file): nội dung sau khi giải nén vượt \(limits.unpacked >> 20) MB. Chỉ giữ trang tính cần nhập rồi lưu thành tệp mới.")
    }

    private static func unreadable(_ file: String) -> Problem {
        Problem(
            .invalid, "invalid-table", "\(file): không phải tệp Excel (.xlsx) hoặc tệp đã hỏng. Mở bằng Excel rồi lưu lại dưới dạng .xlsx.")
    }

    static func locked(_ file: String) -> Problem {
        Problem(
            .invalid, "invalid-table",
            "\(file): tệp có mật khẩu hoặc là Excel đời cũ (.xls). Mở bằng Excel, bỏ mật khẩu rồi lưu dưới dạng .xlsx.")
    }
}
