import ArgumentParser
import Domain
import Operations

/// To whom what is open in a person's hands goes.
struct HandOverOptions: ParsableArguments {
    @Option(help: "Why.")
    var reason: String

    @Option(help: "Id of the post of who takes over what is open, from `thidua post list`.")
    var successor: Post.ID?

    @Flag(help: "What the successor does not take goes back to its sub-unit.")
    var restToUnit = false

    @Flag(help: "Only says what would be done.")
    var dryRun = false

    var handOver: HandOver { HandOver(to: successor, restToUnit: restToUnit) }
}
