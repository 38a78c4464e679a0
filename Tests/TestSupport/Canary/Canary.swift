import Domain
import Foundation
import Glibc
import Logging
import Operations
import Postgres
import Storage

/// A random token for each tenant, planted in every text that the tenant keeps. Whatever comes out anywhere is searched for the tokens of
/// tenants that it should not know.
public struct Canary: Sendable {
    /// A token that was found: whose it is, and where it was planted.
    public struct Find: Sendable, Hashable, CustomStringConvertible {
        public let tenant: String
        /// Table and column, such as `work_item.title`; the table alone where the token came out cut off behind it.
        public let place: String

        public init(tenant: String, place: String) {
            self.tenant = tenant
            self.place = place
        }

        public var table: String { String(place.prefix { $0 != "." }) }
        public var description: String { "\(place) of \(tenant)" }
    }

    /// A column that should carry tokens and does not in some tenant.
    public struct Bare: Sendable, CustomStringConvertible {
        public let column: String
        public let missing: [String]

        public var description: String { "core.\(column): \(missing.joined(separator: ", "))" }
    }

    static let mark = "zq7"
    static let length = 12

    /// Slugs by the token behind the mark.
    private let tenants: [String: String]
    /// Code of the campaign in which every tenant has items and a launch.
    public static let campaign = "CANARY"

    /// How many columns carry tokens.
    public let columns: Int
    /// Columns that a test has to complain about.
    public let bare: [Bare]
    /// By slug.
    public let tenantIDs: [String: String]
    /// Ids that are there: by table, then by tenant.
    public let ids: [String: [String: [String]]]

    /// Gives every tenant rows of every kind and plants the tokens.
    public static func plant(in province: Province) async throws -> Canary {
        try await fill(province)
        try await province.asSuperuser(
            """
            CREATE TABLE public.canary_tenant AS
                SELECT id, slug, '\(mark)' || left(translate(gen_random_uuid()::text, '-', ''), \(length)) AS token FROM core.tenant;
            CREATE TABLE public.canary_owner (relation text, tenant text);
            INSERT INTO public.canary_owner VALUES \(rows(CanaryGround.owners));
            CREATE TABLE public.canary_exception (place text, reason text);
            INSERT INTO public.canary_exception VALUES \(rows(CanaryGround.exceptions))
            """)
        try await province.asSuperuser(CanaryRows.script)
        try await province.asSuperuser(CanaryPlanting.script)
        return try await province.withConnection(as: "postgres") { connection in
            let tenants = try await connection.query("SELECT token, slug, id::text FROM public.canary_tenant").decode { row in
                (
                    token: String(try row.next(String.self).dropFirst(mark.utf8.count)), slug: try row.next(String.self),
                    id: try row.next(String.self)
                )
            }
            let columns = try await connection.query(
                "SELECT relation || '.' || name, missing FROM public.canary_column ORDER BY 1"
            ).decode { row in Bare(column: try row.next(), missing: try row.next()) }
            var ids: [String: [String: [String]]] = [:]
            for (table, tenant, id) in try await connection.query("SELECT relation, tenant, id FROM public.canary_id").decode({ row in
                (try row.next(String.self), try row.next(String.self), try row.next(String.self))
            }) {
                ids[table, default: [:]][tenant, default: []].append(id)
            }
            return Canary(
                tenants: Dictionary(uniqueKeysWithValues: tenants.map { ($0.token, $0.slug) }), columns: columns.count,
                bare: columns.filter { !$0.missing.isEmpty }, tenantIDs: Dictionary(uniqueKeysWithValues: tenants.map { ($0.slug, $0.id) }),
                ids: ids)
        }
    }

    /// The token of a tenant, as a payload may name it.
    public func token(of slug: String) -> String {
        Self.mark + (tenants.first { $0.value == slug }?.key ?? "")
    }

    private static func rows(_ pairs: [String: String]) -> String {
        pairs.sorted { $0.key < $1.key }.map { "('\($0.key)', $q$\($0.value)$q$)" }.joined(separator: ", ")
    }

    /// A campaign that was launched and cascaded to the last sub-unit.
    private static func fill(_ province: Province) async throws {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        let file = URL(filePath: RepositoryPaths.deploy).appending(path: "campaigns/KH-77-2023.yaml")
        var plan = try CampaignFile.read(Array(Data(contentsOf: file)))
        plan.code = campaign
        let (code, document) = (plan.code, plan)
        _ = try await province.write(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ImportCampaign(plan: document).perform(in: tx, ids: .system)
        }
        _ = try await province.write(as: .chairman, to: .province) { (tx: borrowing TenantTransaction) in
            try await LaunchCampaign(code: code, documentNumber: "77/KH-UBND", launchedOn: CivilDate("2023-03-31")!).perform(in: tx)
        }
        let worker = Worker(province.worker, logger: Logger(label: "tests"))
        _ = try await worker.runOnce()
        for body in ProvinceModel.bodies where body.scope == .awardSubject {
            _ = try await province.write(as: .unitHead, in: body.slug) { (tx: borrowing TenantTransaction) in
                try await CascadeLaunch(campaign: code).perform(in: tx)
            }
        }
        _ = try await worker.runOnce()
    }
}

// MARK: - Searching

extension Canary {
    /// Every token in a text, also in capitals or written as hexadecimal digits, as cursors write their keys.
    public func finds(in text: String) -> Set<Find> {
        var text = text
        return text.withUTF8 { finds(in: UnsafeRawBufferPointer($0)) }
    }

    public func finds(in bytes: UnsafeRawBufferPointer) -> Set<Find> {
        var found: Set<Find> = []
        for mark in [Self.mark, Self.mark.uppercased()] {
            search(bytes, mark) { rest in read(rest.prefix(120).map { $0 }, &found) }
        }
        search(bytes, Self.hexadecimal(Self.mark)) { rest in
            read(stride(from: 0, to: min(rest.count, 240) - 1, by: 2).compactMap { Self.byte(rest, at: rest.startIndex + $0) }, &found)
        }
        return found
    }

    private func search(_ bytes: UnsafeRawBufferPointer, _ mark: String, _ hit: (Slice<UnsafeRawBufferPointer>) -> Void) {
        let mark = Array(mark.utf8)
        guard let base = bytes.baseAddress else { return }
        var start = 0
        while start + mark.count <= bytes.count, let match = memchr(base + start, Int32(mark[0]), bytes.count - start) {
            let index = UnsafeRawPointer(match) - base
            start = index + 1
            guard index + mark.count <= bytes.count, memcmp(match, mark, mark.count) == 0 else { continue }
            start = index + mark.count
            hit(bytes[start...])
        }
    }

    /// Token, table and column behind a mark.
    private func read(_ bytes: [UInt8], _ found: inout Set<Find>) {
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        guard let tenant = tenants[String(text.prefix(Self.length))] else { return }
        let names = text.dropFirst(Self.length).prefix { $0 == "." || $0 == "_" || $0.isASCII && $0.isLetter }.split(separator: ".").prefix(
            2)
        found.insert(Find(tenant: tenant, place: names.joined(separator: ".")))
    }

    private static func hexadecimal(_ text: String) -> String {
        text.utf8.map { String($0, radix: 16) }.joined()
    }

    private static func byte(_ bytes: Slice<UnsafeRawBufferPointer>, at index: Int) -> UInt8? {
        UInt8(String(decoding: [bytes[index], bytes[index + 1]], as: UTF8.self), radix: 16)
    }
}
