public import FoundationEssentials

/// A sign-in between the password and the code: what comes back with the code, five minutes at most.
public struct SignInStep: Sendable, Hashable {
    public let token: StepToken
    public let expiresAt: Date

    public init(token: StepToken, expiresAt: Date) {
        self.token = token
        self.expiresAt = expiresAt
    }
}
