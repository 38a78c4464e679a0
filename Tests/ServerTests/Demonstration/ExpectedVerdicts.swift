import Domain
import Testing

/// What the interim review says of each unit of the demonstration, worked out apart from this program by its rules and those of the ledger
/// file: as a preview on the business date, and frozen at the end of the first half of the year when nothing more happens until then.
enum ExpectedVerdicts {
    struct Row: Sendable, CustomTestStringConvertible {
        let unit: String
        let verdict: UnitVerdict.Verdict
        var letter = false
        let aheadOrAbove: Int
        let counted: Int
        var failures: [Failure.Rule: Int] = [:]

        init(
            _ unit: String, _ verdict: UnitVerdict.Verdict, letter: Bool = false, _ aheadOrAbove: Int, of counted: Int,
            _ failures: [Failure.Rule: Int] = [:]
        ) {
            self.unit = unit
            self.verdict = verdict
            self.letter = letter
            self.aheadOrAbove = aheadOrAbove
            self.counted = counted
            self.failures = failures
        }

        var testDescription: String { unit }
    }

    static let preview: [Row] = [
        Row("VPUB", .pass, 2, of: 28),
        Row("SNV", .pass, letter: true, 6, of: 31),
        Row("STP", .pass, letter: true, 2, of: 13),
        Row("SKHDT", .fail, 2, of: 41, [.late: 9, .notDone: 3]),
        Row("STC", .pass, 5, of: 34),
        Row("SCT", .fail, 2, of: 29, [.quality: 2]),
        Row("SNNPTNT", .pass, letter: true, 7, of: 40),
        Row("SGTVT", .fail, 1, of: 37, [.late: 5, .notDone: 4]),
        Row("SXD", .fail, 1, of: 39, [.late: 9, .notDone: 2]),
        Row("STNMT", .fail, 1, of: 42, [.late: 10, .notDone: 5, .progress: 1]),
        Row("STTTT", .pass, letter: true, 3, of: 20),
        Row("SLDTBXH", .pass, 2, of: 29),
        Row("SVHTTDL", .pending, 5, of: 27),
        Row("SKHCN", .pass, 2, of: 14),
        Row("SGDDT", .fail, 2, of: 30, [.progress: 3]),
        Row("SYT", .fail, 2, of: 31, [.violation: 1]),
        Row("TTT", .pass, 1, of: 7),
        Row("BDT", .pass, 0, of: 2),
        Row("BQLKKT", .insufficientBasis, 0, of: 0),
        Row("964", .pass, 4, of: 40),
        Row("966", .pass, 3, of: 33),
        Row("967", .fail, 4, of: 34, [.late: 1]),
        Row("968", .fail, 3, of: 36, [.progress: 2]),
        Row("969", .pass, letter: true, 7, of: 35),
        Row("970", .pass, letter: true, 9, of: 38),
        Row("971", .fail, 3, of: 31, [.motto: 1]),
        Row("972", .fail, 1, of: 35, [.late: 4, .notDone: 2]),
        Row("973", .pass, 2, of: 32),
    ]

    static let frozen: [Row] = [
        Row("VPUB", .pass, 2, of: 29),
        Row("SNV", .pass, letter: true, 6, of: 31),
        Row("STP", .pass, letter: true, 2, of: 13),
        Row("SKHDT", .fail, 2, of: 42, [.late: 9, .notDone: 5]),
        Row("STC", .pass, 5, of: 34),
        Row("SCT", .fail, 2, of: 29, [.quality: 2]),
        Row("SNNPTNT", .pass, letter: true, 7, of: 41),
        Row("SGTVT", .fail, 1, of: 37, [.late: 5, .notDone: 6]),
        Row("SXD", .fail, 1, of: 39, [.late: 9, .notDone: 4]),
        Row("STNMT", .fail, 1, of: 43, [.late: 10, .notDone: 8, .progress: 1]),
        Row("STTTT", .pass, letter: true, 3, of: 20),
        Row("SLDTBXH", .pass, 2, of: 29),
        Row("SVHTTDL", .pending, 5, of: 27),
        Row("SKHCN", .pass, 2, of: 14),
        Row("SGDDT", .fail, 2, of: 30, [.progress: 3]),
        Row("SYT", .fail, 2, of: 31, [.violation: 1]),
        Row("TTT", .pass, 1, of: 7),
        Row("BDT", .pass, 0, of: 2),
        Row("BQLKKT", .insufficientBasis, 0, of: 0),
        Row("964", .fail, 4, of: 40, [.notDone: 4]),
        Row("966", .pass, 3, of: 33),
        Row("967", .fail, 4, of: 34, [.late: 1]),
        Row("968", .fail, 3, of: 36, [.progress: 2]),
        Row("969", .pass, letter: true, 7, of: 35),
        Row("970", .pass, letter: true, 9, of: 38),
        Row("971", .fail, 3, of: 31, [.motto: 1]),
        Row("972", .fail, 1, of: 35, [.late: 4, .notDone: 4]),
        Row("973", .pass, 2, of: 32),
    ]
}
