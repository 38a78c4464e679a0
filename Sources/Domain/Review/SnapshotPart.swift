/// What one unit or sub-unit was judged on, and how, byte for byte as it is hashed.
public struct SnapshotPart: Sendable, Hashable {
    public let unit: JudgedUnit
    /// 1, 2, 3 … of the snapshot, in customary order.
    public let position: Int
    /// The unit in the ledger file.
    public let ledger: [UInt8]
    public let verdict: [UInt8]
    /// What the council should look at and the ledger file does not show.
    public let checks: [UInt8]

    public init(unit: JudgedUnit, position: Int, ledger: [UInt8], verdict: [UInt8], checks: [UInt8]) {
        self.unit = unit
        self.position = position
        self.ledger = ledger
        self.verdict = verdict
        self.checks = checks
    }

    /// Judges a unit and keeps everything of it.
    public init(_ unit: JudgedUnit, _ ledger: LedgerFile.Unit, in file: LedgerFile, checks: [CheckPoint], position: Int) {
        self.init(
            unit: unit, position: position, ledger: ledger.json.bytes(), verdict: Judgement.judge(ledger, in: file).json.bytes(),
            checks: JSONValue.array(checks.map(\.json)).bytes())
    }

    /// Over these bytes goes its hash: the three, parted by a line feed.
    public var hashed: [UInt8] { ledger + [0x0A] + verdict + [0x0A] + checks }

    /// Over these bytes goes the hash of the whole: the head, and a line for every part in order.
    ///
    /// - Parameter parts: hash in hexadecimal, and code of the unit.
    public static func manifest(head: String, _ parts: [(digest: String, code: String)]) -> [UInt8] {
        Array((head + "\n" + parts.map { "\($0.digest) \($0.code)\n" }.joined()).utf8)
    }
}

extension CheckPoint {
    public var json: JSONValue {
        ["kind": .string(kind.rawValue), "items": .array(items.map(JSONValue.string)), "words": .string(words)]
    }

    /// Of a snapshot.
    public static func read(_ bytes: [UInt8]) throws(JSONFaults) -> [CheckPoint] {
        try StrictJSON.read(bytes) { cursor in
            cursor.array { element in
                element.object { fields in
                    let kind = fields.required("kind")?.oneOf(Kind.self)
                    let items = fields.required("items")?.array { $0.string() }
                    let words = fields.required("words")?.string()
                    guard let kind, let items, let words else { return CheckPoint?.none }
                    return CheckPoint(kind, items: items, words: words)
                }
            }
        }
    }
}
