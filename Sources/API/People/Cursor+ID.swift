import Domain
import Web

extension Cursor {
    /// The cursor of a list whose pages are continued after a thing known by its id.
    static func id<Entity>(_ call: Call) throws -> EntityID<Entity>? {
        guard let keys = try keys(call.query("cursor"), count: 1) else { return nil }
        guard let id = EntityID<Entity>(keys[0]) else { throw notOurs }
        return id
    }

    static let notOurs = Problem.invalid("?cursor", "không đúng; lấy từ trường next của trang trước")
}
