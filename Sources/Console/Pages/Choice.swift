import Domain

/// One of what a form lets the officer choose.
struct Choice: Sendable {
    /// What the form sends.
    let key: String
    let name: String
    /// What stands now.
    var isChosen = false

    func chosen(if key: String) -> Choice { Choice(key: self.key, name: name, isChosen: self.key == key) }
}

extension Choice {
    /// A dossier by its nominee, who proposes him, for what and where it stands.
    init(_ record: DossierRecord) {
        self.init(
            key: record.dossier.id.description,
            name: "\(record.nomineeName), \(record.proposerName), \(record.campaignCode): \(record.standing.state.vietnamese)")
    }
}
