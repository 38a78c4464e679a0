import Glibc

/// A pipe whose only use is to end a `poll`: any thread writes a byte, the owner reads it.
final class WakePipe: Sendable {
    let readEnd: Int32
    private let writeEnd: Int32

    /// Throws when the process has no file descriptors left.
    init() throws(PostgresError) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw PostgresError(.connectionFailed, "no file descriptor left for a wake pipe") }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    deinit {
        _ = close(readEnd)
        _ = close(writeEnd)
    }

    func wake() {
        var byte: UInt8 = 1
        // A full pipe is as good as one byte: the reader wakes either way.
        _ = unsafe write(writeEnd, &byte, 1)
    }

    func drain() {
        var bytes: [16 of UInt8] = .init(repeating: 0)
        let size = MemoryLayout.size(ofValue: bytes)
        while unsafe read(readEnd, &bytes, size) == size {}
    }
}
