public import Domain
public import Storage

/// What somebody asks about, as he can say it: the address of the page that he was refused, the code of an item, the name of a unit. Nothing is
/// the province. As commands name it, it is understood too.
public struct FindAccessObject: Sendable {
    public var typed: String

    public init(_ typed: String) {
        self.typed = typed
    }

    /// Asked at home, as ``ExplainAccess`` is.
    ///
    /// - Throws: `invalid-input`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> AccessObject {
        let name = VietnameseText(typed).string
        if name.isEmpty { return .province }
        if let object = AccessObject(name) { return object }
        let officer = try await tx.officer()
        if let (tenant, page) = Self.address(name) {
            // Of another unit nothing is in sight; that it is another decides.
            guard let item = page, try await Tenant.find(officer.home, in: tx)?.slug == tenant else { return .tenant(tenant) }
            return .item(item)
        }
        if name.hasPrefix("/") || name.contains("://") {
            throw Problem.invalid(
                "$.object", "Trang này không của riêng đơn vị, nhiệm vụ nào; để trống ô này để hỏi về việc chung của tỉnh.")
        }
        if let item = try await ItemNames([name], in: tx).items(name).first { return .item(item.id) }
        let own = try await LedgerReferences.units(on: officer.today, in: tx).filter { $0.unit.uuid != $0.tenant.uuid }
        let names = UnitNames(try await LedgerReferences.provinceUnits(on: officer.today, in: tx) + own)
        guard let unit = try? names.unit(name) else {
            throw Problem.invalid(
                "$.object",
                "Không thấy nhiệm vụ, chỉ tiêu hay đơn vị “\(name)”; dán đường dẫn của trang, hoặc ghi mã nhiệm vụ, tên đầy đủ của đơn vị.")
        }
        return unit.slug.map(AccessObject.tenant) ?? .unit(unit.unit)
    }

    /// Of which unit a page is, and of which of its items.
    private static func address(_ text: String) -> (tenant: Tenant.Slug, item: WorkItem.ID?)? {
        guard text.hasPrefix("/") || text.contains("://") else { return nil }
        let parts = text.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
        guard let start = parts.firstIndex(of: "units"), start + 1 < parts.count, let tenant = Tenant.Slug(parts[start + 1]) else {
            return nil
        }
        let isItem = start + 3 < parts.count && parts[start + 2] == "items"
        return (tenant, isItem ? WorkItem.ID(parts[start + 3]) : nil)
    }
}
