import Domain
import Storage

/// The officers who record a demonstration, each with a token of the post he acts in: what they write passes the same door and policies as
/// what is typed into the application.
struct DemonstrationOfficers: Sendable {
    /// Of the province: who enters and rules, who launches, who decides.
    let office: Token
    let chairman: Token
    let council: Token
    /// By the code of the first-tier unit.
    private let coordinators: [String: Token]
    /// By the code of the first-tier unit, then of the sub-unit.
    private let reporters: [String: [String: Token]]

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
        var coordinators: [String: Token] = [:]
        var reporters: [String: [String: Token]] = [:]
        for account in plan.accounts {
            for seat in account.seats {
                guard let unit = seat.unit, let token = tokens[DemonstrationSeats.Key(account.username, seat.role)] else { continue }
                if seat.role == .unitCoordinator { coordinators[unit] = token }
                if seat.role == .subUnitOfficer, let subUnit = seat.subUnit { reporters[unit, default: [:]][subUnit] = token }
            }
        }
        self.coordinators = coordinators
        self.reporters = reporters
    }

    /// Who hands on, rules inside the unit, and reports for it as a whole.
    func coordinator(of unit: String) throws -> Token {
        guard let token = coordinators[unit] else {
            throw Problem.demonstrationData("accounts.csv: \(unit) không có đầu mối theo dõi (unit_coordinator).")
        }
        return token
    }

    /// Who reports for a sub-unit: its own officer, else the unit's coordinator.
    func reporter(of unit: String, _ subUnit: String?) throws -> Token {
        if let subUnit, let token = reporters[unit]?[subUnit] { return token }
        return try coordinator(of: unit)
    }

    /// The roles whose posts need a token.
    static func records(_ role: Role, _ username: String, in plan: DemonstrationPlan) -> Bool {
        [.unitCoordinator, .subUnitOfficer].contains(role) || [plan.enteredBy, plan.launchedBy, plan.decidedBy].contains(username)
    }
}
