import Domain
import FoundationEssentials
import TestSupport

/// Something that stands in a relation to a seat of the stage, by every name that a request can give it.
struct MatrixTarget: Sendable, CustomStringConvertible {
    let relation: Relation
    let place: MatrixStage.Place
    let slot: MatrixStage.Slot
    /// What is done is done to an item: this one.
    let item: String
    /// A draft of a report on it, come all the way up.
    let draft: String
    /// An item for which more time was asked.
    let waiting: String
    /// An item of which nothing was said or done yet.
    let fresh: String
    /// Where to hand on from: an item that the seat sees in any case.
    let whole: String
    let person: String
    let post: String
    /// Another officer there who has an account; nil where none has whom a tenant's manager may keep.
    let holder: String?
    /// A post of another officer there, who is not ``person``.
    let colleague: String

    var state: PlaceState { place.isClosed ? .closed : .open }
    var unit: String { place.unit(slot).lower }
    var launch: String { (place.launches[slot] ?? UUID()).lower }
    var directive: String { place.directive.lower }
    /// An item that the unit has prepared and not given yet.
    var itemDraft: String { (place.itemDrafts[slot] ?? UUID()).lower }
    /// A paper whose file is not there yet.
    var paper: String { place.bareDirective.lower }
    /// A paper signed by ``person`` with its scan, and one without.
    var signedPaper: String { place.paper.lower }
    var bareCopy: String { place.bareCopy.lower }
    var delegation: String { place.delegation.lower }
    /// A line of the unit's ledger that it disputes in a review.
    var reviewDispute: String { place.reviewDispute.lower }
    /// Dossiers of the unit: one that it drafts, one that it has submitted.
    var draftedDossier: String { place.draftedDossier.lower }
    var submittedDossier: String { place.submittedDossier.lower }
    /// Of the unit's council, closed, that passed a dossier which is still a draft.
    var session: String { place.passingSession.lower }
    var signedDossier: String { place.signedDossier.lower }
    /// Proposed against the unit; and what the unit holds against a result.
    var criticism: String { place.criticism.lower }
    var petition: String { place.petition.lower }
    /// Registered by the person himself, or of the unit. What the unit is asked to confirm bears the unit's id as well.
    var initiative: String { relation == .oneself ? item : unit }
    /// As commands and lists name the unit.
    var code: String { slot == .root ? place.slug : "MX-\(slot.rawValue)" }
    /// As reviews name the unit wherever it is looked for.
    var judgedCode: String { slot == .root ? place.code : "\(place.code)/MX-\(slot.rawValue)" }
    var description: String { "\(relation.rawValue) (\(slot.rawValue) of \(place.slug))" }
}

/// What a route or a command is about, and so in which relations it can be asked.
enum MatrixSubject {
    /// An item, a sub-unit, a post, a launch: there is one in every relation.
    case item, unit, post, launch
    /// Something given: to a sub-unit of one's own, to another unit.
    case gift
    /// What belongs to a unit as a whole: its people, papers, audit.
    case whole, paper
    /// The same, asked where one stands: by what names no unit.
    case home
    /// Counts and sums over what is in sight; what is in sight, the lists are asked.
    case sum
    /// The plan, and what any officer knows.
    case province, catalogue
    /// One's own session and tokens.
    case oneself
}

extension MatrixStage {
    /// Everything of a kind that stands in some relation to the seat.
    func targets(of seat: MatrixSeat, _ subject: MatrixSubject) -> [MatrixTarget] {
        switch subject {
        case .item: inside(seat) + [own(seat)] + abroad(seat, selfGiven: true)
        case .gift: inside(seat) + abroad(seat, selfGiven: true)
        case .unit, .launch: inside(seat) + abroad(seat)
        case .post: inside(seat) + [own(seat)] + abroad(seat)
        case .whole: [whole(seat)] + abroad(seat)
        case .home: [whole(seat)]
        case .paper: [whole(seat)] + abroad(seat) + (seat.place.slug == "province" ? [] : [theProvince(seat)])
        case .sum: abroad(seat)
        case .province, .catalogue: [theProvince(seat)]
        case .oneself: [own(seat)]
        }
    }

    private func inside(_ seat: MatrixSeat) -> [MatrixTarget] {
        [Relation.own, .subUnit, .parent, .sibling].compactMap { relation in
            seat.slot(relation).map {
                target(
                    seat, relation, seat.place, $0, item: seat.items[$0] ?? UUID(), draft: seat.drafts[$0], waiting: seat.waiting[$0],
                    fresh: seat.fresh[$0])
            }
        }
    }

    private func own(_ seat: MatrixSeat) -> MatrixTarget {
        target(
            seat, .oneself, seat.place, seat.slot, item: seat.ownItem, draft: seat.ownDraft, fresh: seat.ownFresh, person: seat.person,
            post: seat.post)
    }

    private func whole(_ seat: MatrixSeat) -> MatrixTarget {
        target(seat, seat.slot == .root ? .own : .parent, seat.place, .root, item: seat.place.order)
    }

    private func theProvince(_ seat: MatrixSeat) -> MatrixTarget {
        target(seat, .province, provincePlace, .root, item: provincePlace.order)
    }

    /// What is elsewhere is asked once for each role; what is closed, of who could have it at all.
    private func abroad(_ seat: MatrixSeat, selfGiven: Bool = false) -> [MatrixTarget] {
        guard seat.slot == .middle, !seat.place.isClosed else { return [] }
        var found: [MatrixTarget] = []
        if seat.place.slug != foreign.slug { found.append(target(seat, .foreignTenant, foreign, .root, item: foreign.order)) }
        if Policy.of(seat.role).provinceRole != nil, let closed = places[closedSlug] {
            found.append(target(seat, .foreignTenant, closed, .root, item: closed.order))
        }
        if selfGiven, seat.place.slug != office.slug { found.append(target(seat, .selfGiven, office, .root, item: office.order)) }
        return found
    }

    private func target(
        _ seat: MatrixSeat, _ relation: Relation, _ place: Place, _ slot: Slot, item: UUID, draft: UUID? = nil, waiting: UUID? = nil,
        fresh: UUID? = nil, person: UUID? = nil, post: UUID? = nil
    ) -> MatrixTarget {
        let others = officers.filter { $0.place.slug == place.slug && $0.person != seat.person }
        let holders = others.filter(\.role.isGrantable)
        return MatrixTarget(
            relation: relation, place: place, slot: slot, item: item.lower, draft: (draft ?? place.draft).lower,
            waiting: (waiting ?? item).lower, fresh: (fresh ?? place.fresh).lower,
            whole: (Policy.of(seat.role).reach == .tenant ? seat.place.order : seat.items[seat.slot] ?? UUID()).lower,
            person: (person ?? place.spare).lower, post: (post ?? place.sparePosts[slot] ?? UUID()).lower,
            holder: relation.isInside ? holders.first?.person.lower : place.spare.lower,
            colleague: (others.first?.post ?? UUID()).lower)
    }
}

extension UUID {
    /// As ids are written in paths and answers.
    var lower: String { "\(self)".lowercased() }
}

/// How an answer is read.
enum MatrixAnswer: Equatable {
    case allowed, refused
    /// Neither: the question was wrong, or the service failed.
    case odd(String)

    /// What the answer about many items says of one that is not in sight, or not this post's to decide.
    static let ofOneAmongMany = ["\"not-found\"", "\"not-allowed\"", "\"own-work\""]

    /// Refusals that ask more than the policy: a session instead of a token, what only the operator gives, a unit's own root.
    static let rules: Set<String> = ["session-needed", "role-not-grantable", "account-by-operator", "own-root"]
    /// Told as what stands in the way, and refused by the policy: nobody decides on his own unit (A66).
    static let separations: Set<String> = ["own-motto"]

    init(_ kind: Problem.Kind, _ code: String) {
        self =
            switch kind {
            case _ where Self.separations.contains(code): .refused
            case .notFound: .refused
            case .notAllowed: Self.rules.contains(code) ? .allowed : .refused
            case .conflict, .refused, .stale, .invalid: .allowed
            default: .odd("\(kind.rawValue) \(code)")
            }
    }
}

extension Province {
    /// Lets every change go as far as its commit and undoes it there: answered as a conflict, and the next question finds the stage as it was.
    func undoEveryChange() async throws {
        try await asSuperuser(
            """
            CREATE FUNCTION matrix.undo() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'undone' USING ERRCODE = '23P01', CONSTRAINT = 'undone_by_the_matrix'; END $$;
            DO $$
            DECLARE part record;
            BEGIN
                FOR part IN
                    SELECT n.nspname, c.relname
                    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                    WHERE c.relkind = 'r' AND (n.nspname = 'core' OR n.nspname IN (SELECT t.slug FROM core.tenant AS t))
                      AND c.relname NOT IN ('credential_use', 'signin_throttle') AND c.relname NOT LIKE 'audit%'
                LOOP
                    EXECUTE format('CREATE CONSTRAINT TRIGGER zz_undo AFTER INSERT OR UPDATE OR DELETE ON %I.%I
                        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION matrix.undo()', part.nspname, part.relname);
                END LOOP;
            END $$
            """)
    }
}
