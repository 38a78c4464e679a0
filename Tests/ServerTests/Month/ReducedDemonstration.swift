import Domain
import Foundation
import Operations
import TestSupport

/// The demonstration that is delivered, with all its units of the first tier and fewer of everything else: loaded in a fraction of the time.
struct ReducedDemonstration {
    private let root: URL
    let plan: DemonstrationPlan

    /// Of each district, the first ones of its file.
    private static let communes = 2

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "thidua-\(UUID())")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        for name in ["camau-2023", "calendar"] {
            try FileManager.default.copyItem(
                at: URL(filePath: RepositoryPaths.deploy).appending(path: name), to: root.appending(path: name))
        }
        let folder = root.appending(path: "camau-2023")
        let units = try Self.rewrite(folder.appending(path: "units.csv"), Self.withFewerCommunes)
        try Self.rewrite(folder.appending(path: "scenarios.csv"), Self.withFewerItems)
        // Who plays months plays all of them.
        try Self.rewrite(folder.appending(path: "months.csv")) { lines in lines.filter { $0.hasPrefix("#") || $0.hasPrefix("month,") } }
        let standing = Set(units.compactMap { $0.split(separator: ",").first })
        for name in ["own-awards.csv", "good-models.csv"] {
            try Self.rewrite(folder.appending(path: name)) { lines in
                lines.filter { line in
                    let cells = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
                    guard !line.hasPrefix("#"), cells.first != "unit", cells.count == 3 else { return true }
                    return cells[1].isEmpty || standing.contains(cells[1])
                }
            }
        }
        plan = try DemonstrationPlan(folder: folder)
    }

    func remove() {
        try? FileManager.default.removeItem(at: root)
    }

    @discardableResult
    private static func rewrite(_ file: URL, _ change: ([String]) -> [String]) throws -> [String] {
        let lines = try String(contentsOf: file, encoding: .utf8)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let changed = change(lines)
        try Data(changed.joined(separator: "\n").utf8).write(to: file)
        return changed
    }

    private static func withFewerCommunes(_ lines: [String]) -> [String] {
        var seen: [Substring: Int] = [:]
        return lines.filter { line in
            guard line.contains(",commune,"), let district = line.split(separator: ",").last else { return true }
            seen[district, default: 0] += 1
            return seen[district, default: 0] <= communes
        }
    }

    /// A third of the items of each kind, none of which goes to more than one sub-unit. The numbers stand behind the words of a line, which may
    /// hold commas.
    private static func withFewerItems(_ lines: [String]) -> [String] {
        let numbers = lines.first { $0.hasPrefix("unit,") }.map { $0.split(separator: ",").dropFirst(3).map(String.init) } ?? []
        guard let kinds = numbers.firstIndex(of: "on_time"), let behind = numbers.firstIndex(of: "quality") else { return lines }
        return lines.map { line in
            var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let words = cells.count - numbers.count
            guard !line.hasPrefix("#"), words > 0, Int(cells[words]) != nil else { return line }
            var items = 0
            for column in kinds..<behind {
                let fewer = ((Int(cells[words + column]) ?? 0) + 2) / 3
                cells[words + column] = "\(fewer)"
                items += fewer
            }
            cells[words] = "\(items)"
            for (column, name) in numbers.enumerated() where ["handed_to", "not_launched"].contains(name) {
                cells[words + column] = "\(min(1, Int(cells[words + column]) ?? 0))"
            }
            return cells.joined(separator: ",")
        }
    }
}
