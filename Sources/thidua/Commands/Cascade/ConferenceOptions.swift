public import ArgumentParser
public import Domain
import Operations

/// In which form a unit launched, and how many people it reached; whether it is recorded or drafted.
struct ConferenceOptions: ParsableArguments {
    @Option(help: "own_conference, combined or other.")
    var form: LaunchForm.Kind

    @Option(help: "The conference it was combined with.")
    var with = ""

    @Option(help: "How many people it reached.")
    var attendance: Int

    func record(of launch: LaunchReference, on day: CivilDate, note: String) -> RecordLaunch {
        RecordLaunch(launch, version: nil, happenedOn: day, form: form, combinedWith: with, attendance: attendance, note: note)
    }
}

extension LaunchForm.Kind: ExpressibleByArgument {}
