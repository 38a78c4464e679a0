import CZip
import Domain

#if canImport(Glibc)
    import Glibc
#endif

/// A ZIP archive made in memory. The same members in the same order give the same bytes: no clock and no random number has a say.
enum ZipWriter {
    struct Member {
        let name: String
        let content: [UInt8]

        init(_ name: String, _ content: [UInt8]) {
            self.name = name
            self.content = content
        }

        init(_ name: String, _ text: String) {
            self.init(name, Array(text.utf8))
        }
    }

    /// 1/1/1980 00:00, where the calendar of ZIP begins; written as it stands, so that no time zone moves it.
    private static let date: UInt16 = 0x21

    /// - Throws: ``Problem/unavailable`` when there is no memory.
    static func archive(_ members: [Member]) throws(Problem) -> [UInt8] {
        var failure = zip_error_t()
        zip_error_init(&failure)
        defer { zip_error_fini(&failure) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &failure) else { throw Problem.unavailable }
        // The archive takes one hold of the buffer with it; the other is ours, to read what was written.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let handle = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &failure) else {
            zip_source_free(target)
            throw Problem.unavailable
        }
        do {
            for member in members { try add(member, to: handle) }
        } catch {
            zip_discard(handle)
            throw error
        }
        guard zip_close(handle) == 0 else {
            zip_discard(handle)
            throw Problem.unavailable
        }
        return try content(of: target)
    }

    private static func add(_ member: Member, to handle: OpaquePointer) throws(Problem) {
        guard let copy = malloc(max(member.content.count, 1)) else { throw Problem.unavailable }
        member.content.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
        }
        // The source frees the copy.
        guard let source = zip_source_buffer(handle, copy, zip_uint64_t(member.content.count), 1) else {
            free(copy)
            throw Problem.unavailable
        }
        let index = zip_file_add(handle, member.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw Problem.unavailable
        }
        guard zip_set_file_compression(handle, zip_uint64_t(index), ZIP_CM_DEFLATE, 6) == 0,
            zip_file_set_dostime(handle, zip_uint64_t(index), 0, date, 0) == 0
        else { throw Problem.unavailable }
    }

    private static func content(of source: OpaquePointer) throws(Problem) -> [UInt8] {
        guard zip_source_open(source) == 0 else { throw Problem.unavailable }
        defer { zip_source_close(source) }
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = zip_source_read(source, &buffer, zip_uint64_t(buffer.count))
            guard count >= 0 else { throw Problem.unavailable }
            if count == 0 { return content }
            content.append(contentsOf: buffer[..<Int(count)])
        }
    }
}
