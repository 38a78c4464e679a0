import Operations
public import Testing

/// Gives a suite, or one test, a province of its own, and takes it away afterwards.
public struct ProvinceTrait: SuiteTrait, TestTrait, TestScoping {
    private let isFilled: Bool
    private let goesFirst: Bool
    private let openings: Int
    private let template: ProvinceTemplate

    fileprivate init(isFilled: Bool, goesFirst: Bool = false, openings: Int = 0, template: ProvinceTemplate = .shared) {
        self.isFilled = isFilled
        self.goesFirst = goesFirst
        self.openings = openings
        self.template = template
    }

    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await OwnPlaceTrait.occupying(first: goesFirst) {
            let server = try await template.cluster.server()
            var contents = ProvinceTemplate.Contents()
            var original = ProvinceTemplate.empty
            if isFilled {
                contents = try await template.contents()
                original = try await template.stocked(for: openings)
            } else {
                try await template.migrated()
            }
            let database = CloneNames.shared.next()
            try await server.createDatabase(database, template: original)
            do {
                try await server.bootstrapClone(database)
                let province = try Province(database: database, server: server, contents: contents)
                defer { province.removeFiles() }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { await province.entrance.run() }
                    defer { group.cancelAll() }
                    try await Province.$lent.withValue(province) { try await function() }
                }
                try await server.dropDatabase(database)
            } catch {
                try? await server.dropDatabase(database)
                throw error
            }
        }
    }
}

extension Trait where Self == ProvinceTrait {
    /// A clone of the template for the suite; its tests find it as ``Province/current``.
    public static var province: ProvinceTrait { ProvinceTrait(isFilled: true) }

    /// The same for a suite whose tests open about so many tenants of their own: as many places are ready for ``Province/freshDistrict()``.
    public static func province(opening tenants: Int) -> ProvinceTrait { ProvinceTrait(isFilled: true, openings: tenants) }

    /// The same for the suites that take longest, which begin before the others.
    public static var provinceFirst: ProvinceTrait { ProvinceTrait(isFilled: true, goesFirst: true) }

    /// The same on a server of its own, for a suite that changes roles and logins: they belong to the whole cluster.
    public static var provinceApart: ProvinceTrait { ProvinceTrait(isFilled: true, template: .apart) }

    /// A migrated database without installation, tenants and officers.
    public static var emptyProvince: ProvinceTrait { ProvinceTrait(isFilled: false) }

    /// The same for the suites that load a demonstration, which takes minutes: they begin before the others.
    public static var emptyProvinceFirst: ProvinceTrait { ProvinceTrait(isFilled: false, goesFirst: true) }
}
