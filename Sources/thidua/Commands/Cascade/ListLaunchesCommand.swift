public import ArgumentParser
public import Domain
import Operations

struct ListLaunchesCommand: ListingCommand {
    static let asks = Deed.reading(.launch)
    static let noun = "launches"
    static let example = "--campaign KH-77-2023"
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The units, and how far each has come with the launch; those too that it has not reached.",
        discussion: "Example: thidua launch list --campaign KH-77-2023 --tenant district_101 --state received")

    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "Only in this state: received, acknowledged, planned, launched.")
    var state: LaunchState?

    @Flag(help: "Only launched after the deadline.")
    var late = false

    @Option(help: "Only of this kind: xa, phuong, thi_tran, phong, …")
    var kind: SubUnit.Kind?

    @Option(help: "Day of facts; today when absent.")
    var asOf: CivilDate?

    @Option(help: "Day of recording; the day of facts when absent.")
    var knownOn: CivilDate?

    @OptionGroup var officer: OfficerOptions

    var options: OfficerOptions { officer }

    func listing(in tx: borrowing TenantTransaction) async throws -> ListLaunches {
        var filter = ListLaunches.Filter()
        filter.state = state
        filter.lateOnly = late
        filter.kind = kind
        return ListLaunches(campaign: campaign, asOf: asOf, knownOn: knownOn, filter: filter)
    }
}

extension LaunchState: ExpressibleByArgument {}
extension SubUnit.Kind: ExpressibleByArgument {}

/// Units and their launches as commands print them.
enum UnitLaunchOutput {
    static let columns = ["Mã", "Đơn vị", "Trạng thái", "Ngày phát động", "Hình thức", "Số người dự"]

    static func row(_ unit: UnitLaunch) -> [String] {
        [
            unit.code, unit.fullName, unit.stateInVietnamese, unit.record?.launchedOn?.vietnamese ?? "",
            unit.record?.form?.kind.vietnamese ?? "", unit.record?.attendance.map(VietnameseNumber.text) ?? "",
        ]
    }

    static func value(_ unit: UnitLaunch) -> JSONValue {
        [
            "tenant": .string(unit.tenant.text), "code": .string(unit.code), "name": .string(unit.fullName),
            "kind": .string(unit.kind.rawValue), "launch": .string(orNull: unit.record?.launch),
            "state": .string(orNull: unit.state?.rawValue),
            "launchedOn": .string(orNull: unit.record?.launchedOn), "form": .string(orNull: unit.record?.form?.kind.rawValue),
            "combinedWith": .string(orNull: unit.record?.form?.conference),
            "attendance": unit.record?.attendance.map { .integer($0) } ?? .null, "late": .bool(unit.isLate),
        ]
    }
}
