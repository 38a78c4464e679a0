/// In what a ledger is written for officers.
public enum LedgerFileFormat: String, Sendable, Hashable, CaseIterable {
    case csv, xlsx
}
