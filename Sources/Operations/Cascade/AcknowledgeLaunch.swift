public import Domain
public import Storage

/// A unit takes note of the launch that has reached it.
public struct AcknowledgeLaunch: Sendable {
    public var launch: LaunchReference
    /// The version that the officer saw; nil takes whatever is there.
    public var version: Int?
    public var happenedOn: CivilDate
    public var note: String

    public init(_ launch: LaunchReference, version: Int?, happenedOn: CivilDate, note: String = "") {
        self.launch = launch
        self.version = version
        self.happenedOn = happenedOn
        self.note = note
    }

    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Launch {
        try await LaunchReport(launch: launch, version: version, happenedOn: happenedOn, note: note).append(.acknowledged, in: tx, ids: ids)
    }
}
