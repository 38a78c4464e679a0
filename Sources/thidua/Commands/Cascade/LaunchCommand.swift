import ArgumentParser

struct LaunchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "launch", abstract: "The launch of a campaign at units and sub-units.",
        discussion: "Example: thidua launch monitor --campaign KH-77-2023",
        subcommands: [
            ListLaunchesCommand.self, AcknowledgeLaunchCommand.self, RecordLaunchPlanCommand.self, RecordLaunchCommand.self,
            CascadeLaunchCommand.self, MonitorLaunchCommand.self, ResponsePlanCommand.self,
        ])
}
