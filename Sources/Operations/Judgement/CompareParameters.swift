public import Domain
public import Storage

/// What would become of every unit under other parameters. For the Office, Home Affairs and the leadership, who prepare and decide what the
/// plan says; nobody else is shown how near the others are.
public struct CompareParameters: Sendable {
    public var gathering: GatherLedger
    public var changes: [JudgementParameters.Change]

    public init(_ gathering: GatherLedger, changes: [JudgementParameters.Change]) {
        self.gathering = gathering
        self.changes = changes
    }

    /// - Throws: `not-allowed`; `invalid-input` for what is no parameter or no value of it; else as ``GatherLedger/perform(in:)``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> ParameterComparison {
        let officer = try await tx.officer()
        guard Policy.of(officer.role).decide(.action(.tryParameters), .province).isAllowed else { throw Problem.notAllowed }
        let opening = try await gathering.open(in: tx)
        let changed = try Self.changed(opening.ledger.parameters, by: changes)
        let other = opening.ledger.with(changed)
        let rules = opening.ledger
        let rows = try await gathering.fold(opening, in: tx) { _, unit in
            Trying(before: RunningJudgement(unit, in: rules), after: RunningJudgement(unit, in: other))
        }
        return ParameterComparison(of: opening.ledger, changed: changed, rows: opening.units.compactMap { rows[$0.unit] })
    }

    /// - Throws: `invalid-input` with every parameter at fault.
    public static func changed(_ parameters: JudgementParameters, by changes: [JudgementParameters.Change]) throws(Problem)
        -> JudgementParameters
    {
        do throws(JSONFaults) {
            return try parameters.applying(changes)
        } catch {
            throw .invalid(error.faults.map { FieldFault($0.path.description, $0.reason) })
        }
    }
}

/// A unit that is judged both ways while its items are gathered.
private final class Trying: LedgerFold {
    private var before: RunningJudgement
    private var after: RunningJudgement

    init(before: RunningJudgement, after: RunningJudgement) {
        self.before = before
        self.after = after
    }

    func add(_ item: LedgerItem) {
        before.add(item)
        after.add(item)
    }

    func made() -> ParameterComparison.Row { ParameterComparison.Row(before: before.verdict, after: after.verdict) }
}
