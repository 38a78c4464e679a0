import Domain
import Storage

/// Finds units by what papers call them: the full name, in any case and with or without marks, or the code, as in force on the day. A
/// name that two units share is a fault, never a guess.
struct UnitNames {
    typealias Unit = LedgerReferences.Unit

    private let units: [Unit]
    private let exact: [String: [Unit]]
    private let folded: [String: [Unit]]
    /// The last days of units that have ended, by their names and codes.
    private let ended: [String: CivilDate]

    init(_ references: LedgerReferences) {
        self.init(references.units, ended: references.ended)
    }

    init(_ units: [Unit], ended: [LedgerReferences.Ended] = []) {
        self.units = units
        self.ended = Dictionary(
            ended.flatMap { unit in unit.names.map { (Self.fold($0), unit.lastDay) } }, uniquingKeysWith: { max($0, $1) })
        var exact: [String: Set<Unit>] = [:]
        var folded: [String: Set<Unit>] = [:]
        for unit in units {
            let identities = [unit.code, unit.slug?.text, unit.unit.description].compactMap(\.self)
            for name in identities + [unit.fullName] {
                exact[Self.plain(name), default: []].insert(unit)
            }
            folded[Self.fold(unit.fullName), default: []].insert(unit)
        }
        self.exact = exact.mapValues(Array.init)
        self.folded = folded.mapValues(Array.init)
    }

    enum Fault: Error, Hashable {
        case unknown(String)
        case ambiguous(String, [String])
        case ended(String, CivilDate)

        var reason: String {
            switch self {
            case .unknown(let name): "không có đơn vị “\(name)”; ghi tên đầy đủ hoặc mã đơn vị"
            case .ended(let name, let lastDay):
                "“\(name)” đã kết thúc hoạt động sau ngày \(lastDay.vietnamese); ghi đơn vị kế thừa"
            case .ambiguous(let name, let names): "“\(name)” có thể là \(names.joined(separator: " hoặc ")); ghi mã đơn vị"
            }
        }
    }

    /// The one unit of this name or code.
    func unit(_ typed: String) throws(Fault) -> Unit {
        let name = VietnameseText(typed).string
        let found = exact[Self.plain(name)] ?? exact[Self.plain(Self.withoutCommittee(name))] ?? folded[Self.fold(name)] ?? []
        guard let unit = found.first else {
            if let lastDay = ended[Self.fold(name)] { throw .ended(name, lastDay) }
            throw .unknown(name)
        }
        guard found.count == 1 else { throw .ambiguous(name, found.map { "\($0.fullName) (\($0.code))" }.sorted()) }
        return unit
    }

    /// The units of one cell: names apart by line, semicolon or comma, where a comma inside a name belongs to the name.
    ///
    /// - Parameter leads: those who must do it: who is named together with them helps them, and not himself. A unit that the cell names by itself
    ///   stays in it.
    func list(_ cell: String, besides leads: [Unit] = []) throws(Fault) -> [Unit] {
        var units: [Unit] = []
        for part in cell.split(whereSeparator: { $0.isNewline || $0 == ";" }) where !VietnameseText(String(part)).isEmpty {
            for unit in try listed(String(part), besides: leads) where !units.contains(unit) { units.append(unit) }
        }
        return units
    }

    /// Whether the words name units together.
    func isGroup(_ text: String) -> Bool { group(text) != nil }

    private func listed(_ text: String, besides leads: [Unit]) throws(Fault) -> [Unit] {
        if let group = group(text) { return group.filter { !leads.contains($0) } }
        let pieces = text.split(separator: ",").map(String.init)
        guard pieces.count > 1, (try? unit(text)) == nil else { return [try unit(text)] }
        var found: [Unit] = []
        var rest = pieces[...]
        while !rest.isEmpty {
            // The longest run of pieces that is a name: “Sở Văn hóa, Thể thao và Du lịch, Sở Y tế” is two units.
            let length =
                (1...rest.count).last {
                    (try? unit(rest.prefix($0).joined(separator: ","))) != nil || group(rest.prefix($0).joined(separator: ",")) != nil
                } ?? 1
            let name = rest.prefix(length).joined(separator: ",")
            rest = rest.dropFirst(length)
            if let group = group(name) {
                found += group.filter { !leads.contains($0) }
            } else if !VietnameseText(name).isEmpty {
                found.append(try unit(name))
            }
        }
        return found
    }

    /// The units that papers name together: of the departments those that a campaign judges, the press is named apart. Those “concerned” are
    /// nobody in particular: the words stay with the item.
    private func group(_ text: String) -> [Unit]? {
        switch Self.fold(text) {
        case "cac so, ban, nganh", "cac so, ban, nganh tinh", "cac so, nganh", "cac so ban nganh", "so, ban, nganh tinh":
            units.filter { $0.kind == Tenant.Kind.department.rawValue && $0.scope == .awardSubject }
        case "cac huyen, thanh pho", "ubnd cac huyen, thanh pho", "uy ban nhan dan cac huyen, thanh pho", "ubnd cac huyen, tp":
            units.filter { $0.kind == Tenant.Kind.district.rawValue }
        case "cac xa, phuong, thi tran", "ubnd cac xa, phuong, thi tran", "uy ban nhan dan cac xa, phuong, thi tran":
            units.filter { ["commune", "xa", "phuong", "thi_tran"].contains($0.kind) }
        case "cac don vi lien quan", "cac don vi co lien quan", "cac co quan lien quan", "cac co quan, don vi lien quan",
            "cac co quan, don vi co lien quan", "cac so, ban, nganh lien quan", "cac so, ban, nganh co lien quan":
            []
        default: nil
        }
    }

    private static func plain(_ name: String) -> String {
        VietnameseText(name).string.lowercased()
    }

    /// Papers address a district's committee where the ledger has the district.
    private static func withoutCommittee(_ name: String) -> String {
        for prefix in ["ubnd ", "ủy ban nhân dân ", "uỷ ban nhân dân "] where name.lowercased().hasPrefix(prefix) {
            return String(name.dropFirst(prefix.count))
        }
        return name
    }

    private static func fold(_ name: String) -> String {
        let folded = VietnameseText(name).folded
        // The groups begin with the same words and are asked for by them.
        for prefix in ["ubnd ", "uy ban nhan dan "] where folded.hasPrefix(prefix) && !folded.hasPrefix(prefix + "cac ") {
            return String(folded.dropFirst(prefix.count))
        }
        return folded
    }
}
