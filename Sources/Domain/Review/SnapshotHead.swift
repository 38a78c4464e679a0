/// What all units of a snapshot were judged by: the ledger file without its units, the version of the plan, the minute of a correction.
public struct SnapshotHead: Sendable, Hashable {
    /// The form of everything that is hashed; another form has another name.
    public static let format = "thidua-snapshot-1"

    public let version: Int
    public let frozenOn: CivilDate
    public let settleUntil: CivilDate
    /// Version and checksum of the plan that gave the rules.
    public let plan: (version: Int, checksum: String)
    public let minute: ReviewSnapshot.Minute?
    /// The hash of the version before, in hexadecimal.
    public let previous: String?
    /// Without units.
    public let ledger: LedgerFile

    public init(
        version: Int, frozenOn: CivilDate, settleUntil: CivilDate, plan: (version: Int, checksum: String), minute: ReviewSnapshot.Minute?,
        previous: String?, ledger: LedgerFile
    ) {
        self.version = version
        self.frozenOn = frozenOn
        self.settleUntil = settleUntil
        self.plan = plan
        self.minute = minute
        self.previous = previous
        self.ledger = ledger
    }

    public static func == (lhs: SnapshotHead, rhs: SnapshotHead) -> Bool { lhs.text == rhs.text }
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// As it is hashed: JSON without blanks, members in this order.
    public var text: String {
        var file = ledger
        file.units = []
        var said = JSONValue.null
        if let minute {
            said = ["number": .string(minute.number), "on": .string(minute.on.description), "reason": .string(minute.reason)]
        }
        let json: JSONValue = [
            "format": .string(Self.format), "version": .integer(version), "frozenOn": .string(frozenOn.description),
            "settleUntil": .string(settleUntil.description),
            "plan": ["version": .integer(plan.version), "checksum": .string(plan.checksum)],
            "minute": said, "previous": .string(orNull: previous), "ledger": file.json,
        ]
        return json.text()
    }

    /// The ledger file of which a head speaks, with these units as they were hashed.
    ///
    /// - Parameters:
    ///   - head: ``text`` of a snapshot.
    ///   - units: each as one JSON object.
    public static func ledger(_ head: String, units: [[UInt8]]) throws(JSONFaults) -> LedgerFile {
        guard case .object(let members) = try StrictJSON.parse(head.utf8), case .object(let file)? = members["ledger"] else {
            throw JSONFaults(JSONFault(.root, "không phải bản chốt số liệu"))
        }
        // The units stand last, so that each is taken as it is.
        let before = JSONValue.object(JSONObject(file.members.filter { $0.0 != "units" })).bytes()
        var bytes = Array(before.dropLast()) + Array(#","units":["#.utf8)
        for (index, unit) in units.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += unit
        }
        bytes += Array("]}".utf8)
        return try LedgerFile(reading: bytes)
    }
}
