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
        refuse("one's own signature as another's", (.home, record(signer: (seat.post, seat.holder))))
        let slot: MatrixStage.Slot = seat.slot == .root ? .middle : .child
        // The signer of the stage's paper, a clerk, rules on nothing.
        refuse(
            "a ruling that the signer might not make",
            (.home, rulingFromPaper(slot, on: seat.items[slot], place.paper)))
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

    /// What is recorded from a paper: as far as its signer might have done it himself (A66), by who may record, in his own name and today.
    func addSigned() {
        guard seat.role != .system, seat.bare == nil, !place.isClosed else { return }
        if home == "district_101" { addSignedInside() }
        if Policy.of(seat.role).provinceRole != .office { refuse("a leader of the province as the signer", (.home, recordOfTheChairman())) }
        if home == "dept_vpub" { addSignedByLeaders() }
    }

    private var another: String { "'\(place.sparePosts[.root] ?? UUID())'" }

    private func addSignedInside() {
        guard let head = stage.signed(by: .unitHead), let subHead = stage.signed(by: .subUnitHead) else { return }
        let mayRecord = seat.may(MatrixCell(seat.role, .action(.recordPaper), whole, .open))
        func tell(_ isAllowed: Bool, _ what: String, _ statement: String) {
            if isAllowed && mayRecord { allow(what, statement) } else { refuse(what, (.home, statement)) }
        }
        tell(true, "a step from a paper of the head", stepFromPaper(head.id, .sibling))
        tell(true, "a step from a paper of a sub-unit's head", stepFromPaper(subHead.id, .middle))
        tell(false, "a step of another sub-unit from its paper", stepFromPaper(subHead.id, .sibling))
        tell(false, "a step from a paper without its scan", stepFromPaper(place.bareCopy, .sibling))
        tell(false, "a step from a paper in another's name", stepFromPaper(head.id, .sibling, by: another))
        tell(false, "a step from a paper of another day", stepFromPaper(head.id, .sibling, day: "2023-06-19"))
        let (above, below) = (head.signer, subHead.signer)
        tell(true, "a ruling of the head", rulingFromPaper(.middle, on: above.items[.middle], head.id))
        tell(true, "a ruling of a sub-unit's head", rulingFromPaper(.child, on: below.items[.child], subHead.id))
        tell(false, "a ruling on what another gave", rulingFromPaper(.child, on: above.items[.child], subHead.id))
        let beside = stage.seats.first { $0.place.slug == home && $0.role == .unitHead && $0.slot == .middle && $0.bounds == nil }
        tell(false, "a ruling on what one beside the signer gave", rulingFromPaper(.child, on: beside?.items[.child], subHead.id))
        tell(false, "a ruling on the signer's own sub-unit", rulingFromPaper(.middle, on: below.items[.middle], subHead.id))
        tell(false, "a ruling on the signer's own item", rulingFromPaper(.root, on: above.ownItem, head.id))
        tell(true, "a ruling on another's own item", rulingFromPaper(.middle, on: below.ownItem, head.id))
        tell(false, "a ruling on the order", rulingFromPaper(.root, on: place.order, head.id, assigner: stage.office.tenant))
        tell(false, "a ruling from a paper in another's name", rulingFromPaper(.middle, on: above.items[.middle], head.id, by: another))
        tell(false, "a ruling from a paper of another day", rulingFromPaper(.middle, on: above.items[.middle], head.id, day: "2023-06-19"))
    }

    /// The Office records what its own leader and the province's signed.
    private func addSignedByLeaders() {
        guard let chief = stage.signed(by: .officeChief), let chair = stage.signed(by: .chairman) else { return }
        let mayRecord = Policy.of(seat.role).provinceRole == .office && seat.may(MatrixCell(seat.role, .action(.recordPaper), whole, .open))
        func tell(_ isAllowed: Bool, _ what: String, _ statement: String) {
            if isAllowed && mayRecord { allow(what, by: .province, statement) } else { refuse(what, (.province, statement)) }
        }
        if mayRecord { allow("a leader of the province as the signer", recordOfTheChairman()) }
        let (order, own) = (stage.foreign, stage.office)
        tell(
            true, "an order's ruling from a leader's paper",
            rulingFromPaper(in: order, .root, on: order.order, chief.id, assigner: own.tenant))
        tell(
            false, "an order's ruling from the Chairman's paper",
            rulingFromPaper(in: order, .root, on: order.order, chair.id, assigner: own.tenant))
        tell(
            true, "the Chairman's ruling on what the Office gave itself",
            rulingFromPaper(in: own, .root, on: own.order, chair.id, assigner: own.tenant))
        tell(false, "the Office's own paper on itself", rulingFromPaper(in: own, .root, on: own.order, chief.id, assigner: own.tenant))
        tell(
            false, "a paper of one who is not in charge",
            rulingFromPaper(in: own, .root, on: stage.ledByAnother, chair.id, assigner: own.tenant))
        for (by, day) in [(another, "2023-06-20"), (post, "2023-06-19")] {
            tell(
                false, "an order's ruling from a paper by \(by) on \(day)",
                rulingFromPaper(in: order, .root, on: order.order, chief.id, assigner: own.tenant, by: by, day: day))
        }
        tell(true, "the Chairman's launch", launchFromPaper(chair.id, by: chair.signer.post))
        tell(false, "a launch that the signer might not sign", launchFromPaper(chief.id, by: chief.signer.post))
        tell(false, "a launch in another's name", launchFromPaper(chair.id, by: chief.signer.post))
        tell(false, "a launch of another day", launchFromPaper(chair.id, by: chair.signer.post, day: "2023-06-19"))
    }

    private func recordOfTheChairman() -> String {
        guard let chairman = stage.signed(by: .chairman)?.signer else { return "SELECT" }
        return """
            INSERT INTO core.paper_act (id, tenant_id, signer_post_id, signer_id, signer_tenant_id, number, signed_on, abstract, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(place.tenant)', '\(chairman.post)', '\(chairman.person)', '\(chairman.place.tenant)', 'MX-9', '2023-06-01', 'x', \(post), '2023-06-20')
            """
    }

    func stepFromPaper(_ paper: UUID, _ slot: MatrixStage.Slot, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO \(home).launch_step (tenant_id, id, launch_id, unit_id, not_before, position, step, happened_on, paper_id, recorded_by, recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), '\(place.launches[slot] ?? UUID())', '\(place.unit(slot))', '2023-01-02', 2, 'acknowledged', '2023-01-05',
            '\(paper)', \(by ?? post), '\(day)')
        """
    }

    func launchFromPaper(_ paper: UUID, by: UUID, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.campaign_launch (campaign_id, document_number, launched_on, signed_on, first_day, last_day, launch_deadline, first_tier, launched_by, paper_id, recorded_on)
        VALUES ('\(stage.unlaunched)', '1/KH', '2023-06-01', '2023-01-01', '2023-01-02', '2023-12-31', '2023-05-01', '{department:,district:}', '\(by)', '\(paper)', '\(day)')
        """
    }

    func rulingFromPaper(
        in target: MatrixStage.Place? = nil, _ slot: MatrixStage.Slot, on item: UUID?, _ paper: UUID, assigner: UUID? = nil,
        by: String? = nil,
        day: String = "2023-06-20"
    ) -> String {
        let unit = (target ?? place).unit(slot)
        return """
            INSERT INTO \(target == nil ? home : "core").ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, decided_on, document_number, reason, paper_id, recorded_by, recorded_on)
            VALUES ('\((target ?? place).tenant)', gen_random_uuid(), '\(item ?? UUID())', '\(unit)', '\(assigner ?? place.tenant)', 'cancelled', '2023-06-01', 'MX-1', 'x',
                '\(paper)', \(by ?? post), '\(day)')
            """
    }
}
