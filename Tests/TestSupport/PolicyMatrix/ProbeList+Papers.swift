import Domain
import FoundationEssentials

extension ProbeList {
    /// Who records what another signed; never in another's name, for another day, or his own signature.
    func addPapers() {
        ask(.action(.recordPaper), whole, "record a paper", record())
        ask(.action(.recordPaper), whole, "keep a scan", scan(of: place.bareCopy))
        askAbroad(.action(.recordPaper), .foreignTenant, at: foreign, "record a paper") { _ in record(in: foreign) }
        askAbroad(.action(.recordPaper), .foreignTenant, at: foreign, "keep a scan") { _ in scan(of: foreign.bareCopy) }
        refuse("a paper in another's name", (.home, record(by: place.sparePosts[.root])))
        refuse("a paper of another day", (.home, record(day: "2023-06-19")))
        refuse("a scan in another's name", (.home, scan(of: place.bareCopy, by: place.sparePosts[.root])))
        guard seat.role != .system, seat.bare == nil else { return }
        refuse("one's own signature as another's", (.home, record(signer: (seat.post, seat.person))))
        let slot: MatrixStage.Slot = seat.slot == .root ? .middle : .child
        // The signer of the stage's paper, a clerk, rules on nothing.
        refuse(
            "a ruling that the signer might not make",
            (.home, rulingFromPaper(home, place, slot, on: seat.items[slot] ?? UUID())))
    }

    private func record(
        in target: MatrixStage.Place? = nil, signer: (post: UUID, person: UUID)? = nil, by: UUID? = nil, day: String = "2023-06-20"
    ) -> String {
        let target = target ?? place
        let signer = signer ?? (target.sparePosts[.root] ?? UUID(), target.spare)
        return """
            INSERT INTO core.paper_act (id, tenant_id, signer_post_id, signer_id, signer_tenant_id, number, signed_on, abstract, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(target.tenant)', '\(signer.post)', '\(signer.person)', '\(target.tenant)', 'MX-9', '2023-06-01', 'x',
                '\(by ?? seat.post)', '\(day)')
            """
    }

    private func scan(of paper: UUID, by: UUID? = nil) -> String {
        """
        INSERT INTO core.paper_act_file (paper_id, file_name, media_type, sha256, content, recorded_by)
        VALUES ('\(paper)', 'x.pdf', 'application/pdf', sha256('x'), 'x', '\(by ?? seat.post)')
        """
    }

    private func rulingFromPaper(
        _ schema: String, _ place: MatrixStage.Place, _ slot: MatrixStage.Slot, on item: UUID
    ) -> String {
        """
        INSERT INTO \(schema).ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, decided_on, document_number, paper_id, recorded_by, recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), '\(item)', '\(place.unit(slot))', '\(place.tenant)', 'cancelled', '2023-06-01', 'MX-1', '\(place.paper)',
            '\(seat.post)', '2023-06-20')
        """
    }
}
