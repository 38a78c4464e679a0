import Domain
import Web

extension Cursor {
    /// The cursor of a list whose pages are continued after a thing known by its id.
    static func id<Entity>(_ call: Call) throws -> EntityID<Entity>? {
        guard let keys = try keys(call, count: 1) else { return nil }
        guard let id = EntityID<Entity>(keys[0]) else { throw notOurs }
        return id
    }
}

extension JSONValue {
    /// A page of such a list.
    ///
    /// - Parameter next: with which the next page begins; nil at the end.
    static func page<Entity>(_ items: [JSONValue], next: EntityID<Entity>?, of call: Call) -> JSONValue {
        .page(items, next: next.map { Cursor.text(call, $0.description) })
    }
}
