import Domain
import Operations

/// Sub-units as commands print them, with the codes of the units above them: as their list.
struct UnitOutput {
    private let units: [ListSubUnits.Listed]

    init(_ units: [SubUnit], on day: CivilDate? = nil, in tx: borrowing TenantTransaction) async throws {
        self.units = try await ListSubUnits.Listed.all(units, on: day, in: tx)
    }

    func print(as format: OutputFormat) {
        CommandOutput.print(units, of: ListSubUnits.sheet, as: format)
    }
}
