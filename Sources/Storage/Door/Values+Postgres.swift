public import Domain
import FoundationEssentials
public import Postgres

// How the domain's values travel. Postgres knows none of them, the domain knows no database: they meet here.

extension EntityID: PostgresEncodable, PostgresDecodable {
    public static var postgresOID: OID { .uuid }
    public static var acceptedOIDs: [OID] { [.uuid] }
    public static func accepts(_ oid: OID) -> Bool { oid == .uuid }

    public func encode(into buffer: inout EncodingBuffer) { uuid.encode(into: &buffer) }

    public init(decoding cell: Cell) throws(DecodingFault) {
        self.init(try UUID(decoding: cell))
    }
}

extension CivilDate: PostgresEncodable, PostgresDecodable {
    public static var postgresOID: OID { .date }
    public static var acceptedOIDs: [OID] { [.date] }
    public static func accepts(_ oid: OID) -> Bool { oid == .date }

    public func encode(into buffer: inout EncodingBuffer) {
        PostgresDate(daysSince1970: daysSince1970).encode(into: &buffer)
    }

    /// The infinities are not days: a column that may hold one is read as ``PostgresDate``.
    public init(decoding cell: Cell) throws(DecodingFault) {
        guard let days = try PostgresDate(decoding: cell).daysSince1970, let date = CivilDate(daysSince1970: Int(days)) else {
            throw DecodingFault("the date is not one of the years 1 to 9999")
        }
        self = date
    }
}

extension Tenant.Slug: PostgresEncodable, PostgresDecodable {
    public static var postgresOID: OID { .text }
    public static var acceptedOIDs: [OID] { String.acceptedOIDs }

    public func encode(into buffer: inout EncodingBuffer) { text.encode(into: &buffer) }

    public init(decoding cell: Cell) throws(DecodingFault) {
        guard let slug = Tenant.Slug(try String(decoding: cell)) else { throw DecodingFault("not the slug of a tenant") }
        self = slug
    }
}

extension Tenant.Kind: PostgresEncodable, PostgresDecodable {}
extension Tenant.Scope: PostgresEncodable, PostgresDecodable {}
extension SubUnit.Kind: PostgresEncodable, PostgresDecodable {}
extension Person.Kind: PostgresEncodable, PostgresDecodable {}
extension Post.LeaderRank: PostgresEncodable, PostgresDecodable {}
extension Role: PostgresEncodable, PostgresDecodable {}
extension PersonMove.Kind: PostgresEncodable, PostgresDecodable {}
extension Installation.Kind: PostgresEncodable, PostgresDecodable {}

extension EntityID: PostgresArrayElement {}
extension CivilDate: PostgresArrayElement {}
extension SubUnit.Kind: PostgresArrayElement {}
extension Person.Kind: PostgresArrayElement {}
extension Post.LeaderRank: PostgresArrayElement {}
extension Role: PostgresArrayElement {}
