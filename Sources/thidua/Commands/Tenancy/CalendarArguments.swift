public import ArgumentParser
public import Operations

extension ChangeCalendarDay.Kind: ExpressibleByArgument {}
