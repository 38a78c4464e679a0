import ArgumentParser
import Documents
import Domain
import Operations

/// Whose motto in which review.
struct MottoOptions: ParsableArguments {
    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "interim (sơ kết) or final (tổng kết).")
    var review: Campaign.Review

    @Option(help: "Code of the unit, such as SNV, 973 or 973/32191; one's own when absent.")
    var unit: String?

    @OptionGroup var officer: OfficerOptions

    func gathering(asOf: CivilDate? = nil, tier: JudgedTier = .firstTier) -> GatherLedger {
        GatherLedger(campaign: campaign, review: review, asOf: asOf, tier: tier, unit: unit)
    }

    /// Does it at home, or where the post acts for the province there, and prints how the unit stands afterwards.
    func print(inProvince: Bool, _ act: (borrowing TenantTransaction) async throws -> Void) async throws {
        let entry = inProvince ? try officer.provinceEntry() : try officer.tenantEntry()
        let gathering = gathering()
        let sheet = try await officer.write(entry) { (tx: borrowing TenantTransaction) in
            try await act(tx)
            return try await ShowMotto(gathering).perform(in: tx)
        }
        Self.print(sheet, as: officer.output)
    }

    static func print(_ sheet: MottoSheet, as format: OutputFormat) {
        CommandOutput.print(columns: MottoJSON.sheetColumns, rows: MottoJSON.rows(sheet), json: MottoJSON.sheet(sheet), as: format)
    }
}
