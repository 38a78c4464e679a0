import Foundation
import TestSupport

/// The built executable, run as a person at a terminal would.
enum Executable {
    struct Outcome: Sendable {
        let code: Int32
        let output: String
        let errors: String
    }

    /// - Parameter environment: what the command finds there, and nothing else of this process's but the path.
    static func run(_ arguments: [String], environment: [String: String] = [:], input: String = "") async throws -> Outcome {
        let process = process(arguments, environment)
        let (output, errors, keyboard) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = keyboard
        try process.run()
        try keyboard.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try keyboard.fileHandleForWriting.close()
        async let printed = text(of: output)
        async let complaints = text(of: errors)
        let (all, faults) = (await printed, await complaints)
        process.waitUntilExit()
        return Outcome(code: process.terminationStatus, output: all, errors: faults)
    }

    /// Runs it until somebody ends it; what it prints is nobody's.
    static func start(_ arguments: [String], environment: [String: String]) throws -> Process {
        let process = process(arguments, environment)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }

    private static func process(_ arguments: [String], _ environment: [String: String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "thidua")
        process.arguments = arguments
        let home = ["PATH": "/usr/bin:/bin", "THIDUA_HOME": RepositoryPaths.root, "LC_ALL": "C.UTF-8"]
        process.environment = home.merging(environment) { _, own in own }
        return process
    }

    /// Until the end of it, on a thread that may block.
    private static func text(of pipe: Pipe) async -> String {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
            }
        }
    }
}
