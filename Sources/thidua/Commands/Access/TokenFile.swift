import Domain
import Foundation
import Glibc

/// The file in which `sign-in` keeps the token: readable by its owner alone, from its first byte on.
struct TokenFile {
    let path: String

    init(_ path: String?) {
        self.path = path ?? CommandEnvironment.defaultTokenFile
    }

    /// Puts the token in place of what was there. Another program sees the old file or the new one, never half of one.
    func write(_ token: Token) throws {
        let folder = (path as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let draft = path + ".new"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data((token.text + "\n").utf8))
            try handle.close()
        } catch {
            throw unwritable
        }
        guard rename(draft, path) == 0 else { throw unwritable }
    }

    func remove() {
        unlink(path)
    }

    private var unwritable: Problem {
        Problem(.invalid, "token-file", "Không ghi được tệp phiên làm việc \(path). Chọn nơi khác bằng --token-file, hoặc đặt THIDUA_HOME.")
    }
}
