public import Domain
public import Storage

/// A sub-unit as people name it: by its code, which is one unit's at a time, or by its id.
public enum SubUnitReference: Sendable, Hashable {
    case id(SubUnit.ID)
    case code(String)

    public init(_ text: String) {
        self = SubUnit.ID(text).map(Self.id) ?? .code(VietnameseText(text).string)
    }

    /// The unit as in force on a day; the business date when nil.
    ///
    /// - Throws: ``Problem/notFound`` for an id, a fault of `path` for a code that no unit has on that day.
    public func resolve(on day: CivilDate? = nil, naming path: String, in tx: borrowing TenantTransaction) async throws -> SubUnit {
        switch self {
        case .id(let id):
            guard let unit = try await SubUnit.find(id, on: day, in: tx) else { throw Problem.notFound }
            return unit
        case .code(let code):
            guard let unit = try await SubUnit.find(code: code, on: day, in: tx) else {
                throw Problem.invalid(path, "không có đơn vị trực thuộc nào đang mang mã “\(code)”; xem danh sách đơn vị")
            }
            return unit
        }
    }

    /// The unit of that id, or the one that bore that code when it closed.
    ///
    /// - Throws: as ``resolve(on:naming:in:)``.
    public func resolveClosed(naming path: String, in tx: borrowing TenantTransaction) async throws -> SubUnit {
        guard case .code(let code) = self else { return try await resolve(naming: path, in: tx) }
        guard let unit = try await SubUnit.find(closed: code, in: tx) else {
            throw Problem.invalid(
                path, "không có đơn vị trực thuộc nào đã kết thúc mang mã “\(code)”; xem danh sách kể cả đơn vị đã kết thúc")
        }
        return unit
    }
}
