import Documents
import Domain
import Storage

/// A body that issues papers, as the catalogue and the posts name it: its name and place, its head, its abbreviation. What nobody recorded stays
/// open on the paper.
struct PaperBody {
    let tenant: Tenant
    let province: Tenant
    /// Nil where nobody holds the post, or the officer may not know him.
    let head: NamedHolder?

    /// - Throws: `not-found`.
    static func find(_ id: Tenant.ID, in tx: borrowing TenantTransaction) async throws -> PaperBody {
        guard let tenant = try await Tenant.find(id, in: tx),
            let province = try await Tenant.list(kind: .province, in: tx).first
        else { throw Problem.notFound }
        let role: Role = tenant.kind == .province ? .chairman : .unitHead
        return PaperBody(tenant: tenant, province: province, head: try await NamedHolder.find(role, of: id, in: tx))
    }

    /// Who monitors the province, by the chief of that office; the province itself where nobody does.
    static func monitor(in tx: borrowing TenantTransaction) async throws -> PaperBody {
        guard let id = try await Tenant.monitor(in: tx) else { return try await ofTheProvince(in: tx) }
        let body = try await find(id, in: tx)
        guard let chief = try await NamedHolder.find(.officeChief, of: id, in: tx) else { return body }
        return PaperBody(tenant: body.tenant, province: body.province, head: chief)
    }

    /// Who appraises for the province; the province itself where nobody does.
    static func appraiser(in tx: borrowing TenantTransaction) async throws -> PaperBody {
        if let id = try await Tenant.appraiser(in: tx) { return try await find(id, in: tx) }
        return try await ofTheProvince(in: tx)
    }

    static func ofTheProvince(in tx: borrowing TenantTransaction) async throws -> PaperBody {
        guard let province = try await Tenant.list(kind: .province, in: tx).first else { throw Problem.notFound }
        return try await find(province.id, in: tx)
    }

    /// A people's committee acts as a body, other agencies by their head (domain.md 2.3).
    private var isCommittee: Bool { tenant.kind != .department }

    /// `Ủy ban nhân dân tỉnh Cà Mau`.
    var provinceCommittee: String { "Ủy ban nhân dân \(province.fullName.startingSmall)" }

    /// `Ủy ban nhân dân huyện U Minh`, `Sở Nội vụ`.
    var name: String { isCommittee ? "Ủy ban nhân dân \(tenant.fullName.startingSmall)" : tenant.fullName }

    /// The same of a name alone: a territory acts by its committee.
    static func bodyName(_ name: String) -> String {
        territories.contains { name.hasPrefix($0) } ? "Ủy ban nhân dân \(name.startingSmall)" : name
    }

    private static let territories = ["Tỉnh ", "Thành phố ", "Thị xã ", "Thị trấn ", "Huyện ", "Quận ", "Phường ", "Xã "]

    /// A committee names no body above it.
    var issuer: PaperIssuer { PaperIssuer(parent: isCommittee ? nil : provinceCommittee, name: name) }

    /// `Chủ tịch Ủy ban nhân dân tỉnh Cà Mau`.
    var chairman: String { "Chủ tịch \(provinceCommittee)" }

    /// In numbers of papers: `UBND`, `SNV`.
    var abbreviation: String { isCommittee ? "UBND" : tenant.code.uppercased() }

    /// Địa danh: a department's is the province.
    var place: String { Self.place((isCommittee ? tenant : province).fullName) }

    /// Of a territory: `Cái Nước` of `Huyện Cái Nước`, `Phú Mỹ` of `Xã Phú Mỹ, huyện Phú Tân`.
    static func place(_ fullName: String) -> String {
        let name = String(fullName.prefix { $0 != "," })
        guard let kind = territories.first(where: { name.hasPrefix($0) }) else { return name }
        let rest = String(name.dropFirst(kind.count))
        // What is named by a number keeps the word before it.
        return rest.allSatisfy(\.isNumber) ? name : rest
    }

    /// The title of the head stands whether or not his name is known. Where a deputy leads the body, he signs in the head's stead (NĐ
    /// 30/2020/NĐ-CP, Điều 13).
    var signer: PaperSigner {
        let deputy = head.flatMap { $0.isDeputy ? $0.title : nil }
        return PaperSigner(
            title: head?.headTitle ?? (isCommittee ? "Chủ tịch" : "Thủ trưởng"), body: isCommittee ? "Ủy ban nhân dân" : nil,
            name: head?.name ?? "", form: deputy == nil ? nil : .kt, delegateTitle: deputy)
    }

    /// Of a signed paper, as it was recorded.
    ///
    /// - Parameter name: of who signed; empty where it was not recorded: it is known where the head signed himself.
    func signer(as recorded: String, _ name: String = "") -> PaperSigner {
        let isHeads = head.map { !$0.isDeputy && Signature(recorded: recorded) == Signature(title: $0.title) } ?? false
        return PaperSigner(recorded: recorded, name: name.isEmpty && isHeads ? head?.name ?? "" : name)
    }

    /// `Giám đốc Sở Nội vụ`: the head, whoever signs for him.
    var headTitle: String { head?.headTitle ?? "Thủ trưởng \(name)" }

    /// - Parameters:
    ///   - type: abbreviation of the kind; nil: a letter, which has none.
    ///   - number: as the clerk gave it, with or without its symbol; nil or empty: open.
    ///   - signed: as it was recorded with the signed paper; nil: by its head.
    func frame(
        _ type: String?, number: String? = nil, _ date: PaperDate, to recipients: [String], archive: String? = "VT",
        signed: PaperSigner? = nil
    ) -> PaperFrame {
        let symbol = [type, abbreviation].compactMap(\.self).joined(separator: "-")
        return PaperFrame(
            issuer: issuer, number: Self.number(number, or: symbol), date: date, signer: signed ?? signer, recipients: recipients,
            archive: archive.map { PaperArchive($0) })
    }

    /// `15/TTr-SNV` is number and symbol; a number alone has the usual one.
    static func number(_ recorded: String?, or symbol: String) -> PaperNumber {
        let parts = (recorded ?? "").split(separator: "/", maxSplits: 1).map(String.init)
        return PaperNumber(parts.first, symbol: parts.count == 2 && !parts[1].isEmpty ? parts[1] : symbol)
    }
}
