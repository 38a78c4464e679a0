import ArgumentParser

struct UnitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit", abstract: "The sub-units of a unit: xã, phường, thị trấn, phòng, ban, trung tâm …",
        subcommands: [
            ListUnitsCommand.self, AddUnitCommand.self, ChangeUnitCommand.self, CloseUnitCommand.self, ReopenUnitCommand.self,
        ])
}
