public import Domain
public import Storage

/// One launch with all its steps, corrections included.
public struct ShowLaunch: Sendable {
    public var launch: LaunchReference

    public init(_ launch: LaunchReference) {
        self.launch = launch
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Launch {
        try await launch.find(in: tx)
    }
}
