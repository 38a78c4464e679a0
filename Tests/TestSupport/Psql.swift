import Foundation

extension ScratchCluster.Server {
    /// What a database does not inherit from the one that it was cloned from: the last part of `sql/bootstrap.sql`. The rest came with the clone or
    /// belongs to the cluster; written anew for each clone it would make every session of the cluster look up again who is whose member.
    func bootstrapClone(_ database: String) async throws {
        let file = RepositoryPaths.sql + "/bootstrap.sql"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        guard let part = text.firstRange(of: "\n-- 4. The database itself (lost by a clone from a template).") else {
            throw ScratchCluster.Failure(description: "\(file) has no part for clones")
        }
        try await asSuperuser("BEGIN;\(text[part.lowerBound...])", database: database)
    }

    /// Runs a file by psql as the superuser: `sql/bootstrap.sql` speaks psql.
    func psql(file: String, database: String) async throws {
        let process = Process()
        process.executableURL = URL(
            filePath: FileManager.default.isExecutableFile(atPath: binaries + "/psql") ? binaries + "/psql" : "/usr/bin/psql")
        process.arguments = ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", directory, "-U", "postgres", "-d", database, "-f", file]
        let errors = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        guard process.terminationStatus == 0 else {
            let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            throw ScratchCluster.Failure(description: "psql -f \(file): \(text)")
        }
    }
}
