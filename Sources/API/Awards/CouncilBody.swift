import Domain
import Operations
import Web

/// How choices and counts stand in a body.
enum CouncilBody {
    typealias Choice = (dossier: AwardDossier.ID, choice: CouncilTally.Choice)

    static func choice(_ cursor: JSONCursor) -> Choice? {
        cursor.object { body in
            let dossier = body.required("dossier")?.id(AwardDossier.ID.self)
            let choice = body.required("choice")?.oneOf(CouncilTally.Choice.self)
            guard let dossier, let choice else { return Choice?.none }
            return (dossier, choice)
        }
    }

    static func vote(_ cursor: JSONCursor) -> RecordVotes.Vote? {
        cursor.object { body in
            let member = body.required("member")?.id(Person.ID.self)
            let choice = body.required("choice")?.oneOf(CouncilTally.Choice.self)
            let dossier = body.optional("dossier", default: AwardDossier.ID?.none) { $0.id(AwardDossier.ID.self).map(Optional.some) }
            guard let member, let choice, let dossier else { return RecordVotes.Vote?.none }
            return RecordVotes.Vote(member, choice, on: dossier)
        }
    }

    static func paper(_ cursor: JSONCursor) -> (dossier: AwardDossier.ID, count: PaperCount)? {
        cursor.object { body in
            let dossier = body.required("dossier")?.id(AwardDossier.ID.self)
            let yes = body.required("yes")?.integer(in: 0...10_000)
            let no = body.required("no")?.integer(in: 0...10_000)
            let written = body.optional("written", default: 0) { $0.integer(in: 0...10_000) }
            guard let dossier, let yes, let no, let written else {
                return (dossier: AwardDossier.ID, count: PaperCount)?.none
            }
            return (dossier, PaperCount(yes: yes, no: no, written: written))
        }
    }
}
