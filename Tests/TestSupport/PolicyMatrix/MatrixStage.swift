public import Domain
public import FoundationEssentials
import Operations
import Postgres
import Storage

/// What the policy matrix is asked on: every role in a seat at the root and in one in the middle of a tree, and for every relation something
/// that stands in it. Built once in a suite's province.
public struct MatrixStage: Sendable {
    /// Where in a tenant's tree something is.
    public enum Slot: String, Sendable, CaseIterable {
        case root, middle, child, sibling
    }

    /// One tenant of the stage.
    public struct Place: Sendable {
        public let slug: String
        public let tenant: UUID
        public let units: [Slot: UUID]
        public let isClosed: Bool
        /// As lists and reviews name it: `SNV`, `973`.
        public let code: String
        /// Given to the tenant as a whole by the Office.
        public let order = UUID()
        /// Another, of which nothing was said or done yet.
        public let fresh = UUID()
        /// Of the unit as a whole, given by the province: overdue, about which it may be criticised.
        public let late = UUID()
        /// Lines of its ledger that it disputes in ``MatrixStage/review``: one was answered, the other not.
        let answeredDispute = UUID()
        public let reviewDispute = UUID()
        /// An item of the Office's that ``MatrixStage/reviewOfLines`` judges.
        let judged = UUID()
        /// Dossiers of the unit: a draft, one that it submitted, and one that was signed, issued, revoked; and a closed session of its council that passed the draft.
        public let draftedDossier = UUID(), submittedDossier = UUID(), signedDossier = UUID(), passingSession = UUID()
        public let issuedDossier = UUID(), revokedDossier = UUID()
        /// Given by the tenant itself, and put to who signs there; the rules and the round that it stands under.
        public let ownDossier = UUID(), ownRules = UUID(), ownRound = UUID()
        /// Another that it drafts.
        let ownDraftedDossier = UUID()
        /// Given by the tenant itself: one that was signed and is proposed for revocation, one that was issued, one that was revoked.
        public let ownSignedDossier = UUID(), ownIssuedDossier = UUID(), ownRevokedDossier = UUID()
        /// Proposed against the unit: one waits for its explanation, one was put to the Chairman.
        public let criticism = UUID(), putCriticism = UUID()
        /// A petition that waits for its answer.
        public let petition = UUID()
        /// On what the unit itself gives: a petition that waits, and an event.
        public let ownPetition = UUID()
        public let ownPresentation = UUID()
        /// A session that is not closed, about the draft, with one ballot.
        let openSession = UUID()
        /// Given by this tenant to ``MatrixStage/foreign``, as the Office gives: as a whole, and as a part of what the Office gave. More time was
        /// asked for the first, and it is disputed.
        let givenAway = UUID(), partGivenAway = UUID()
        /// Given by this tenant to itself, as the Office gives.
        let selfGiven = UUID()
        public let directive = UUID()
        /// Signed by ``spare``, with its scan; and one without a scan yet.
        public let paper = UUID(), bareCopy = UUID()
        /// In the stead of a post of ``spare``.
        public let delegation = UUID()
        /// Of a report on ``order``, come all the way up.
        public let draft = UUID()
        /// Another directive, without its file.
        public let bareDirective = UUID()
        /// A person without account, and his posts.
        public let spare = UUID()
        public let sparePosts: [Slot: UUID]
        public let launches: [Slot: UUID]
        /// Drafts of items that each part of the tenant has not given yet.
        public let itemDrafts: [Slot: UUID]

        public func unit(_ slot: Slot) -> UUID { units[slot] ?? tenant }
    }

    /// One role, seated.
    public struct MatrixSeat: Sendable, CustomStringConvertible {
        public let role: Role
        public let place: Place
        public let slot: Slot
        public let token: Token
        public let person: UUID
        public let post: UUID
        /// Handed on by this post: to each unit of the tenant, and to the person himself.
        public let items: [Slot: UUID]
        /// Others like these, for each of which more time was asked.
        public let waiting: [Slot: UUID]
        /// Others like these, of which nothing was said or done yet, and one of the person himself.
        public let fresh: [Slot: UUID]
        public let ownFresh = UUID()
        /// Dossiers in which the person himself is proposed: for the province, in the part in which he sits; for what the tenant gives, as of the whole.
        let ownDossier = UUID(), ownGivenDossier = UUID()
        /// Of a report on each of ``items``, come all the way up.
        public let drafts: [Slot: UUID]
        /// Takes this province-wide role although its actions are none: so that the two defences of the province's rows, the privilege of the
        /// database role and the action, are asked one by one. Then `role` is one that may as little.
        let bare: ProvinceRole?
        /// Has every action there is, in the province-wide role of `bare` or in none: where it is refused, no missing action refuses it, but what
        /// else the policies ask.
        let hasEveryAction: Bool
        /// Reads the province in the role of `bare` and has no other action: what he sees he still may not change.
        let onlyReads: Bool
        /// Comes with less than its post has: nil, or how, and the only action that is left.
        let bounds: Bounds?
        public let ownItem = UUID()
        /// By which this post lends something; nil for a role that lends nothing.
        public let delegation: UUID?
        /// Drafted by this post, and not passed on yet.
        public let ownDraft = UUID()
        /// Who holds the post: the person himself, or whom he stands in for.
        let holder: UUID

        /// What takes from a post: the scopes of an API token, or a delegation that lends no more.
        enum Bounds: String {
            case token, delegation
            static let left = Action.reportLaunch
        }

        fileprivate init(
            _ role: Role, at slot: Slot, of place: Place, post: UUID = UUID(), bare: ProvinceRole? = nil, hasEveryAction: Bool = false,
            onlyReads: Bool = false,
            bounds: Bounds? = nil, person: UUID = UUID()
        ) {
            var generator = SystemRandomNumberGenerator()
            self.role = role
            self.place = place
            self.slot = slot
            self.post = post
            self.bare = bare
            self.hasEveryAction = hasEveryAction
            self.onlyReads = onlyReads
            delegation = Policy.of(role).actions.contains(.giveDelegation) && bare == nil && bounds == nil ? UUID() : nil
            self.bounds = bounds
            self.person = person
            holder = bounds == .delegation ? UUID() : person
            token = Token.random(using: &generator)
            items = MatrixStage.ids()
            waiting = MatrixStage.ids()
            fresh = MatrixStage.ids()
            drafts = MatrixStage.ids()
        }

        public var description: String {
            "\(name)\(bounds.map { " by a \($0.rawValue)" } ?? "") at the \(slot.rawValue) of \(place.slug)"
        }
        private var name: String {
            if onlyReads { return "only reading, \(bare?.rawValue ?? "")," }
            guard hasEveryAction else { return bare.map { "bare \($0.rawValue)" } ?? role.rawValue }
            return "every action, \(bare?.rawValue ?? "of one unit"),"
        }
        var unit: UUID { place.unit(slot) }
        /// What is elsewhere is asked once for each role.
        var looksAbroad: Bool { bare != nil || role == .system || (slot == .middle && !place.isClosed && bounds == nil) }

        /// What the policy says of a cell, as far as the seat comes with the whole of its post.
        func may(_ cell: MatrixCell) -> Bool {
            guard let bounds, cell.decision.isAllowed else { return cell.decision.isAllowed }
            return switch cell.deed {
            case .action(let action): action == Bounds.left
            // Follows from an action that was not lent; a token is held to it where it enters.
            case .reading(.move), .reading(.hold), .reading(.criticism): bounds != .delegation
            case .reading, .selfService: true
            }
        }

        /// What stands in a relation to this seat inside its tenant.
        public func slot(_ relation: Relation) -> Slot? {
            switch (slot, relation) {
            case (.root, .own), (.middle, .parent): .root
            case (.root, .subUnit), (.middle, .own): .middle
            case (.middle, .subUnit): .child
            case (.middle, .sibling): .sibling
            default: nil
            }
        }
    }

    public let places: [String: Place]
    public let seats: [MatrixSeat]
    /// Launched to every place; launched to none yet; not launched.
    public let launched = UUID(), launchedLater = UUID(), unlaunched = UUID()
    /// Opened, of ``launched``.
    public let review = UUID()
    /// Opened, of ``launchedLater``, and past its settle days; of ``unlaunched``, in its settle days, and frozen.
    let settledReview = UUID(), reviewOfLines = UUID(), frozenReview = UUID()
    /// Months of ``launched``: one that can be closed, and a later one of which every unit has a draft and the unit as a whole, once, an approved return.
    let closableMonth = UUID(), draftedMonth = UUID()
    /// Of ``launchedLater``: closed, and returns approved.
    let closedMonth = UUID()
    /// An event at which awards are handed over, with one of every unit in its order.
    let presentation = UUID()
    /// Of the Office's own unit, which another tenant is asked to solve.
    let askedDifficulty = UUID()
    /// Of the Office, spread to everybody: its own, of a person who consents, of one who does not.
    let spreadModel = UUID()
    let shownModel = UUID()
    let shyModel = UUID()
    /// Of ``leaver`` in the closed tenant: spread, though he does not consent any more; and one that was not spread.
    let leftModel = UUID()
    let leftUnspread = UUID()
    public let job = UUID()
    /// An item of the Office's own for which a leader is named who holds none of the seats' posts.
    public let ledByAnother = UUID()
    /// The Office helps another tenant in its item.
    public let coordinating = UUID()
    /// Given inside the foreign tenant by itself.
    public let foreignInside = UUID()
    /// In the closed tenant, but bearing the unit and the person of a seat elsewhere: no constraint would let it come about. By that seat.
    let mirrors: [UUID: UUID]
    /// Signed with their scans by who may decide: the head of a unit, the head of a sub-unit of it, a leader of the Office, the Chairman; his in the
    /// keeping of three units.
    let signed: [SignedPaper]
    public let closedSlug: String
    /// Every table of `core` that some officer's role may read, and those that each tenant has of its own.
    let tables: [String]
    let tenantTables: [String]

    public var foreign: Place { place("district_102") }
    public var office: Place { place("dept_vpub") }
    public var provincePlace: Place { place("province") }

    /// Everybody who comes by HTTP.
    public var officers: [MatrixSeat] {
        seats.filter { $0.role != .system && $0.bare == nil && $0.bounds == nil && !$0.hasEveryAction && !$0.onlyReads }
    }

    /// A paper that lends what its signer may do.
    struct SignedPaper: Sendable {
        let id = UUID()
        let signer: MatrixSeat
        /// The unit that keeps it.
        let place: Place
    }

    func signed(by role: Role) -> SignedPaper? { signed.first { $0.signer.role == role } }

    /// What the Chairman signed and a unit keeps.
    func chairmansPaper(in place: Place) -> SignedPaper? { signed.first { $0.signer.role == .chairman && $0.place.slug == place.slug } }

    func place(_ slug: String) -> Place {
        guard let place = places[slug] else { preconditionFailure("the stage has no \(slug)") }
        return place
    }

    /// Where the seats of a role are.
    static func home(of role: Role) -> String { ProvinceModel.home(of: role) ?? "district_101" }
}

extension MatrixStage {
    /// Who asks on the stage.
    public enum Askers: Sendable {
        /// Everybody, by statements: also who has a role that the service does not know.
        case everybody
        /// Who comes by HTTP and by commands.
        case officers
    }

    public init(in province: Province, asks askers: Askers = .everybody) async throws {
        let closedSlug = try await province.freshDistrict()
        let codes = try await Self.codes(in: province)
        let open = ["province", "dept_vpub", "dept_snv", "dept_ttt", "dept_bao", "district_101", "district_102"]
        var places: [String: Place] = [:]
        for slug in open + [closedSlug] {
            let tenant = province.tenant(slug)
            let units = Dictionary(
                uniqueKeysWithValues: Slot.allCases.map { ($0, $0 == .root ? tenant.uuid : IDSource.system.next(as: SubUnit.self).uuid) })
            places[slug] = Place(
                slug: slug, tenant: tenant.uuid, units: units, isClosed: slug == closedSlug, code: codes[slug] ?? slug,
                sparePosts: Self.ids(), launches: Self.ids(), itemDrafts: Self.ids())
        }
        var seats: [MatrixSeat] = []
        for role in Role.allCases where role != .system {
            if let place = places[Self.home(of: role)] {
                seats += [MatrixSeat(role, at: .root, of: place), MatrixSeat(role, at: .middle, of: place)]
            }
            if role.isGrantable, let place = places[closedSlug] { seats.append(MatrixSeat(role, at: .middle, of: place)) }
        }
        for bare in ProvinceRole.allCases where askers == .everybody {
            guard let place = places[bare == .office ? "dept_vpub" : "dept_snv"] else { continue }
            seats.append(MatrixSeat(.mediaEditor, at: .middle, of: place, bare: bare))
        }
        if askers == .everybody, let unit = places["district_101"], let department = places["dept_snv"] {
            seats.append(MatrixSeat(.mediaEditor, at: .middle, of: unit, hasEveryAction: true))
            seats += ProvinceRole.allCases.map { MatrixSeat(.mediaEditor, at: .middle, of: department, bare: $0, hasEveryAction: true) }
            seats += ProvinceRole.allCases.map { MatrixSeat(.mediaEditor, at: .middle, of: department, bare: $0, onlyReads: true) }
        }
        if let place = places["district_101"] {
            for role in [Role.unitHead, .subUnitHead] { seats.append(MatrixSeat(role, at: .middle, of: place, bounds: .token)) }
            if let clerk = seats.first(where: { $0.role == .clerk && $0.place.slug == place.slug && $0.slot == .middle }) {
                seats.append(MatrixSeat(.unitHead, at: .middle, of: place, bounds: .delegation, person: clerk.person))
            }
            let initiator = province.post(of: .unitHead, in: "district_101").uuid
            seats.append(MatrixSeat(.system, at: .root, of: place, post: initiator))
        }
        self.places = places
        self.seats = seats
        let signers: [(role: Role, slot: Slot, keeper: String)] = [
            (.unitHead, .root, "district_101"), (.subUnitHead, .middle, "district_101"), (.officeChief, .root, "dept_vpub"),
            (.chairman, .root, "dept_vpub"), (.chairman, .root, "dept_snv"), (.chairman, .root, "district_101"),
        ]
        signed = signers.compactMap { one -> SignedPaper? in
            guard let signer = seats.first(where: { $0.role == one.role && $0.slot == one.slot }), let place = places[one.keeper] else {
                return nil
            }
            return SignedPaper(signer: signer, place: place)
        }
        mirrors = Dictionary(
            uniqueKeysWithValues: seats.filter {
                [.subUnitOfficer, .individual].contains($0.role) && $0.slot == .middle && $0.place.slug == "district_101"
            }.map { ($0.post, UUID()) })
        self.closedSlug = closedSlug
        (tables, tenantTables) = try await province.withConnection(as: "postgres") { connection in
            let readable = try await connection.query(
                """
                SELECT c.relname::text FROM pg_class AS c
                WHERE c.relnamespace = 'core'::regnamespace AND c.relkind IN ('r', 'p') AND EXISTS (
                    SELECT FROM unnest('{thidua_tenant,office,home_affairs,leadership,council,media,auditor}'::text[]) AS r (name)
                    WHERE has_any_column_privilege(r.name, c.oid, 'SELECT'))
                ORDER BY 1
                """
            ).decode { row in try row.next(String.self) }
            let own = try await connection.query("SELECT name::text FROM core.tenant_relation ORDER BY name")
            return (readable, try own.decode { row in try row.next(String.self) })
        }
        try await fill(province)
    }

    /// Of each person, a credential that he is asked with.
    public func credentials(in province: Province) async throws -> [UUID: UUID] {
        let rows = try await province.withConnection(as: "postgres") { connection in
            try await connection.query(
                "SELECT a.person_id, c.id FROM core.credential AS c JOIN core.account AS a ON a.id = c.account_id"
            ).decode { row in (try row.next(UUID.self), try row.next(UUID.self)) }
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    private static func codes(in province: Province) async throws -> [String: String] {
        let rows = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT slug, code FROM core.tenant_on(DATE '2023-06-20')").decode { row in
                (try row.next(String.self), try row.next(String.self))
            }
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    fileprivate static func ids() -> [Slot: UUID] {
        Dictionary(uniqueKeysWithValues: Slot.allCases.map { ($0, UUID()) })
    }

    /// Units, people, posts and credentials as the operator makes them; the rest as rows.
    private func fill(_ province: Province) async throws {
        let day = ProvinceModel.openedOn
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            for place in places.values.sorted(by: { $0.slug < $1.slug }) {
                let parents: [Slot: Slot] = [.middle: .root, .child: .middle, .sibling: .root]
                let units = [Slot.middle, .child, .sibling].map { slot in
                    SubUnit(
                        id: SubUnit.ID(place.unit(slot)), parent: SubUnit.ID(place.unit(parents[slot] ?? .root)),
                        code: "MX-\(slot.rawValue)",
                        name: slot.rawValue, fullName: "\(slot.rawValue) \(place.slug)", kind: .phong, legalPersonality: false,
                        position: 90,
                        openedOn: day, closedOn: nil, validFrom: day, version: 1)
                }
                let tenant = Tenant.ID(place.tenant)
                try await tx.open(units, in: tenant)
                let seated = seats.filter { $0.place.slug == place.slug && $0.role != .system }
                let people = seated.map(\.holder) + [place.spare]
                try await tx.add(
                    people.map {
                        Person(id: Person.ID($0), fullName: "Người thử", kind: .congChuc, activeFrom: day, endedOn: nil, version: 1)
                    }, to: tenant)
                var posts = seated.map { Self.post($0.post, of: $0.holder, at: $0.unit, $0.role) }
                for (slot, post) in place.sparePosts { posts.append(Self.post(post, of: place.spare, at: place.unit(slot), .clerk)) }
                try await tx.add(posts, in: tenant)
                try await tx.add(
                    seated.map {
                        OperatorTransaction.Account(
                            person: Person.ID($0.holder), username: "mx-\($0.holder)".lowercased(),
                            passwordHash: ProvinceModel.passwordHash)
                    })
                try await tx.openCredentials(
                    seated.map { (Post.ID($0.post), $0.token) }, label: "matrix", lifetime: .seconds(86_400))
            }
        }
        try await province.asSuperuser(script)
    }

    private static func post(_ id: UUID, of person: UUID, at unit: UUID, _ role: Role) -> Post {
        Post(
            id: Post.ID(id), person: Person.ID(person), unit: SubUnit.ID(unit), role: role, title: "\(role.rawValue) thử",
            leaderRank: .directWorker, validFrom: ProvinceModel.openedOn, validTo: nil, version: 1)
    }
}

extension IDSource {
    func next<Entity>(as type: Entity.Type) -> EntityID<Entity> { next() }
}
