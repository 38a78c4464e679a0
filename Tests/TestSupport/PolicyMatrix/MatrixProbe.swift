public import Domain

/// One question to the database: statements tried through doors by one seat, and what the policy says of them.
public struct MatrixProbe: Sendable {
    /// How the seat enters.
    enum Door: Hashable {
        case home
        case province
        /// Another tenant, by its slug.
        case place(String)
        /// At home, and then in another database role that the service's login may take: what a statement smuggled in could do.
        case taken(String)
        /// At home, and then as the owner of all tables, as whom the database's own routines run.
        case owner
        /// For the province as a whole, and then as the owner.
        case ownerAbroad
        /// As the owner, for the operator: nobody acts.
        case `operator`
        /// In a database role, without any actor: what a job or an export would see that entered by no door.
        case unseated(String)
    }

    /// The cell that is asked; nil for what the policy never allows to anybody: another's name, another day.
    public let cell: MatrixCell?
    /// What is tried, for the report of a difference.
    public let what: String
    let attempts: [(door: Door, statement: String)]
    /// Every word of the statements: which tables they are about.
    var words: Set<Substring> {
        Set(attempts.flatMap { $0.statement.split { !($0.isLetter || $0.isNumber || $0 == "_") } })
    }
    /// Allowed when any of the attempts touches a row.
    public let isAllowed: Bool
}

/// Role × deed × relation × state.
public struct MatrixCell: Sendable, Hashable, CustomStringConvertible {
    public let role: Role
    public let deed: Deed
    public let relation: Relation
    public let state: PlaceState

    public init(_ role: Role, _ deed: Deed, _ relation: Relation, _ state: PlaceState) {
        self.role = role
        self.deed = deed
        self.relation = relation
        self.state = state
    }

    public var decision: Decision { Policy.of(role).decide(deed, relation, state) }
    public var description: String { "\(role.rawValue) · \(deed.name) · \(relation.rawValue) · \(state.rawValue)" }

    /// Every cell there is.
    public static let all: [MatrixCell] = Role.allCases.flatMap { role in
        Deed.all.flatMap { deed in
            Relation.allCases.flatMap { relation in PlaceState.allCases.map { MatrixCell(role, deed, relation, $0) } }
        }
    }
}

extension MatrixStage {
    /// Every question to one seat.
    func probes(of seat: MatrixSeat) -> [MatrixProbe] {
        let list = ProbeList(stage: self, seat: seat)
        guard !seat.onlyReads else {
            list.addProvinceDeeds()
            return list.probes
        }
        guard !seat.hasEveryAction else {
            list.addProvinceDeeds()
            list.addProvinceSight()
            list.addHomeSight()
            list.addOwner()
            return list.probes
        }
        list.addReadings()
        list.addLaunches()
        list.addItems()
        list.addRulings()
        list.addDirectory()
        list.addDelegations()
        list.addPapers()
        list.addSigned()
        list.addDrafts()
        list.addProvince()
        list.addMottos()
        list.addReviews()
        list.addMonths()
        list.addNotices()
        list.addAwards()
        list.addOwnAwards()
        list.addOwnAftermath()
        list.addOwnParts()
        list.addHeld()
        list.addInitiatives()
        list.addAwardFiles()
        list.addDifficulties()
        list.addOverview()
        list.addOversight()
        list.addGoodModels()
        list.addReviewEvents()
        list.addCoverage()
        list.addItemDrafts()
        list.addGuards()
        list.addNamedRows()
        list.addMirrors()
        list.addOwner()
        if seat.bare != nil {
            list.addProvinceDeeds()
            list.addProvinceSight()
        }
        list.addTakenSight()
        list.addUnseated()
        return list.probes
    }
}

/// The questions to one seat, as they are gathered.
final class ProbeList {
    let stage: MatrixStage
    let seat: MatrixStage.MatrixSeat
    private(set) var probes: [MatrixProbe] = []

    init(stage: MatrixStage, seat: MatrixStage.MatrixSeat) {
        self.stage = stage
        self.seat = seat
    }

    var place: MatrixStage.Place { seat.place }
    var foreign: MatrixStage.Place { stage.foreign }
    var home: String { place.slug }
    private var state: PlaceState { place.isClosed ? .closed : .open }

    /// The relations inside the tenant in which this seat has something, with where that is.
    var inside: [(relation: Relation, slot: MatrixStage.Slot)] {
        [Relation.own, .subUnit, .parent, .sibling].compactMap { relation in seat.slot(relation).map { (relation, $0) } }
    }

    /// What belongs to the tenant as a whole stands at its root.
    var whole: Relation { seat.slot == .root ? .own : .parent }

    /// Something of the seat's own tenant, asked at home.
    func ask(_ deed: Deed, _ relation: Relation, _ what: String, _ statement: String) {
        let cell = MatrixCell(seat.role, deed, relation, state)
        probes.append(MatrixProbe(cell: cell, what: what, attempts: [(.home, statement)], isAllowed: seat.may(cell)))
    }

    /// Something elsewhere, tried through every door: at home against the other's own table and against the parent, in the other tenant,
    /// province-wide, in the other tenant's role, and to write in the province-wide roles that may.
    func askAbroad(
        _ deed: Deed, _ relation: Relation, at target: MatrixStage.Place, _ what: String, outlivesIt: Bool = false,
        _ statement: (_ table: String) -> String
    ) {
        guard target.slug != home, seat.looksAbroad else { return }
        // Province-wide alone something of a closed tenant could be had.
        guard !target.isClosed || Policy.of(seat.role).provinceRole != nil else { return }
        let cell = MatrixCell(seat.role, deed, relation, target.isClosed && !outlivesIt ? .closed : .open)
        probes.append(
            MatrixProbe(
                cell: cell, what: what,
                attempts: [
                    (.home, statement(target.slug)), (.home, statement("core")), (.place(target.slug), statement("core")),
                    (.province, statement("core")), (.taken(target.slug), statement(target.slug)),
                ] + taken(deed, statement("core")), isAllowed: seat.may(cell)))
    }

    /// A change tried in each province-wide role that may write; what is read is asked for by seats that have such a role and no action.
    private func taken(_ deed: Deed, _ statement: String) -> [(MatrixProbe.Door, String)] {
        guard case .action = deed else { return [] }
        return ["office", "home_affairs", "leadership", "council"].map { (.taken($0), statement) }
    }

    /// What is the province's, tried at home and province-wide.
    func askProvince(_ deed: Deed, _ relation: Relation, _ what: String, _ statement: String) {
        let cell = MatrixCell(seat.role, deed, relation, .open)
        probes.append(
            MatrixProbe(
                cell: cell, what: what, attempts: [(.home, statement), (.province, statement)] + taken(deed, statement),
                isAllowed: seat.may(cell)))
    }

    /// Something of the seat's own tenant, tried against the parents: province-wide, and in each province-wide role that may write.
    func askParents(_ deed: Deed, _ relation: Relation, _ what: String, _ statement: String) {
        let cell = MatrixCell(seat.role, deed, relation, state)
        probes.append(
            MatrixProbe(
                cell: cell, what: what, attempts: [(.home, statement), (.province, statement)] + taken(deed, statement),
                isAllowed: seat.may(cell)))
    }

    /// What the owner's routines can do while somebody of this seat acts, and no more.
    func owner(_ isAllowed: Bool, _ what: String, _ statement: String) {
        probes.append(MatrixProbe(cell: nil, what: "owner: " + what, attempts: [(.owner, statement)], isAllowed: isAllowed))
    }

    /// What is allowed where a guard refuses the same about something else.
    func allow(_ what: String, by door: MatrixProbe.Door = .home, _ statement: String) {
        probes.append(MatrixProbe(cell: nil, what: what, attempts: [(door, statement)], isAllowed: true))
    }

    /// What nobody may.
    func refuse(_ what: String, _ attempts: (MatrixProbe.Door, String)...) { refuse(what, attempts) }

    func refuse(_ what: String, _ attempts: [(MatrixProbe.Door, String)]) {
        probes.append(MatrixProbe(cell: nil, what: what, attempts: attempts.map { (door: $0.0, statement: $0.1) }, isAllowed: false))
    }
}
