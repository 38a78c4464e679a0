import Domain
import Operations
import Web

extension Frame {
    /// Around a page of a signed-in officer.
    init(_ answer: WhoAmI.Answer, _ backend: Backend) {
        signedIn = true
        demonstration = backend.demonstration
        today = answer.officer.today.vietnamese
        post = answer.post.post.title
        unit = answer.tenant.fullName
    }
}
