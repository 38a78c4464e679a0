import Crypto
public import Domain
import FoundationEssentials

/// What `sql/` says the schema is: numbered migrations, each applied once, and routines, applied again when they change.
public struct SchemaFiles: Sendable {
    /// In the order of their numbers, which run from 1 without a gap.
    public let migrations: [Migration]
    /// In the order of their names.
    public let routines: [Routine]

    /// `migrations/NNNN_name.sql`: never changed once it was applied anywhere.
    public struct Migration: Sendable, Hashable {
        public let version: Int
        public let name: String
        let text: String
        /// SHA-256 of the file, in hexadecimal.
        public let checksum: String

        /// As the file is called.
        public var file: String { String(repeating: "0", count: 4 - String(version).count) + "\(version)_\(name).sql" }
    }

    /// `routines/*.sql`: functions, views, policies; each file may be run any number of times.
    public struct Routine: Sendable, Hashable {
        public let name: String
        let text: String
        /// SHA-256 of the file, in hexadecimal.
        public let checksum: String

        /// What these two say reaches a tenant's own tables only through `core.tenant_apply`, once for each tenant.
        var isTenantPattern: Bool { name == "50_tenant_pattern.sql" || name == "60_tenant.sql" }
    }

    /// Reads the folders `migrations` and `routines` of a directory.
    ///
    /// - Throws: a ``Problem`` of code `schema-files` naming the file that is missing, unreadable or misnamed.
    public init(directory: String) throws(Problem) {
        var migrations: [Migration] = []
        for (file, text, checksum) in try Self.read(directory + "/migrations") {
            guard let (version, name) = Self.numbered(file) else {
                throw .schemaFiles("Tệp \(file) phải có tên dạng 0001_ten.sql (bốn chữ số, gạch dưới, chữ thường không dấu).")
            }
            guard version == migrations.count + 1 else {
                throw .schemaFiles("Số thứ tự của các tệp migration phải liên tục từ 0001; gặp \(file) ở vị trí \(migrations.count + 1).")
            }
            migrations.append(Migration(version: version, name: name, text: text, checksum: checksum))
        }
        guard !migrations.isEmpty else { throw .schemaFiles("Không có tệp migration nào trong \(directory)/migrations.") }
        self.migrations = migrations
        routines = try Self.read(directory + "/routines").map { Routine(name: $0, text: $1, checksum: $2) }
    }

    /// The `.sql` files of a folder, by name.
    private static func read(_ folder: String) throws(Problem) -> [(file: String, text: String, checksum: String)] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".sql") }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                .map { file in
                    let bytes = try Data(contentsOf: URL(filePath: folder + "/" + file))
                    guard let text = String(validating: bytes, as: UTF8.self) else {
                        throw Problem.schemaFiles("Tệp \(folder)/\(file) không phải văn bản UTF-8.")
                    }
                    return (file, text, hexadecimal(SHA256.hash(data: bytes)))
                }
        } catch let problem as Problem {
            throw problem
        } catch {
            throw .schemaFiles("Không đọc được thư mục \(folder). Kiểm tra THIDUA_HOME trỏ đến thư mục có sql/.")
        }
    }

    private static func numbered(_ file: String) -> (version: Int, name: String)? {
        let digits = file.prefix(4)
        let rest = file.dropFirst(4)
        guard digits.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let version = Int(digits), rest.first == "_" else {
            return nil
        }
        let name = rest.dropFirst().dropLast(".sql".count)
        let isPlain = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
        return isPlain && !name.isEmpty ? (version, String(name)) : nil
    }

    private static func hexadecimal(_ digest: SHA256Digest) -> String {
        digest.map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

extension Problem {
    static func schemaFiles(_ detail: String) -> Problem { Problem(.invalid, "schema-files", detail) }
}
