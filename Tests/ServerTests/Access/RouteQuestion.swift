import Domain
import FoundationEssentials
import HTTPTypes
import TestSupport
import Web

/// How one route is asked about the cells of its deed.
struct RouteQuestion: Sendable {
    /// What it is about: decides in which relations there is something to ask for.
    enum Object: Sendable {
        /// At a sub-unit: asked in every relation inside the tenant.
        case unit
        /// An item: the same, and one given to the person himself.
        case item
        /// The tenant as a whole.
        case tenant
        /// Figures about what is in sight: inside the tenant everybody has some.
        case figures
        /// The province as a whole.
        case province
    }

    struct Request {
        var path: String
        var body = ""
        var mediaType = "application/json"
        /// What a list must hold for its object to be in sight.
        var shows: String?
        var isAllowed: Bool

        func headers(_ token: Token) -> HTTPFields {
            var fields: HTTPFields = [.authorization: "Bearer \(token.text)", .ifMatch: "\"1\""]
            if !body.isEmpty { fields[.contentType] = mediaType }
            return fields
        }
    }

    /// What stands in one relation to a seat: ids for the path and the body.
    struct Target {
        let place: MatrixStage.Place
        let slot: MatrixStage.Slot
        let item: UUID
        let seat: MatrixStage.MatrixSeat
        let stage: MatrixStage
        var unit: UUID { place.unit(slot) }
    }

    let object: Object
    var parameters: @Sendable (Target) -> [String: String] = { _ in [:] }
    var query: @Sendable (Target) -> String = { _ in "" }
    var body: @Sendable (Target) -> String = { _ in "" }
    var mediaType = "application/json"
    var shows: @Sendable (Target) -> String? = { _ in nil }
    /// Whether another tenant is asked by this route too; some province-wide acts have a route of their own.
    var asksAbroad = true
    /// Not at the root: there something is given to a person alone.
    var needsSubUnit = false
    /// Refusals that only come to who may: the rule behind the permission.
    var rules: Set<String> = []

    enum Outcome { case allowed, refused, unclear }

    func outcome(_ answer: RouteAnswer, shows: String?) -> Outcome {
        switch answer.status {
        case 200..<300: shows.map { answer.body.lowercased().contains($0.lowercased()) } ?? true ? .allowed : .refused
        case 503: .allowed
        case 403, 404: .refused
        default: rules.contains(answer.code) ? .allowed : answer.code == "own-work" ? .refused : .unclear
        }
    }

    func requests(_ route: Route, _ seat: MatrixStage.MatrixSeat, _ stage: MatrixStage) -> [(MatrixCell, Request)] {
        cells(route, seat, stage).map { relation, target in
            let state: PlaceState = target.place.isClosed && object != .province ? .closed : .open
            let cell = MatrixCell(seat.role, route.asks, relation, state)
            var path = route.path.replacing("{tenant}", with: target.place.slug)
            for (name, value) in parameters(target) { path = path.replacing("{\(name)}", with: value) }
            let request = Request(
                path: path + query(target), body: body(target), mediaType: mediaType, shows: shows(target),
                isAllowed: isAllowed(route, cell))
            return (cell, request)
        }
    }

    private func isAllowed(_ route: Route, _ cell: MatrixCell) -> Bool {
        let policy = Policy.of(cell.role)
        if object == .figures, cell.relation.isInside { return true }
        // Province-wide routes are entered by province-wide roles; what is the province's, others read at home.
        if route.path.hasPrefix("/api/v1/province"), policy.provinceRole == nil { return false }
        return cell.decision.isAllowed
    }

    private func cells(_ route: Route, _ seat: MatrixStage.MatrixSeat, _ stage: MatrixStage) -> [(Relation, Target)] {
        let isProvinceWide = route.path.hasPrefix("/api/v1/province")
        func target(_ place: MatrixStage.Place, _ slot: MatrixStage.Slot, _ item: UUID) -> Target {
            Target(place: place, slot: slot, item: item, seat: seat, stage: stage)
        }
        if object == .province { return [(.province, target(stage.provincePlace, .root, stage.provincePlace.order))] }
        var cells: [(Relation, Target)] = []
        if !isProvinceWide {
            let whole: Relation = seat.slot == .root ? .own : .parent
            for relation in [Relation.own, .subUnit, .parent, .sibling] {
                guard let slot = seat.slot(relation), object == .unit || object == .item || relation == whole,
                    !(needsSubUnit && slot == .root)
                else { continue }
                cells.append((relation, target(seat.place, slot, seat.items[slot] ?? UUID())))
            }
            if object == .item { cells.append((.oneself, target(seat.place, seat.slot, seat.ownItem))) }
        }
        if isProvinceWide || asksAbroad {
            cells.append((.foreignTenant, target(stage.foreign, .root, stage.foreign.order)))
            if object == .item, seat.place.slug != stage.office.slug {
                cells.append((.selfGiven, target(stage.office, .root, stage.office.order)))
            }
        }
        return cells
    }
}
