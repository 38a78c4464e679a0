import Crypto
import Domain
import HTTPTypes
import Operations

extension RepeatedRequest {
    /// The request as its Idempotency-Key stands for it; nil without the header.
    init?(_ call: Call) throws(Problem) {
        guard let key = call.head.headerFields[.idempotencyKey] else { return nil }
        guard (1...200).contains(key.utf8.count) else { throw .invalid("Idempotency-Key", "phải có từ 1 đến 200 ký tự") }
        var hasher = SHA256()
        hasher.update(data: Array("\(call.head.method) \(call.head.path ?? "") \(call.head.headerFields[.ifMatch] ?? "")\n".utf8))
        hasher.update(data: call.bodyToHash)
        self.init(route: call.route.name, key: key, hash: Array(hasher.finalize()))
    }
}

extension HTTPField.Name {
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
}
