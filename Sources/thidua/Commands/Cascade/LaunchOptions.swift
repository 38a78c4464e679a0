import ArgumentParser
import Domain
import Operations

/// Which launch a report is on, when it happened, and what is remarked.
struct LaunchOptions: ParsableArguments {
    @Option(help: "Code of the campaign.")
    var campaign: String

    @Option(help: "Code of the sub-unit, such as 32002; the unit itself when absent.")
    var unit: String?

    @Option(help: "The day on which it happened, 2023-04-05 or 5/4/2023.")
    var date: CivilDate

    @Option(help: "Remark.")
    var note = ""

    var reference: LaunchReference { .unit(campaign: campaign, code: unit) }
}

extension OfficerOptions {
    /// Reports on a launch and prints where it stands afterwards.
    func report(_ act: (borrowing TenantTransaction) async throws -> Launch) async throws {
        let entry = try tenantEntry()
        let launch = try await withEntrance { entrance in try await entrance.write(entry, act) }
        let standing = launch.standing
        CommandOutput.print(
            columns: ["Mã đơn vị", "Đơn vị", "Trạng thái", "Phiên bản"],
            rows: [[launch.unitCode, launch.unitName, standing.vietnamese, "\(launch.version)"]],
            json: [
                "id": .string(launch.id.description), "unitCode": .string(launch.unitCode), "unitName": .string(launch.unitName),
                "state": .string(standing.state.rawValue), "late": .bool(standing.isLate), "version": .integer(launch.version),
            ], as: output)
    }
}
