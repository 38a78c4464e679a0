import Postgres

/// One change of the policies after which somebody may more, or something else, than the table says: what a slip of the hand could make.
public struct PolicyMutation: Sendable, CustomStringConvertible {
    public enum Kind: String, Sendable, CaseIterable {
        case dropped = "policy dropped"
        case usingTrue = "USING true"
        case checkTrue = "WITH CHECK true"
        case condition = "a condition less"
        case turned = "turned round"
        case widened = "for PUBLIC"
        case unforced = "without FORCE"
        case unguarded = "without row level security"
        case action = "an action more"
        case routine = "in a routine"
    }

    public let kind: Kind
    public let what: String
    let apply: String
    let revert: String
    /// Tables and routines whose questions are asked first; the whole matrix is asked before a mutation counts as survived.
    let about: Set<String>
    /// Nil, or the rule by which the change can make no difference to anybody.
    public let equivalence: String?

    public var description: String { "\(kind.rawValue): \(what)" }
}

extension PolicyMutation {
    /// Every one there is in a province, in a fixed order.
    public static func all(in province: Province) async throws -> [PolicyMutation] {
        let catalogue = try await PolicyCatalogue(province)
        return catalogue.ofPolicies + catalogue.ofTables + catalogue.ofRoutines + catalogue.ofActions
    }

    /// What became of one.
    public enum Outcome: Sendable, Equatable {
        case caught(String)
        case survived
        /// It is no change that the database takes: a condition that does not stand alone.
        case impossible
    }

    /// Makes the change, asks the matrix until something differs, and takes the change back.
    public func outcome(against check: MatrixCheck, in province: Province) async throws -> Outcome {
        do {
            try await province.asSuperuser(apply)
        } catch is PostgresError {
            return .impossible
        }
        let report: MatrixCheck.Report
        do {
            var first = try await check.run(stopsEarly: true, about: about)
            if first.differences.isEmpty, !about.isEmpty { first = try await check.run(stopsEarly: true) }
            report = first
        } catch {
            try await province.asSuperuser(revert)
            throw error
        }
        try await province.asSuperuser(revert)
        return report.differences.first.map(Outcome.caught) ?? .survived
    }
}
