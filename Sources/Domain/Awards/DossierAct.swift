/// One step that was taken with a dossier: who, when, why. Appended, never changed.
public struct DossierAct: Sendable, Hashable {
    public typealias ID = EntityID<DossierAct>

    public let id: ID
    public let dossier: AwardDossier.ID
    /// 1, 2, 3 … of this dossier.
    public let position: Int
    public let step: AwardDossier.Step
    /// Date of the paper or the event.
    public let happenedOn: CivilDate
    /// The defects in one list, the ground, the document; empty where the step needs none.
    public let reason: String
    public let recordedBy: Post.ID
    public let recordedOn: CivilDate

    public init(
        id: ID, dossier: AwardDossier.ID, position: Int, step: AwardDossier.Step, happenedOn: CivilDate, reason: String,
        recordedBy: Post.ID, recordedOn: CivilDate
    ) {
        self.id = id
        self.dossier = dossier
        self.position = position
        self.step = step
        self.happenedOn = happenedOn
        self.reason = reason
        self.recordedBy = recordedBy
        self.recordedOn = recordedOn
    }
}
