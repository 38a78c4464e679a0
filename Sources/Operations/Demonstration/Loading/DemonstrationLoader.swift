public import Domain
import Foundation
public import Logging
import Storage

/// Loads a demonstration into an empty, migrated database: opens its units and people, then lets them record everything day by day through
/// the same door, operations and policies as in the application, so that no row is there which an officer could not have written.
public struct DemonstrationLoader: Sendable {
    private let plan: DemonstrationPlan
    private let campaign: Campaign
    private let address: DatabaseAddress
    private let home: String
    private let keeper: Operator
    private let entrance: Entrance
    private let hasher: PasswordHasher
    private let ids = IDSource.system
    private let logger: Logger
    private let report: @Sendable (String) -> Void

    /// - Parameters:
    ///   - database: as for ``Entrance``.
    ///   - home: the folder that holds `sql/`.
    ///   - report: takes what is about to be loaded, before each long step.
    /// - Throws: a ``Problem`` when `database` is not an address.
    public init(
        plan: DemonstrationPlan, campaign: Campaign, database: String, home: String, hasher: PasswordHasher = PasswordHasher(),
        logger: Logger, report: @escaping @Sendable (String) -> Void
    ) throws {
        self.plan = plan
        self.campaign = campaign
        self.home = home
        self.hasher = hasher
        self.logger = logger
        self.report = report
        entrance = try Entrance(database: database, connections: Self.atOnce + 1, patience: .seconds(120), logger: logger)
        address = try DatabaseAddress(database)
        keeper = Operator(address, logger: logger)
    }

    /// Units that record at the same time: one waits for the database while another thinks.
    private static let atOnce = 4
    /// Of the tokens with which the officers enter.
    private static let label = "Nạp dữ liệu trình diễn"

    public enum Outcome: Sendable, Hashable {
        case loaded
        /// It was there to its end: nothing was changed.
        case alreadyLoaded
    }

    /// - Parameter act: done before each day on which something is recorded, when all that was recorded before is there: who plays more than
    ///   the plan holds does it here, and may move the business date on as far as that day.
    /// - Throws: a ``Problem`` of code `installed-otherwise` in a production database, `demonstration-incomplete` where an earlier load was
    ///   broken off.
    public func load(beforeEachDay act: @Sendable (CivilDate) async throws -> Void = { _ in }) async throws -> Outcome {
        try await SchemaState.read(SchemaFiles(directory: home + "/sql"), at: address, logger: logger).requireCurrent()
        if try await isLoaded() { return .alreadyLoaded }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await entrance.run() }
            defer { group.cancelAll() }
            try await loadEverything(act)
            return .loaded
        }
    }

    private func loadEverything(_ act: @Sendable (CivilDate) async throws -> Void) async throws {
        report("cấu hình, lịch làm việc, lĩnh vực, quy định khen thưởng")
        try await install()
        report("\(plan.units.count) đơn vị và các đơn vị trực thuộc")
        let places = try await openUnits()
        report("\(plan.accounts.count) tài khoản theo chức vụ")
        let (seats, officers) = try await openPeople(in: places)
        try await replay(places, seats, officers, act)
        try await keeper.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.moveBusinessDate(to: plan.businessDate)
            try await tx.endCredentials(labelled: Self.label)
            try await tx.noteLoaded()
        }
    }

    private func isLoaded() async throws -> Bool {
        try await keeper.transaction { (tx: borrowing OperatorTransaction) in
            if try await tx.isLoaded() { return true }
            if try await tx.installation()?.kind == .production {
                throw Problem(
                    .conflict, "installed-otherwise",
                    "Đây là hệ thống chính thức, không nạp dữ liệu trình diễn vào đây. Dùng một cơ sở dữ liệu khác.")
            }
            guard try await tx.tenants(on: plan.firstDay).isEmpty else {
                throw Problem(
                    .refused, "demonstration-incomplete",
                    "Cơ sở dữ liệu đã có đơn vị nhưng chưa nạp xong dữ liệu trình diễn: lần nạp trước dừng giữa chừng, hoặc dữ liệu do cách khác "
                        + "tạo ra. Tạo một cơ sở dữ liệu mới, chạy `thidua migrate`, rồi chạy lại `thidua demo load`; nếu dùng scripts/start thì "
                        + "xóa thư mục của --state rồi chạy lại."
                )
            }
            return false
        }
    }

    private func install() async throws {
        let awardRules = try AwardRules(folder: URL(filePath: home).appending(path: "deploy/awards"))
        try await keeper.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.install(Installation(kind: .demonstration, businessDate: plan.firstDay))
            try await tx.moveBusinessDate(to: plan.firstDay)
            try await tx.keep(plan.calendar)
            try await tx.keepSectors(plan.sectors.map { ($0.code, $0.name) })
            try await tx.load(awardRules)
        }
    }

    private func openUnits() async throws -> DemonstrationPlaces {
        try await keeper.transaction { (tx: borrowing OperatorTransaction) in
            _ = try await ImportDirectory(plan.directory, from: plan.openedOn).perform(in: tx, ids: ids)
            return try await DemonstrationPlaces.read(plan, tx)
        }
    }

    private func openPeople(in places: DemonstrationPlaces) async throws -> (DemonstrationSeats, DemonstrationOfficers) {
        let hash = try await hasher.hash(plan.password)
        return try await keeper.transaction { (tx: borrowing OperatorTransaction) in
            let seats = try await DemonstrationSeats.open(plan, in: places, hash: hash, ids: ids, tx)
            var generator = SystemRandomNumberGenerator()
            var tokens: [DemonstrationSeats.Key: Token] = [:]
            var credentials: [(post: Post.ID, token: Token)] = []
            for (key, post) in seats.posts where DemonstrationOfficers.records(key.role, key.username, in: plan) {
                let token = Token.random(using: &generator)
                tokens[key] = token
                credentials.append((post, token))
            }
            // Long enough for the load on a slow machine; ended with it, and a load that breaks off forgets them with its process.
            try await tx.openCredentials(credentials, label: Self.label, lifetime: .seconds(3_600))
            return (seats, try DemonstrationOfficers(plan, tokens: tokens))
        }
    }

    // MARK: Day by day

    private func replay(
        _ places: DemonstrationPlaces, _ seats: DemonstrationSeats, _ officers: DemonstrationOfficers,
        _ act: @Sendable (CivilDate) async throws -> Void
    ) async throws {
        var office = OfficeReplay(
            plan: plan, campaign: campaign, places: places, seats: seats, officers: officers, entrance: entrance, ids: ids)
        var units = plan.units.map { unit in
            UnitReplay(plan: plan, unit: unit, campaign: campaign.code, officers: officers, entrance: entrance, ids: ids)
        }
        let mottos = MottoReplay(plan: plan, campaign: campaign, officers: officers, entrance: entrance, ids: ids)
        var periods = PeriodReplay(
            plan: plan, campaign: campaign, places: places, officers: officers, entrance: entrance, keeper: keeper, ids: ids)
        report("kế hoạch và việc phát động đến các đơn vị")
        try await office.launch()
        try await work()
        report("văn bản và \(plan.items.count) nhiệm vụ, chỉ tiêu")
        try await office.enterDirectives()
        var isCascaded = false
        var month: Int?
        for day in plan.days {
            if day.day.month != month {
                month = day.day.month
                report("diễn biến tháng \(day.day.month)/\(day.day.year)")
            }
            try await act(day.day)
            try await periods.record(before: day.day)
            try await keeper.transaction { (tx: borrowing OperatorTransaction) in try await tx.moveBusinessDate(to: day.day) }
            let assigned = try await office.assign(day.assigned)
            for index in units.indices { units[index].take(assigned) }
            if !isCascaded, !day.launched.isEmpty {
                units = try await concurrently(units) { try await $0.cascade() }
                try await work()
                isCascaded = true
            }
            units = try await concurrently(units) { try await $0.record(day.part(of: $0.unit.code)) }
            try await mottos.record(day.mottos)
        }
        try await periods.record(before: nil)
        let last = plan.days.last?.day ?? plan.firstDay
        try await keeper.transaction { (tx: borrowing OperatorTransaction) in try await tx.moveBusinessDate(to: last) }
        report("kiểm tra, theo dõi và khắc phục")
        try await OversightReplay(
            plan: plan, campaign: campaign, places: places, seats: seats, officers: officers, entrance: entrance, ids: ids
        ).record(on: last)
        report("Giấy khen của \(Set(plan.ownAwards.map(\.unit)).count) đơn vị")
        let folder = URL(filePath: home).appending(path: "deploy/own-awards")
        let rules = try OwnRules.files.map { name in (name, try DemonstrationTable.content(of: folder.appending(path: name))) }
        try await OwnAwardReplay(
            plan: plan, campaign: campaign, places: places, officers: officers, entrance: entrance, ids: ids,
            rules: Dictionary(rules) { first, _ in first }
        ).record(on: last)
        report("\(plan.goodModels.count) mô hình, điển hình")
        try await GoodModelReplay(
            plan: plan, campaign: campaign, places: places, officers: officers, entrance: entrance, ids: ids
        ).record()
        report("\(plan.coverage.count) dòng kế hoạch truyền thông")
        try await CoverageReplay(plan: plan, campaign: campaign, places: places, officers: officers, entrance: entrance, ids: ids)
            .record(on: last)
        report("hội nghị sơ kết, tổng kết")
        let events = plan.reviewEvents
        try await entrance.write(OfficeReplay.entry(officers.office)) { (tx: borrowing TenantTransaction) in
            for event in events {
                _ = try await PlanReviewEvent(.new(campaign: campaign.code, event.review), event.plan).perform(in: tx, ids: ids)
            }
        }
    }

    /// Does what the launch has queued.
    private func work() async throws {
        let tally = try await Worker(entrance.worker, logger: logger).runOnce()
        guard tally.failed == 0 else {
            throw Problem(.unexpected, "launch-failed", "\(tally.failed) việc nền của phát động không thực hiện được; xem nhật ký.")
        }
    }

    /// A few units at a time.
    private func concurrently(
        _ units: [UnitReplay], _ body: @escaping @Sendable (inout UnitReplay) async throws -> Void
    ) async throws -> [UnitReplay] {
        try await withThrowingTaskGroup(of: (Int, UnitReplay).self) { group in
            var done = units
            var next = 0
            func start() {
                guard next < units.count else { return }
                let index = next
                next += 1
                group.addTask {
                    var unit = units[index]
                    try await body(&unit)
                    return (index, unit)
                }
            }
            for _ in 0..<Self.atOnce { start() }
            while let (index, unit) = try await group.next() {
                done[index] = unit
                start()
            }
            return done
        }
    }
}
