public import Domain

/// A campaign file: the whole plan of a campaign in YAML, as an officer writes it.
///
/// Reading never stops at the first fault. Every place that is missing, misspelt, of the wrong kind, or at odds with another place is
/// reported with its line, its column, its field and what to do next.
public enum CampaignFile {
    /// A plan of forty pages takes less than a tenth of this; whatever is larger is no campaign file.
    public static let largestSize = 1_000_000

    /// Reads a file as it was sent or stored.
    ///
    /// - Throws: ``Rejection`` with every fault found; nothing of a faulty file is used.
    public static func read(_ bytes: [UInt8]) throws(Rejection) -> Campaign {
        guard bytes.count <= largestSize else { throw Rejection(.start, "", .tooLarge(bytes: bytes.count)) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Rejection(.start, "", .notUTF8) }
        return try read(text)
    }

    /// Reads a file whose text is at hand.
    ///
    /// - Throws: ``Rejection`` with every fault found; nothing of a faulty file is used.
    public static func read(_ text: String) throws(Rejection) -> Campaign {
        guard text.utf8.count <= largestSize else { throw Rejection(.start, "", .tooLarge(bytes: text.utf8.count)) }
        let root = try SourceText(text).root()
        let log = FaultLog()
        log.note(root.position, at: "")
        guard let campaign = FieldReader.read(root, owner: root.position, at: "", log: log, Campaign.init(fields:)) else {
            throw Rejection(log.faults)
        }
        log.add(rules: campaign.faults())
        guard log.faults.isEmpty else { throw Rejection(log.faults) }
        return campaign
    }
}

extension CampaignFile {
    /// A place in a file. Lines and columns count from 1, columns in Unicode scalars.
    public struct Position: Hashable, Sendable, Comparable {
        public var line: Int
        public var column: Int

        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }

        static let start = Position(line: 1, column: 1)

        public static func < (lhs: Position, rhs: Position) -> Bool {
            (lhs.line, lhs.column) < (rhs.line, rhs.column)
        }
    }

    /// One fault of a campaign file.
    public struct Fault: Hashable, Sendable, CustomStringConvertible {
        public var position: Position
        /// The field, such as `phases[1].from`; lists count from 0. Empty for the file as a whole.
        public var path: String
        public var problem: Problem

        public init(position: Position, path: String, problem: Problem) {
            self.position = position
            self.path = path
            self.problem = problem
        }

        /// What is wrong and what to do next, in Vietnamese.
        public var message: String { problem.message }

        /// Line, column, field and message in one line, as a command prints it.
        public var description: String {
            let place = "dòng \(position.line), cột \(position.column)"
            return path.isEmpty ? "\(place): \(message)" : "\(place): \(path): \(message)"
        }
    }

    /// Everything that is wrong with a file, in the order of its lines.
    public struct Rejection: Error, Hashable, Sendable, CustomStringConvertible {
        public let faults: [Fault]

        init(_ faults: [Fault]) {
            self.faults = faults.sorted { ($0.position, $0.path) < ($1.position, $1.path) }
        }

        init(_ position: Position, _ path: String, _ problem: Problem) {
            faults = [Fault(position: position, path: path, problem: problem)]
        }

        public var description: String {
            faults.map(\.description).joined(separator: "\n")
        }
    }
}
