import CLibPQ
import Glibc

/// libpq reads some thirty environment variables (PGOPTIONS, PGPASSFILE, PGSERVICEFILE …), and an empty value in the configuration falls
/// back to them. Only the configuration shall count, so they are removed once, before the first connection.
enum ConnectionEnvironment {
    static func clear() {
        _ = cleared
    }

    private static let cleared: Void = {
        // First those that would make libpq read files, then what it says it reads itself.
        for name in ["PGSERVICE", "PGSERVICEFILE", "PGSYSCONFDIR", "PGDATESTYLE", "PGTZ", "PGGEQO"] { unsafe unsetenv(name) }
        guard let options = unsafe PQconndefaults() else { return }
        defer { unsafe PQconninfoFree(options) }
        var option = unsafe options
        while unsafe option.pointee.keyword != nil {
            if let name = unsafe option.pointee.envvar { unsafe unsetenv(name) }
            unsafe option += 1
        }
    }()
}
