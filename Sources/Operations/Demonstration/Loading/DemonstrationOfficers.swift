import Domain
import Storage

/// The officers who record a demonstration, each with a token of the post he acts in: what they write passes the same door and policies as
/// what is typed into the application.
struct DemonstrationOfficers: Sendable {
    /// Of the province: who enters and rules, who launches, who decides.
    let office: Token
    let chairman: Token
    let council: Token
    /// Who comments for Home Affairs, and the code of its unit.
    let homeAffairs: Token
    let homeAffairsUnit: String?
    /// Code of the first-tier unit whose officer assigns to all others.
    let officeUnit: String?
    /// By user name.
    private let leaders: [String: Token]
    /// By user name.
    private let members: [String: Token]
    /// By the code of the first-tier unit.
    private let coordinators: [String: Coordinator]
    /// By the code of the first-tier unit.
    private let heads: [String: Token]
    /// By the code of the first-tier unit.
    private let secretaries: [String: Token]
    /// By the code of the outlet of the media.
    private let editors: [String: Token]
    /// By the code of the first-tier unit, then of the sub-unit.
    private let reporters: [String: [String: Token]]
    /// By the code of the first-tier unit, then of the sub-unit.
    private let leads: [String: [String: Token]]

    init(_ plan: DemonstrationPlan, tokens: [DemonstrationSeats.Key: Token]) throws {
        func token(_ username: String) throws -> Token {
            guard let token = tokens.first(where: { $0.key.username == username })?.value else {
                throw Problem.demonstrationData("accounts.csv: không có tài khoản \(username).")
            }
            return token
        }
        office = try token(plan.enteredBy)
        chairman = try token(plan.launchedBy)
        council = try token(plan.decidedBy)
        let awards = plan.accounts.first { $0.seats.contains { $0.role == .homeAffairsOfficer } }
        guard let awards, let commenting = tokens[DemonstrationSeats.Key(awards.username, .homeAffairsOfficer)] else {
            throw Problem.demonstrationData("accounts.csv: không có công chức thi đua - khen thưởng (home_affairs_officer).")
        }
        homeAffairs = commenting
        homeAffairsUnit = awards.seats.first { $0.role == .homeAffairsOfficer }?.unit
        officeUnit = plan.accounts.first { $0.username == plan.enteredBy }?.seats.first?.unit
        let leading = tokens.filter { Self.leading.contains($0.key.role) }.map { ($0.key.username, $0.value) }
        leaders = Dictionary(leading) { first, _ in first }
        let sitting = tokens.filter { $0.key.role == .councilMember }.map { ($0.key.username, $0.value) }
        members = Dictionary(sitting) { first, _ in first }
        var coordinators: [String: Coordinator] = [:]
        var heads: [String: Token] = [:]
        var secretaries: [String: Token] = [:]
        var editors: [String: Token] = [:]
        var reporters: [String: [String: Token]] = [:]
        var leads: [String: [String: Token]] = [:]
        for account in plan.accounts {
            for seat in account.seats {
                guard let unit = seat.unit, let token = tokens[DemonstrationSeats.Key(account.username, seat.role)] else { continue }
                if seat.role == .unitCoordinator { coordinators[unit] = Coordinator(token: token, subUnit: seat.subUnit) }
                if seat.role == .unitHead, heads[unit] == nil { heads[unit] = token }
                if seat.role == .councilSecretary { secretaries[unit] = token }
                if seat.role == .mediaEditor { editors[unit] = token }
                if seat.role == .subUnitOfficer, let subUnit = seat.subUnit { reporters[unit, default: [:]][subUnit] = token }
                if seat.role == .subUnitHead, let subUnit = seat.subUnit { leads[unit, default: [:]][subUnit] = token }
            }
        }
        self.coordinators = coordinators
        self.heads = heads
        self.secretaries = secretaries
        self.editors = editors
        self.reporters = reporters
        self.leads = leads
    }

    private struct Coordinator {
        let token: Token
        /// Where he sits.
        let subUnit: String?
    }

    /// Who hands on and reports for a unit as a whole.
    func coordinator(of unit: String) throws -> Token {
        try found(coordinators[unit], "\(unit) không có đầu mối theo dõi (unit_coordinator)").token
    }

    /// Who rules inside a unit on the part of a sub-unit: the coordinator, but on the part of his own the unit's head (A66).
    func ruler(of unit: String, on subUnit: String?) throws -> Token {
        let coordinator = try found(coordinators[unit], "\(unit) không có đầu mối theo dõi (unit_coordinator)")
        guard subUnit == coordinator.subUnit else { return coordinator.token }
        return try head(of: unit)
    }

    /// Who signs what a unit gives by its own authority.
    func head(of unit: String) throws -> Token {
        try found(heads[unit], "\(unit) không có thủ trưởng (unit_head)")
    }

    /// Who keeps a unit's own awards.
    func secretary(of unit: String) throws -> Token {
        try found(secretaries[unit], "\(unit) không có thư ký Hội đồng Thi đua - Khen thưởng (council_secretary)")
    }

    /// Who reports what an outlet of the media published.
    func editor(of outlet: String) throws -> Token {
        try found(editors[outlet], "\(outlet) không có biên tập viên (media_editor)")
    }

    private func found<R>(_ one: R?, _ complaint: String) throws -> R {
        guard let one else { throw Problem.demonstrationData("accounts.csv: \(complaint).") }
        return one
    }

    /// Who reports for a sub-unit: its own officer, else the unit's coordinator.
    func reporter(of unit: String, _ subUnit: String?) throws -> Token {
        if let subUnit, let token = reporters[unit]?[subUnit] { return token }
        return try coordinator(of: unit)
    }

    /// Who answers for a sub-unit.
    func head(of subUnit: String, in unit: String) throws -> Token {
        try found(leads[unit]?[subUnit], "\(unit)/\(subUnit) không có người đứng đầu (sub_unit_head)")
    }

    /// The leader of the province in charge of an item.
    func leader(_ username: String) throws -> Token {
        try found(leaders[username], "\(username) không phải tài khoản của lãnh đạo tỉnh (chairman, vice_chairman)")
    }

    /// A member of the provincial council.
    func member(_ username: String) throws -> Token {
        try found(members[username], "\(username) không phải tài khoản của ủy viên Hội đồng (council_member)")
    }

    private static let leading: Set<Role> = [.chairman, .viceChairman]

    /// The roles whose posts need a token.
    static func records(_ role: Role, _ username: String, in plan: DemonstrationPlan) -> Bool {
        [
            .unitCoordinator, .unitHead, .subUnitHead, .subUnitOfficer, .homeAffairsOfficer, .councilSecretary, .councilMember,
            .mediaEditor,
        ].contains(role)
            || leading.contains(role)
            || [plan.enteredBy, plan.launchedBy, plan.decidedBy].contains(username)
    }
}
