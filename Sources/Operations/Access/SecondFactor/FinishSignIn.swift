public import Domain
public import FoundationEssentials
public import Storage

/// The second step of signing in: a code of the device, or a recovery code.
public struct FinishSignIn: Sendable {
    public var step: StepToken?
    public var code: String
    /// The post to act in; the first in customary order when nil.
    public var post: Post.ID?
    /// Where the request came from; nil for the command line.
    public var address: String?

    /// - Parameter step: what the first step gave, as it came back; what is none is answered like one that is over.
    public init(_ step: String, code: String, post: Post.ID? = nil, address: String? = nil) {
        self.step = StepToken(step)
        self.code = code
        self.post = post
        self.address = address
    }

    /// - Throws: ``Problem/stepOver``; ``Problem/wrongCode`` for one that is wrong or was used: the step stays open then; `too-many-attempts`;
    ///   afterwards `no-post`, and `invalid-input` for a post that is not the account's.
    public func perform(at door: SignInDoor, ids: IDSource, now: Date = .now) async throws -> Session {
        guard let step else { throw Problem.stepOver }
        do {
            let waiting = try await door.waiting(step)
            let posts = try await door.posts(of: waiting.account)
            let chosen = try SignIn.choose(post, among: posts)
            let name = SignInDoor.codeName(of: waiting.account)
            let proof: SignInDoor.CodeProof
            if let recovery = RecoveryCode(typed: code) {
                try await door.attempt(name, from: address)
                proof = .recovery(hash: recovery.hash)
            } else {
                let totp = TOTP(secret: waiting.secret)
                proof = .totp(timeStep: try await door.checked(code, of: totp, account: waiting.account, from: address, now: now))
            }
            let (token, hash) = Token.fresh()
            let until: Date
            do {
                until = try await door.finish(step, by: proof, ids.next(), hash: hash, in: chosen.post, lifetime: SignIn.lifetime)
            } catch Problem.wrongCode {
                try await door.failed(name, from: address)
                throw Problem.wrongCode
            }
            try await door.succeeded(name, from: address)
            return Session(token: token, expiresAt: until, post: chosen, posts: posts)
        } catch Problem.notSignedIn {
            throw Problem.stepOver
        }
    }
}
