import Glibc

/// `poll(2)` over a socket and a wake pipe.
enum Poll {
    struct Ready: OptionSet {
        let rawValue: UInt8
        static let socket = Ready(rawValue: 1)
        static let wake = Ready(rawValue: 2)
        /// Nothing happened in time.
        static let timeout: Ready = []
    }

    /// Blocks until the socket is ready (or broken: an error or hang-up counts as ready, reading it tells), the pipe has a byte, or the
    /// deadline has passed. A negative socket is left out.
    static func wait(socket: Int32, events: Int16, wake: Int32, until deadline: Deadline?) -> Ready {
        var descriptors: [2 of pollfd] = [
            pollfd(fd: socket, events: events, revents: 0), pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            let timeout = deadline.map { milliseconds($0.remaining) } ?? -1
            var span = descriptors.mutableSpan
            let changed = unsafe span.withUnsafeMutableBufferPointer { unsafe poll($0.baseAddress!, 2, timeout) }
            if changed < 0, errno == EINTR { continue }
            guard changed > 0 else { return .timeout }
            var ready: Ready = []
            if descriptors[0].revents != 0 { ready.insert(.socket) }
            if descriptors[1].revents != 0 { ready.insert(.wake) }
            return ready
        }
    }

    /// Whether there is something to read, or an end to notice, at this moment.
    static func isReadable(_ socket: Int32) -> Bool {
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&descriptor, 1, 0) != 0
    }

    /// Rounded up, so that the deadline has passed when the time is over.
    private static func milliseconds(_ duration: Duration) -> Int32 {
        let (seconds, attoseconds) = duration.components
        let whole = seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: whole)
    }
}
