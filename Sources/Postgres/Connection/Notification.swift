/// What `NOTIFY` sends. Anyone who can connect can send one: treat it as a hint to look, never as a fact.
public struct Notification: Sendable, Hashable {
    public let channel: String
    public let payload: String
    /// The backend that sent it.
    public let backendPID: Int32
}
