import Domain
import FoundationEssentials
import Postgres

/// The first statement of every transaction, and what must come back from it.
enum Preamble: Sendable {
    /// An officer: `post` is known once the credential was used before.
    case officer(Token, Entry.Place, post: Post.ID?)
    case job(UUID, fence: Int64, Tenant.Slug)

    /// Columns: set_config, set_config, current_user, thidua.actor. They are computed from left to right, so the third is the
    /// role that was just taken, and `core.enter` signs the request that stands before it.
    ///
    /// - Parameters:
    ///   - request: the id that the audit writes beside what this transaction changes; nil where it changes nothing.
    ///   - deeds: what the request is about, one of them, for the scopes of an API token.
    func statement(readOnly: Bool, request: String?, deeds: [Deed]) -> SQL {
        var access: SQL =
            if readOnly {
                "set_config('transaction_read_only', 'on', true)"
            } else if let request {
                "set_config('thidua.request', \(request), true)"
            } else { "''" }
        if !deeds.isEmpty {
            access = "concat(\(fragment: access), set_config('thidua.asks', \(deeds.map(\.name).joined(separator: ",")), true))"
        }
        switch self {
        case .officer(let token, let place, _):
            let slug: String? =
                switch place {
                case .tenant(let slug): slug.text
                case .home: ""
                case .province: nil
                }
            return """
                SELECT \(fragment: access), set_config('role', core.enter(\(token.bytes), \(slug)), true), current_user::text, \
                current_setting('thidua.actor')
                """
        case .job(let job, let fence, _):
            return """
                SELECT \(fragment: access), set_config('role', core.enter_job(\(job), \(fence)), true), current_user::text, \
                current_setting('thidua.actor')
                """
        }
    }

    func expects(role: String, seat: Seat) -> Bool {
        switch self {
        case .officer(_, let place, let post):
            if let post, post != seat.officer.post { return false }
            switch place {
            case .tenant(let slug):
                guard seat.officer.place != nil else { return false }
                let own = seat.officer.place == seat.officer.home
                return own ? role == slug.text : role == Policy.of(seat.officer.role).provinceRole?.rawValue
            case .home:
                return seat.officer.place == seat.officer.home && Tenant.Slug(role) != nil
            case .province:
                return seat.officer.place == nil && role == Policy.of(seat.officer.role).provinceRole?.rawValue
            }
        case .job(_, _, let slug):
            return role == slug.text && seat.officer.role == .system
        }
    }
}

/// The payload of the signed setting, read. Its order is that of `sql/routines/20_actor.sql`.
struct Seat: Sendable {
    let officer: ActingOfficer

    init?(_ setting: String) {
        // By bytes: it is read at every request.
        let payload = setting.utf8.prefix { $0 != UInt8(ascii: "#") }
        let parts = payload.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { String(Substring($0)) }
        guard parts.count == 17, let role = Role(rawValue: parts[5]), let home = Tenant.ID(parts[6]), let unit = SubUnit.ID(parts[7]),
            let today = CivilDate(parts[11])
        else { return nil }
        let delegation = Delegation.ID(parts[14])
        guard (delegation == nil) == parts[14].isEmpty else { return nil }
        officer = ActingOfficer(
            person: Person.ID(parts[2]), account: UUID(uuidString: parts[3]), post: Post.ID(parts[4]), role: role, home: home, unit: unit,
            place: Tenant.ID(parts[8]), mayWrite: parts[10] == "w", hasEnded: parts[10] != "w" && !Self.onlyRead(parts[15]), today: today,
            delegation: delegation,
            lent: delegation.map { _ in Set(parts[16].split(separator: ",").compactMap { Action(rawValue: String($0)) }) })
    }

    /// The same as `core.scopes_only_read`: whether a token with these scopes changes nothing, wherever it enters.
    private static func onlyRead(_ scopes: String) -> Bool {
        scopes != "*" && scopes.split(separator: ",").allSatisfy { $0.hasSuffix(".read") }
    }
}
