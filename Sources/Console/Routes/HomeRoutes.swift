import Domain
import HTTPTypes
import Operations
import Web

/// The first page shows the officer his own level: the province, a unit with what is below it, or his items.
enum HomeRoutes {
    static let all: [Route] = [home, unit]

    private static let home = Route(.get, "/", name: "page.home", asks: .selfService, summary: "The officer's own level.", query: query) {
        call in
        let entry = try call.entry()
        let me = try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
        let frame = Frame(me, call)
        let policy = Policy.of(me.officer.role)
        let past = try day(call, me.officer.today)
        if me.officer.may(.readProvince) {
            return try await province(call, frame, Entry(token: entry.token, place: .province, deed: .reading(.item)), on: past)
        }
        // Who follows his own items alone has a list of them, also where he sits at the head of the unit.
        if policy.reach == .tenant || (policy.reach == .subtree && me.officer.unit.uuid == me.officer.home.uuid) {
            return try await unit(call, frame, Entry(token: entry.token, place: .tenant(me.tenant.slug), deed: .reading(.item)), on: past)
        }
        return try await items(
            call, frame, me, Entry(token: entry.token, place: .tenant(me.tenant.slug), deed: .reading(.item)), on: past)
    }

    private static let unit = Route(
        .get, "/units/{tenant}", name: "page.unit", asks: .reading(.launch), summary: "One unit with what is below it.", query: query
    ) { call in
        let entry = try call.entry()
        let me = try await call.backend.entrance.read(Entry(token: entry.token, place: .home)) { (tx: borrowing TenantTransaction) in
            try await WhoAmI().perform(in: tx)
        }
        return try await unit(call, Frame(me, call), entry, on: try day(call, me.officer.today))
    }

    /// A day that is over, to be shown as it ended; nil: today, as it stands.
    private static func day(_ call: Call, _ today: CivilDate) throws(Problem) -> CivilDate? {
        guard let day = try call.queryDate("asOf"), day != today else { return nil }
        guard day < today else { throw .invalid("?asOf", "sau ngày hôm nay (\(today.vietnamese))") }
        return day
    }

    // MARK: - Levels

    private static func province(_ call: Call, _ frame: Frame, _ entry: Entry, on day: CivilDate?) async throws -> Reply {
        try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            guard let shown = try await shown(call, on: day, in: tx) else { return nothing(frame) }
            let overview = try await ShowOverview(campaign: shown.monitor.campaign.code, moment: moment(day)).perform(in: tx)
            return page(ProvincePage(frame: frame, shown, overview: overview))
        }
    }

    private static func unit(_ call: Call, _ frame: Frame, _ entry: Entry, on day: CivilDate?) async throws -> Reply {
        try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            guard let shown = try await shown(call, on: day, in: tx) else { return nothing(frame) }
            let tenant = try await ShowTenant().perform(in: tx)
            let overview = try await ShowOverview(campaign: shown.monitor.campaign.code, moment: moment(day)).perform(in: tx)
            let filter = LedgerFilter(unit: SubUnit.ID(tenant.id.uuid))
            let (items, listed) = (try await items(filter, call, on: day, in: tx), try await counts(filter, on: day, in: tx))
            return page(UnitPage(frame: frame, tenant: tenant, shown, overview: overview, items: items, listed: listed))
        }
    }

    private static func items(
        _ call: Call, _ frame: Frame, _ me: WhoAmI.Answer, _ entry: Entry, on day: CivilDate?
    ) async throws -> Reply {
        let isMine = try call.queryFlag("mine")
        return try await call.backend.entrance.read(entry) { (tx: borrowing TenantTransaction) in
            guard let shown = try await shown(call, on: day, in: tx) else { return nothing(frame) }
            let overview = try await ShowOverview(campaign: shown.monitor.campaign.code, moment: moment(day)).perform(in: tx)
            let filter = LedgerFilter(assignee: isMine ? me.officer.person : nil)
            let (items, listed) = (try await items(filter, call, on: day, in: tx), try await counts(filter, on: day, in: tx))
            // Who sees what is given to himself alone has nothing else in his list.
            let choosesMine = Policy.of(me.officer.role).reach != .own
            return page(
                ItemsPage(
                    frame: frame, tenant: me.tenant, shown, overview: overview, items: items, listed: listed,
                    isMine: choosesMine ? isMine : nil))
        }
    }

    private static func moment(_ day: CivilDate?) -> LedgerMoment { day.map(LedgerMoment.endOf) ?? .now }

    // MARK: - Items

    private static let query = [
        ChosenCampaign.query,
        QueryParameter("cursor", .string, "Where the page of items before ended."),
        QueryParameter("asOf", .date, "As that day was shown at its end; today when absent."),
        QueryParameter("mine", .boolean, "In a list of items: those alone that are given to the officer by name."),
    ]

    /// Whatever campaign they belong to, or none.
    private static func items(
        _ filter: LedgerFilter, _ call: Call, on day: CivilDate?, in tx: borrowing TenantTransaction
    ) async throws -> ListTable {
        let listing = ListItemsOpenFirst(filter: filter, moment: moment(day), after: try position(call), limit: 200)
        let page = try await listing.perform(in: tx)
        let names = Dictionary(try await ListCampaigns().perform(in: tx).map { ($0.code, $0.name) }) { first, _ in first }
        return .items(page.entries, [.giver(names)], next: page.next.map { call.address(ofPage: cursor(call, $0)) })
    }

    private static func counts(
        _ filter: LedgerFilter, on day: CivilDate?, in tx: borrowing TenantTransaction
    ) async throws -> LedgerCounts {
        try await CountItems(by: .kind, filter: filter, moment: moment(day)).perform(in: tx).reduce(LedgerCounts()) { $0 + $1.counts }
    }

    private static func position(_ call: Call) throws -> ListItemsOpenFirst.Position? {
        guard let keys = try Cursor.keys(call, count: 3) else { return nil }
        let entry = keys[2].isEmpty ? nil : try LedgerEntry.Position(day: keys[1], id: keys[2])
        return ListItemsOpenFirst.Position(isOpen: keys[0] == "open", entry: entry)
    }

    private static func cursor(_ call: Call, _ position: ListItemsOpenFirst.Position) -> String {
        Cursor.text(call, position.isOpen ? "open" : "done", position.entry?.keys.day ?? "", position.entry?.keys.id ?? "")
    }

    // MARK: - Parts

    /// Of the campaign that the address names, else of the one that runs, or ran on that day, as ``ChooseCampaign`` has it. Nil: there is none.
    private static func shown(_ call: Call, on day: CivilDate?, in tx: borrowing TenantTransaction) async throws -> ShownLaunch? {
        let (campaigns, named) = (try await ListCampaigns().perform(in: tx), call.query("campaign"))
        guard let current = try await ChosenCampaign.find(named, among: campaigns, on: day, in: tx) else {
            if named != nil { throw Problem.notFound }
            return nil
        }
        let monitor = try await MonitorLaunch(campaign: current.code, asOf: day).perform(in: tx)
        return ShownLaunch(monitor: monitor, campaigns: campaigns, named: named, past: day)
    }

    private static func page(_ page: some Page) -> Reply {
        .html(Templates.shared.render(page))
    }

    private static func nothing(_ frame: Frame) -> Reply {
        page(
            ProblemPage(
                Problem(.notFound, "no-campaign", "Chưa có phong trào thi đua nào. Văn phòng UBND tỉnh nhập kế hoạch trước khi phát động."),
                requestID: "", frame: frame))
    }
}
