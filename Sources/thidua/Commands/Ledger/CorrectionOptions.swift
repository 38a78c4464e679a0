import ArgumentParser
import Domain
import Operations

/// The record by which work is cut anew.
struct CorrectionOptions: ParsableArguments {
    @Option(help: "Number and symbol of the correction record.")
    var number: String

    @Option(help: "Who issued that record; the assigner when absent.")
    var issuer = ""

    @Option(help: "Why the work is cut anew.")
    var reason: String

    @Option(help: "Date of the record; today when absent.")
    var date: CivilDate?

    var record: CorrectionRecord {
        var record = CorrectionRecord(documentNumber: number, reason: reason, decidedOn: date)
        record.documentIssuer = issuer
        return record
    }
}
