public import Domain
import FoundationEssentials

/// Links to be handed out, as programs read them.
public enum HandoutJSON {
    /// - Parameter service: address of the service as officers reach it; nil: links are paths.
    public static func value(_ handout: Handout, at service: String?) -> JSONValue {
        [
            "person": .string(handout.person.description), "fullName": .string(handout.fullName), "unitName": .string(handout.unitName),
            "username": .string(handout.username), "link": .string(handout.link.address(at: service)),
            "linkExpiresAt": .string(handout.link.expiresAt.ISO8601Format()),
        ]
    }
}
