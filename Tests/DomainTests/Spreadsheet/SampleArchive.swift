import CZip
import Foundation

/// ZIP archives made for tests, with libzip itself.
enum SampleArchive {
    static func make(_ members: [(name: String, content: [UInt8])], password: String? = nil) throws -> [UInt8] {
        let path = NSTemporaryDirectory() + "thidua-test-\(UUID().uuidString).zip"
        defer { unlink(path) }
        var failure: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, &failure) else { throw Unmade() }
        for member in members {
            let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, member.content.count), alignment: 1)
            member.content.withUnsafeBytes { bytes in
                if let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: bytes.count) }
            }
            let source = zip_source_buffer(archive, copy, zip_uint64_t(member.content.count), 0)
            let index = zip_file_add(archive, member.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            if let password { zip_file_set_encryption(archive, zip_uint64_t(index), UInt16(ZIP_EM_AES_256), password) }
        }
        guard zip_close(archive) == 0 else { throw Unmade() }
        return try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    }

    struct Unmade: Error {}
}
