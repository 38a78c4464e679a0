import Domain
import Operations
import Storage
import TestSupport
import Testing

@Suite("A district keeps its own sub-units", .province(opening: 11), .timeLimit(.minutes(30)))
struct SubUnitTests {
    let province = Province.current

    @Test("a new one stands under the district, in NFC, with kind and name as its full name")
    func opening() async throws {
        let district = try await province.freshDistrict()
        let id = try await province.opened("X1", "Ta\u{302}n  Lo\u{323}\u{302}c ", kind: .xa, in: district, as: .councilSecretary)
        let unit = try await province.unit(id, in: district)
        #expect(unit.name.utf8.elementsEqual("Tân Lộc".utf8))
        #expect(unit.fullName.utf8.elementsEqual("Xã Tân Lộc".utf8))
        #expect(unit.parent == province.unit(nil, in: district))
        #expect(unit.openedOn == province.businessDate)
        #expect(unit.version == 1)
        let phong = try await province.unit(try await province.opened("P1", "Phòng Tư pháp", kind: .phong, in: district), in: district)
        #expect(phong.fullName == "Phòng Tư pháp")
    }

    @Test("every fault of a new one is named at once")
    func faults() async throws {
        let opening = OpenSubUnit(code: " ", name: "", kind: .huyen, legalPersonality: true, position: -1)
        let problem = await province.refusal {
            _ = try await province.write(as: .tenantAdmin, in: "district_101") { (tx: borrowing TenantTransaction) in
                try await opening.perform(in: tx, ids: .system)
            }
        }
        #expect(problem?.kind == .invalid)
        #expect(Set(problem?.fields.map(\.path) ?? []) == ["$.code", "$.name", "$.kind", "$.position"])
    }

    @Test("a change holds from its day on, and what was before stays")
    func change() async throws {
        let district = try await province.freshDistrict()
        let id = try await province.opened("X1", "Cũ", kind: .xa, from: "2023-01-01", in: district)
        try await province.change(
            ChangeSubUnit(id, version: 1, name: "Mới", kind: .thiTran, validFrom: CivilDate("2023-05-01")), in: district)
        let before = try await province.unit(id, on: "2023-04-30", in: district)
        let after = try await province.unit(id, on: "2023-05-01", in: district)
        #expect((before.name, before.kind, before.fullName) == ("Cũ", .xa, "Xã Cũ"))
        #expect((after.name, after.kind, after.fullName) == ("Mới", .thiTran, "Thị trấn Mới"))
        #expect(after.code == "X1")
        #expect(after.version == 2)
        let history = try await province.read(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
            try await ShowSubUnit(id).history(in: tx).map(\.name)
        }
        #expect(history == ["Mới", "Cũ"])
    }

    @Test("a change on a day that has one is refused, not overwritten; one that changes nothing is refused")
    func noOverwriting() async throws {
        let district = try await province.freshDistrict()
        let id = try await province.opened("X1", "Cũ", from: "2023-01-01", in: district)
        let day = CivilDate("2023-01-01")
        try await province.asSuperuser("UPDATE \(district).sub_unit_version SET recorded_on = '2023-06-19' WHERE unit_id = '\(id)'")
        let twice = await province.refusal {
            try await province.change(ChangeSubUnit(id, version: 1, name: "Khác", validFrom: day), in: district)
        }
        #expect(twice?.code == "changed-already")
        let nothing = await province.refusal { try await province.change(ChangeSubUnit(id, version: 1, name: "Cũ"), in: district) }
        #expect(nothing?.fields.map(\.path) == ["$"])
        #expect(try await province.unit(id, in: district).version == 1)
    }

    @Test("what was mistyped is written anew on the day on which it was recorded; what stands behind the name stays with a new name")
    func anew() async throws {
        let district = try await province.freshDistrict()
        let opening = OpenSubUnit(
            code: "X1", name: "Kinh tê", fullName: "Phòng Kinh tê, thành phố Cà Mau", kind: .phong, legalPersonality: false,
            openedOn: CivilDate("2023-01-01"))
        let id = try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
            try await opening.perform(in: tx, ids: .system)
        }
        try await province.change(ChangeSubUnit(id, version: 1, name: "Kinh tế", validFrom: CivilDate("2023-01-01")), in: district)
        #expect(try await province.unit(id, in: district).fullName == "Phòng Kinh tế, thành phố Cà Mau")
        for (version, name) in [(2, "Hạ tầg"), (3, "Hạ tầng")] {
            try await province.change(ChangeSubUnit(id, version: version, name: name), in: district)
        }
        let history = try await province.read(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
            try await ShowSubUnit(id).history(in: tx).map(\.name)
        }
        #expect(history == ["Hạ tầng", "Kinh tế"])
        // Anew it is looked at like the first time.
        _ = try await province.opened("X2", "Phòng Y tế", kind: .phong, from: "2023-01-01", in: district)
        let taken = await province.refusal { try await province.change(ChangeSubUnit(id, version: 4, code: "X2"), in: district) }
        #expect(taken?.code == "code-taken")
        let own = await province.refusal { try await province.change(ChangeSubUnit(id, version: 4, parent: id), in: district) }
        #expect(own?.code == "under-itself")
    }

    @Test("the version that a change starts from must be the present one")
    func stale() async throws {
        let district = try await province.freshDistrict()
        let id = try await province.opened("X1", from: "2023-01-01", in: district)
        try await province.change(ChangeSubUnit(id, version: 1, name: "Một"), in: district)
        let change = await province.refusal { try await province.change(ChangeSubUnit(id, version: 1, name: "Hai"), in: district) }
        #expect(change?.kind == .stale)
        let closing = await province.refusal { try await province.close(id, version: 1, in: district) }
        #expect(closing?.kind == .stale)
        #expect(try await province.unit(id, in: district).name == "Một")
    }

    @Test("a code is one unit's at a time, whatever the day it began; free again after closing; and another district's own")
    func codes() async throws {
        let district = try await province.freshDistrict()
        let first = try await province.opened("X1", from: "2023-01-01", in: district)
        for day in ["2023-01-01", "2022-06-01", "2023-06-20"] {
            let problem = await province.refusal { _ = try await province.opened("X1", from: day, in: district) }
            #expect(problem?.code == "code-taken", "opened on \(day)")
        }
        let other = try await province.opened("X2", from: "2023-01-01", in: district)
        let taken = await province.refusal { try await province.change(ChangeSubUnit(other, version: 1, code: "X1"), in: district) }
        #expect(taken?.code == "code-taken")
        try await province.close(first, on: "2023-05-31", in: district)
        _ = try await province.opened("X1", from: "2023-06-01", in: district)
        _ = try await province.opened("X1", from: "2023-06-01", in: try await province.freshDistrict())
    }

    @Test("a name is one unit's at a time under another, in any case; a code is one word")
    func names() async throws {
        let district = try await province.freshDistrict()
        let first = try await province.opened("P9", "Phường 9", kind: .phuong, from: "2023-01-01", in: district)
        let twin = await province.refusal { _ = try await province.opened("T9", "phường 9", kind: .phuong, in: district) }
        #expect(twin?.code == "name-taken" && twin?.fields.map(\.path) == ["$.fullName"])
        let other = try await province.opened("P8", "Phường 8", kind: .phuong, from: "2023-01-01", in: district)
        let renamed = await province.refusal { try await province.change(ChangeSubUnit(other, version: 1, name: "Phường 9"), in: district) }
        #expect(renamed?.code == "name-taken")
        // Under another unit the name is that unit's own; and once the first is closed it is free.
        _ = try await province.opened("T9", "Phường 9", kind: .phuong, under: other, in: district)
        try await province.close(first, on: "2023-05-31", in: district)
        _ = try await province.opened("P91", "Phường 9", kind: .phuong, from: "2023-06-01", in: district)
        let spaced = await province.refusal { _ = try await province.opened("a b", "Phường 7", kind: .phuong, in: district) }
        #expect(spaced?.fields.map(\.path) == ["$.code"])
    }

    @Test("without the guard of the database the same code would be given twice")
    func codesControl() async throws {
        let district = try await province.freshDistrict()
        _ = try await province.opened("X1", from: "2023-01-01", in: district)
        try await province.asSuperuser("ALTER TABLE \(district).sub_unit_version DISABLE TRIGGER guard")
        _ = try await province.opened("X1", from: "2023-02-01", in: district)
    }

    @Test("an unknown unit, one of another district, and the district itself cannot be changed; the first two look alike")
    func foreign() async throws {
        let district = try await province.freshDistrict()
        let theirs = province.unit("10101", in: "district_101")
        let absent: SubUnit.ID = IDSource.system.next()
        var problems: [Problem?] = []
        for id in [theirs, absent] {
            problems.append(
                await province.refusal { try await province.change(ChangeSubUnit(id, version: 1, name: "Của tôi"), in: district) })
            problems.append(
                await province.refusal {
                    try await province.write(as: .tenantAdmin, in: district) { (tx: borrowing TenantTransaction) in
                        try await CloseSubUnit(id, version: 1).perform(in: tx)
                    }
                })
        }
        #expect(problems == [.notFound, .notFound, .notFound, .notFound])
        let under = await province.refusal { _ = try await province.opened("X1", under: theirs, in: district) }
        #expect(under == (await province.refusal { _ = try await province.opened("X1", under: absent, in: district) }))
        #expect(under?.code == "parent-not-open")
        let root = await province.refusal {
            try await province.change(ChangeSubUnit(province.unit(nil, in: district), version: 1, name: "Tôi"), in: district)
        }
        #expect(root?.code == "own-root")
    }

    @Test("only who keeps the directory may", arguments: [Role.unitCoordinator, .clerk])
    func notOthers(role: Role) async throws {
        let problem = await province.refusal { _ = try await province.opened("N-\(role)", in: "district_101", as: role) }
        #expect(problem == .notAllowed)
        let id = province.unit("10101", in: "district_101")
        let change = await province.refusal {
            try await province.change(ChangeSubUnit(id, version: 1, name: "Khác"), in: "district_101", as: role)
        }
        #expect(change == .notAllowed)
        let close = await province.refusal { try await province.close(id, in: "district_101", as: role) }
        #expect(close == .notAllowed)
    }

    @Test("a commune's head does not, and the Office reads but does not write")
    func notBelowNorAbove() async throws {
        let opening = OpenSubUnit(code: "N1", name: "Ấp Một", kind: .donVi, legalPersonality: false)
        let below = await province.refusal {
            _ = try await province.write(as: .subUnitHead, in: "district_101", unit: "10101") { (tx: borrowing TenantTransaction) in
                try await opening.perform(in: tx, ids: .system)
            }
        }
        #expect(below == .notAllowed)
        let above = await province.refusal {
            _ = try await province.write(as: .officeMonitor, to: .tenant(Tenant.Slug("district_101")!)) {
                (tx: borrowing TenantTransaction) in
                try await opening.perform(in: tx, ids: .system)
            }
        }
        #expect(above == .notAllowed)
        let neighbour = await province.refusal {
            _ = try await province.write(as: .tenantAdmin, in: "district_102", to: .tenant(Tenant.Slug("district_101")!)) {
                (tx: borrowing TenantTransaction) in
                try await opening.perform(in: tx, ids: .system)
            }
        }
        #expect(neighbour == .notFound)
    }

    @Test("the Office reads through the parents the same list that the district reads from its own table")
    func parents() async throws {
        let own = try await province.read(as: .clerk, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await ListSubUnits(limit: 200).perform(in: tx).units
        }
        let seen = try await province.read(as: .officeMonitor, to: .tenant(Tenant.Slug("district_101")!)) {
            (tx: borrowing TenantTransaction) in
            try await ListSubUnits(limit: 200).perform(in: tx).units
        }
        #expect(!own.isEmpty)
        #expect(own == seen)
    }

    @Test("pages continue where the last ended, by position and then Vietnamese alphabet")
    func pages() async throws {
        let district = try await province.freshDistrict()
        for (index, name) in ["Ô Rô", "An Xuyên", "Đất Mũi", "Ẩn", "Ánh", "Dần"].enumerated() {
            _ = try await province.opened("T\(index)", name, kind: .truong, in: district)
        }
        var names: [String] = []
        var key: SubUnit.Key?
        repeat {
            let listing = ListSubUnits(.init(kind: .truong), after: key, limit: 2)
            let page = try await province.read(as: .clerk, in: district) { (tx: borrowing TenantTransaction) in
                try await listing.perform(in: tx)
            }
            names += page.units.map(\.name)
            key = page.next
        } while key != nil
        #expect(
            names
                == ["An Xuyên", "Ẩn", "Ánh", "Dần", "Đất Mũi", "Ô Rô"].sorted {
                    VietnameseOrder(VietnameseText($0)) < VietnameseOrder(VietnameseText($1))
                })
    }
}
