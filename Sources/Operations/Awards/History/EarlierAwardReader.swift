import Documents
import Domain
import Storage

/// Reads the rows of a list of earlier awards, one by one, and keeps every fault with its cell.
struct EarlierAwardReader {
    typealias NamedPerson = (id: Person.ID, name: String, tenant: Tenant.ID)

    private let units: UnitNames
    /// By the short name, which inside one unit says enough unless two have it.
    private let byShortName: [String: [LedgerReferences.Unit]]
    private let people: [String: [NamedPerson]]
    private let today: CivilDate
    private(set) var faults: [FieldFault] = []

    init(units: [LedgerReferences.Unit], people: [NamedPerson], today: CivilDate) {
        self.units = UnitNames(units)
        byShortName = Dictionary(grouping: units) { NameKey.of($0.name) }
        self.people = Dictionary(grouping: people, by: \.name)
        self.today = today
    }

    mutating func award(_ row: HeadedTable<EarlierAwardColumn>.Row, ids: IDSource) -> EarlierAward? {
        let unit = unit(row)
        let form = required(row, .form, atMost: 200)
        let issuer = required(row, .issuer, atMost: 300)
        let number = required(row, .number, atMost: 100)
        let day = day(row)
        let achievement = optional(row, .achievement, atMost: 4_000)
        let printed = optional(row, .name, atMost: 500)
        guard let unit else { return nil }
        let (person, isFine) = person(row, of: unit)
        guard let form, let issuer, let number, let day, let achievement, let printed, isFine else { return nil }
        return EarlierAward(
            id: ids.next(), tenant: unit.tenant, unit: unit.unit, person: person?.id,
            name: printed.isEmpty ? person?.name ?? unit.fullName : printed, form: form, issuer: issuer,
            decision: Award.Decision(number: number, signedOn: day), achievement: achievement)
    }

    // MARK: - Cells

    private mutating func report(_ row: HeadedTable<EarlierAwardColumn>.Row, _ column: EarlierAwardColumn, _ reason: String) {
        faults.append(FieldFault(row.path(column), reason))
    }

    private mutating func required(_ row: HeadedTable<EarlierAwardColumn>.Row, _ column: EarlierAwardColumn, atMost limit: Int) -> String? {
        let text = optional(row, column, atMost: limit)
        if text?.isEmpty == true { report(row, column, "để trống; nhập \(column.headings[0].startingSmall)") }
        return text?.isEmpty == true ? nil : text
    }

    private mutating func optional(_ row: HeadedTable<EarlierAwardColumn>.Row, _ column: EarlierAwardColumn, atMost limit: Int) -> String? {
        let text = row.text(column)
        if text.count > limit { report(row, column, "dài quá \(limit) ký tự; rút gọn") }
        return text.count > limit ? nil : text
    }

    private mutating func unit(_ row: HeadedTable<EarlierAwardColumn>.Row) -> LedgerReferences.Unit? {
        guard let text = required(row, .unit, atMost: 250) else { return nil }
        if let named = byShortName[NameKey.of(text)], named.count == 1 { return named[0] }
        do {
            return try units.unit(text)
        } catch {
            report(row, .unit, error.reason)
            return nil
        }
    }

    /// Nobody where the row is about the collective. A name that two people of the unit have is a fault, never a guess.
    private mutating func person(
        _ row: HeadedTable<EarlierAwardColumn>.Row, of unit: LedgerReferences.Unit
    ) -> (NamedPerson?, isFine: Bool) {
        let name = row.text(.person)
        if name.isEmpty, row[.personID].isBlank { return (nil, true) }
        var found = (people[name] ?? []).filter { $0.tenant == unit.tenant }
        if !row[.personID].isBlank {
            let text = row.text(.personID)
            found = found.filter { $0.id.description == text.lowercased() }
            if found.isEmpty { report(row, .personID, "không có người tên “\(name)” với mã này ở \(unit.fullName); kiểm tra họ tên và mã") }
        } else if found.isEmpty {
            report(row, .person, "không có người tên “\(name)” ở \(unit.fullName); ghi đúng họ tên trong danh sách nhân sự")
        } else if found.count > 1 {
            report(
                row, .person,
                "có \(found.count) người tên “\(name)”; ghi thêm mã cá nhân: \(found.map(\.id.description).joined(separator: " hoặc "))")
        }
        return (found.first, found.count == 1)
    }

    private mutating func day(_ row: HeadedTable<EarlierAwardColumn>.Row) -> CivilDate? {
        let typed = row[.signedOn]
        let text = row.text(.signedOn)
        if typed.isBlank {
            report(row, .signedOn, "để trống; nhập ngày quyết định")
            return nil
        }
        let day = if case .date(let day) = typed { day } else { CivilDate(vietnamese: text) ?? CivilDate(text) }
        guard let day else {
            report(row, .signedOn, "“\(text)” không phải ngày có thật; ghi dạng ngày/tháng/năm, ví dụ \(today.vietnamese)")
            return nil
        }
        guard day <= today else {
            report(row, .signedOn, "sau ngày hôm nay (\(today.vietnamese)); nhập ngày trên quyết định")
            return nil
        }
        return day
    }
}
