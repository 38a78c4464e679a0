import Domain

/// Whose eyes an answer is meant for, and which tokens they may meet there.
public struct Sight: Sendable, Hashable, CustomStringConvertible {
    /// Nil: nobody is signed in.
    public let seat: Seat?

    public init(_ seat: Seat?) {
        self.seat = seat
    }

    public static let nobody = Sight(nil)

    public var description: String { seat?.username ?? "nobody" }

    /// What a post that reads the province reads of every tenant: these tables and no others.
    private static let openToTheProvince: Set = [
        "tenant", "tenant_name", "sub_unit", "sub_unit_version", "launch", "launch_step", "work_item", "work_item_change", "progress",
        "ruling", "extension_step", "dispute_step", "occurrence", "item_source", "item_correction", "review_part", "review_confirmation",
        "review_dispute", "review_answer", "unit_return", "month_row", "person",
        "person_before", "post", "delegation", "paper_act", "paper_act_file",
        "directive", "directive_file", "motto_step",
        // Of a dossier from its submission on, as those of the plan are.
        "award_dossier", "dossier_document", "dossier_step", "dossier_regime", "council_member",
        "name_confirmation", "publicity_consent", "award_file", "award_chunk", "award_letter", "revocation_proposal", "reward_recovery",
        "presentation", "presentation_awardee",
        "certificate_copy", "flip_ruling", "paper_template", "earlier_award", "achievement_claim", "achievement_ruling", "dossier_opinion",
        "initiative", "initiative_step", "initiative_confirmation", "difficulty", "difficulty_step", "urging", "inspection",
        "inspection_visit", "finding", "remedy", "remedy_step", "good_model", "good_model_step", "good_model_adoption", "coverage_line",
        "press_kit", "coverage",
    ]

    /// What a council of the province and its decisions were is read by who reads the province; a unit's stay inside it (A59).
    private static let ofTheProvincesCouncil: Set = [
        "council_session", "session_dossier", "award_decision", "award", "award_amendment", "following", "follow_note", "review_event",
        "review_event_plan", "review_event_paper", "review_event_outcome",
    ]

    /// Of the province's awards, for every officer.
    private static let published: Set = [
        "award.printed_name", "award.printed_post", "award_decision.number", "award_amendment.printed_name", "award_amendment.printed_post",
        "award_amendment.number",
    ]

    /// What a result rests on is read by who asked for it, and by no other post of the province (A59).
    private static let ofWhatWasAskedFor: Set = ["evidence", "evidence_chunk"]

    /// Of the province's own tenant every officer may read the papers it issues, and who of its leaders is in charge, and
    /// to what reviews units are invited.
    private static let ofTheProvince: Set = [
        "directive", "directive_file", "post", "review_event", "review_event_plan", "review_event_paper", "review_event_outcome",
    ]

    /// Where posts with a province-wide role sit.
    private static let seatsOfTheProvince: Set = ["province", "dept_vpub", "dept_snv", "dept_ttt", "dept_bao"]

    /// What never leaves the database through the door of requests, not even to the tenant itself.
    private static let secrets: Set = ["account.password_hash"]

    public func mayMeet(_ find: Canary.Find) -> Bool {
        guard let seat, !Self.secrets.contains(find.place) else { return false }
        if seat.tenant == find.tenant { return true }
        if find.tenant == "province", Self.ofTheProvince.contains(find.table) { return true }
        // The auditor reads every entry. Who acted by a province-wide role is told by title to who may read the audit.
        if find.place.hasSuffix(".audit"), seat.role == .auditor { return true }
        if Self.ofWhatWasAskedFor.contains(find.table), !find.place.hasSuffix(".audit") {
            return [.officeMonitor, .officeChief, .chairman, .viceChairman].contains(seat.role)
        }
        // What was signed is published by name, post, unit and award.
        if find.tenant == "province", Self.published.contains(find.place) { return true }
        if Self.ofTheProvincesCouncil.contains(find.table) { return find.tenant == "province" && readsProvince(seat) }
        if ["integrity_hold", "criticism", "criticism_step", "petition"].contains(find.table) {
            return [.homeAffairsOfficer, .chairman, .viceChairman, .auditor].contains(seat.role) && !find.place.hasSuffix(".audit")
        }
        // What the Office rules from a paper bears the paper's number, and is told to the unit whose item it is.
        if find.place == "paper_act.number", Self.seatsOfTheProvince.contains(find.tenant) { return true }
        if find.place == "post.title", Self.seatsOfTheProvince.contains(find.tenant) { return true }
        // A message of refusal may cut a token off before it says where it stood.
        if find.table.isEmpty { return find.tenant == "province" || readsProvince(seat) }
        return readsProvince(seat) && (Self.openToTheProvince.contains(find.table) || find.place == "audit_entry.asked")
    }

    private func readsProvince(_ seat: Seat) -> Bool {
        Policy.of(seat.role).actions.contains(.readProvince)
    }
}
