import Documents
import Domain
import Foundation
import Testing

@testable import Console

@Suite("Who is late and who is missing, by name")
struct LaunchListTests {
    private let day = CivilDate("2023-06-20")!

    private func unit(_ name: String, _ fullName: String, _ kind: SubUnit.Kind, opened: String = "2020-01-01") -> UnitLaunch {
        UnitLaunch(
            tenant: Tenant.Slug("district_964")!, tenantName: "Thành phố Cà Mau", unit: SubUnit.ID(UUID()), parent: SubUnit.ID(UUID()),
            code: name, name: name, fullName: fullName, kind: kind, position: 0, openedOn: CivilDate(opened)!, record: nil)
    }

    @Test("tells a phường from a xã of one name in one district, and leaves the district's name to the column beside")
    func communes() throws {
        let units = [
            unit("Tân Thành", "Phường Tân Thành", .phuong), unit("Tân Thành", "Xã Tân Thành", .xa),
            unit("Lý Văn Lâm", "Xã Lý Văn Lâm, Thành phố Cà Mau", .xa),
            unit("Phòng Nội vụ", "Phòng Nội vụ, Thành phố Cà Mau", .phong, opened: "2023-06-01"),
        ]
        let campaign = CampaignSummary(
            id: Campaign.ID(UUID()), code: "K", name: "K", firstDay: CivilDate("2023-01-01")!, lastDay: CivilDate("2023-12-31")!,
            launchDeadline: CivilDate("2023-04-09")!, version: 1, launch: nil)
        let monitor = LaunchMonitor(campaign: campaign, asOf: day, knownOn: day, units: units)
        let list = try #require(LaunchList.all(monitor).first)
        let names = list.groups.flatMap { group in
            group.units.components(separatedBy: "; ").map { name in String(name.prefix { $0 != "(" }) }
        }
        #expect(names == ["Phường Tân Thành ", "Xã Tân Thành ", "Xã Lý Văn Lâm ", "Phòng Nội vụ "])
        #expect(list.groups.map(\.tenant) == ["Thành phố Cà Mau"])
        // Whoever was opened after the deadline is not late by its own fault.
        let words = list.groups.map(\.units).joined()
        #expect(
            words.hasSuffix("Phòng Nội vụ (chưa chuyển đến, thành lập sau thời hạn)") && words.contains("Xã Tân Thành (chưa chuyển đến);"))
    }

    @Test("of a unit that ended, or that is none of those who launch, nobody says that the launch has not come to it")
    func ended() {
        func row(_ launch: UnitLaunch?, endedOn: CivilDate? = nil) -> [String] {
            let row = UnitRow(
                name: "X", link: nil, launch: launch, below: nil, isPastDeadline: true, counts: LedgerCounts(), endedOn: endedOn)
            return [row.launch, row.launchTone]
        }
        #expect(row(nil, endedOn: CivilDate("2023-05-31")) == ["Đã kết thúc hoạt động ngày 31/05/2023", ""])
        #expect(row(nil) == ["", ""])
        #expect(row(unit("X", "Xã X", .xa)) == ["Chưa chuyển đến", "bad"], "the control: one that waits for it")
        #expect(UnitRow(others: []) == nil)
    }

    @Test("the overview has units by their full names too, as table and as file")
    func overview() {
        let place = UnitOverview.Place(
            tenant: Tenant.Slug("district_964")!, unit: SubUnit.ID(UUID()), code: "32025", name: "Tân Thành", fullName: "Phường Tân Thành")
        let texts = LedgerTables.row(UnitOverview(unit: place, counts: LedgerCounts())).map(\.text)
        #expect(texts.prefix(2) == ["32025", "Phường Tân Thành"])
    }
}
