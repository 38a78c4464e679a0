public import ArgumentParser
public import Domain

// How awards are spelled on the command line.
extension CouncilMember.Duty: ExpressibleByArgument {}
extension CouncilTally.Choice: ExpressibleByArgument {}
extension ConfirmedName.Party: EnumerableFlag {}
