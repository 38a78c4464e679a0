import Postgres

extension WorkerDoor {
    /// Makes one more of the places that the operator wants ready; false where there are enough, or somebody else makes one.
    public func preparePlace() async throws -> Bool {
        try await query("SELECT core.place_prepare()", within: .seconds(60)).only { row in try row.next(Bool?.self) ?? false }
    }
}
