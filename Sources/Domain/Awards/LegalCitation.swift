/// What papers cite of a regime (``LegalRegime``), in the words in which it is printed; in force with it. Data, never code.
public struct LegalCitation: Sendable, Hashable {
    /// Where it is cited.
    public enum Place: Sendable, Hashable {
        /// Căn cứ of every decision under the regime.
        case decision
        /// Căn cứ of what revokes an award for that reason.
        case revocation(RevocationGround)
        /// The form that the law numbers for a paper of a dossier.
        case form(AwardTrack, DossierPaper.Kind)
    }

    /// Code of the regime.
    public let regime: String
    public let place: Place
    /// Among those of the same place, from 1.
    public let position: Int
    /// As it stands after “Căn cứ”, or after “theo”.
    public let words: String
    public let citation: Citation

    public init(regime: String, place: Place, position: Int, words: String, citation: Citation) {
        self.regime = regime
        self.place = place
        self.position = position
        self.words = words
        self.citation = citation
    }
}

extension LegalCitation.Place: RawRepresentable, CaseIterable {
    public static var allCases: [LegalCitation.Place] {
        var places: [LegalCitation.Place] = [.decision]
        for ground in RevocationGround.allCases { places.append(.revocation(ground)) }
        for track in AwardTrack.allCases { for kind in DossierPaper.Kind.allCases { places.append(.form(track, kind)) } }
        return places
    }

    /// `decision`, `revocation.falseDeclaration`, `form.provincialReview.achievementReport`.
    public init?(rawValue: String) {
        // At least one, also of nothing.
        let parts = rawValue.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        switch (parts[0], parts.count) {
        case ("decision", 1): self = .decision
        case ("revocation", 2):
            guard let ground = RevocationGround(rawValue: parts[1]) else { return nil }
            self = .revocation(ground)
        case ("form", 3):
            guard let track = AwardTrack(rawValue: parts[1]), let kind = DossierPaper.Kind(rawValue: parts[2]) else { return nil }
            self = .form(track, kind)
        default: return nil
        }
    }

    public var rawValue: String {
        switch self {
        case .decision: "decision"
        case .revocation(let ground): "revocation.\(ground.rawValue)"
        case .form(let track, let kind): "form.\(track.rawValue).\(kind.rawValue)"
        }
    }

    public var vietnamese: String {
        switch self {
        case .decision: "căn cứ của quyết định"
        case .revocation(let ground): "căn cứ hủy bỏ: \(ground.vietnamese)"
        case .form(let track, let kind): "mẫu \(kind.vietnamese), \(track.vietnamese)"
        }
    }
}

extension Sequence<LegalCitation> {
    /// Of some regimes at some places, in their order, each once; what nobody has checked is none.
    public func words(of regimes: some Collection<String>, at places: [LegalCitation.Place]) -> [String] {
        var words: [String] = []
        for place in places {
            let cited = filter { $0.place == place && $0.citation.isVerified && regimes.contains($0.regime) }
            for one in cited.sorted(by: { $0.position < $1.position }) where !words.contains(one.words) { words.append(one.words) }
        }
        return words
    }
}
