import ArgumentParser
import Domain

/// A command that acts for an officer, by his token and through the same door as HTTP.
protocol OfficerCommand: AsyncParsableCommand {
    /// What it asks of the policy. Every one says so: the tests hold it against the table, and refuse a command that takes a token and
    /// declares nothing.
    static var asks: Deed { get }
}
