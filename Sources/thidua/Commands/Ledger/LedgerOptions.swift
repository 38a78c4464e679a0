import ArgumentParser
import Domain
import Operations

/// Who acts in the ledger, and where: in one unit's, or in the province's as a whole.
struct LedgerOptions: ParsableArguments {
    @Flag(help: "In the whole province, for province-wide posts; instead of --tenant.")
    var province = false

    @OptionGroup var officer: OfficerOptions

    func validate() throws {
        if province, officer.tenant != nil { throw ValidationError("chỉ dùng một trong hai: --province hoặc --tenant") }
    }

    func entry() throws -> Entry {
        province ? try officer.provinceEntry() : try officer.tenantEntry()
    }
}

/// From when the ledger is seen. One day alone shows what was shown at its end.
struct LedgerMomentOptions: ParsableArguments {
    @Option(help: "Day of facts; that of --known-on when absent, else today.")
    var asOf: CivilDate?

    @Option(help: "Day of recording; that of --as-of when absent, else today.")
    var knownOn: CivilDate?

    var moment: LedgerMoment { LedgerMoment(asOf: asOf ?? knownOn, knownOn: knownOn ?? asOf) }
}
