/// Where an item stands in the ledger of its unit: by the day on which it was assigned, then by its code, byte for byte.
public struct LedgerOrder: Comparable, Sendable {
    public let code: String
    private let assignedOn: CivilDate
    /// The opening bytes of the code as numbers: almost always they alone tell which comes first, and comparing numbers takes a tenth of comparing
    /// texts.
    private let opening: (UInt64, UInt64)

    public init(of item: LedgerItem) {
        code = item.code
        assignedOn = item.assignedOn
        // A code has no byte of zero, so that a shorter one comes first.
        var bytes = item.code.utf8.makeIterator()
        func next() -> UInt64 { (0..<8).reduce(0) { number, _ in number << 8 | UInt64(bytes.next() ?? 0) } }
        opening = (next(), next())
    }

    public static func == (one: LedgerOrder, other: LedgerOrder) -> Bool {
        one.assignedOn == other.assignedOn && one.opening == other.opening && one.code.utf8.elementsEqual(other.code.utf8)
    }

    public static func < (one: LedgerOrder, other: LedgerOrder) -> Bool {
        if one.assignedOn != other.assignedOn { return one.assignedOn < other.assignedOn }
        if one.opening != other.opening { return one.opening < other.opening }
        return one.code.utf8.lexicographicallyPrecedes(other.code.utf8)
    }
}
