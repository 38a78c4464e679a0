/// The number by which PostgreSQL knows a type (`pg_type.oid`); the constants are those of the server's own `pg_type.dat`.
public struct OID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    public static let bool = OID(rawValue: 16)
    public static let bytea = OID(rawValue: 17)
    /// The one-byte type `"char"` of the catalogue.
    public static let char = OID(rawValue: 18)
    public static let name = OID(rawValue: 19)
    public static let int8 = OID(rawValue: 20)
    public static let int2 = OID(rawValue: 21)
    public static let int4 = OID(rawValue: 23)
    public static let text = OID(rawValue: 25)
    public static let oid = OID(rawValue: 26)
    public static let xid = OID(rawValue: 28)
    public static let json = OID(rawValue: 114)
    public static let float4 = OID(rawValue: 700)
    public static let float8 = OID(rawValue: 701)
    /// A literal whose type the server was not told and did not find out.
    public static let unknown = OID(rawValue: 705)
    public static let bpchar = OID(rawValue: 1042)
    public static let varchar = OID(rawValue: 1043)
    public static let date = OID(rawValue: 1082)
    public static let timestamptz = OID(rawValue: 1184)
    public static let numeric = OID(rawValue: 1700)
    public static let regclass = OID(rawValue: 2205)
    public static let regrole = OID(rawValue: 4096)
    public static let uuid = OID(rawValue: 2950)
    public static let jsonb = OID(rawValue: 3802)
    public static let xid8 = OID(rawValue: 5069)

    /// The type of arrays of this type; 0, which lets the server infer, where this client does not know it.
    public var array: OID { OID(rawValue: Self.known[rawValue]?.array ?? 0) }

    /// The name of the type, or its number.
    public var description: String { Self.known[rawValue]?.name ?? Self.elements[rawValue].map { "\($0)[]" } ?? "oid \(rawValue)" }

    private static let known: [UInt32: (name: String, array: UInt32)] = [
        16: ("bool", 1000), 17: ("bytea", 1001), 18: ("\"char\"", 1002), 19: ("name", 1003), 20: ("int8", 1016), 21: ("int2", 1005),
        23: ("int4", 1007), 25: ("text", 1009), 26: ("oid", 1028), 28: ("xid", 1011), 114: ("json", 199), 700: ("float4", 1021),
        701: ("float8", 1022), 705: ("unknown", 0), 1042: ("bpchar", 1014), 1043: ("varchar", 1015), 1082: ("date", 1182),
        1184: ("timestamptz", 1185), 1700: ("numeric", 1231), 2205: ("regclass", 2210), 2950: ("uuid", 2951), 3802: ("jsonb", 3807),
        4096: ("regrole", 4097), 5069: ("xid8", 271),
    ]

    private static let elements: [UInt32: String] = Dictionary(
        known.values.filter { $0.array != 0 }.map { ($0.array, $0.name) }, uniquingKeysWith: { first, _ in first })
}
