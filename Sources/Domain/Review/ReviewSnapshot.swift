/// One version of the frozen figures of a review (bản chốt số liệu). Nothing of it ever changes; a correction is the next version (A62).
public struct ReviewSnapshot: Sendable, Hashable {
    /// Biên bản đính chính.
    public struct Minute: Sendable, Hashable {
        public let number: String
        public let on: CivilDate
        public let reason: String

        public init(number: String, on: CivilDate, reason: String) {
            self.number = number
            self.on = on
            self.reason = reason
        }
    }

    public let review: HeldReview.ID
    /// 1 for the freeze; each correction adds one.
    public let version: Int
    /// ``SnapshotHead`` as it was hashed.
    public let head: String
    /// SHA-256 over the head and the hash of every part.
    public let digest: [UInt8]
    /// Nil for the first.
    public let minute: Minute?
    public let previous: [UInt8]?
    public let frozenOn: CivilDate
    public let settleUntil: CivilDate
    /// When it was frozen, units that had said nothing, disputes that nobody had answered, results, deliveries, steps and
    /// figures sent in time that nobody had judged or confirmed.
    public let left: Left

    public struct Left: Sendable, Hashable {
        public let silentUnits: Int
        public let disputes: Int
        public let results: Int

        public init(silentUnits: Int, disputes: Int, results: Int) {
            self.silentUnits = silentUnits
            self.disputes = disputes
            self.results = results
        }
    }

    public init(
        review: HeldReview.ID, version: Int, head: String, digest: [UInt8], minute: Minute?, previous: [UInt8]?, frozenOn: CivilDate,
        settleUntil: CivilDate, left: Left
    ) {
        self.review = review
        self.version = version
        self.head = head
        self.digest = digest
        self.minute = minute
        self.previous = previous
        self.frozenOn = frozenOn
        self.settleUntil = settleUntil
        self.left = left
    }

    /// What was recorded later does not count in it: in the first version what came after the settle days, however late it was frozen (A61); in a
    /// correction what came after it.
    public var knownOn: CivilDate { version == 1 ? min(settleUntil, frozenOn) : frozenOn }

    /// What is quoted with every figure of it.
    public var mark: FrozenMark { FrozenMark(version: version, on: frozenOn, digest: Self.hexadecimal(digest)) }

    public static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// From which version of the frozen figures an answer comes.
public struct FrozenMark: Sendable, Hashable {
    public let version: Int
    public let on: CivilDate
    /// SHA-256 in hexadecimal.
    public let digest: String

    public init(version: Int, on: CivilDate, digest: String) {
        self.version = version
        self.on = on
        self.digest = digest
    }

    /// `chốt ngày 10/07/2023, phiên bản 1`.
    public var vietnamese: String { "chốt ngày \(on.vietnamese), phiên bản \(version)" }

    public var json: JSONValue {
        ["version": .integer(version), "on": .string(on.description), "sha256": .string(digest)]
    }
}

/// A unit whose verdict a correction changed.
public struct VerdictChange: Sendable, Hashable {
    public let code: String
    public let name: String
    /// Nil where the version does not have the unit.
    public let before: UnitVerdict?
    public let after: UnitVerdict?

    public init(code: String, name: String, before: UnitVerdict?, after: UnitVerdict?) {
        self.code = code
        self.name = name
        self.before = before
        self.after = after
    }

    /// Whether the unit wins or loses something; else only what its verdict rests on is another.
    public var isOfVerdict: Bool {
        before?.verdict != after?.verdict || before?.letter != after?.letter || before?.individuals != after?.individuals
    }
}

/// What came of computing a snapshot anew.
public struct SnapshotVerification: Sendable, Hashable {
    public let mark: FrozenMark
    /// How many units and sub-units were computed anew.
    public let parts: Int
    /// Whether the hash of the whole was computed anew: by who sees all of its parts.
    public let isOfTheWhole: Bool
    /// What does not agree, for a person; empty: everything does.
    public let faults: [String]

    public init(mark: FrozenMark, parts: Int, isOfTheWhole: Bool, faults: [String]) {
        self.mark = mark
        self.parts = parts
        self.isOfTheWhole = isOfTheWhole
        self.faults = faults
    }
}
