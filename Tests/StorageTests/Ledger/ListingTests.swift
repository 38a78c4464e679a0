import Domain
import Operations
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Lists and counts of the ledger", .province(opening: 6), .serialized, .timeLimit(.minutes(30)))
struct ListingTests {
    let province = Province.current

    /// A small ledger in which every filter has something to find and something to leave out.
    private func ledger(_ district: String) async throws -> LedgerBench {
        let bench = try await LedgerBench(province)
        for index in 0..<12 {
            var form = bench.task(
                to: index.isMultiple(of: 3) ? "dept_snv" : district, title: "Việc \(index)",
                due: index == 5 ? nil : CivilDate("2023-06-05")!.adding(days: 3 * index).description,
                coordinators: index == 4 ? ["dept_snv"] : [], sector: index.isMultiple(of: 2) ? "NV" : "NN",
                content: ["III.3", "III.2.1", "III.2.4", "III.4"][index % 4])
            form.provinceLeader = index < 6 ? province.post(of: .chairman) : province.post(of: .viceChairman)
            if index == 7 { form.campaign = nil; form.content = nil }
            if !index.isMultiple(of: 3), index < 6 { form.unitLeader = province.post(of: .unitHead, in: district) }
            let id = try await bench.assign(form)
            if index == 1 { try await bench.complete(id, on: "2023-06-07", in: district) }
            if index == 2 { try await bench.complete(id, on: "2023-06-11", in: district) }
            if index == 3 { try await bench.complete(id, on: "2023-06-16", in: "dept_snv") }
            if index == 5 { try await bench.complete(id, on: "2023-06-12", in: district) }
            if index == 8 { try await bench.rule(RuleItem(item: id, kind: .exempted, documentNumber: "2/QĐ", reason: "Theo chỉ đạo")) }
            if index == 10 {
                let code = String(district.dropFirst("district_".count))
                for unit in ["01", "02"] {
                    try await bench.handOn(HandOnItem(parent: id, unit: code + unit), in: district)
                }
            }
        }
        try await bench.assign(bench.target(to: district, atLeast: "10"))
        return bench
    }

    private struct Case {
        let filter: LedgerFilter
        let holds: (LedgerEntry) -> Bool

        init(_ filter: LedgerFilter, _ holds: @escaping (LedgerEntry) -> Bool) {
            self.filter = filter
            self.holds = holds
        }
    }

    @Test("by every filter give what an item-by-item look gives")
    func filters() async throws {
        let district = try await province.freshDistrict()
        let bench = try await ledger(district)
        let all = try await bench.list(LedgerFilter(directive: bench.directive))
        #expect(all.count == 16)
        let parent = try #require(all.first { $0.item.parent != nil }?.item.parent)
        let unit = try #require(all.first { $0.item.parent != nil }?.item.unit)
        let leader = province.post(of: .unitHead, in: district)
        let chairman = province.post(of: .chairman)
        let day = CivilDate("2023-06-20")!
        var cases: [Case] = [
            Case(LedgerFilter(tenant: Tenant.Slug("dept_snv"))) { $0.names.tenant.text == "dept_snv" },
            Case(LedgerFilter(unit: unit)) { $0.item.unit == unit },
            Case(LedgerFilter(kind: .target)) { $0.item.kind == .target },
            Case(LedgerFilter(content: "III.2")) { $0.item.terms.content?.hasPrefix("III.2.") ?? false },
            Case(LedgerFilter(content: "III.3")) { $0.item.terms.content == "III.3" },
            Case(LedgerFilter(sector: "NN")) { $0.item.terms.sector == "NN" },
            Case(LedgerFilter(unitLeader: leader)) { $0.item.terms.unitLeader == leader },
            Case(LedgerFilter(provinceLeader: chairman)) { $0.item.terms.provinceLeader == chairman },
            Case(LedgerFilter(campaign: bench.campaign)) { $0.item.terms.campaign != nil },
            Case(LedgerFilter(dueFrom: day)) { $0.item.terms.dueOn.map { $0 >= day } ?? false },
            Case(LedgerFilter(dueTo: day)) { $0.item.terms.dueOn.map { $0 <= day } ?? false },
            Case(LedgerFilter(role: .coordinate)) { $0.item.role == .coordinate },
            Case(LedgerFilter(origin: .handedOn(from: parent))) { $0.item.parent == parent },
            Case(LedgerFilter(origin: .inside)) { $0.item.parent != nil },
            Case(LedgerFilter(origin: .province)) { $0.item.parent == nil },
        ]
        for timeliness in Timeliness.allCases {
            cases.append(Case(LedgerFilter(timeliness: timeliness)) { $0.standing.closed == nil && $0.standing.timeliness == timeliness })
        }
        for one in cases {
            var filter = one.filter
            filter.directive = bench.directive
            let found = try await bench.list(filter)
            #expect(found == all.filter(one.holds), "\(filter)")
            #expect(filter.timeliness == .noDueDate || !found.isEmpty, "\(filter)")
            #expect(found.count < all.count)
            // The unit's own list of the same is the same, from its own tables.
            let own = try await bench.list(filter, in: district)
            #expect(own.map(\.item.id) == found.filter { $0.names.tenant.text == district }.map(\.item.id), "\(filter)")
        }
    }

    @Test("tell timeliness as the domain does")
    func timeliness() async throws {
        let bench = try await ledger(try await province.freshDistrict())
        for entry in try await bench.list(LedgerFilter(directive: bench.directive)) {
            let told = Timeliness(
                dueOn: entry.item.terms.dueOn, originalDueOn: entry.item.originalDueOn, completedOn: entry.standing.completedOn,
                at: province.businessDate)
            #expect(entry.standing.timeliness == told)
        }
        let day = CivilDate("2023-06-20")!
        let dates: [CivilDate?] = [nil] + [-9, -1, 0, 1, 7, 8].map { day.adding(days: $0) }
        for due in dates {
            for original in dates {
                for completed in dates {
                    for missed in [nil, false, true] as [Bool?] {
                        try await compare(due, original, completed, day, missed, next: nil)
                    }
                }
            }
            for next in dates {
                for completed in [nil, day] { try await compare(due, due, completed, day, false, next: next) }
            }
        }
    }

    /// One cell of the table, in the database and in the domain.
    private func compare(
        _ due: CivilDate?, _ original: CivilDate?, _ completed: CivilDate?, _ day: CivilDate, _ missed: Bool?, next: CivilDate?
    ) async throws {
        let said = try await province.withConnection(as: "postgres") { connection in
            try await connection.query("SELECT core.timeliness(\(due), \(original), \(completed), \(day), \(missed), \(next))").only {
                row in
                try row.next(Timeliness.self)
            }
        }
        let told = Timeliness(
            dueOn: due, originalDueOn: original, completedOn: completed, isMissed: missed ?? false, nextDueOn: next, at: day)
        #expect(said == told, "\(due?.description ?? "") \(completed?.description ?? "") \(next?.description ?? "")")
    }

    @Test("tell whether a target is met as the domain does", arguments: TargetMeasure.Direction.allCases)
    func targets(direction: TargetMeasure.Direction) async throws {
        for actual in [nil, "-1", "6.9999999999", "7", "7.0000000001"] as [String?] {
            let figure = actual.flatMap { Quantity($0) }
            let said = try await province.withConnection(as: "postgres") { connection in
                try await connection.query("SELECT core.target_met(\(direction), \(Quantity("7")!), \(figure))").only { row in
                    try row.next(Bool.self)
                }
            }
            #expect(said == TargetMeasure(direction: direction, target: Quantity("7")!, actual: figure, baseline: Quantity("9"))?.isMet)
        }
    }

    @Test("go on where the page before ended, each item once, and end with those without a date")
    func pages() async throws {
        let district = try await province.freshDistrict()
        let bench = try await ledger(district)
        for (role, unit) in [(Role.unitHead, nil as String?), (.subUnitOfficer, String(district.dropFirst(9)) + "01")] {
            let whole = try await bench.list(as: role, in: district, unit: unit)
            var paged: [LedgerEntry] = []
            var next: LedgerEntry.Position?
            repeat {
                let after = next
                let page = try await province.read(as: role, in: district, unit: unit) { (tx: borrowing TenantTransaction) in
                    try await ListItems(after: after, limit: 2).perform(in: tx)
                }
                paged += page.entries
                next = page.next
                #expect(page.entries.count <= 2)
            } while next != nil
            #expect(paged == whole)
            #expect(whole.map { $0.item.terms.dueOn ?? .latest } == whole.map { $0.item.terms.dueOn ?? .latest }.sorted())
        }
    }

    @Test("show a commune its own subtree and what is its officer's own, and nothing else")
    func sight() async throws {
        let district = try await province.freshDistrict()
        let code = String(district.dropFirst(9))
        let bench = try await ledger(district)
        let parent = try await bench.assign(bench.task(to: district, title: "Giao nhiều nơi"))
        var made: [String: WorkItem.ID] = [:]
        for unit in [code + "01", code + "02", "TT01", "PNV"] {
            made[unit] = try await bench.handOn(HandOnItem(parent: parent, unit: unit), in: district)
        }
        let filter = LedgerFilter(origin: .handedOn(from: parent))
        func seen(_ role: Role, _ unit: String?, _ filter: LedgerFilter = LedgerFilter(sector: "NV")) async throws -> Set<WorkItem.ID> {
            let found = try await bench.list(filter, as: role, in: district, unit: unit).map(\.item.id)
            #expect(Set(found).count == found.count)
            return Set(found).intersection(made.values)
        }
        #expect(try await seen(.unitHead, nil) == Set(made.values))
        #expect(try await seen(.subUnitOfficer, code + "01") == [made[code + "01"]!, made["TT01"]!])
        #expect(try await seen(.subUnitOfficer, code + "01", filter) == [made[code + "01"]!, made["TT01"]!])
        #expect(try await seen(.subUnitHead, "TT01") == [made["TT01"]!])
        #expect(try await seen(.individual, code + "02").isEmpty)
        #expect(
            try await bench.list(as: .subUnitOfficer, in: district, unit: code + "02").allSatisfy {
                $0.item.unit == province.unit(code + "02", in: district)
            })
        // One's own item in another unit is in sight too, once.
        let lent = try await bench.handOn(
            HandOnItem(parent: parent, unit: "PNV", assignee: province.person(of: .subUnitOfficer, in: district, unit: "PNV")), in: district
        )
        try await province.asSuperuser(
            "SET session_replication_role = replica; UPDATE core.work_item SET assignee_id = '\(province.person(of: .subUnitOfficer, in: district, unit: code + "02"))' WHERE id = '\(lent)'"
        )
        #expect(try await bench.list(as: .subUnitOfficer, in: district, unit: code + "02").filter { $0.item.id == lent }.count == 1)
    }

    @Test("counted by anything add up to the same, and each group is what its filter finds")
    func groups() async throws {
        let bench = try await ledger(try await province.freshDistrict())
        let filter = LedgerFilter(directive: bench.directive)
        let all = LedgerCounts(counting: try await bench.list(filter), today: province.businessDate)
        #expect(all.items + all.exempted + all.cancelled == 16)
        for grouping in LedgerGrouping.allCases {
            let groups = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await CountItems(by: grouping, filter: filter).perform(in: tx)
            }
            #expect(groups.reduce(LedgerCounts()) { $0 + $1.counts } == all, "\(grouping)")
            #expect(Set(groups.map(\.key)).count == groups.count)
            for group in groups {
                guard let key = group.key, var narrowed = LedgerFilter(grouping, key) else { continue }
                narrowed.directive = bench.directive
                let counted = LedgerCounts(counting: try await bench.list(narrowed), today: province.businessDate)
                #expect(counted == group.counts, "\(grouping) \(key)")
            }
        }
    }

    @Test("counted by content bear the title of the plan they are of; of several plans, that on which all agree")
    func contents() async throws {
        let bench = try await LedgerBench(province, campaign: "NOIDUNG-1")
        let later = try await LedgerBench(province, campaign: "NOIDUNG-2")
        for each in [bench, later] { try await each.assign(each.task(to: "dept_snv", content: "III.3")) }
        func labels(_ campaign: String?) async throws -> [String?] {
            try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
                try await CountItems(by: .content, filter: LedgerFilter(campaign: campaign)).perform(in: tx)
            }.filter { $0.key == "III.3" }.map(\.label)
        }
        let title = try #require(try await labels(bench.campaign).first ?? nil)
        #expect(try await labels(nil) == [title])
        try await province.asSuperuser(
            """
            UPDATE core.campaign_content AS c
            SET title = 'Nội dung khác'
            FROM core.campaign AS m
            WHERE m.id = c.campaign_id AND m.code = 'NOIDUNG-2' AND c.code = 'III.3'
            """)
        #expect(try await labels(bench.campaign) == [title])
        #expect(try await labels(later.campaign) == ["Nội dung khác"])
        #expect(try await labels(nil) == [nil])
    }

    @Test("give the Office every unit of the first tier with its own items, and a district its sub-units")
    func overview() async throws {
        let district = try await province.freshDistrict()
        let bench = try await ledger(district)
        let overview = try await province.read(as: .officeMonitor, to: .province) { (tx: borrowing TenantTransaction) in
            try await ShowOverview(campaign: bench.campaign).perform(in: tx)
        }
        let rows = Dictionary(uniqueKeysWithValues: overview.units.map { ($0.unit.tenant.text, $0.counts) })
        #expect(Set(rows.keys).isSuperset(of: ["dept_vpub", "dept_snv", "dept_ttt", "district_101", "district_102", district]))
        #expect(rows["dept_bao"] == nil)
        #expect(rows["district_102"]?.items == 0)
        let own = try await bench.list(LedgerFilter(campaign: bench.campaign, role: .lead, origin: .province), in: district)
        #expect(rows[district] == LedgerCounts(counting: own, today: province.businessDate))
        #expect(rows[district]?.completedLate == 0)
        #expect(rows[district]?.completedEarly == 1)
        #expect(rows[district]?.completedOnTime == 1)
        #expect(rows[district]?.completedUndated == 1 && rows[district]?.done == 3)
        #expect(rows["dept_snv"]?.completedLate == 1)
        #expect(rows[district]?.exempted == 1)
        #expect(overview.total.items == 12 - 1 - 1 + 1)

        let code = String(district.dropFirst(9))
        func units(_ role: Role, _ unit: String?) async throws -> [String: Int] {
            let found = try await province.read(as: role, in: district, unit: unit) { (tx: borrowing TenantTransaction) in
                try await ShowOverview().perform(in: tx).units
            }
            return Dictionary(uniqueKeysWithValues: found.map { ($0.unit.code, $0.counts.items) })
        }
        let whole = try await units(.unitHead, nil)
        #expect(Set(whole.keys) == [code, code + "01", code + "02", code + "03", code + "04", "PNV", "TT01"])
        #expect(whole[code + "01"] == 1)
        #expect(whole[code + "03"] == 0)
        #expect(try await units(.subUnitOfficer, code + "01") == [code + "01": 1, "TT01": 0])
    }
}

extension LedgerCounts {
    /// Counted one by one.
    init(counting entries: [LedgerEntry], today: CivilDate) {
        self.init()
        // The period that ends on the 14th of a month began on the 15th of the month before.
        let monthBegan = today.adding(days: 1 - (today.day < 15 ? 15 : today.day))
        let periodBegan = monthBegan.adding(days: 15 - monthBegan.day)
        for entry in entries {
            switch entry.standing.closed {
            case .exempted: exempted += 1
            case .cancelled, .replaced, .transferred: cancelled += 1
            case nil:
                items += 1
                switch entry.standing.timeliness {
                case .noDueDate: noDueDate += 1
                case .inTime: inTime += 1
                case .dueSoon: dueSoon += 1
                case .overdue: overdue += 1
                case .completedEarly: completedEarly += 1
                case .completedOnTime: completedOnTime += 1
                case .completedLate: completedLate += 1
                case .completedUndated: completedUndated += 1
                }
                if entry.standing.acknowledgedOn == nil, entry.standing.acceptedOn == nil { unacknowledged += 1 }
                if entry.standing.pendingResult != nil { awaitingRuling += 1 }
                if let last = entry.standing.lastReport, last.recordedOn >= periodBegan { reportedThisPeriod += 1 }
            }
        }
    }
}

extension LedgerFilter {
    /// What opens a group; nil where no filter asks for one thing alone.
    fileprivate init?(_ grouping: LedgerGrouping, _ key: String) {
        self.init()
        switch grouping {
        case .tenant: tenant = Tenant.Slug(key)
        case .unit: unit = SubUnit.ID(key)
        case .assignee: assignee = Person.ID(key)
        case .kind: kind = LedgerItem.Kind(rawValue: key)
        case .content: content = key
        case .sector: sector = key
        case .directive: directive = Directive.ID(key)
        case .unitLeader: unitLeader = Post.ID(key)
        case .provinceLeader: provinceLeader = Post.ID(key)
        case .timeliness: timeliness = Timeliness(rawValue: key)
        case .campaign: campaign = key
        case .role: role = LedgerItem.Role(rawValue: key)
        case .parent: origin = WorkItem.ID(key).map(Origin.handedOn(from:)) ?? .any
        case .dueMonth: return nil
        }
    }
}
