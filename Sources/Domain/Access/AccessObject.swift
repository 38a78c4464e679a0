/// What somebody asks about: `item:…`, `unit:…`, `launch:…`, `post:…` with an id, `tenant:district_101`, or `province`.
public enum AccessObject: Sendable, Hashable, LosslessStringConvertible {
    case item(WorkItem.ID)
    case unit(SubUnit.ID)
    case launch(Launch.ID)
    case post(Post.ID)
    case tenant(Tenant.Slug)
    case province

    public init?(_ description: String) {
        let parts = description.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts.count == 2 ? parts[1] : ""
        let object: AccessObject? =
            switch parts.first {
            case "item": WorkItem.ID(name).map(AccessObject.item)
            case "unit": SubUnit.ID(name).map(AccessObject.unit)
            case "launch": Launch.ID(name).map(AccessObject.launch)
            case "post": Post.ID(name).map(AccessObject.post)
            case "tenant": Tenant.Slug(name).map(AccessObject.tenant)
            case "province" where parts.count == 1: .province
            default: nil
            }
        guard let object else { return nil }
        self = object
    }

    public var description: String {
        switch self {
        case .item(let id): "item:\(id)"
        case .unit(let id): "unit:\(id)"
        case .launch(let id): "launch:\(id)"
        case .post(let id): "post:\(id)"
        case .tenant(let slug): "tenant:\(slug.text)"
        case .province: "province"
        }
    }

    /// How it is written, for who wrote something else.
    public static let form = "item:…, unit:…, launch:…, post:… kèm mã định danh, tenant:… kèm tên đơn vị, hoặc province"
}
