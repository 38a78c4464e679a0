import FoundationEssentials
import JWTKit

/// The public keys of a provider, and what is held against them.
struct OpenIDKeys: Sendable {
    /// A JSON Web Key Set; keys of kinds that are not read here are passed over.
    struct Document: Decodable {
        let keys: [Lenient]

        struct Lenient: Decodable {
            let key: JWK?

            init(from decoder: any Decoder) throws {
                key = try? JWK(from: decoder)
            }
        }
    }

    enum Fault: Error {
        case malformed
        /// Neither RS256 nor ES256: `none` and keys that we could share are not taken.
        case algorithm(String)
        case unknownKey
    }

    /// What a token says of itself before anything is believed.
    private struct Header: Decodable {
        let alg: String
        let kid: String?
        let crit: [String]?
    }

    private static let algorithms: [String: JWK.KeyType] = ["RS256": .rsa, "ES256": .ecdsa]

    private let keys: [JWK]

    init(_ document: Document) {
        keys = document.keys.compactMap(\.key)
    }

    /// Whether the token names a key that is not here.
    func needsReading(for token: String) -> Bool {
        guard let header = try? Self.header(of: token) else { return false }
        return key(for: header) == nil
    }

    /// The claims of a token whose signature one of the keys made.
    ///
    /// - Throws: ``Fault``, or an error of the signature.
    func verified(_ token: String) async throws -> OpenIDClaims {
        let header = try Self.header(of: token)
        guard Self.algorithms[header.alg] != nil, header.crit == nil else { throw Fault.algorithm(header.alg) }
        guard var key = key(for: header) else { throw Fault.unknownKey }
        // Alone in its collection: no other key can be taken for it.
        if key.keyIdentifier == nil { key.keyIdentifier = "only" }
        let collection = JWTKeyCollection()
        try await collection.add(jwk: key)
        return try await collection.verify(token, as: OpenIDClaims.self)
    }

    /// By its id; a token without one is held against the only key of its kind.
    private func key(for header: Header) -> JWK? {
        let fitting = keys.filter { $0.keyType == Self.algorithms[header.alg] && ($0.algorithm?.rawValue ?? header.alg) == header.alg }
        if let kid = header.kid { return fitting.first { $0.keyIdentifier?.string == kid } }
        return fitting.count == 1 ? fitting[0] : nil
    }

    private static func header(of token: String) throws -> Header {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw Fault.malformed }
        var text = parts[0].replacing("-", with: "+").replacing("_", with: "/")
        text += String(repeating: "=", count: (4 - text.count % 4) % 4)
        guard let data = Data(base64Encoded: String(text)), let header = try? JSONDecoder().decode(Header.self, from: data) else {
            throw Fault.malformed
        }
        return header
    }
}
