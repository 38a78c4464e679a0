import Domain

/// The accounts of a demonstration (rules “Accounts” of `scenarios.csv`).
struct AccountGenerator {
    let files: DemonstrationFiles

    /// In the order of `accounts.csv`. A username that occurs twice is one account with several posts.
    func accounts() throws -> [PlannedAccount] {
        var accounts: [PlannedAccount] = []
        var indexes: [String: Int] = [:]
        for template in files.accounts {
            for (username, account) in try expand(template) {
                if let index = indexes[username] {
                    accounts[index].seats += account.seats
                } else {
                    indexes[username] = accounts.count
                    accounts.append(account)
                }
            }
        }
        return accounts
    }

    private func expand(_ template: AccountTemplate) throws -> [(String, PlannedAccount)] {
        if template.appliesTo == "province" {
            return [account(template, login: "", name: "", unit: nil, unitName: files.provinceName, at: nil)]
        }
        if let name = files.media[template.appliesTo] {
            return [account(template, login: "", name: name, unit: template.appliesTo, unitName: name, at: nil)]
        }
        if template.appliesTo == "each:commune" {
            return files.units.flatMap { unit in
                unit.subUnits.filter(\.isCommune).map { commune in
                    account(
                        template, login: "x" + commune.code, name: commune.nameInSentence, unit: unit.code, unitName: unit.name,
                        at: commune)
                }
            }
        }
        return try files.units.filter { takes($0, template.appliesTo) }.map { unit in
            let place = try place(template, in: unit)
            return account(template, login: unit.login, name: unit.name, unit: unit.code, unitName: unit.name, at: place)
        }
    }

    private func takes(_ unit: PlannedUnit, _ appliesTo: String) -> Bool {
        switch appliesTo {
        case unit.code: true
        case "each:department": !unit.isDistrict
        case "each:district": unit.isDistrict
        default: appliesTo == files.departmentKinds[unit.code].map { "each:" + $0 }
        }
    }

    private func place(_ template: AccountTemplate, in unit: PlannedUnit) throws -> PlannedSubUnit? {
        let place: PlannedSubUnit?
        switch template.place {
        case "": return nil
        case "office":
            place = unit.subUnits.first { $0.kind == .vanPhong } ?? unit.subUnits.first { $0.kind == .phong }
        case let text where text.hasPrefix("first:"):
            place = unit.subUnits.first { $0.kind.rawValue == text.dropFirst("first:".count) }
        case let code:
            place = unit.subUnits.first { $0.code == code }
        }
        guard let place else { throw template.faultyPlace(unit.code) }
        return place
    }

    private func account(
        _ template: AccountTemplate, login: String, name: String, unit: String?, unitName: String, at place: PlannedSubUnit?
    ) -> (String, PlannedAccount) {
        let username = template.username.replacing("{login}", with: login)
        let title = template.title.replacing("{name}", with: name)
        // A title that names no unit gets its own, so that no two persons of the province are called the same.
        let isNamed = template.title.contains("{name}") || !template.username.contains("{login}")
        let person = isNamed ? title : [title, place?.name, name].compactMap(\.self).joined(separator: ", ")
        return (
            username,
            PlannedAccount(
                username: username, personName: person, personKind: template.personKind,
                seats: [
                    PlannedAccount.Seat(
                        unit: unit, unitName: unitName, subUnit: place?.code, title: title, role: template.role,
                        leaderRank: template.leaderRank)
                ])
        )
    }
}
