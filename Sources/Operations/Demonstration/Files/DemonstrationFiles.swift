import Domain
import Foundation

/// Everything that a demonstration is made from: the tables of its folder.
struct DemonstrationFiles {
    let settings: DemonstrationSettings
    let calendarDays: [CalendarDay]
    let calendar: WorkingCalendar
    let directory: [DirectoryFile]
    let units: [PlannedUnit]
    let sectors: [PlannedSector]
    let directives: [String: PlannedDirective]
    let templates: [ItemTemplate]
    let scenarios: [Scenario]
    let accounts: [AccountTemplate]
    let ownAwards: [PlannedOwnAward]
    let council: [PlannedMember]
    let visits: [PlannedVisit]
    let followings: [PlannedFollowing]
    let goodModels: [PlannedGoodModel]
    let coverage: [PlannedCoverageLine]
    let months: [PlannedMonth]
    let difficulties: [PlannedDifficulty]
    let reviewEvents: [PlannedReviewEvent]
    let departmentKinds: [String: String]
    /// Names of the press organs by code; they are no first-tier units.
    let media: [String: String]
    let provinceName: String

    /// - Parameter folder: with `settings.csv`, `units.csv`, `departments.csv`, `department-units.csv`, `accounts.csv`, `sectors.csv`,
    ///   `directives.csv`, `item-templates.csv`, `scenarios.csv`, `own-awards.csv`, `council.csv`, `inspections.csv`, `followings.csv`, `good-models.csv`,
    ///   `coverage.csv`, `months.csv`, `difficulties.csv`, `review-events.csv`.
    init(folder: URL) throws {
        func table(_ file: String) throws -> DemonstrationTable { try DemonstrationTable(folder.appending(path: file)) }
        settings = try DemonstrationSettings(table("settings.csv"))
        calendarDays = try CalendarFile.all(folder.appending(path: settings.calendar).standardized)
        calendar = WorkingCalendar(calendarDays)
        directory = try ["units.csv", "departments.csv", "department-units.csv"].map { name in
            DirectoryFile(name: name, content: try DemonstrationTable.content(of: folder.appending(path: name)))
        }
        let everyDepartment = try table("departments.csv").rows
        let departments = try everyDepartment.filter { try $0.text("scope") == Tenant.Scope.awardSubject.rawValue }
        media = try Dictionary(
            everyDepartment.filter { try $0.text("scope") == Tenant.Scope.media.rawValue }.map {
                (try $0.text("code"), try $0.text("name"))
            },
            uniquingKeysWith: { first, _ in first })
        provinceName = try table("units.csv").rows.first { try $0.text("level") == "province" }?.text("full_name") ?? ""
        departmentKinds = try Dictionary(
            departments.map { (try $0.text("code"), try $0.text("kind")) }, uniquingKeysWith: { first, _ in first })
        units = try PlannedUnit.all(departments: departments, places: table("units.csv").rows, inside: table("department-units.csv").rows)
        sectors = try table("sectors.csv").rows.map { row in
            PlannedSector(code: try row.text("code"), name: try row.text("name"), leader: try row.text("leader"))
        }
        directives = try Dictionary(
            table("directives.csv").rows.map { row in
                let directive = PlannedDirective(
                    code: try row.text("code"), type: try row.text("type"), number: try row.text("number"), date: try row.date("date"),
                    issuer: try row.text("issuer"), abstract: try row.text("abstract"), workFrom: try row.date("work_from"),
                    clauseStyle: try row.text("clause_style"))
                return (directive.code, directive)
            }, uniquingKeysWith: { first, _ in first })
        templates = try table("item-templates.csv").rows.map(ItemTemplate.init)
        accounts = try table("accounts.csv").rows.map(AccountTemplate.init)
        let givers = units
        ownAwards = try table("own-awards.csv").rows.map { row in
            let award = PlannedOwnAward(
                unit: try row.text("unit"), subUnit: try row.text("sub_unit"), achievement: try row.text("achievement"))
            guard let giver = givers.first(where: { $0.code == award.unit }) else { throw row.fault("unit", "không phải đơn vị được xét") }
            guard giver.subUnits.contains(where: { $0.code == award.subUnit }) else {
                throw row.fault("sub_unit", "không phải đơn vị trực thuộc của \(giver.name)")
            }
            return award
        }
        goodModels = try table("good-models.csv").rows.map { row in
            let model = PlannedGoodModel(
                unit: try row.text("unit"), subUnit: try row.optional("sub_unit"),
                statement: GoodModel.Statement(
                    kind: try row.oneOf(GoodModel.Kind.self, "kind"), title: try row.text("title"), content: try row.text("content"),
                    effect: try row.text("effect"), since: try row.date("since")),
                reaches: try row.oneOf(PlannedGoodModel.Reach.self, "reaches"), adopter: try row.optional("adopter"),
                adoption: try row.optional("adoption"), result: try row.optional("result"))
            guard let unit = givers.first(where: { $0.code == model.unit }) else { throw row.fault("unit", "không phải đơn vị được xét") }
            if let part = model.subUnit, !unit.subUnits.contains(where: { $0.code == part }) {
                throw row.fault("sub_unit", "không phải đơn vị trực thuộc của \(unit.name)")
            }
            if let adopter = model.adopter, model.reaches != .spread || !givers.contains(where: { $0.code == adopter }) {
                throw row.fault("adopter", "không phải đơn vị được xét, hoặc mô hình chưa nhân rộng")
            }
            return model
        }
        let outlets = media
        coverage = try table("coverage.csv").rows.map { row in
            let line = try PlannedCoverageLine(row)
            guard outlets[line.outlet] != nil else { throw row.fault("outlet", "không phải cơ quan báo chí") }
            return line
        }

        council = try table("council.csv").rows.map { row in
            PlannedMember(username: try row.text("username"), duty: try row.oneOf(CouncilMember.Duty.self, "duty"))
        }
        visits = try table("inspections.csv").rows.map { try PlannedVisit($0, of: givers) }
        followings = try table("followings.csv").rows.map { try PlannedFollowing($0, of: givers) }
        months = try table("months.csv").rows.map { try PlannedMonth($0, of: givers) }
        difficulties = try table("difficulties.csv").rows.map { try PlannedDifficulty($0, of: givers) }
        reviewEvents = try table("review-events.csv").rows.map { try PlannedReviewEvent($0) }
        let scenarioTable = try table("scenarios.csv")
        scenarios = try scenarioTable.rows.map(Scenario.init)
        guard scenarios.map(\.unit) == units.map(\.code) else {
            throw Problem.demonstrationData("scenarios.csv: các đơn vị phải theo đúng thứ tự của departments.csv rồi units.csv.")
        }
        for row in try table("item-templates.csv").rows {
            if directives[try row.text("directive")] == nil { throw row.fault("directive", "không có trong directives.csv") }
            if try !sectors.contains(where: { try $0.code == row.text("sector") }) {
                throw row.fault("sector", "không có trong sectors.csv")
            }
        }
    }
}

extension PlannedCoverageLine {
    fileprivate init(_ row: DemonstrationTable.Row) throws {
        let kind = try row.oneOf(Coverage.Kind.self, "kind")
        let minutes = try row.optional("minutes") == nil ? nil : row.whole("minutes")
        let report = try row.optionalDate("published_on").map { day in
            Coverage.Report(
                kind: kind, title: try row.text("title"), publishedOn: day, minutes: minutes, link: try row.optional("link") ?? "")
        }
        self.init(
            outlet: try row.text("outlet"), occasion: try row.oneOf(CoverageLine.Occasion.self, "occasion"),
            subject: try row.text("subject"),
            kind: kind, plannedOn: try row.date("planned_on"), facts: try row.optional("facts"), report: report)
    }
}

extension PlannedUnit {
    /// The departments that are judged, then the districts, each in the order of its file.
    fileprivate static func all(
        departments: [DemonstrationTable.Row], places: [DemonstrationTable.Row], inside: [DemonstrationTable.Row]
    ) throws -> [PlannedUnit] {
        let inner = try Dictionary(grouping: inside) { try $0.text("tenant") }
        let departments = try departments.map { row in
            let code = try row.text("code")
            let name = try row.text("name")
            return PlannedUnit(
                code: code, isDistrict: false, name: name, login: code.lowercased(),
                subUnits: try (inner[code] ?? []).map { try PlannedSubUnit($0, of: name) })
        }
        let districts = try places.filter { try $0.text("level") == "district" }.map { row in
            let code = try row.text("code")
            let fullName = try row.text("full_name")
            let kind = try SubUnit.Kind(place: fullName, row)
            let communes = try places.filter { try $0.text("parent_code") == code }.map { commune in
                PlannedSubUnit(
                    code: try commune.text("code"), parent: nil, name: try commune.text("name"), fullName: try commune.text("full_name"),
                    kind: try SubUnit.Kind(place: commune.text("full_name"), commune), legalPersonality: true)
            }
            let offices = try inside.filter { try ["each:district", "each:\(kind.rawValue)"].contains($0.text("tenant")) }.map { office in
                try PlannedSubUnit(office, of: fullName.startingSmall)
            }
            return PlannedUnit(
                code: code, isDistrict: true, name: fullName.startingSmall, login: "h" + code,
                subUnits: communes + offices)
        }
        return departments + districts
    }
}

extension PlannedSubUnit {
    fileprivate init(_ row: DemonstrationTable.Row, of unit: String) throws {
        let name = try row.text("name")
        self.init(
            code: try row.text("code"), parent: try row.optional("parent_code"), name: name, fullName: "\(name), \(unit)",
            kind: try row.oneOf(SubUnit.Kind.self, "kind"), legalPersonality: try row.yes("legal_personality"))
    }
}

extension SubUnit.Kind {
    /// By the first words of a full name: “Huyện A”, “Thị trấn B”.
    fileprivate init(place fullName: String, _ row: DemonstrationTable.Row) throws {
        let places: [SubUnit.Kind] = [.thanhPho, .thiXa, .huyen, .thiTran, .phuong, .xa]
        guard let kind = places.first(where: { fullName.lowercased().hasPrefix($0.vietnamese + " ") }) else {
            throw row.fault("full_name", "phải bắt đầu bằng thành phố, thị xã, huyện, thị trấn, phường hoặc xã")
        }
        self = kind
    }
}

extension PlannedVisit {
    fileprivate init(_ row: DemonstrationTable.Row, of units: [PlannedUnit]) throws {
        let finding = try row.optional("finding")
        let words = try row.optional("remedy")
        if words != nil, finding == nil { throw row.fault("remedy", "chỉ có khi có kết luận") }
        self.init(
            unit: try row.unit(of: units), heldOn: try row.date("held_on"), finding: finding,
            remedy: try words.map {
                try PlannedRemedy(words: $0, dueOn: row.date("due_on"), state: row.oneOf(Remedy.State.self, "remedy_state"))
            })
    }
}

extension PlannedFollowing {
    fileprivate init(_ row: DemonstrationTable.Row, of units: [PlannedUnit]) throws {
        let note = try row.optional("note").map { words in
            let (kind, remedy) = (try row.oneOf(FollowNote.Kind.self, "kind"), try row.optional("remedy"))
            if remedy != nil, !kind.asksForMore { throw row.fault("remedy", "chỉ có khi kind là urging hoặc finding") }
            return Note(
                on: try row.date("on"), kind: kind, words: words,
                remedy: try remedy.map { try PlannedRemedy(words: $0, dueOn: row.date("due_on"), state: .open) })
        }
        self.init(member: try row.text("member"), unit: try row.unit(of: units), note: note)
    }
}

extension PlannedMonth {
    fileprivate init(_ row: DemonstrationTable.Row, of units: [PlannedUnit]) throws {
        guard let month = ReportMonth(try row.text("month")) else { throw row.fault("month", "phải có dạng năm-tháng") }
        let communes = Set(units.flatMap(\.subUnits).filter(\.isCommune).map(\.code))
        func named(_ column: String, among known: Set<String>) throws -> Set<String> {
            let codes = Set(try row.text(column).split(separator: " ").map(String.init))
            guard codes.isSubset(of: known) else { throw row.fault(column, "không phải đơn vị được xét hoặc cấp xã") }
            return codes
        }
        self.init(
            month: month, communesOn: try row.date("communes_on"), reportedOn: try row.date("reported_on"),
            closedOn: try row.date("closed_on"), silent: try named("silent", among: communes.union(units.map(\.code))),
            late: try named("late", among: communes))
    }
}

extension PlannedDifficulty {
    fileprivate init(_ row: DemonstrationTable.Row, of units: [PlannedUnit]) throws {
        let answer = try row.optionalDate("answered_on").map { day in
            Answer(on: day, words: try row.text("answer"), documentNumber: try row.text("document"))
        }
        let asked = try row.optional("solver") != nil
        if answer != nil, !asked { throw row.fault("answered_on", "chỉ có khi đã chuyển giải quyết") }
        let routing: Routing? = try asked ? Routing(solver: row.unit(of: units, "solver"), on: row.date("routed_on"), answer: answer) : nil
        self.init(
            unit: try row.unit(of: units), raisedOn: try row.date("raised_on"), title: try row.text("title"),
            obstacle: try row.text("obstacle"), proposal: try row.text("proposal"), routing: routing)
    }
}

extension PlannedReviewEvent {
    fileprivate init(_ row: DemonstrationTable.Row) throws {
        func lines(_ column: String) throws -> [String] {
            try row.text(column).split(separator: ";").map { VietnameseText(String($0)).string }
        }
        self.init(
            review: try row.oneOf(Campaign.Review.self, "review"),
            plan: ReviewEvent.Plan(
                heldOn: try row.date("held_on"), startsAt: try row.text("starts_at"), place: try row.text("place"),
                chair: try row.text("chair"), agenda: try lines("agenda"), guests: try lines("guests")))
    }
}

extension DemonstrationTable.Row {
    /// Code of a unit that is judged.
    fileprivate func unit(of units: [PlannedUnit], _ column: String = "unit") throws -> String {
        let code = try text(column)
        guard units.contains(where: { $0.code == code }) else { throw fault(column, "không phải đơn vị được xét") }
        return code
    }
}
