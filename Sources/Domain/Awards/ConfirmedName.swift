/// The name and the post that a certificate will bear, as the unit and the nominee each said them last (A71).
public struct ConfirmedName: Sendable, Hashable {
    public enum Party: String, Sendable, Hashable, CaseIterable {
        case unit, nominee
    }

    public struct Word: Sendable, Hashable {
        public let name: String
        /// Empty of a collective.
        public let post: String

        public init(name: String, post: String) {
            self.name = name
            self.post = post
        }
    }

    public let dossier: NamedDossier
    /// Nil where nothing was said.
    public let unit: Word?
    public let nominee: Word?
    /// The nominee's last word, where it was recorded from what he signed; nil: it was not.
    public let signed: EntityID<ConfirmedName>?

    public init(dossier: NamedDossier, unit: Word?, nominee: Word?, signed: EntityID<ConfirmedName>? = nil) {
        self.dossier = dossier
        self.unit = unit
        self.nominee = nominee
        self.signed = signed
    }

    /// What is printed: what the unit said, and of a person the nominee says too. Nil until both agree.
    public var printed: Word? {
        guard let unit, dossier.subject == .collective || nominee == unit else { return nil }
        return unit
    }
}

/// What was said of one's own name and post on a certificate to come.
public struct OwnName: Sendable, Hashable {
    public let dossier: AwardDossier.ID
    /// Nil where the unit has said nothing yet.
    public let unit: ConfirmedName.Word?
    /// What one confirmed oneself, or signed.
    public let nominee: ConfirmedName.Word?

    public init(dossier: AwardDossier.ID, unit: ConfirmedName.Word?, nominee: ConfirmedName.Word?) {
        self.dossier = dossier
        self.unit = unit
        self.nominee = nominee
    }
}
