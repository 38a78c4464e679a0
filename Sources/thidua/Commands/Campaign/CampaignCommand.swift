import ArgumentParser

struct CampaignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign", abstract: "The plans of campaigns: check, import, show, launch.",
        discussion: "Example: thidua campaign validate deploy/campaigns/KH-77-2023.yaml",
        subcommands: [
            ValidateCampaignCommand.self, ImportCampaignCommand.self, ShowCampaignCommand.self, LaunchCampaignCommand.self,
            CampaignPaperCommand.self,
        ])
}
