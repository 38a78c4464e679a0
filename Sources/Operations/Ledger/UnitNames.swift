import Domain
import Storage

/// Finds units by what papers call them: the full name, in any case and with or without marks, or the code, as in force on the day; inside a
/// unit of the province its own by their short names as well. A name that two units share is a fault, never a guess.
struct UnitNames {
    typealias Unit = LedgerReferences.Unit

    private let units: [Unit]
    private let exact: [String: [Unit]]
    private let folded: [String: [Unit]]
    /// The sub-units by what their own unit calls them, where it need not say whose they are.
    private let short: [String: [Unit]]
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
        self.short = Self.short(of: units)
    }

    private static func short(of units: [Unit]) -> [String: [Unit]] {
        let whole = units.first { $0.slug == nil && $0.unit.uuid == $0.tenant.uuid }
        let ending = whole.map { ", " + VietnameseText($0.fullName).folded }
        var short: [String: Set<Unit>] = [:]
        for unit in units where unit.slug == nil && unit != whole {
            short[fold(unit.name), default: []].insert(unit)
            let name = fold(unit.fullName)
            if let ending, name.hasSuffix(ending) { short[String(name.dropLast(ending.count)), default: []].insert(unit) }
        }
        return short.mapValues(Array.init)
    }

    /// Units that one cell names, and what the item keeps of it: of each unit its full name, of those named together the words.
    struct Named {
        fileprivate(set) var units: [Unit] = []
        fileprivate(set) var words: [String] = []
    }

    enum Fault: Error, Hashable {
        /// - Parameter among: those it could have meant.
        case unknown(String, among: [Unit])
        case ambiguous(String, [String])
        case ended(String, CivilDate)

        var reason: String {
            switch self {
            case .unknown(let name, let units): "không có đơn vị “\(name)”; ghi tên đầy đủ hoặc mã đơn vị" + UnitNames.nearest(name, units)
            case .ended(let name, let lastDay):
                "“\(name)” đã kết thúc hoạt động sau ngày \(lastDay.vietnamese); ghi đơn vị kế thừa"
            case .ambiguous(let name, let names): "“\(name)” có thể là \(names.joined(separator: " hoặc ")); ghi mã đơn vị"
            }
        }
    }

    /// The one unit of this name or code.
    func unit(_ typed: String) throws(Fault) -> Unit {
        let name = VietnameseText(typed).string
        let found = found(name)
        guard let unit = found.first else {
            if let lastDay = ended[Self.fold(name)] { throw .ended(name, lastDay) }
            throw .unknown(name, among: units)
        }
        guard found.count == 1 else { throw .ambiguous(name, found.map { "\($0.fullName) (\($0.code))" }.sorted()) }
        return unit
    }

    private func found(_ name: String) -> [Unit] {
        exact[Self.plain(name)] ?? exact[Self.plain(Self.withoutCommittee(name))] ?? folded[Self.fold(name)] ?? short[Self.fold(name)] ?? []
    }

    /// Up to three units whose names have most words in common with what was typed, as the next step says them.
    private static func nearest(_ typed: String, _ units: [Unit]) -> String {
        func words(_ name: String) -> Set<Substring> {
            Set(VietnameseText(name).folded.split { !$0.isLetter && !$0.isNumber })
        }
        let wanted = words(typed)
        func likeness(_ name: String) -> Double {
            let own = words(name)
            return Double(2 * own.intersection(wanted).count) / Double(max(own.count + wanted.count, 1))
        }
        let near = units.map { (unit: $0, likeness: max(likeness($0.fullName), likeness($0.name))) }.filter { $0.likeness >= 0.5 }
        let names = near.sorted { $0.likeness > $1.likeness }.prefix(3).map { "\($0.unit.fullName) (\($0.unit.code))" }
        return names.isEmpty ? "" : "; gần giống: " + names.joined(separator: "; ")
    }

    /// The units of one cell, as ``named(_:besides:)`` finds them.
    func list(_ cell: String, besides leads: [Unit] = []) throws(Fault) -> [Unit] {
        try named(cell, besides: leads).units
    }

    /// What one cell names: names apart by line, semicolon or comma, where a comma inside a name belongs to the name, or by “và”.
    ///
    /// - Parameter leads: those who must do it: who is named together with them helps them, and not himself. A unit that the cell names by itself
    ///   stays in it.
    func named(_ cell: String, besides leads: [Unit] = []) throws(Fault) -> Named {
        var named = Named()
        for part in cell.split(whereSeparator: { $0.isNewline || $0 == ";" }) where !VietnameseText(String(part)).isEmpty {
            for name in try listed(String(part)) {
                let (units, words): ([Unit], String) =
                    switch name {
                    case .unit(let unit): ([unit], unit.fullName)
                    case .together(let group, let words): (group.filter { !leads.contains($0) }, words)
                    }
                for unit in units where !named.units.contains(unit) { named.units.append(unit) }
                if !named.words.contains(words) { named.words.append(words) }
            }
        }
        return named
    }

    private enum Name {
        case unit(Unit)
        case together([Unit], String)
    }

    private func listed(_ text: String) throws(Fault) -> [Name] {
        if let names = whole(text) { return names }
        let pieces = text.split(separator: ",").map(String.init)
        guard pieces.count > 1 else { return [.unit(try unit(text))] }
        var found: [Name] = []
        var rest = pieces[...]
        while !rest.isEmpty {
            // The longest run of pieces that is a name: “Sở Văn hóa, Thể thao và Du lịch, Sở Y tế” is two units.
            let length = (1...rest.count).last { whole(rest.prefix($0).joined(separator: ",")) != nil } ?? 1
            let name = rest.prefix(length).joined(separator: ",")
            rest = rest.dropFirst(length)
            if let names = whole(name) {
                found += names
            } else if !VietnameseText(name).isEmpty {
                found.append(.unit(try unit(name)))
            }
        }
        return found
    }

    /// What a text names from its first word to its last: a unit, units together, or such with “và” between them.
    private func whole(_ text: String) -> [Name]? {
        if let name = single(text) { return [name] }
        let words = VietnameseText(text).string.split(separator: " ")
        for place in words.indices where words[place].lowercased() == "và" {
            if let first = single(words[..<place].joined(separator: " ")),
                let rest = whole(words[(place + 1)...].joined(separator: " "))
            {
                return [first] + rest
            }
        }
        return nil
    }

    private func single(_ text: String) -> Name? {
        let name = VietnameseText(text).string
        if let units = group(name) { return .together(units, name) }
        let found = found(name)
        return found.count == 1 ? .unit(found[0]) : nil
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
        case let words: places(words)
        }
    }

    private static let placeKinds = ["xa": "xa", "phuong": "phuong", "thi tran": "thi_tran"]

    /// “Các phường”, “UBND các xã, phường”: those of a unit that are so called, where it has some.
    private func places(_ folded: String) -> [Unit]? {
        var words = folded
        for prefix in ["ubnd ", "uy ban nhan dan "] where words.hasPrefix(prefix) { words = String(words.dropFirst(prefix.count)) }
        guard words.hasPrefix("cac ") else { return nil }
        let names = words.dropFirst(4).replacing(" va ", with: ",").split(separator: ",").map { VietnameseText(String($0)).string }
        let kinds = names.compactMap { Self.placeKinds[$0] }
        let places = units.filter { $0.slug == nil && kinds.contains($0.kind) }
        return kinds.count == names.count && !places.isEmpty ? places : nil
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
