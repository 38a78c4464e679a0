import Foundation

/// A folder for one test with `migrations` and `routines`, gone with the test.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/thidua-schema-" + UUID().uuidString
        for folder in ["migrations", "routines"] {
            try FileManager.default.createDirectory(atPath: path + "/" + folder, withIntermediateDirectories: true)
        }
    }

    /// With the files of another folder in it.
    convenience init(copyOf other: String) throws {
        try self.init()
        for folder in ["migrations", "routines"] {
            for file in try FileManager.default.contentsOfDirectory(atPath: other + "/" + folder) {
                try FileManager.default.copyItem(atPath: "\(other)/\(folder)/\(file)", toPath: "\(path)/\(folder)/\(file)")
            }
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path + "/" + file))
    }

    func append(_ text: String, to file: String) throws {
        let old = try String(contentsOfFile: path + "/" + file, encoding: .utf8)
        try write(old + text, to: file)
    }

    /// Adds the next migration and answers what its file is called.
    func addMigration(_ text: String) throws -> String {
        let number = String(try FileManager.default.contentsOfDirectory(atPath: path + "/migrations").count + 1)
        let file = String(repeating: "0", count: 4 - number.count) + number + "_next.sql"
        try write(text, to: "migrations/" + file)
        return file
    }
}
